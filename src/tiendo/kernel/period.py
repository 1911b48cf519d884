# SPDX-License-Identifier: Apache-2.0
"""Reporting periods under the regime that says on which days a month begins, and arithmetic on them.

What is here: spans of days and their kinds. Not here: codes (``period_codes``) and Vietnamese words (``dates``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 1900, 2199
_MONTHS = 12
_LAST_COMMON_DAY = 28  # every month has it
_DAY = timedelta(days=1)


class PeriodError(ValueError):
    """A period that cannot be; the message is a sentence for the person."""


class PeriodKind(StrEnum):
    """What a span of time is called."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"
    MONTH = "month"
    NINE_MONTHS = "nine_months"
    CUMULATIVE = "cumulative"  # from January, another number of months than 1, 3, 6, 9, 12
    TERM = "term"  # several whole years
    DAY = "day"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Regime:
    """On which day the months of reports begin.

    Attributes:
        code: stored, lower-case ASCII.
        months_before: how many calendar months before its name a month begins (1: "January" begins in December).
        first_day: day of that calendar month, 1 … 28.
    """

    code: str
    months_before: int = 0
    first_day: int = 1

    def __post_init__(self) -> None:
        if not (1 <= self.first_day <= _LAST_COMMON_DAY and 0 <= self.months_before < _MONTHS):
            raise PeriodError("Chế độ báo cáo phải bắt đầu từ ngày 1 đến ngày 28 và sớm hơn không quá 11 tháng.")

    def begin(self, month: int) -> date:
        """First day of a month, counted from year 0 (``12 * year + month - 1``)."""
        year, place = divmod(month - self.months_before, _MONTHS)
        return date(year, place + 1, self.first_day)

    def month_of(self, day: date) -> int:
        """The month, counted from year 0, in which a day is reported."""
        month = day.year * _MONTHS + day.month - 1 + self.months_before
        return month if day.day >= self.first_day else month - 1


#: Calendar months. Statistics of finance and health, public investment.
#: Source: tt-02-2019-tt-btc; tt-37-2019-tt-byt.
CALENDAR = Regime("calendar")
#: Administrative reports: from the 15th of the month before to the 14th. Nine months are the sum of their months; the
#: decree does not name them. Source: nd-09-2019 art. 12–13.
ADMINISTRATIVE = Regime("administrative", months_before=1, first_day=15)


@lru_cache(maxsize=4096)  # of the same few hundred periods it is asked again and again
def _find_months(regime: Regime, first_on: date, last_on: date) -> tuple[int, int] | None:
    first, last = regime.month_of(first_on), regime.month_of(last_on)
    if regime.begin(first) == first_on and regime.begin(last + 1) - _DAY == last_on:
        return first, last
    return None


