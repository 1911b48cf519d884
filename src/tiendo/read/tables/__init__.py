# SPDX-License-Identifier: Apache-2.0
"""Tables of reports: every figure cell a measurement, every sum and percentage a claim."""

from tiendo.read.tables.data import TableFindings
from tiendo.read.tables.reader import read_tables

__all__ = ["TableFindings", "read_tables"]
