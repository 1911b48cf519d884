# SPDX-License-Identifier: Apache-2.0
"""Sheets in the words of a page: what is wrong with a cell as one sentence with its numbers, states, groups."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tiendo.formula import Calculation, Name, When, parse_formula, write_formula
from tiendo.server.collect.data import Cadence, CellRow, Choice, Flaw, FlawKind, Grid, LineRow, Move, Severity, State
from tiendo.server.figures.data import Gap, IndicatorRow, Nature
from tiendo.server.support.writing import write_day, write_figure, write_growth, write_quantity

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

    from tiendo.server.collect.data import FormDefinition

GROUPS: dict[str, StrPromise] = {
    "late": _("Overdue"),
    "returned": _("Sent back"),
    "due": _("Due"),
    "review": _("Waiting for review"),
    "done": _("Done"),
}
#: Sign of a state, beside its word.
SIGNS: dict[State, str] = {
    State.OPEN: "calendar",
    State.ENTERING: "pencil",
    State.SUBMITTED: "hourglass",
    State.RETURNED: "arrow-back-up",
    State.APPROVED: "check",
    State.LOCKED: "lock",
    State.CORRECTED: "lock",
}
MOVES: dict[Move, StrPromise] = {
    Move.TYPE: _("began to type"),
    Move.SUBMIT: _("sent it in"),
    Move.RETURN: _("sent it back"),
    Move.APPROVE: _("approved it"),
    Move.LOCK: _("locked it"),
    Move.CORRECT: _("corrected it"),
}
CADENCES: dict[Cadence, StrPromise] = {
    Cadence.MONTH: _("every month"),
    Cadence.QUARTER: _("every quarter"),
    Cadence.HALF: _("every half year"),
    Cadence.YEAR: _("every year"),
}
REGIMES: dict[str, StrPromise] = {
    "calendar": _("calendar months"),
    "administrative": _("from the 15th to the 14th (Decree 09/2019)"),
}
GAPS: dict[Gap, StrPromise] = {
    Gap.NOT_REPORTED: _("not there yet"),
    Gap.NOT_APPLICABLE: _("does not arise here"),
    Gap.NOT_DUE: _("not collected in this period"),
}
_SIGNS: dict[str, StrPromise] = {
    "=": _("must equal"),
    "<=": _("must be at most"),
    ">=": _("must be at least"),
}
_AGAINST: dict[str, StrPromise] = {
    "previous": _("the period before"),
    "same_period": _("the same period of last year"),
}
_SCORE = 1  # decimals


def is_english() -> bool:
    """Whether the page is in English."""
    return (get_language() or "").startswith("en")


def name_of(indicator: IndicatorRow) -> str:
    """The indicator in the language of the page."""
    return indicator.name_en if is_english() else indicator.name_vi


def title_of(title: str, title_en: str) -> str:
    """The title of a form in the language of the page, where there is one."""
    return title_en if is_english() and title_en else title


def say_due(definition: FormDefinition) -> str:
    """When a form is due: "3 ngày làm việc sau ngày chốt"."""
    due = definition.due
    if due.working_days is not None:
        return gettext("%(days)s working days after the cut-off") % {"days": due.working_days}
    if due.months_after:
        return gettext("on the %(day)s. of the month after") % {"day": due.day}
    return gettext("on the %(day)s. of the month of the cut-off") % {"day": due.day}


def write_cell(cell: CellRow, line: LineRow) -> str:
    """What stands in a cell that nobody can type into."""
    if cell.gap is not None:
        return gettext("there is no figure")
    if cell.value is None:
        return cell.text or "—"
    return write_value(cell.value, line.indicator)


def write_value(value: Decimal | None, indicator: IndicatorRow) -> str:
    """A figure without its unit; yes or no for an answer."""
    if value is not None and indicator.nature is Nature.YES_NO:
        return gettext("yes") if value else gettext("no")
    return write_figure(value)


def write_reading(value: Decimal, measure: str) -> str:
    """One of the two readings of an ambiguous number, so that they cannot be taken for each other."""
    whole, _point, part = f"{value:f}".partition(".")
    if not part:
        return write_quantity(value, measure)
    told = {"whole": whole, "part": part, "measure": measure}
    return gettext("%(whole)s point %(part)s (%(measure)s)") % told


def say_choice(choice: Choice) -> str:
    """How such a reading is called."""
    return gettext("decimal comma") if choice is Choice.DECIMAL else gettext("thousands")


def say_flaw(flaw: Flaw, grid: Grid) -> str:
    """One sentence: what is wrong and what to do, with its arithmetic."""
    if flaw.kind is FlawKind.ARITHMETIC:
        return _say_arithmetic(flaw, grid)
    line = next(one for one in grid.lines if one.code == flaw.lines[0])
    return _SENTENCES[flaw.kind](flaw, line)


def _number(value: Decimal | str | None) -> str:
    return write_figure(value) if isinstance(value, Decimal) else str(value or "—")


def _say_range(flaw: Flaw, line: LineRow) -> str:
    measure = line.indicator.measure
    told = {"value": write_quantity(_as_decimal(flaw.told["value"]), measure)}
    low, high = flaw.told["low"], flaw.told["high"]
    told |= {"low": _number(low), "high": _number(high)}
    if flaw.severity is Severity.WARNING:
        return _say_unusual(low is None, high is None) % told
    if low is None:
        return gettext("%(value)s is more than there can be (%(high)s).") % told
    if high is None:
        return gettext("%(value)s is less than there can be (%(low)s).") % told
    return gettext("%(value)s cannot be: it lies between %(low)s and %(high)s.") % told


def _say_unusual(has_no_low: bool, has_no_high: bool) -> str:
    if has_no_high:
        return gettext("%(value)s is less than usual (%(low)s and more): say why, or mend it.")
    if has_no_low:
        return gettext("%(value)s is more than usual (up to %(high)s): say why, or mend it.")
    return gettext("%(value)s lies outside what is usual (%(low)s … %(high)s): say why, or mend it.")


def _say_change(flaw: Flaw, line: LineRow) -> str:
    told = {
        "moved": write_growth(_as_decimal(flaw.told["moved"]), _SCORE),
        "former": write_quantity(_as_decimal(flaw.told["former"]), line.indicator.measure),
        "against": _AGAINST[str(flaw.told["against"])],
    }
    return gettext("%(moved)s against %(against)s (%(former)s): say why, or mend it.") % told


def _say_outlier(flaw: Flaw, line: LineRow) -> str:
    usual = write_quantity(_as_decimal(flaw.told["usual"]), line.indicator.measure)
    told = {"usual": usual, "score": write_figure(_as_decimal(flaw.told["score"]), 2)}
    if flaw.told["method"] == "ratio":
        return gettext("%(score)s times what is usual (%(usual)s): check the unit of measure, or say why.") % told
    return gettext("Unlike the figures before it (usually %(usual)s; deviation %(score)s): say why, or mend it.") % told


_SENTENCES: dict[FlawKind, Callable[[Flaw, LineRow], str]] = {
    FlawKind.EMPTY: lambda _flaw, _line: gettext("Empty: type a number, or say why there is none."),
    FlawKind.REASON: lambda _flaw, _line: gettext("Say why there is no figure."),
    FlawKind.ANSWER: lambda _flaw, _line: gettext("Answer yes or no."),
    FlawKind.UNREADABLE: lambda flaw, line: (
        gettext("“%(text)s” is no number of “%(measure)s”: write it like 1.234,5.")
        % {"text": flaw.told["text"], "measure": line.indicator.measure}
    ),
    FlawKind.AMBIGUOUS: lambda flaw, _line: (
        gettext("“%(text)s” can be read in two ways: choose the one you mean.") % {"text": flaw.told["text"]}
    ),
    FlawKind.SENT_BACK: lambda flaw, _line: (
        gettext("Sent back: %(reason)s. Mend it, or write a note why it is right.") % {"reason": flaw.told["reason"]}
    ),
    FlawKind.RANGE: _say_range,
    FlawKind.CHANGE: _say_change,
    FlawKind.OUTLIER: _say_outlier,
}


def _say_arithmetic(flaw: Flaw, grid: Grid) -> str:
    def write(name: Name) -> str:
        match name.when:
            case When.PREVIOUS:
                value = grid.beside[name.code].previous
            case When.SAME_PERIOD:
                value = grid.beside[name.code].same
            case _:
                value = grid.cells[name.code].value
        return write_figure(value)

    sides = {}
    for side in ("left", "right"):
        parts = parse_formula(str(flaw.told[side]))
        written = write_formula(parts, write)
        total = write_figure(_as_decimal(flaw.told[f"{side}_value"]))
        sides[side] = f"{written} = {total}" if isinstance(parts, Calculation) else written
    told = {
        **sides,
        "sign": _SIGNS[str(flaw.told["sign"])],
        "difference": write_quantity(_as_decimal(flaw.told["difference"]), str(flaw.told["measure"])),
    }
    sentence = gettext("%(left)s %(sign)s %(right)s (difference %(difference)s).") % told
    meaning = flaw.told["message_en" if is_english() else "message"] or flaw.told["message"]
    return f"{meaning}: {sentence}" if meaning else sentence


def _as_decimal(value: Decimal | str | None) -> Decimal:
    return value if isinstance(value, Decimal) else Decimal(0)


def say_days(days: int) -> str:
    """How far a day is from today, in words: "quá hạn 3 ngày", "còn 5 ngày"."""
    if days < 0:
        return gettext("%(days)s days overdue") % {"days": -days}
    if days == 0:
        return gettext("due today")
    return gettext("%(days)s days left") % {"days": days}


def say_saved(cell: CellRow) -> str:
    """Who saved a cell last, and when."""
    return f"{cell.by}, {write_day(cell.at)}" if cell.at else ""
