# SPDX-License-Identifier: Apache-2.0
"""A deadline that was over before the document was written.

Only where both years are printed: elsewhere the reader has chosen them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tiendo.kernel.findings import Directive, Reading
from tiendo.kernel.problem import Problem, Severity

# "vào ngày 16/2/2016" tells when something happened.
_LIMIT = re.compile(r"trước|chậm nhất|muộn nhất|hết|hạn|không quá|xong", re.IGNORECASE)
_DATE = re.compile(
    r"(?<!\d)(?P<d>\d{1,2})(?:\s?[/.-]\s?|\stháng\s)(?P<m>\d{1,2})(?:\s?[/.-]\s?|\snăm\s)(?P<y>(?:19|20)\d\d)(?!\d)"
)
_REACH = 600  # characters before an order
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def find(reading: Reading) -> Iterator[Problem]:
    """The orders of a document that were due before its date."""
    written = reading.facts.dated_on
    if written is None or not _is_printed(reading.document.text, written):
        return
    for order in reading.directives:
        due = order.deadline_on
        if due is None or order.deadline is None or due >= written or not _YEAR.search(order.deadline):
            continue
        if not _LIMIT.search(order.deadline) or _is_told(reading.document.text, order, due):
            continue
        yield Problem(
            "deadline_before_document",
            Severity.SUSPICIOUS,
            order.deadline,
            f"Thời hạn «{order.deadline}» ({_day(due)}) trước ngày của văn bản ({_day(written)});"
            " hãy kiểm tra lại năm hoặc thời hạn.",
            f"The deadline “{order.deadline}” ({due.isoformat()}) is before the date of the document"
            f" ({written.isoformat()}); check the year or the deadline.",
            span=order.span,
        )


def _is_told(text: str, order: Directive, due: date) -> bool:
    """Whether the paragraph tells of an earlier request: "văn bản ngày 16/12/2024 đề nghị … trước ngày 20/01/2025"."""
    start = max(text.rfind("\n", 0, order.span.start) + 1, order.span.start - _REACH)
    for found in _DATE.finditer(text, start, order.span.end):
        try:
            on = date(int(found["y"]), int(found["m"]), int(found["d"]))
        except ValueError:
            continue
        if on < due:
            return True
    return False


def _is_printed(text: str, on: date) -> bool:
    """Whether the date of the document stands in it with its year; else the reader has guessed the year."""
    printed = re.compile(
        rf"(?<!\d)0?{on.day}(?:\s?[/.-]\s?|\stháng\s)0?{on.month}(?:\s?[/.-]\s?|\snăm\s){on.year}(?!\d)"
    )
    return printed.search(text) is not None


def _day(on: date) -> str:
    return f"{on.day}/{on.month}/{on.year}"
