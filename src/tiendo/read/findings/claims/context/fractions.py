# SPDX-License-Identifier: Apache-2.0
"""n/m that is no measurement (speeches, opinions …) but has its share beside it: "26/28 ý kiến (92,9%)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tiendo.kernel.findings import Kind, Measurement
from tiendo.kernel.quantity import Quantity
from tiendo.read.dimensions.quantity.data import UnitClass
from tiendo.read.dimensions.quantity.rules import read_quantity
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.context.figures import Figure, make_figure

_FRACTION = re.compile(r"(\d(?<![\d/.,-]\d)\d*(?:[.,]\d+)*)/\d+(?:[.,]\d+)*(?![\d/-])")
_REACH = 120  # characters between n/m and its percentage


def add_fractions(scan: Scan, figures: Sequence[Figure]) -> list[Figure]:
    """The figures of one sentence, with the fractions of counted things that stand right before a percentage."""
    out: list[Figure] = []
    floor = scan.sentences[figures[0].sentence].start
    for figure in figures:
        if figure.is_percent and not figure.is_fraction:
            start = max(floor, figure.start - _REACH)
            found = [*_FRACTION.finditer(scan.shadow.norm, start, figure.start)]
            if found:
                fraction = _read(scan, *found[-1].span(1), figure)
                if fraction is not None:
                    out.append(fraction)
        out.append(figure)
        floor = figure.end
    return out


def _read(scan: Scan, start: int, end: int, beside: Figure) -> Figure | None:
    mention = read_quantity(scan.shadow.norm, start, end)
    if mention is None or mention.second is None or mention.is_range or mention.unit_class is not UnitClass.NOUN:
        return None
    if mention.end > beside.start:
        return None
    found = Measurement(
        Quantity(mention.value, mention.unit, mention.step),
        scan.shadow.slice(mention.start, mention.end),
        "",
        Kind.COUNT_OF_TOTAL,
        span=scan.span(mention.start, mention.end),
        second=Quantity(mention.second, mention.unit, mention.second_step),
    )
    return make_figure(scan.shadow.norm, mention.start, mention.end, beside.sentence, found)
