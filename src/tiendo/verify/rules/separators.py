# SPDX-License-Identifier: Apache-2.0
"""A comma where a point parts thousands: "4,974 đảng viên" counts no fraction of a person.

Worth knowing, not wrong by itself: the reader takes such a number by its sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.kernel.findings import Measurement, Reading
from tiendo.kernel.problem import Problem, Severity
from tiendo.kernel.units import Dimension, find_unit

_COMMA = re.compile(
    r"(?<![\d.,])([1-9]\d{0,2}),(\d{3})(?![\d.,])(?!\s?(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\w))", re.IGNORECASE
)


def find(reading: Reading) -> Iterator[Problem]:
    """Counts of whole things that are printed with three decimals."""
    for found in reading.measurements:
        slip = _COMMA.search(found.quote)
        if slip is None or not _counts_whole_things(found):
            continue
        meant = f"{slip.group(1)}.{slip.group(2)}"
        yield Problem(
            "separator",
            Severity.NOTICE,
            found.quote,
            f"«{slip.group()}» {found.unit} có ba chữ số sau dấu phẩy; hãy ghi {meant} nếu là số nguyên.",
            f"“{slip.group()}” {found.unit} has three decimals; write {meant} if a whole number is meant.",
            span=found.span,
            cell=found.cell,
        )


def _counts_whole_things(found: Measurement) -> bool:
    unit = find_unit(found.unit)
    return (
        unit is not None and unit.dimension is Dimension.COUNT and bool(unit.noun) and unit.scale == 1 and not unit.per
    )
