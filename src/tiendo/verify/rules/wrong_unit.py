# SPDX-License-Identifier: Apache-2.0
"""A rate in a unit that no rate has: "tỷ lệ giải ngân đạt hơn 386,2 tỷ"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tiendo.kernel.findings import Measurement, Reading
from tiendo.kernel.problem import Problem, Severity
from tiendo.kernel.units import Dimension, find_unit

# The rate, a few words that name it, perhaps a verb and a hedge, then the number. Capital and small letters alike.
_RATE = re.compile(
    r"(?<!\w)(?P<rate>(?:tỷ|tỉ)\slệ\s(?:[^\W\d_]+\s){1,5}?)(?:(?:ước\s)?(?:đạt|là|bằng)\s(?:được\s)?)(?:hơn\s|gần\s|trên\s|khoảng\s|xấp\sxỉ\s|dưới\s)?$",
    re.IGNORECASE,
)
_PER = re.compile(r"\s?/")  # 4,33 km/km²
_REACH = 80
_WRONG = frozenset(
    (Dimension.MONEY, Dimension.DOLLAR, Dimension.EURO, Dimension.LENGTH, Dimension.AREA, Dimension.MASS)
)
# A rate of exchange or of support is money by its nature.
_MONEY_RATES = re.compile(r"(?:hối đoái|ngoại tệ|hỗ trợ|chi trả|quy đổi|đóng góp|vốn|nợ)", re.IGNORECASE)


def find(reading: Reading) -> Iterator[Problem]:
    """The rates of a document that are told in money or another measure."""
    text = reading.document.text
    for found in reading.measurements:
        if found.span is None or not _is_amount(found) or _PER.match(text, found.span.end):
            continue
        before = text[max(0, found.span.start - _REACH) : found.span.start]
        rate = _RATE.search(before)
        if rate is None or _MONEY_RATES.search(rate["rate"]):
            continue
        name = " ".join(rate["rate"].split())
        quote = text[found.span.start - len(before) + rate.start() : found.span.end]
        unit = found.unit
        yield Problem(
            "wrong_unit",
            Severity.SUSPICIOUS,
            quote,
            f"«{name}» phải tính bằng %, văn bản ghi {found.quote};"
            " hãy ghi số tuyệt đối là «số», «giá trị» hoặc ghi tỷ lệ bằng %.",
            f"A rate (“{name}”) is told in {unit}; call the amount an amount, or give the rate in per cent.",
            span=found.span,
        )


def _is_amount(found: Measurement) -> bool:
    unit = find_unit(found.unit)
    return unit is not None and unit.dimension in _WRONG and not unit.per
