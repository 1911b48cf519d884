# SPDX-License-Identifier: Apache-2.0
"""The figure that an accepted measurement becomes: as it stands, or as a person set it. Pure.

Not here: writing it (``services``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from decimal import Decimal
from typing import Any

from tiendo.kernel.findings import Measurement
from tiendo.kernel.numbers import NumberError, parse_number
from tiendo.kernel.period import Period, PeriodError
from tiendo.kernel.period_codes import format_short, parse_short
from tiendo.kernel.period_words import parse_period
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.kernel.units import find_unit, same_dimension
from tiendo.kernel.vietnamese import search_key
from tiendo.server.intake.data import Becomes, Edited, FindingKind
from tiendo.server.intake.rules import become, suggest_status


@dataclass(frozen=True, slots=True)
class Catalogued:
    """What must be known of an indicator.

    Attributes:
        measure: the unit of measure of all its figures.
        is_ratio: it is a part of a whole.
    """

    code: str
    name: str
    measure: str
    is_ratio: bool = False


@dataclass(frozen=True)
class Catalogue:
    """The indicators, by code and by every name they have.

    Attributes:
        by_name: by search key with marks ("thu ngân sách nhà nước"); a name of two indicators names none.
    """

    by_code: Mapping[str, Catalogued]
    by_name: Mapping[str, Catalogued]

    def get(self, code: str) -> Catalogued | None:
        """The indicator of a code."""
        return self.by_code.get(code)

    def find(self, one: Measurement) -> Catalogued | None:
        """The indicator of a measurement: what the reader recognised, else whose name the subject or the label of the
        row is, word by word; the print must be a value of it.
        """
        label = "" if one.cell is None else one.cell.row_label
        named = (self.by_name.get(search_key(name, has_marks=True)) for name in (label, one.subject) if name)
        known = (self.by_code.get(one.indicator or ""), *named)
        return next((indicator for indicator in known if indicator is not None and _fits(one, indicator)), None)


class NotWritable(ValueError):  # noqa: N818 - WONTFIX: it names what is missing, not a failure of the program
    """A measurement that cannot become a figure as it stands.

    Attributes:
        field: what is missing or wrong: "indicator", "period", "value", "measure".
    """

    def __init__(self, field: str, value: str = "") -> None:
        super().__init__(field)
        self.field, self.value = field, value


@dataclass(frozen=True, slots=True)
class Written:
    """A figure as it goes to the record; kept with the finding, so that an undo of an undo gives the same.

    Attributes:
        period: in the form of ``Measurement.period``.
        value, step, second, second_step: exact decimal text.
        second: denominator, or upper bound when ``is_range``.
    """

    indicator: str
    unit_id: int
    period: str
    value: str
    step: str
    measure: str
    approx: str = Qualifier.EXACT.value
    second: str | None = None
    second_step: str | None = None
    is_range: bool = False
    status: str = "actual"

    def quantity(self) -> Quantity:
        """The figure, or the numerator."""
        return Quantity(Decimal(self.value), self.measure, Decimal(self.step), Qualifier(self.approx))

    def other(self) -> Quantity | None:
        """The denominator or the upper bound."""
        if self.second is None or self.second_step is None:
            return None
        return Quantity(Decimal(self.second), self.measure, Decimal(self.second_step), Qualifier(self.approx))

    def span(self) -> Period:
        """The period as days."""
        return parse_short(self.period)

    def as_json(self) -> dict[str, Any]:
        """As it is stored."""
        return asdict(self)

    @staticmethod
    def of_json(values: Mapping[str, Any]) -> Written:
        """What ``as_json`` gave."""
        return Written(**values)


def write_as_it_stands(
    one: Measurement, unit_id: int, period: str, catalogue: Catalogue, text_before: str = ""
) -> Written | None:
    """The figure of a measurement that is accepted unchanged, None when it is only checked.

    Args:
        unit_id: the unit of the document.
        period: reporting period of the document, for a figure that names none.
        text_before: the words before it, which may say "ước".

    Raises:
        NotWritable: the indicator or the period is not known.
    """
    if become(FindingKind.MEASUREMENT, one.kind) is Becomes.CHECKED:
        return None
    indicator = catalogue.find(one)
    if indicator is None:
        raise NotWritable("indicator")
    written = Written(
        indicator=indicator.code,
        unit_id=unit_id,
        period=read_period(one.period or period),
        value=f"{one.value:f}",
        step=f"{one.quantity.step:f}",
        measure=one.unit,
        approx=one.approx.value,
        status=suggest_status(one, text_before),
    )
    if one.second is None:
        return written
    return replace(written, second=f"{one.second.value:f}", second_step=f"{one.second.step:f}", is_range=one.is_range)


def _fits(one: Measurement, indicator: Catalogued) -> bool:
    """Whether the print can be a value of the indicator."""
    if one.second is not None and not one.is_range:
        return indicator.is_ratio
    return one.unit == indicator.measure or _same_kind(one.unit, indicator.measure)


def _same_kind(one: str, other: str) -> bool:
    """Whether one unit of measure can be converted into the other."""
    return find_unit(one) is not None and find_unit(other) is not None and same_dimension(one, other)


def write_as_set(one: Measurement, edited: Edited, catalogue: Catalogue) -> Written:
    """The figure as a person set it. A value that was not touched keeps its hedge.

    Raises:
        NotWritable: something is missing, or is no number, period or unit.
    """
    indicator = catalogue.get(edited.indicator)
    if indicator is None:
        raise NotWritable("indicator")
    if edited.unit_id is None:
        raise NotWritable("unit")
    first, second, is_range = _read_value(edited.value)
    measure = " ".join(edited.measure.split()) or indicator.measure
    if measure != indicator.measure and not _same_kind(measure, indicator.measure):
        raise NotWritable("measure", measure)
    if second is not None and not is_range and not indicator.is_ratio:
        raise NotWritable("value", edited.value)
    is_untouched = first[0] == one.value
    return Written(
        indicator=indicator.code,
        unit_id=edited.unit_id,
        period=read_period(edited.period),
        value=f"{first[0]:f}",
        step=f"{first[1]:f}",
        measure=measure,
        approx=(one.approx if is_untouched else Qualifier.EXACT).value,
        second=None if second is None else f"{second[0]:f}",
        second_step=None if second is None else f"{second[1]:f}",
        is_range=is_range,
        status=edited.status,
    )


_Number = tuple[Decimal, Decimal]  # value, step


def _read_value(text: str) -> tuple[_Number, _Number | None, bool]:
    """ "13/20" is two counts, "11,5–12,4" a range."""
    for mark, is_range in (("/", False), ("–", True)):
        first, found, second = text.partition(mark)
        if found:
            return _read_number(first), _read_number(second), is_range
    return _read_number(text), None, False


def _read_number(text: str) -> _Number:
    try:
        found = parse_number(text)
    except NumberError as error:
        raise NotWritable("value", text) from error
    return found.value, found.step


def read_period(text: str) -> str:
    """A period as a code, from its code or from words ("9 tháng năm 2024").

    Raises:
        NotWritable: it is neither.
    """
    plain = " ".join(text.split())
    for read in (parse_short, parse_period):
        try:
            return format_short(read(plain))
        except PeriodError:
            continue
    raise NotWritable("period", text)
