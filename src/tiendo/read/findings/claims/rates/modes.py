# SPDX-License-Identifier: Apache-2.0
"""What sort of percentage a figure is: a share, a change up or down, an average, a target that was exceeded.

Not here: what it is checked against (``ratios``, ``derived``).
"""

from __future__ import annotations

from tiendo.kernel.findings import RatioMode
from tiendo.read.findings.claims.context.items import CHANGE, Item
from tiendo.read.findings.claims.words import AVERAGE, PER_YEAR, YEARLY, Verb

_PAIR = 2
_EXCEEDED = (("chỉ", "tiêu"), ("mục", "tiêu"), ("kế", "hoạch"), ("dự", "toán"))


def is_average(item: Item) -> bool:
    """Whether a change is an average or a rate per year, which two levels do not give."""
    if item.average is None:
        item.average = (
            not AVERAGE.isdisjoint(item.words)
            or PER_YEAR.match(item.behind) is not None
            or YEARLY.search(item.gap) is not None
        )
    return item.average


def is_exceeded_level(item: Item) -> bool:
    """Tăng lên 81,7%, vượt chỉ tiêu 80%: what was exceeded, not by how much."""
    if item.verb is not Verb.EXCEED or not item.figure.is_percent:
        return False
    return tuple(item.words[-_PAIR:]) in _EXCEEDED or item.words[-1:] in (["mức"], ["ngưỡng"])


def mode_of(item: Item) -> RatioMode:
    """How a percentage follows from its two numbers."""
    if item.role is not CHANGE:
        return RatioMode.SHARE
    is_down = item.verb is Verb.DOWN or (item.verb is None and item.figure.quantity.value < 0)
    return RatioMode.DECREASE if is_down else RatioMode.EXCESS
