# SPDX-License-Identifier: Apache-2.0
"""Figures in the words of a page: the value as it was printed, how firm it is, where it comes from."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from tiendo.kernel.quantity import Qualifier
from tiendo.server.figures.data import Deed, FigureRow, FigureStatus, IndicatorRow, Nature, SourceKind
from tiendo.server.support import writing
from tiendo.server.support.data import Revision

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise

STATUSES: dict[FigureStatus, StrPromise] = {
    FigureStatus.ACTUAL: _("actual"),
    FigureStatus.ESTIMATE: _("estimated"),
    FigureStatus.FINAL: _("final"),
    FigureStatus.MISSING: _("missing"),
}
SOURCES: dict[SourceKind, StrPromise] = {
    SourceKind.DOCUMENT: _("document"),
    SourceKind.ENTRY: _("typed in"),
    SourceKind.FILE: _("data file"),
    SourceKind.API: _("another system"),
    SourceKind.PACK: _("data pack"),
    SourceKind.FORMULA: _("computed"),
}
DEEDS: dict[Deed, StrPromise] = {
    Deed.CORRECT: _("correction"),
    Deed.WITHDRAW: _("after a withdrawal"),
}
_HEDGES: dict[Qualifier, StrPromise] = {
    Qualifier.ABOUT: _("about"),
    Qualifier.OVER: _("more than"),
    Qualifier.UNDER: _("nearly"),
    Qualifier.AT_LEAST: _("at least"),
    Qualifier.AT_MOST: _("at most"),
}


def name_of(indicator: IndicatorRow) -> str:
    """The indicator in the language of the page."""
    return indicator.name_en if (get_language() or "").startswith("en") else indicator.name_vi


def definition_of(indicator: IndicatorRow) -> str:
    """What it means, in the language of the page."""
    return indicator.definition_en if (get_language() or "").startswith("en") else indicator.definition_vi


def group_of(indicator: IndicatorRow) -> str:
    """The heading under which lists show it: "I. Kinh tế"; empty without one."""
    group = indicator.group
    if group is None:
        return ""
    return f"{group.number}. {group.name_en if (get_language() or '').startswith('en') else group.name_vi}"


def hedge_of(row: FigureRow) -> str:
    """The word before the number; "ước" is the firmness of the figure, and not "khoảng" besides."""
    return hedge(row.qualifier, row.status)


def hedge(qualifier: Qualifier, status: FigureStatus) -> str:
    """The words before a number of this hedge and firmness."""
    is_estimate = status is FigureStatus.ESTIMATE
    words = [gettext("est.")] if is_estimate else []
    if qualifier in _HEDGES and not (is_estimate and qualifier is Qualifier.ABOUT):
        words.append(str(_HEDGES[qualifier]))
    return " ".join(words)


def number_of(row: FigureRow, indicator: IndicatorRow) -> str | None:
    """The figure without its unit, with the digits it has; None when it is missing."""
    if row.is_missing:
        return None
    if indicator.nature is Nature.YES_NO:
        return gettext("yes") if row.value else gettext("no")
    if row.value is None:
        parts = (row.numerator, row.denominator)
        return "/".join(writing.write_figure(trim(part.value)) for part in parts if part is not None)
    written = writing.write_figure(trim(row.value))
    return written if row.upper is None else f"{written}–{writing.write_figure(trim(row.upper))}"


def unit_of(row: FigureRow, indicator: IndicatorRow) -> str:
    """The unit beside the number."""
    if indicator.nature is Nature.YES_NO or row.is_missing:
        return ""
    return row.numerator.unit if row.numerator is not None else indicator.measure


def write_value(row: FigureRow, indicator: IndicatorRow) -> str:
    """The whole figure in one line: "hơn 3.200 tỷ đồng"."""
    number = number_of(row, indicator)
    if number is None:
        return gettext("no figure: %(reason)s") % {"reason": row.gap_reason}
    return " ".join(filter(None, (hedge_of(row), number, unit_of(row, indicator))))


def trim(value: Decimal) -> Decimal:
    """The number without zeros behind its last digit, which an exact conversion of units leaves."""
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".")) if "." in text else value


def places(value: Decimal, decimals: int) -> int | None:
    """None, for the digits it has, where they are few; else those of the indicator: a quotient may have no end."""
    exponent = trim(value).as_tuple().exponent
    return decimals if isinstance(exponent, int) and -exponent > decimals else None


def write_number(value: Decimal, indicator: IndicatorRow) -> str:
    """A computed value without its unit."""
    exact = trim(value)
    return writing.write_figure(exact, places(exact, indicator.decimals))


def to_revision(row: FigureRow, indicator: IndicatorRow, url: str) -> Revision:
    """A row as a line of the list of all values."""
    state = [str(STATUSES[row.status])]
    if row.deed in DEEDS:
        state.append(str(DEEDS[row.deed]))
    if row.is_current:
        state.append(gettext("in force"))
    who = " · ".join(filter(None, (row.recorded_by or gettext("the system"), str(SOURCES[row.source.kind]))))
    return Revision(
        value=write_value(row, indicator),
        state=", ".join(state),
        who=who,
        at=row.recorded_at,
        is_current=row.is_current,
        reason=row.note,
        url=url,
        url_label=_("its source") if url else "",
    )
