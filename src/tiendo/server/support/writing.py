# SPDX-License-Identifier: Apache-2.0
"""Figures, dates and periods as a page writes them, in the language of the request.

What is here: the choice of language around the kernel's forms. Not here: the forms (``kernel``), marking up.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext

from tiendo.kernel.dates import format_date
from tiendo.kernel.numbers import round_half_up
from tiendo.kernel.period import Period
from tiendo.kernel.period_codes import format_short, parse_sdmx
from tiendo.kernel.period_words import format_period
from tiendo.render import words
from tiendo.render.lang import Lang

NONE = "—"  # there is no figure; never 0
_HELD = "\u00a0"

Figure = Decimal | int


def page_language() -> Lang:
    """The language in which the page is written."""
    return Lang.EN if (get_language() or "").startswith("en") else Lang.VI


def write_figure(value: Figure | None, decimals: int | None = None) -> str:
    """A number as it is printed: "1.234,5", "−3,20", in English "1,234.5".

    Args:
        value: None is a dash.
        decimals: how many to print; None prints the digits the value has.

    Raises:
        TypeError: a float, which is never exact.
    """
    if value is None:
        return NONE
    if isinstance(value, float):
        raise TypeError("a figure is exact: Decimal or int, never float")
    exact = Decimal(value)
    return words.figure(exact if decimals is None else round_half_up(exact, decimals), page_language())


def write_signed(value: Figure | None, decimals: int | None = None) -> str:
    """A change: "+11,0", "−15,9", "0,0"."""
    written = write_figure(value, decimals)
    is_up = value is not None and value > 0 and any(digit in written for digit in "123456789")
    return f"+{written}" if is_up else written


def write_quantity(value: Figure | None, unit: str, decimals: int | None = None) -> str:
    """A number held together with its unit: "402 tỷ đồng", "26,7 %"; a dash has no unit."""
    written = write_figure(value, decimals)
    return written if value is None else words.with_unit(written, unit, page_language())


def write_percent(value: Figure | None, decimals: int | None = None) -> str:
    """A share in hundredths: "26,7 %", in English "26.7%"; never clamped."""
    return write_quantity(value, "%", decimals)


def write_points(value: Figure | None, decimals: int | None = None) -> str:
    """A difference of two percentages: "−15,9 điểm"."""
    written, unit = write_signed(value, decimals), gettext("points")
    return written if value is None else f"{written}{_HELD}{unit}"


def write_growth(value: Figure | None, decimals: int | None = None) -> str:
    """A change in per cent: "+11,0 %"."""
    written = write_signed(value, decimals)
    return written if value is None else words.with_unit(written, "%", page_language())


def write_day(day: date | None) -> str:
    """A date or the date of a moment: "21/11/2026"."""
    if day is None:
        return NONE
    return format_date(localtime(day).date() if isinstance(day, datetime) else day)


def write_moment(moment: datetime | None) -> str:
    """A moment in the time of the installation: "21/11/2026 08:30"."""
    if moment is None:
        return NONE
    local = localtime(moment)
    return f"{format_date(local.date())}{_HELD}{local:%H:%M}"


def write_period(period: Period | str | None) -> str:
    """A period in words: "9 tháng đầu năm 2024", in English "9 months of 2024".

    Args:
        period: the period, or its SDMX code ("2024-Q1"); None or "" is a dash.
    """
    if not period:
        return NONE
    known = parse_sdmx(period) if isinstance(period, str) else period
    return format_period(known) if page_language() is Lang.VI else words.period(format_short(known), Lang.EN)


def initials(name: str) -> str:
    """The letters that stand for a person: of a Vietnamese name the middle one and the given one."""
    return "".join(word[0] for word in name.split()[-2:]).upper()
