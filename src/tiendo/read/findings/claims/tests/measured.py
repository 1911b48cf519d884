# SPDX-License-Identifier: Apache-2.0
"""Measurements for the tests of claims, made with the lower rooms alone (claims may not import ``read.link``)."""

from __future__ import annotations

import re
from decimal import Decimal

from tiendo.kernel.findings import Claim, Kind, Measurement
from tiendo.kernel.quantity import Quantity
from tiendo.read.dimensions.hedge.rules import find_hedge
from tiendo.read.dimensions.numeral.rules import find_runs, is_year
from tiendo.read.dimensions.quantity.data import UnitClass
from tiendo.read.dimensions.quantity.rules import read_quantity
from tiendo.read.engine.scan import Scan, scan
from tiendo.read.findings.claims import find_claims

_CHANGE = re.compile(r"(?:(?P<down>giảm|thấp hơn|thiếu)|(?P<up>tăng|vượt|cao hơn))(?:\s\w+){0,3}\s$")
_PLAN = re.compile(r"(?:kế hoạch|dự toán|chỉ tiêu|giao|đề ra)(?:\s\w+){0,4}\s$")


def measure(text: str) -> tuple[Scan, list[Measurement]]:
    """Every quantity of the text with a unit, in order."""
    found = scan(text)
    norm = found.shadow.norm
    out, consumed = [], 0
    for start, end in find_runs(found.shadow):
        mention = read_quantity(norm, start, end) if start >= consumed else None
        if (
            mention is None
            or mention.unit_class is UnitClass.NONE
            or (is_year(norm, start, end) and mention.unit_class is UnitClass.WORD)
        ):
            continue
        consumed = mention.end
        qualifier, hedge = find_hedge(norm, max(0, start - 30), mention.start, mention.end)
        before = norm[max(0, hedge - 30) : hedge]
        change = _CHANGE.search(before)
        sign = -1 if change and change["down"] else 1
        kind = Kind.GROWTH if change or mention.value < 0 else Kind.TARGET if _PLAN.search(before) else Kind.ACTUAL
        second = None
        if mention.second is not None:
            second = Quantity(mention.second, mention.unit, mention.second_step, qualifier)
        out.append(
            Measurement(
                Quantity(sign * mention.value, mention.unit, mention.step, qualifier),
                text[mention.start : mention.end],
                "",
                kind,
                span=found.span(mention.start, mention.end),
                second=second,
                is_range=mention.is_range,
            )
        )
    return found, out


def claims_of(text: str) -> list[Claim]:
    """The claims of a text."""
    return find_claims(*measure(text))


def numbers(claim: Claim) -> list[Decimal]:
    """Values of the operands in order."""
    return [operand.quantity.value.normalize() for operand in claim.operands]
