# SPDX-License-Identifier: Apache-2.0
"""Statements whose arithmetic can be checked. Whether they hold is for ``verify``."""

from tiendo.read.findings.claims.find import find_claims
from tiendo.read.findings.claims.rates.tables import find_table_claims

__all__ = ["find_claims", "find_table_claims"]
