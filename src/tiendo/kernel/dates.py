# SPDX-License-Identifier: Apache-2.0
"""Dates as Vietnamese documents write them, both ways.

What is here: one date that stands alone. Not here: finding dates in running text, periods (``period_words``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from unicodedata import normalize

LONGEST = 80  # characters of a date or period in words
_MONTHS = 12
_FIRST_BARE_MONTH = 3  # months 1 and 2 take a leading zero
_SPACES = re.compile(r"\s+")
_DATE = re.compile(
    r"(?:ngày )?(?:"
    r"(?P<d>\d{1,2}) ?(?P<mark>[/.-]) ?(?P<m>\d{1,2})(?: ?(?P=mark) ?(?P<y>\d{4}))?"
    r"|(?P<wd>\d{1,2}) tháng (?P<wm>\d{1,2})(?:,? năm (?P<wy>\d{4}))?"
    r"|(?P<iy>\d{4})-(?P<im>\d\d)-(?P<id>\d\d)"
    r")",
    re.ASCII,
)


class DateError(ValueError):
    """A date that cannot be; the message is a sentence for the person."""


def parse_date(text: str, *, year: int | None = None) -> date:
    """Read one date: "16/10/2024", "16-10-2024", "16.10.2024", "ngày 05 tháng 01 năm 2026", "2026-01-05".

    Args:
        text: the date alone.
        year: the year of a date that does not tell it ("16/10"); None refuses such a date.

    Raises:
        DateError: not a date, a date without year, or a day that does not exist.

    Examples:
        >>> parse_date("ngày 05 tháng 01 năm 2026")
        datetime.date(2026, 1, 5)
    """
    found = _DATE.fullmatch(fold(text))
    if found is None:
        raise DateError(f"«{shorten(text)}» không phải là ngày; hãy ghi như 16/10/2024.")
    day, month = (int(found[a] or found[b] or found[c]) for a, b, c in (("d", "wd", "id"), ("m", "wm", "im")))
    stated = found["y"] or found["wy"] or found["iy"]
    if stated is None and year is None:
        raise DateError(f"«{shorten(text)}» chưa có năm; hãy ghi đủ ngày, tháng và bốn chữ số của năm.")
    return make_date(int(stated) if stated else year or 0, month, day)


def format_date(day: date) -> str:
    """The short form: "05/01/2026"."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def format_official_date(day: date) -> str:
    """The form in the head of a document: days below 10 and months 1 and 2 take a leading zero.

    Source: nd-30-2020 annex I.

    Examples:
        >>> format_official_date(date(2026, 9, 5))
        'ngày 05 tháng 9 năm 2026'
    """
    return f"ngày {day.day:02d} tháng {format_month(day.month)} năm {day.year:04d}"


def format_month(month: int) -> str:
    """The number of a month as dates write it: "01", "02", "3" … "12"."""
    return f"{month:02d}" if month < _FIRST_BARE_MONTH else str(month)


def make_date(year: int, month: int, day: int) -> date:
    """The day, or a sentence that says why there is none.

    Raises:
        DateError: no such day.
    """
    try:
        return date(year, month, day)
    except ValueError:
        if not 1 <= month <= _MONTHS:
            raise DateError(f"Không có tháng {month}; hãy ghi ngày trước, tháng sau, tháng từ 1 đến 12.") from None
        if not 1 <= year <= date.max.year:
            raise DateError(f"Không có năm {year}; hãy ghi đủ bốn chữ số của năm.") from None
        longest = monthrange(year, month)[1]
        raise DateError(
            f"Không có ngày {day:02d}/{month:02d}/{year}: tháng {month} năm {year} có {longest} ngày; hãy kiểm tra lại."
        ) from None


def fold(text: str) -> str:
    """Words as they are matched here: NFC, lower case, single spaces; nothing of a text too long to be a date."""
    if len(text) > 2 * LONGEST:  # a decomposed letter is more than one character
        return ""
    return _SPACES.sub(" ", normalize("NFC", text).strip().lower())


def shorten(text: str) -> str:
    """The part of a wrong text that a message repeats."""
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
