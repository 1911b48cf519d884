# SPDX-License-Identifier: Apache-2.0
"""Sectors that share the head of their list: "Giá trị sản xuất nông nghiệp tăng 3%; công nghiệp tăng 9%".

Only the first of the list names what is measured; each sector behind it takes that over.
"""

from __future__ import annotations

import re

from tiendo.read.engine.words import one_of
from tiendo.read.link.sentence.context import Part

# Source: the three sectors of the economy and their branches as reports of the house's own reading name them.
_SECTORS = """
nông nghiệp | lâm nghiệp | nông | lâm | ngư nghiệp | ngư | thủy sản | thuỷ sản | công nghiệp | tiểu thủ công nghiệp
| tiểu thủ | xây dựng | xây dựng cơ bản | thương mại | dịch vụ | du lịch | chăn nuôi | trồng trọt | khoáng sản
| vận tải | chế biến | cn | ttcn | xd | cn-xd | cn-ttcn | tm-dv | sản xuất ngành nghề | ngành nghề
| khách sạn | nhà hàng | vận tải kho bãi | bưu chính | viễn thông | tài chính | ngân hàng | bảo hiểm
| các thành phần kinh tế | kinh tế tư nhân | kinh tế tập thể | kinh tế nhà nước
"""
_SECTOR = rf"(?:{one_of(_SECTORS)})(?!\w)"
_ITEM = re.compile(
    rf"(?:ngành\s|lĩnh\svực\s|nhóm\s)?{_SECTOR}(?:(?:\s?[-–,]\s?|\svà\s|\s){_SECTOR})*|khu\svực\s[^,;:.()]{{2,60}}"
)
_BRANCH = re.compile(rf"(?<!\w)(?:ngành\s|lĩnh\svực\s|khu\svực\s|nhóm\s|{_SECTOR})")
_HEAD = re.compile(
    r"(?:tổng\s)?(?:"
    + one_of(
        """giá trị | tỷ trọng | tỉ trọng | cơ cấu | thu nhập | vốn | doanh thu | sản phẩm | grdp | tốc độ | kim ngạch
        | tăng trưởng | lao động"""
    )
    + r")(?!\w)"
)
_ANNOUNCED = re.compile(
    rf"\W{{0,3}}(?:[a-z0-9]{{1,2}}[.)]\s)?(?P<head>{_HEAD.pattern}(?:\s(?!chuyển|năm|tiếp|như|là|đến|tăng|giảm|đạt|ước)[^\s,;:.()0-9]+){{0,5}})"
    r"[^:;.]{0,60}:"
)
_OF_ALL = ("grdp", "thu nhập", "tăng trưởng")
_SHORTEST_HEAD = 3


def head_of_list(norm: str, item: Part, previous: list[Part], sentence_start: int) -> Part | None:
    """What was said of the sector before that holds for this one too; None when the phrase is no mere sector.

    Args:
        norm: text as rules see it.
        item: the phrase before the verb.
        previous: the subject before it.
        sentence_start: where the sentence begins; its head may end with a colon: "Cơ cấu kinh tế: nông nghiệp 31%".
    """
    if _ITEM.fullmatch(norm, *item) is None:
        return None
    announced = _ANNOUNCED.match(norm, sentence_start, item[0])
    if announced is not None:
        return announced.span("head")
    if not previous:
        return None
    start, end = previous[0]
    if _HEAD.match(norm, start, end) is None:
        return None
    branch = _BRANCH.search(norm, start, end)
    if branch is None and end <= sentence_start and norm.startswith(_OF_ALL, start):
        return None  # the product that a sentence before told heads no list of branches
    if branch is not None:
        end = branch.start()
        while end > start and not norm[end - 1].isalnum():
            end -= 1
    return (start, end) if end - start > _SHORTEST_HEAD else None
