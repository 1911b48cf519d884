# SPDX-License-Identifier: Apache-2.0
"""Shares of what came in that was handled: "xảy ra 65 vụ, làm rõ 63 vụ, 94 đối tượng, đạt tỷ lệ 96,9%"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tiendo.kernel.findings import RatioMode
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.build import Draft, make_ratio
from tiendo.read.findings.claims.context.figures import is_same_measure
from tiendo.read.findings.claims.context.items import LEVEL, SHARE, Item
from tiendo.read.findings.claims.words import Base

_FEW_BACK = 3  # figures
_HANDLED = re.compile(
    r"(?<!\w)(?:làm\srõ|khám\sphá|điều\stra|giải\squyết|xử\slý|hoàn\sthành|trả|khắc\sphục|thi\shành|hòa\sgiải|thu\shồi|đúng\shạn|trước\shạn)(?!\w)"
)
_SOLVED = re.compile(r"(?<!\w)(?:làm\srõ|khám\sphá)(?!\w)")


def of_handled(scan: Scan, items: list[Item], i: int) -> Iterator[Draft]:
    """Xảy ra 65 vụ, làm rõ 63 vụ, 94 đối tượng, đạt tỷ lệ 96,9%."""
    item = items[i]
    if item.role is not SHARE or not item.is_tight or item.base is not None or item.base_kind is not None:
        return
    before = items[max(0, i - _FEW_BACK) : i]
    done = next((other for other in reversed(before) if _is_amount(other) and _HANDLED.search(other.gap)), None)
    if done is None or any(";" in other.gap for other in items[done.position : i + 1]):
        return
    for whole in reversed(items[max(0, done.position - _FEW_BACK) : done.position]):
        if _is_amount(whole) and is_same_measure(whole.figure.quantity, done.figure.quantity):
            numbers = (done.figure.level(""), whole.figure.level(""), item.figure.operand(""))
            quoted = (whole, done, item)
            is_case = _SOLVED.search(done.gap) is not None
            draft = make_ratio(
                scan,
                RatioMode.SHARE,
                numbers,
                quoted,
                "ratio.handled",
                is_certain=False,
                is_banded=is_case,
                base=Base.WHOLE,
            )
            yield replace(draft, is_guessable=is_case)
            return


def _is_amount(item: Item) -> bool:
    return item.role is LEVEL and item.figure.is_amount
