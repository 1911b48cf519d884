# SPDX-License-Identifier: Apache-2.0
"""A cumulative figure that falls: nine months cannot bring less than six months of the same year did.

Only amounts that are summed over time (thu, chi, giải ngân …); numbers of households or posts may fall.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from tiendo.kernel.arithmetic import scale_of, values_of
from tiendo.kernel.findings import Kind, Measurement, Reading
from tiendo.kernel.problem import Problem, Severity
from tiendo.kernel.units import Dimension, find_unit
from tiendo.verify.subjects import subject_key

_FLOW = re.compile(
    r"^(?:tổng |số )?(?:thu|chi|giải ngân|doanh thu|kim ngạch|lũy kế|sản lượng|vốn giải ngân"
    r"|giá trị (?:giải ngân|xuất khẩu))(?!\w)"
)
_FROM_JANUARY = re.compile(r"(\d{4})-01/\1-(\d{2})")
_YEAR = re.compile(r"\d{4}")


def find(reading: Reading) -> Iterator[Problem]:
    """Cumulative amounts of one subject and year that fall from an earlier month to a later one."""
    groups: dict[tuple[str, str], list[tuple[int, Measurement]]] = defaultdict(list)
    for found in reading.measurements:
        month = _month(found.period)
        subject = subject_key(found.subject)
        if month is None or found.kind is not Kind.ACTUAL or found.second is not None or not _FLOW.match(subject):
            continue
        unit = find_unit(found.unit)
        if unit is None or unit.dimension not in (Dimension.MONEY, Dimension.DOLLAR, Dimension.MASS):
            continue
        groups[subject, (found.period or "")[:4]].append((month, found))
    for group in groups.values():
        group.sort(key=lambda pair: pair[0])
        for (month, one), (later, other) in pairwise(group):
            if month < later and values_of(other.quantity, is_loose=True).is_below(
                values_of(one.quantity, is_loose=True)
            ):
                yield _problem(month, one, later, other)


def _month(period: str | None) -> int | None:
    """The month up to which a period counts from January."""
    span = _FROM_JANUARY.fullmatch(period or "")
    if span is not None:
        return int(span.group(2))
    return 12 if period and _YEAR.fullmatch(period) else None


def _problem(month: int, one: Measurement, later: int, other: Measurement) -> Problem:
    sign = "<" if scale_of(one.quantity) == scale_of(other.quantity) else "ít hơn"
    return Problem(
        "cumulative_falls",
        Severity.SUSPICIOUS,
        other.quote,
        f"Lũy kế {later} tháng {other.quote} {sign} {month} tháng {one.quote}; số lũy kế không thể giảm,"
        " hãy kiểm tra hai số và kỳ của chúng.",
        f"The total up to month {later} ({other.quote}) is below that up to month {month} ({one.quote}); a cumulative"
        " figure cannot fall, check both figures and their periods.",
        span=other.span,
        cell=other.cell,
        related=tuple(place for place in (one.span or one.cell,) if place is not None),
    )