@dataclass(frozen=True, slots=True)
class Period:
    """All days from ``first_on`` to ``last_on``, both included, as counted under a regime."""

    first_on: date
    last_on: date
    regime: Regime = CALENDAR

    def __post_init__(self) -> None:
        if self.first_on > self.last_on:
            raise PeriodError(
                f"Kỳ không thể kết thúc ({self.last_on:%d/%m/%Y}) trước khi bắt đầu ({self.first_on:%d/%m/%Y})."
            )
        if self.first_on.year < FIRST_YEAR - 1 or self.last_on.year > LAST_YEAR:
            raise PeriodError(f"Kỳ báo cáo phải nằm trong các năm {FIRST_YEAR}–{LAST_YEAR}.")

    @staticmethod
    def of_months(first: int, last: int, regime: Regime = CALENDAR) -> Period:
        """From one month to another, both included, counted from year 0 as in ``Regime.begin``."""
        if not FIRST_YEAR * _MONTHS <= first <= last < (LAST_YEAR + 1) * _MONTHS:
            raise PeriodError(f"Kỳ báo cáo phải đi tới và nằm trong các năm {FIRST_YEAR}–{LAST_YEAR}.")
        return Period(regime.begin(first), regime.begin(last + 1) - _DAY, regime)

    @staticmethod
    def year(year: int, regime: Regime = CALENDAR) -> Period:
        """A whole year."""
        return Period._part(year, 1, 1, _MONTHS, regime)

    @staticmethod
    def half(year: int, number: int, regime: Regime = CALENDAR) -> Period:
        """Half 1 or 2 of a year."""
        return Period._part(year, number, 2, 6, regime)

    @staticmethod
    def quarter(year: int, number: int, regime: Regime = CALENDAR) -> Period:
        """Quarter 1 … 4 of a year."""
        return Period._part(year, number, 4, 3, regime)

    @staticmethod
    def month(year: int, number: int, regime: Regime = CALENDAR) -> Period:
        """Month 1 … 12 of a year."""
        return Period._part(year, number, _MONTHS, 1, regime)

    @staticmethod
    def nine_months(year: int, regime: Regime = CALENDAR) -> Period:
        """The first nine months of a year."""
        return Period.cumulative(year, 9, regime)

    @staticmethod
    def cumulative(year: int, months: int, regime: Regime = CALENDAR) -> Period:
        """The first so many months of a year."""
        if not 1 <= months <= _MONTHS:
            raise PeriodError(f"Một năm chỉ có 12 tháng, không có {months} tháng đầu năm.")
        return Period.of_months(year * _MONTHS, year * _MONTHS + months - 1, regime)

    @staticmethod
    def term(first_year: int, last_year: int, regime: Regime = CALENDAR) -> Period:
        """All years from the first to the last, as in "nhiệm kỳ 2020–2025"."""
        return Period.of_months(first_year * _MONTHS, last_year * _MONTHS + _MONTHS - 1, regime)

    @staticmethod
    def day(day: date, regime: Regime = CALENDAR) -> Period:
        """One day."""
        return Period(day, day, regime)

    @staticmethod
    def _part(year: int, number: int, count: int, months: int, regime: Regime) -> Period:
        if not 1 <= number <= count:
            raise PeriodError(f"Một năm chỉ có {count} kỳ {months} tháng, không có kỳ thứ {number}; hãy kiểm tra lại.")
        first = year * _MONTHS + (number - 1) * months
        return Period.of_months(first, first + months - 1, regime)

    @property
    def months(self) -> tuple[int, int] | None:
        """First and last month, counted from year 0, when the period is made of whole months of its regime."""
        return _find_months(self.regime, self.first_on, self.last_on)

    @property
    def kind(self) -> PeriodKind:
        """What the period is called; the first six months are a half, all twelve a year."""
        if self.months is None:
            return PeriodKind.DAY if self.first_on == self.last_on else PeriodKind.SPAN
        first, last = self.months
        place, count = first % _MONTHS, last - first + 1
        if place == 0 and count % _MONTHS == 0:
            return PeriodKind.YEAR if count == _MONTHS else PeriodKind.TERM
        named = _KINDS.get(count)
        if named is not None and place % named[0] == 0:
            return named[1]
        return PeriodKind.CUMULATIVE if place == 0 and count < _MONTHS else PeriodKind.SPAN

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.last_on - self.first_on).days + 1

    @property
    def named_year(self) -> int:
        """The year after which it is called: the one of its last month (administrative 2024 begins on 15/12/2023)."""
        return self.regime.month_of(self.last_on) // _MONTHS

    def contains(self, other: Period | date) -> bool:
        """Whether every day of the other lies in this one."""
        if isinstance(other, date):
            return self.first_on <= other <= self.last_on
        return self.first_on <= other.first_on and other.last_on <= self.last_on

    def overlaps(self, other: Period) -> bool:
        """Whether some day lies in both."""
        return self.first_on <= other.last_on and other.first_on <= self.last_on

    def previous(self) -> Period:
        """The last period of the same kind before this one.

        Quarter 1 follows quarter 4 of the year before; the first nine months follow those of the year before; the term
        2020–2025 follows 2015–2020, which shares its turning year; other spans follow one of the same length.
        """
        return self._moved(-1)

    def following(self) -> Period:
        """The next period of the same kind; the counterpart of ``previous``."""
        return self._moved(1)

    def same_period_last_year(self) -> Period:
        """The same days of the year before ("cùng kỳ"); 29 February becomes the 28th."""
        if self.months is not None:
            return self._shifted(-_MONTHS)
        return Period(_year_before(self.first_on), _year_before(self.last_on), self.regime)

    def year_to_date(self) -> Period:
        """From the first day of the year to the end of this period ("lũy kế từ đầu năm").

        Raises:
            PeriodError: the period begins in an earlier year.
        """
        begin = self.regime.begin(self.named_year * _MONTHS)
        if self.first_on < begin:
            raise PeriodError("Kỳ này bắt đầu từ năm trước nên không có lũy kế từ đầu năm; hãy chọn kỳ trong một năm.")
        return Period(begin, self.last_on, self.regime)

    def split(self, kind: PeriodKind) -> tuple[Period, ...]:
        """The months, quarters, halves, years or days that make up the period, in order.

        Raises:
            PeriodError: it is not made of whole parts of this kind.
        """
        if kind is PeriodKind.DAY:
            return tuple(Period.day(self.first_on + n * _DAY, self.regime) for n in range(self.days))
        size = _SIZES.get(kind)
        if size is None or self.months is None or self.months[0] % size or (self.months[1] + 1) % size:
            raise PeriodError("Kỳ này không chia hết được như vậy; hãy chọn kỳ nhỏ hơn, ví dụ tháng hoặc ngày.")
        first, last = self.months
        return tuple(Period.of_months(m, m + size - 1, self.regime) for m in range(first, last + 1, size))

    def _shifted(self, months: int) -> Period:
        first, last = self.months or (0, 0)
        return Period.of_months(first + months, last + months, self.regime)

    def _moved(self, direction: int) -> Period:
        if self.months is None:
            move = direction * self.days * _DAY
            try:
                return Period(self.first_on + move, self.last_on + move, self.regime)
            except OverflowError:
                raise PeriodError(f"Kỳ báo cáo phải nằm trong các năm {FIRST_YEAR}–{LAST_YEAR}.") from None
        count = self.months[1] - self.months[0] + 1
        if self.kind is PeriodKind.TERM:
            count -= _MONTHS
        elif self.kind in (PeriodKind.NINE_MONTHS, PeriodKind.CUMULATIVE):
            count = _MONTHS
        return self._shifted(direction * count)


