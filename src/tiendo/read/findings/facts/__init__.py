# SPDX-License-Identifier: Apache-2.0
"""What a document says of itself: kind, number, issuer, place, dates, reporting period, title."""

from __future__ import annotations

from tiendo.read.findings.facts.find import find_facts

__all__ = ["find_facts"]
