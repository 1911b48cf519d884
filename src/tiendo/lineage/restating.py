# SPDX-License-Identifier: Apache-2.0
"""Figures of one map on another: exact, estimated or refused, and nothing lost on the way.

What is here: adding and apportioning. Not here: the way between the maps (``crosswalk``), sentences (``sentences``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction

from tiendo.kernel.records import record
from tiendo.lineage.crosswalk import Crosswalk, Group, Part
from tiendo.lineage.data import Basis, LineageError, Quality, UnitVersion


class Refusal(StrEnum):
    """Why a value cannot be said."""

    DIVIDED = "divided"  # only the sum of several units is known
    OPEN = "open"  # the record does not say where all of a unit went
    MISSING = "missing"  # a unit that belongs to the sum has no figure
    BARE_RATIO = "bare_ratio"  # a ratio without its numerator and denominator cannot be added


@record
class Amount:
    """A figure that can be added: a total, or the numerator of a ratio with its denominator.

    Attributes:
        total: the figure; of a ratio its numerator.
        denominator: of a ratio.
        is_bare_ratio: ``total`` is a ratio whose numerator and denominator nobody kept.
    """

    total: Fraction
    denominator: Fraction | None = None
    is_bare_ratio: bool = False

    @property
    def value(self) -> Fraction | None:
        """The figure as it is read; None: the denominator is zero."""
        if self.denominator is None:
            return self.total
        return self.total / self.denominator if self.denominator else None


@record
class Value:
    """One figure of a series.

    Attributes:
        unit: the identity, in force on the day of the map that the figures come from.
        period: its code; figures of different periods never meet.
    """

    unit: str
    indicator: str
    period: str
    amount: Amount


@record
class Restated:
    """One row of a series on the other map.

    Attributes:
        targets: one unit; or several whose sum this is; none: nobody knows where.
        amount: None where it is refused.
        held: what was given for a refused row, apportioned as far as it could be: so that nothing is lost. Each figure
            goes in full into the amounts and held amounts of the rows.
        group: where the parts are, and where they came from.
        missing: the parts that have no figure.
    """

    targets: tuple[UnitVersion, ...]
    indicator: str
    period: str
    quality: Quality
    amount: Amount | None
    group: Group
    held: Amount | None = None
    refusal: Refusal | None = None
    missing: tuple[Part, ...] = ()

    @property
    def is_one_of_several(self) -> bool:
        """Whether the row is one unit of a group that can be told only together."""
        return len(self.targets) != len(self.group.targets)

    @property
    def bases(self) -> tuple[Basis, ...]:
        """By what something was divided."""
        return self.group.bases


def restate(crosswalk: Crosswalk, series: Iterable[Value]) -> Iterator[Restated]:
    """The series on the other map, by indicator, period and code of the unit.

    The order of the figures means nothing. All of them are held until the last one has come: a sum needs its parts.

    Raises:
        LineageError: a unit twice in a period, a unit that is not on the map, or a ratio beside a plain figure.
    """
    held: defaultdict[tuple[str, str], dict[str, Amount]] = defaultdict(dict)
    for value in series:
        amounts = held[value.indicator, value.period]
        if value.unit in amounts:
            name = crosswalk.sources[value.unit].name if value.unit in crosswalk.sources else value.unit
            raise LineageError(
                f"{name} có hai số liệu {value.indicator} kỳ {value.period}; hãy bỏ một số.",
                f"{name} has two figures {value.indicator} for {value.period}; take one away.",
            )
        amounts[value.unit] = value.amount
    for (indicator, period), amounts in sorted(held.items()):
        yield from restate_period(crosswalk, indicator, period, amounts)


def restate_period(
    crosswalk: Crosswalk, indicator: str, period: str, amounts: Mapping[str, Amount]
) -> Iterator[Restated]:
    """The figures of one indicator and one period on the other map, by code of the unit.

    Args:
        amounts: by identity of the unit. A unit without a figure is missing, it is never zero.

    Returns:
        For each group that any figure goes into: one row with the amount, and where it is several units also a refused
        row without amount for each of them.
    """
    _check(crosswalk, amounts)
    touched = {number for unit in amounts for number in crosswalk.of_source[unit]}
    for number in sorted(touched):
        group = crosswalk.groups[number]
        given = [(part, amounts[part.source.unit_id]) for part in group.parts if part.source.unit_id in amounts]
        missing = tuple(p for p in group.parts if p.source.unit_id not in amounts and (p.share or p.is_open))
        refusal = _find_refusal(group, given, missing)
        total = None if refusal is Refusal.BARE_RATIO else _add(given)
        if refusal is None:
            yield Restated(group.targets, indicator, period, group.quality, total, group)
        else:
            refused = Quality.REFUSED
            yield Restated(group.targets, indicator, period, refused, None, group, total, refusal, missing)
        if len(group.targets) > 1:
            refused, divided = Quality.REFUSED, Refusal.DIVIDED
            for target in group.targets:
                yield Restated((target,), indicator, period, refused, None, group, None, divided, missing)


def _check(crosswalk: Crosswalk, amounts: Mapping[str, Amount]) -> None:
    unknown = [unit for unit in amounts if unit not in crosswalk.sources]
    if unknown:
        raise LineageError(
            f"Không có đơn vị {unknown[0]} trên bản đồ ngày {crosswalk.from_day:%d/%m/%Y}.",
            f"There is no unit {unknown[0]} on the map of {crosswalk.from_day.isoformat()}.",
        )
    kinds = {(amount.denominator is None, amount.is_bare_ratio) for amount in amounts.values()}
    if len(kinds) > 1:
        raise LineageError(
            "Trong cùng một kỳ có số cộng được và tỷ lệ lẫn nhau; hãy nhập cùng một dạng.",
            "Figures that add up and ratios are mixed in one period; give all in one form.",
        )


def _find_refusal(group: Group, given: Sequence[tuple[Part, Amount]], missing: tuple[Part, ...]) -> Refusal | None:
    is_single = len(group.targets) == len(group.parts) == 1 and group.parts[0].is_exact
    if given[0][1].is_bare_ratio and not is_single:
        return Refusal.BARE_RATIO
    if group.quality is Quality.REFUSED:
        return Refusal.OPEN
    return Refusal.MISSING if missing else None


def _add(given: Sequence[tuple[Part, Amount]]) -> Amount:
    total = denominator = Fraction()
    first = given[0][1]
    for part, amount in given:
        if part.share == 1:
            total += amount.total
            denominator += amount.denominator or 0
        elif part.share:
            total += part.share * amount.total
            denominator += part.share * (amount.denominator or 0)
    return Amount(total, None if first.denominator is None else denominator, first.is_bare_ratio)
