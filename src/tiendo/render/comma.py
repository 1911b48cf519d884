# SPDX-License-Identifier: Apache-2.0
"""Figures as CSV that Excel opens: UTF-8 with a byte order mark, one line for each figure.

What is here: the CSV form of rows. Not here: which columns there are (``rows``).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from decimal import Decimal

from tiendo.render.data import Checked, Outcome
from tiendo.render.lang import Lang
from tiendo.render.rows import Row, figure_columns, figure_rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def disarm(text: str) -> str:
    """A text that a spreadsheet would run as a formula gets an apostrophe in front.

    Source: OWASP, CSV injection.
    """
    return f"'{text}" if text.lstrip(" \u00a0").startswith(_FORMULA) or text.startswith(_FORMULA) else text


def write_csv(outcomes: Iterable[Outcome], lang: Lang, *, explain: bool = False) -> Iterator[str]:
    """The lines of the file: a header, then the figures document by document. Numbers have a decimal point."""
    yield "\ufeff" + _line([column.title for column in figure_columns(lang, explain=explain)])
    for outcome in outcomes:
        if isinstance(outcome, Checked):
            for row in figure_rows(outcome, lang, explain=explain):
                yield _line(row)


def _line(row: Row) -> str:
    line = io.StringIO()
    csv.writer(line).writerow([_cell(value) for value in row])
    return line.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, int | float):
        return str(value)
    return disarm(str(value).replace("\x00", ""))