_KINDS = {  # months: (where in the year it may begin, kind)
    1: (1, PeriodKind.MONTH),
    3: (3, PeriodKind.QUARTER),
    6: (6, PeriodKind.HALF),
    9: (_MONTHS, PeriodKind.NINE_MONTHS),
}
_SIZES = {PeriodKind.MONTH: 1, PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: _MONTHS}


def _year_before(day: date) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year - 1, 2, 28)
    return day.replace(year=day.year - 1)


class Relation(StrEnum):
    """How the days of one period lie to those of another."""

    SAME = "same"
    CONTAINS = "contains"
    WITHIN = "within"
    OVERLAPS = "overlaps"
    BEFORE = "before"
    AFTER = "after"


@dataclass(frozen=True, slots=True)
class PeriodComparison:
    """How two periods lie to each other.

    Attributes:
        relation: by their days.
        is_mixed: they are counted under different regimes, so that the same name means other days; never for spans
            that are told by their days.
        warning: a sentence for the person when ``is_mixed``, else None.
    """

    relation: Relation
    is_mixed: bool
    warning: str | None


def compare_periods(one: Period, other: Period) -> PeriodComparison:
    """Compare two periods by their days, and say so when their regimes differ (DOMAIN 2.2)."""
    is_mixed = one.regime != other.regime and one.months is not None and other.months is not None
    warning = None
    if is_mixed:
        warning = (
            f"Hai kỳ tính theo hai chế độ báo cáo khác nhau ({_days(one)} và {_days(other)}); "
            "hãy ghi rõ ngày chốt số liệu khi so sánh."
        )
    return PeriodComparison(_relation(one, other), is_mixed, warning)


def _relation(one: Period, other: Period) -> Relation:
    if (one.first_on, one.last_on) == (other.first_on, other.last_on):
        return Relation.SAME
    if one.contains(other):
        return Relation.CONTAINS
    if other.contains(one):
        return Relation.WITHIN
    if one.overlaps(other):
        return Relation.OVERLAPS
    return Relation.BEFORE if one.last_on < other.first_on else Relation.AFTER


def _days(period: Period) -> str:
    return f"{period.first_on:%d/%m/%Y}–{period.last_on:%d/%m/%Y}"
