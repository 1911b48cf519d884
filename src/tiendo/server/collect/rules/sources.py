# SPDX-License-Identifier: Apache-2.0
"""What becomes of a cell when its sheet is sent: a new figure, a changed one, nothing, or two sources that disagree."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from tiendo.kernel.quantity import Quantity

_ONE = Decimal(1)


@dataclass(frozen=True, slots=True)
class Held:
    """A value with how exactly it is told, or a gap (``value`` None) with its reason."""

    value: Decimal | None
    step: Decimal | None = None
    reason: str = ""

    def is_same(self, other: Held) -> bool:
        """The same number, or both none at all for the same reason."""
        return self.value == other.value and (self.value is not None or self.reason == other.reason)


class Way(StrEnum):
    """What is done in the record of figures."""

    KEEP = "keep"  # what is in force says it already, and from this sheet
    RECORD = "record"
    CORRECT = "correct"  # the figure in force came from this sheet
    WITHDRAW = "withdraw"  # this sheet gave a value and now says that there is none
    CLASH = "clash"  # another source says something else: the office decides


def find_way(new: Held, in_force: Held | None, *, is_ours: bool, is_written: bool) -> Way:
    """What becomes of a cell.

    Args:
        in_force: the figure of the same unit, indicator, period and firmness; None: there is none.
        is_ours: it came from this sheet.
        is_written: the sheet has recorded its cell before.
    """
    if in_force is None:
        return Way.RECORD
    if in_force.is_same(new):
        return Way.KEEP if is_ours and is_written else Way.RECORD
    if in_force.value is None:
        return Way.RECORD  # a gap gives way to a value, and to a better reason
    if is_ours:
        return Way.WITHDRAW if new.value is None else Way.CORRECT
    return Way.RECORD if _agree(new, in_force) else Way.CLASH


def _agree(new: Held, in_force: Held) -> bool:
    """Whether some true value fits both prints: 26,7 and 26,71 do."""
    if new.value is None or in_force.value is None:
        return False
    first, second = (Quantity(one.value or Decimal(0), "", one.step or _ONE).interval() for one in (new, in_force))
    return first.overlaps(second)
