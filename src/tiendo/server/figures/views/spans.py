# SPDX-License-Identifier: Apache-2.0
"""Longer periods, changes on the year before, standards and components in the words of the page of a series."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from tiendo.kernel.period import Period
from tiendo.render.lang import Lang
from tiendo.server.figures.data import (
    Components,
    FigureRow,
    Growth,
    Hindrance,
    IndicatorRow,
    MappedPoint,
    Nature,
    SpanTotal,
    Standard,
)
from tiendo.server.figures.views import words
from tiendo.server.figures.views.wholes import write_change
from tiendo.server.support import writing

_MOST_MONTHS = 6  # more are counted, not named
Change = tuple[Standard | None, Standard]


def write_growth(growth: Growth | None, meant: IndicatorRow) -> str:
    """The change on the same period: "+11,0 %", of a ratio "−0,4 điểm"; empty where there is none."""
    if growth is None or growth.value is None:
        return ""
    return write_change(growth.value, meant) if meant.nature is Nature.RATIO else writing.write_growth(growth.value, 1)


def name_standard(standard: Standard) -> str:
    """In the language of the page."""
    return standard.name_en if writing.page_language() is Lang.EN else standard.name_vi


def tell_change(change: Change) -> str:
    """Why two periods cannot be compared."""
    before, after = change
    told = {
        "after": name_standard(after),
        "day": writing.write_day(after.first_on),
        "before": _("another standard") if before is None else name_standard(before),
    }
    return (
        _("Not comparable: counted by “%(after)s” from %(day)s on, by “%(before)s” before. That is no change of life.")
        % told
    )


def tell_span(span: SpanTotal, meant: IndicatorRow) -> dict[str, Any]:
    """A row of the table of longer periods."""
    parts = [_tell_part(point, meant) for point in span.points] if span.value is not None else []
    number = None if span.value is None else words.write_number(span.value, meant)
    return {
        "period": span.period,
        "value": number,
        "hedge": words.hedge(span.qualifier, span.status) if number else "",
        "is_estimated": span.value is not None and span.quality.value == "estimated",
        "parts": parts,
        "quotient": _write_quotient(span),
        "why_not": _why_not(span, meant),
        "own": "" if span.whole is None else _tell_part(span.whole, meant),
        "difference": "" if not span.difference else write_change(span.difference, meant),
        "is_at_odds": span.is_at_odds,
    }


def _write_quotient(span: SpanTotal) -> str:
    if span.numerator is None or span.denominator is None:
        return ""
    parts = (span.numerator, span.denominator)
    return "/".join(writing.write_figure(words.trim(part.value)) for part in parts)


def _tell_part(point: MappedPoint, meant: IndicatorRow) -> dict[str, str]:
    """A number of the addition, with the way to its source where it is one figure."""
    value = "—" if point.value is None else words.write_number(point.value, meant)
    if point.numerator is not None and point.denominator is not None:
        parts = (point.numerator, point.denominator)
        value = "/".join(writing.write_figure(words.trim(part.value)) for part in parts)
    alone = point.figures[0] if len(point.figures) == 1 else None
    return {
        "period": writing.write_period(point.period),
        "value": " ".join(filter(None, (words.hedge(point.qualifier, point.status), value))),
        "url": "" if alone is None else reverse("figure", args=[alone.id]),
    }


def _why_not(span: SpanTotal, meant: IndicatorRow) -> str:
    match span.hindrance:
        case None:
            return ""
        case Hindrance.MISSING:
            shown = ", ".join(writing.write_period(period) for period in span.missing[:_MOST_MONTHS])
            more = len(span.missing) - _MOST_MONTHS
            told = {
                "reported": span.reported,
                "expected": span.expected,
                "missing": shown + (_(" and %(more)s more") % {"more": more} if more > 0 else ""),
            }
            if span.expected == 1:
                return _("There is no figure at the end: %(missing)s.") % told
            return _("Only %(reported)s of %(expected)s months have a figure, still missing: %(missing)s.") % told
        case Hindrance.REFUSED:
            return span.sentence_en if writing.page_language() is Lang.EN else span.sentence_vi
        case Hindrance.STANDARD:
            return _("It was counted by two standards: there is no sum of both.")
        case _:
            sentence = _(
                "“%(name)s” of a longer period needs both numbers of each ratio: ask for them. Ratios have no mean."
            )
            return sentence % {"name": words.name_of(meant)}


def tell_components(found: Components | None, meant: IndicatorRow) -> dict[str, Any] | None:
    """The table "Trong đó"; None where there are none."""
    if found is None:
        return None
    return {
        "periods": found.periods,
        "rows": [
            {
                "indicator": part,
                "name": words.name_of(part),
                "cells": [
                    _tell_cell(part, figure, period) for figure, period in zip(figures, found.periods, strict=True)
                ],
            }
            for part, figures in found.rows
        ],
        "sums": [
            {
                "period": period,
                "value": None if one.value is None else f"{words.write_number(one.value, meant)} {meant.measure}",
                "count": _("%(reported)s of %(expected)s") % {"reported": one.reported, "expected": one.expected},
                "whole": "" if one.whole is None else words.write_value(one.whole, meant),
                "difference": write_change(one.difference, meant) if one.difference else "",
                "is_at_odds": one.is_at_odds,
            }
            for one, period in zip(found.sums, found.periods, strict=False)
        ],
    }


def _tell_cell(part: IndicatorRow, figure: FigureRow | None, period: Period) -> dict[str, Any]:
    if figure is None:
        return {"period": period, "url": ""}
    return {
        "period": period,
        "value": words.write_value(figure, part),
        "url": reverse("figure", args=[figure.id]),
    }
