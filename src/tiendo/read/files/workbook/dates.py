# SPDX-License-Identifier: Apache-2.0
"""Serial days of workbooks → dates in Vietnamese print.

What is here: the two epochs and the parts of a date format. Not here: number formats (``formats``).
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

_PART = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[[^\]]*\]|_.|\*.|(?P<part>y+|m+|d+|h+|s+|AM/PM|A/P)|(?P<other>.)',
    re.IGNORECASE | re.DOTALL,
)
_EPOCH = datetime(1899, 12, 30)  # Excel counts a 29-02-1900 that never was: right from 01-03-1900 on
_EPOCH_1904 = datetime(1904, 1, 1)
_FIRST_RIGHT_DAY = 61
_LAST_DAY = 2_900_000  # before the year 10000 in both epochs
_SHORT_YEAR = 2


def show_date(serial: float, code: str, *, is_1904: bool = False) -> str | None:
    """What a cell shows of a day or time, day before month as in Vietnam; None when it is no possible day.

    Examples:
        >>> show_date(46173.0, "m/d/yyyy"), show_date(46173.75, "dd/mm/yyyy hh:mm")
        ('31/05/2026', '31/05/2026 18:00')
    """
    if not 0 <= serial < _LAST_DAY:
        return None
    epoch = _EPOCH_1904 if is_1904 else _EPOCH
    early = 0 if is_1904 or serial >= _FIRST_RIGHT_DAY else 1
    # Rounded to the second: a fraction of a day is never exact.
    moment = epoch + timedelta(days=int(serial) + early, seconds=round((serial - int(serial)) * 86_400))
    section = code.split(";", 1)[0]
    parts = [(m["part"] or "").lower() for m in _PART.finditer(section)]
    names = {part[0] for part in parts if part}
    if {"d", "m", "y"} <= names:
        # The order of a locale is not in the format; a reader in Vietnam sees day, month, year.
        return f"{moment:%d/%m/}{moment.year:04d}" + (f" {moment:%H:%M}" if "h" in names else "")
    return _fill(section, moment).strip() or None


def _fill(section: str, moment: datetime) -> str:
    out: list[str] = []
    last = ""
    for token in _PART.finditer(section):
        part = (token["part"] or "").lower()
        if part:
            out.append(_value(part, moment, is_minute=last == "h"))
            last = part[0]
        else:
            out.append(token["quoted"] or token["escaped"] or token["other"] or "")
    return "".join(out)


def _value(part: str, moment: datetime, *, is_minute: bool) -> str:
    match part[0]:
        case "y":
            return f"{moment.year % 100:02d}" if len(part) <= _SHORT_YEAR else f"{moment.year:04d}"
        case "m":
            return f"{moment.minute:02d}" if is_minute else f"{moment.month:02d}"
        case "d":
            return f"{moment.day:02d}"
        case "h":
            return f"{moment.hour:02d}"
        case "s":
            return f"{moment.second:02d}"
        case _:
            return ""
