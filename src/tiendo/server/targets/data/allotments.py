# SPDX-License-Identifier: Apache-2.0
"""The allotment of a target (phân bổ) as plain data."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tiendo.evaluate import Allotment


@dataclass(frozen=True, slots=True)
class AllottedTarget:
    """The target of a unit below for the same indicator and year.

    Attributes:
        value: in the unit of measure of the target above; None when it has no plan that compares.
        share: of the plan above, in per cent, for amounts; ``width`` is the same cut off at 100.
        target_id: None when the unit has no such target, or the person may not see it.
        is_laxer: a ratio that asks less than the plan above.
    """

    unit_id: int
    unit_name: str
    target_id: int | None
    value: Decimal | None
    share: Decimal | None
    difference: Decimal | None
    is_laxer: bool
    status: str

    @property
    def width(self) -> int:
        """Of the bar, in per cent."""
        return 0 if self.share is None else min(int(self.share), 100)


@dataclass(frozen=True, slots=True)
class AllotmentView:
    """A target and what was made of it below.

    Attributes:
        others: further targets of units below on the same indicator, which are not counted twice.
        withheld: units below that the person may not see; while there are any, nothing is added up.
    """

    target_id: int
    number: str
    name: str
    unit_id: int
    unit_name: str
    year: int
    measure: str
    decimals: int
    plan: Decimal | None
    assigner: str
    allotment: Allotment
    rows: tuple[AllottedTarget, ...]
    sentence_vi: str
    sentence_en: str
    total: Decimal | None
    rest: Decimal | None
    others: int
    withheld: int
