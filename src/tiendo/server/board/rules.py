# SPDX-License-Identifier: Apache-2.0
"""How rows of a board are narrowed, ordered and put into words. Pure but for the language of the page.

What is here: order, search, words of plans, periods and reasons. Not here: queries, markup (``drawing``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tiendo.evaluate import Nature, Reason, RuleKind, Status
from tiendo.evaluate.data import CHANGES
from tiendo.kernel.period import ADMINISTRATIVE, CALENDAR, Period
from tiendo.kernel.period_codes import parse_sdmx
from tiendo.kernel.problem import Severity
from tiendo.kernel.vietnamese import search_key
from tiendo.server.board.data import Choice, Group
from tiendo.server.support.statuses import STATUSES
from tiendo.server.support.writing import write_figure, write_period
from tiendo.server.targets.data import BoardRow, SparkPoint

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

#: ``support.writing.write_figure``, or what does the same for a language that is known already.
WriteFigure = Callable[[Decimal, int | None], str]
_MONTHS = 12
_PLACES = {code: place for place, code in enumerate(STATUSES)}
_MET = {Reason.BETTER, Reason.SATISFIED, Reason.PACE_KEPT}
_UNMET = {Reason.NOT_SATISFIED, Reason.BEHIND, Reason.IN_BAND}
#: What stands before a planned value. "At least" is what a planned amount means anyway; a share says it.
_SIGNS = {
    RuleKind.MORE_THAN: "> ",
    RuleKind.AT_MOST: "≤ ",
    RuleKind.LESS_THAN: "< ",
    RuleKind.ABOUT: "≈ ",
    RuleKind.SHARE_OF_UNITS: "≥ ",
    RuleKind.COMPONENTS: "≥ ",
    RuleKind.REDUCE_BY_PERCENT: "≥ ",
    RuleKind.INCREASE_BY_PERCENT: "≥ ",
    RuleKind.REDUCE_BY_POINTS: "≥ ",
    RuleKind.INCREASE_BY_POINTS: "≥ ",
}
#: The sign of a problem by how grave it is, as the report of the reader has them. Its word: ``render.words``.
SIGNS = {
    Severity.ERROR: "alert-triangle-filled",
    Severity.SUSPICIOUS: "help",
    Severity.NOTICE: "info-circle",
}
#: Why nobody can say anything yet. Source: the codes of ``evaluate.Reason``.
REASONS: dict[str, StrPromise] = {
    Reason.NO_PHASING: gettext_lazy("No phasing is registered"),
    Reason.UNDECIDED: gettext_lazy("Rounded figures do not decide it"),
    Reason.NO_CLASS: gettext_lazy("No class of the locality fits"),
    Reason.NO_FIGURE: gettext_lazy("No figure yet"),
    Reason.NOT_REPORTED: gettext_lazy("Not reported"),
    Reason.NOT_APPLICABLE: gettext_lazy("Does not apply to this period"),
    Reason.NOT_DUE: gettext_lazy("Not due yet"),
    Reason.COLLECTED_YEARLY: gettext_lazy("Collected once a year"),
    Reason.PLAN_MISSING: gettext_lazy("No plan is set"),
    Reason.PLAN_ZERO: gettext_lazy("The plan is zero"),
    Reason.BASE_MISSING: gettext_lazy("The base figure is missing"),
    Reason.BASE_ZERO: gettext_lazy("The base figure is zero"),
    Reason.BASE_OF_OTHER_LENGTH: gettext_lazy("The base period has another length"),
    Reason.DENOMINATOR_ZERO: gettext_lazy("The denominator is zero"),
    Reason.UNITS_DIFFER: gettext_lazy("Figure and plan are in different units"),
    Reason.NO_COMPONENTS: gettext_lazy("No component counts yet"),
    Reason.WRONG_FORM: gettext_lazy("The figure has another form than the target"),
}


def read_code(code: str) -> Period:
    """A period of its code; one that begins on the 15th is counted as administrative reports count.

    Raises:
        PeriodError: no such code.
    """
    period = parse_sdmx(code, CALENDAR)
    if period.months is None:
        other = parse_sdmx(code, ADMINISTRATIVE)
        return other if other.months is not None else period
    return period


def name_period(period: Period | None, year: int) -> str:
    """A period inside the year of the board, in few words: "9 tháng", "cả năm"."""
    if period is None:
        return ""
    months = period.months
    if months is not None and months[0] == year * _MONTHS:
        count = months[1] - months[0] + 1
        if count == _MONTHS:
            return _("the whole year")
        if count < _MONTHS:
            return ngettext("%(count)s month", "%(count)s months", count) % {"count": count}
    return write_period(period)


def name_month(day: date, year: int) -> str:
    """The month of a figure that is older than the period: "T8", with its year where that is another one."""
    told = _("M%(month)s") % {"month": day.month}
    return told if day.year == year else f"{told}/{day.year}"


def select_rows(rows: Iterable[BoardRow], choice: Choice) -> list[BoardRow]:
    """The rows that fit the choice, in the order they had."""
    words = _words(choice.find)
    return [row for row in rows if _fits(row, choice) and (not words or _is_named(row, words))]


def _fits(row: BoardRow, choice: Choice) -> bool:
    wanted = ((choice.lead, row.lead), (choice.source, row.plan_assigner), (choice.status, row.status))
    if any(asked and asked != held for asked, held in wanted):
        return False
    if choice.only == "missing":
        return is_missing(row)
    return row.is_decision_old if choice.only == "old" else True


def _words(text: str) -> tuple[bool, list[str]] | None:
    """The words looked for, and whether their marks count: they do when any was typed."""
    exact = search_key(text, has_marks=True)
    return (exact != search_key(text), exact.split()) if exact else None


def _is_named(row: BoardRow, words: tuple[bool, list[str]]) -> bool:
    has_marks, listed = words
    names = search_key(f"{row.number} {row.name} {row.name_en} {row.lead}", has_marks=has_marks)
    return all(word in names for word in listed)


def is_missing(row: BoardRow) -> bool:
    """Whether a figure of the period is expected and not there."""
    return row.is_stale or (row.actual is None and row.reason in (Reason.NO_FIGURE, Reason.NOT_REPORTED))


def order_rows(rows: Sequence[BoardRow], order: str) -> list[Group]:
    """Worst first: in the groups of the resolution, or the whole table."""
    heads = {row.target_id: row for row in rows if row.level == 1}

    def worst_first(row: BoardRow) -> tuple[int, int, int, int]:
        head = heads.get(row.parent_id or 0, row)
        return _PLACES[head.status], head.position, row.level, row.position

    listed = sorted(rows, key=worst_first)
    if order == "whole":
        return [Group("", tuple(listed))] if listed else []
    names = dict.fromkeys(row.group for row in sorted(rows, key=lambda row: row.position))
    return [Group(name, tuple(row for row in listed if row.group == name)) for name in names]


def write_plan(row: BoardRow, write: WriteFigure = write_figure) -> str:
    """The planned value with the sign of its rule: "≥ 95", "6,6–6,8"; empty when there is none."""
    if row.rule == RuleKind.YES_NO:
        return _("yes")
    if row.plan_value is None:
        return "0" if row.rule == RuleKind.ZERO else ""
    value = write(row.plan_value, None)
    if row.plan_upper is not None:
        return f"{value}–{write(row.plan_upper, None)}"
    if row.rule == RuleKind.AT_LEAST:
        return f"≥ {value}" if row.nature == Nature.RATIO else value
    return f"{_SIGNS.get(RuleKind(row.rule), '')}{value}"


def write_value(row: BoardRow, write: WriteFigure = write_figure) -> str:
    """The value judged, with the digits it has, at most those of its indicator."""
    if row.actual is None:
        return ""
    if row.nature == Nature.YES_NO:
        return _("yes") if row.actual else _("no")
    return write(row.actual, decimals_of(row.actual, places_of(row)))


def places_of(row: BoardRow) -> int:
    """How many decimals a page shows at most; a change in per cent has one, whatever it is a change of."""
    return max(row.decimals, 1) if row.rule in CHANGES else row.decimals


def decimals_of(value: Decimal, most: int) -> int:
    """How many decimals are printed: those the value has, at most so many."""
    exponent = value.as_tuple().exponent
    return min(max(-exponent, 0), most) if isinstance(exponent, int) else most


def is_met(row: BoardRow) -> bool | None:
    """Whether a target without a share of its plan is met so far; None when nobody can say."""
    if row.actual is None or row.achievement is not None:
        return None
    return True if row.reason in _MET else False if row.reason in _UNMET else None


def share_due(row: BoardRow) -> Decimal | None:
    """What is due by now, in per cent of the plan: where the tick of the bar stands."""
    if row.expected is None or row.achievement is None or not row.plan_value:
        return None
    return row.expected * 100 / row.plan_value


def tell_reason(row: BoardRow) -> str:
    """Why there is no verdict, or what is to be known of it."""
    if row.is_decision_old:
        return _("The figure has changed since the decision")
    if row.status in (Status.UNCLASSIFIED, Status.NOT_ASSESSABLE) and row.reason in REASONS:
        return str(REASONS[row.reason])
    return ""


def spread(points: Sequence[SparkPoint], year: int) -> list[Decimal | None]:
    """The values of a year at equal steps, None where one is missing; the steps are the shortest there is."""
    known = [point for point in points if point.value is not None]
    order = _order_steps(tuple([point.last_on for point in known]), year)
    return [None if place is None else known[place].value for place in order]


@lru_cache(maxsize=1024)  # most targets have figures of the same days
def _order_steps(days: tuple[date, ...], year: int) -> tuple[int | None, ...]:
    """Which of the days stands at each step; of several days of a month the last one."""
    known = {_month_of(day, year): place for place, day in enumerate(days)}
    months = sorted(known)
    if not months:
        return ()
    step = max(1, min((after - before for before, after in pairwise(months)), default=months[0]))
    places = set(range(months[-1], 0, -step)) | set(months)
    return tuple(known.get(month) for month in sorted(places))


def _month_of(day: date, year: int) -> int:
    return (day.year - year) * _MONTHS + day.month
