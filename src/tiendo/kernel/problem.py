# SPDX-License-Identifier: Apache-2.0
"""What does not add up, said in one sentence per language."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tiendo.kernel.findings import CellRef, Span


class Severity(StrEnum):
    """error: no value within the printed precision makes it right; suspicious: unlikely; notice: worth knowing."""

    ERROR = "error"
    SUSPICIOUS = "suspicious"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to look at.

    Attributes:
        rule: stable lower-case id ("ratio", "sum", "tally_above_total", …).
        quote: the words, or "row | column" for a cell.
        message, message_en: one sentence each, with the arithmetic and what would be consistent.
        span, cell: where it stands; at least one is set.
        related: other places that take part.
    """

    rule: str
    severity: Severity
    quote: str
    message: str
    message_en: str
    span: Span | None = None
    cell: CellRef | None = None
    related: tuple[Span | CellRef, ...] = ()
