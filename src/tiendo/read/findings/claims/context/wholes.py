# SPDX-License-Identifier: Apache-2.0
"""What a share is taken of by its own words: "chiếm 41% lực lượng", "chiếm 0,02% tổng dư nợ"."""

from __future__ import annotations

import re

from tiendo.read.findings.claims.context.items import Item

_NAME = re.compile(
    r"\s?(?:(?:của|trong|trên|so\svới)\s)?(?:(?:tổng(?:\ssố|\scộng)?|toàn(?:\sbộ)?|cả|số|các)\s)*([^,;:.()\n]{2,60})"
)
_NAME_END = re.compile(
    r"(?<!\w)(?:và|trên|trong|của|tại|ở|toàn|cả|được|đã|đạt|tăng|giảm|còn|là|cao|thấp|vượt|bằng|so|với|nên|nhưng|theo"
    r"|này|đó)(?!\w)"
)
_BEFORE, _BEHIND = 90, 50  # characters of a label
_EMPTY = frozenset("bị tổng số toàn tỉnh huyện xã phường thành phố địa bàn năm những các".split())
_SIGNS = re.compile(r"[,;:()]")


def named_whole(item: Item) -> frozenset[str]:
    """The words behind a share that name its whole; empty when there are none."""
    found = _NAME.match(item.behind)
    if found is None:
        return frozenset()
    name = found.group(1)
    stop = _NAME_END.search(name)
    return frozenset((name[: stop.start()] if stop else name).split()) - _EMPTY


def label_of(item: Item) -> frozenset[str]:
    """The words by which a figure is told: those before it, its unit, those behind it."""
    label = f"{item.gap[-_BEFORE:]} {item.figure.quantity.unit} {item.behind[:_BEHIND]}"
    return frozenset(_SIGNS.sub(" ", label).split())
