# SPDX-License-Identifier: Apache-2.0
"""One row of a file → what is kept of it, or the faults that stop the whole file.

Not here: how files are written (``reading.tables``), the record (``stage``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.utils.translation import gettext as _

from tiendo.kernel.numbers import NumberError, format_number, parse_number
from tiendo.kernel.period import Period, PeriodError
from tiendo.kernel.period_codes import format_sdmx, parse_sdmx
from tiendo.kernel.period_words import parse_period
from tiendo.kernel.quantity import Quantity
from tiendo.kernel.units import Dimension, find_unit
from tiendo.kernel.vietnamese import search_key
from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import may
from tiendo.server.figures.data import FigureStatus, Gap, Nature
from tiendo.server.figures.models import Indicator
from tiendo.server.figures.reading import Cells, Numbers
from tiendo.server.figures.rules import Given, Values, WrongFigureError, keep, last_place
from tiendo.server.units.queries import CodeBook

#: Statuses as programs and officers write them. Source: DOMAIN 1.3 for the three kinds.
_STATUSES = {
    "": FigureStatus.ACTUAL,
    "actual": FigureStatus.ACTUAL,
    "thuc hien": FigureStatus.ACTUAL,
    "estimate": FigureStatus.ESTIMATE,
    "uoc": FigureStatus.ESTIMATE,
    "uoc thuc hien": FigureStatus.ESTIMATE,
    "final": FigureStatus.FINAL,
    "quyet toan": FigureStatus.FINAL,
}
_ANSWERS = {"co": True, "yes": True, "1": True, "khong": False, "no": False, "0": False}
_LONGEST = {"note": 500, "missing": 300}
_MOST_DIGITS = 40  # of a number, so that it has room in its column
#: What a balance, a change or a rate of change is told in. Source: house rule.
_MAY_BE_BELOW_ZERO = {Dimension.MONEY, Dimension.DOLLAR, Dimension.EURO, Dimension.RATIO, Dimension.POINT}
_PLAIN = re.compile(r"[-+]?[0-9]{1,20}(?:\.[0-9]{1,20})?")


@dataclass(frozen=True, slots=True)
class _Meant:
    """An indicator as rows need it."""

    id: int
    measure: str
    nature: Nature
    name: str
    is_counted: bool


class RowFault(Exception):  # noqa: N818 - WONTFIX: the row is wrong, not the program
    """What is wrong with a row, in one sentence."""


@dataclass(slots=True)
class Staging:
    """What is known while a file is read: every name is looked up once."""

    scope: Scope
    numbers: Numbers
    units: CodeBook = field(default_factory=CodeBook)
    indicators: dict[str, _Meant] = field(default_factory=dict)
    allowed: dict[int, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for row in Indicator.objects.all():
            unit, nature = find_unit(row.measure), Nature(row.nature)
            is_counted = unit is not None and nature is not Nature.YES_NO and unit.dimension not in _MAY_BE_BELOW_ZERO
            self.indicators[row.code] = _Meant(row.pk, row.measure, nature, row.name_vi, is_counted)

    def stage(self, cells: Cells) -> tuple[Any, ...]:
        """The row as ``Stage`` takes it.

        Raises:
            RowFault: something in it cannot be kept.
        """
        code, regime, first_on, last_on = _read_period(cells.period)
        unit_id = self._find_unit(cells.unit_code, last_on)
        meant = self.indicators.get(cells.indicator)
        if meant is None:
            raise RowFault(_("The catalogue has no indicator “%(code)s”: load its pack.") % {"code": cells.indicator})
        status = _STATUSES.get(search_key(cells.status) if cells.status else "")
        if status is None:
            given = {"given": cells.status}
            raise RowFault(_("“%(given)s” is no status: write actual, estimate or final, or leave it empty.") % given)
        values = self._keep(cells, meant)
        _refuse_below_zero(values, meant)
        if values.is_gap:
            status = FigureStatus.MISSING
        return (
            cells.line, unit_id, meant.id, code, regime, first_on, last_on, status.value, _text(values.value),
            _text(values.step), _text(values.numerator), _text(values.denominator), values.gap, values.missing_reason,
            str(cells.numbers[0])[:200], cells.note[: _LONGEST["note"]],
        )  # fmt: skip

    def _find_unit(self, code: str, on: date) -> int:
        unit_id = self.units.find(code, on)
        if unit_id is None or not self._may(unit_id):
            told = {"code": code, "day": f"{on.day}/{on.month}/{on.year}"}
            raise RowFault(_("No unit that you may enter figures for bore the code “%(code)s” on %(day)s.") % told)
        return unit_id

    def _may(self, unit_id: int) -> bool:
        found = self.allowed.get(unit_id)
        if found is None:
            found = self.allowed[unit_id] = may(self.scope, Right.REVIEW, unit_id)
        return found

    def _keep(self, cells: Cells, meant: _Meant) -> Values:
        value, top, bottom = cells.numbers
        if meant.nature is not Nature.YES_NO and value != "" and top == bottom == cells.missing == "":
            number = self._number(value)
            return Values(value=number, step=last_place(number))
        try:
            return keep(self._give(cells, meant), meant.measure, meant.nature)
        except WrongFigureError as error:
            told = {"name": meant.name}
            raise RowFault(
                _("“%(name)s” needs exactly one of these: a value, both parts of a ratio, a reason why not.") % told
            ) from error

    def _give(self, cells: Cells, meant: _Meant) -> Given:
        value, top, bottom = cells.numbers
        answer = None
        if meant.nature is Nature.YES_NO and value != "":
            answer = _ANSWERS.get(search_key(str(value)))
            value = "" if answer is not None else value
        return Given(
            quantity=None if value == "" else self._quantity(value, meant.measure),
            numerator=None if top == "" else self._quantity(top, ""),
            denominator=None if bottom == "" else self._quantity(bottom, ""),
            answer=answer,
            gap=Gap.NOT_REPORTED if cells.missing else None,
            gap_reason=cells.missing[: _LONGEST["missing"]],
        )

    def _quantity(self, text: str | Decimal, unit: str) -> Quantity:
        number = self._number(text)
        return Quantity(number, unit, last_place(number))

    def _number(self, text: str | Decimal) -> Decimal:
        if isinstance(text, Decimal):
            if len(f"{text:f}") > _MOST_DIGITS:
                raise RowFault(_("The number of the workbook is too long to be a figure: check the cell."))
            return text
        if self.numbers is Numbers.PLAIN and _PLAIN.fullmatch(text):
            return Decimal(text)
        try:
            return parse_number(text).value
        except NumberError as error:
            raise RowFault(str(error)) from error


def _refuse_below_zero(values: Values, meant: _Meant) -> None:
    """What is counted, or measured by length, area, mass and so on, is not less than nothing; a divisor neither."""
    number = values.value if values.value is not None else values.numerator
    if meant.is_counted and number is not None and number < 0:
        told = {"name": meant.name, "measure": meant.measure, "value": format_number(number)}
        raise RowFault(_("“%(name)s” is told in %(measure)s and cannot be below zero: check %(value)s.") % told)
    if values.denominator is not None and values.denominator < 0:
        told = {"name": meant.name, "value": format_number(values.denominator)}
        raise RowFault(_("The denominator of “%(name)s” cannot be below zero: check %(value)s.") % told)


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"


@lru_cache(maxsize=4096)
def _read_period(text: str) -> tuple[str, str, date, date]:
    try:
        period = parse_sdmx(text)
    except PeriodError:
        try:
            period = parse_period(text)
        except PeriodError as error:
            raise RowFault(str(error)) from error
    return _code_of(period)


def _code_of(period: Period) -> tuple[str, str, date, date]:
    return format_sdmx(period), period.regime.code, period.first_on, period.last_on
