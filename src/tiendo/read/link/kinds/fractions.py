# SPDX-License-Identifier: Apache-2.0
"""n/m: a part of a whole ("13/20 chỉ tiêu") or what was done of what was planned ("14/11 tuyến đường")."""

from __future__ import annotations

import re

from tiendo.read.dimensions.quantity.data import MEASURE, MONEY
from tiendo.read.engine.words import find_last, split_phrases, whole
from tiendo.read.link.kinds.comparisons import PLAN
from tiendo.read.link.sentence.context import ACTUAL, COUNT_OF_TOTAL, Context, Said

#: Counts of these over a total are parts of a whole whatever was done to them.
_WHOLES = frozenset(
    split_phrases(
        """chỉ tiêu | tiêu chí | hồ sơ | phường | xã | xã, phường | phường, xã | đơn vị | địa phương | ấp | khu phố
        | thôn | học sinh | trường hợp | hộ | ý kiến | kiến nghị | đơn | vụ | trường | thủ tục | tthc
        | thủ tục hành chính | chi bộ | phản ánh | trẻ | huyện | quận | đại biểu | người | đảng viên được
        | tổ chức đảng | nhóm chỉ tiêu | nhóm tiêu chí | nhiệm vụ | nhóm nhiệm vụ | nội dung | chương trình"""
    )
)
#: Work that was planned: done/planned.
_DOING = re.compile(
    whole(
        """hoàn thành | thực hiện | tinh giản | cắt giảm | giảm | nâng cấp | mở rộng | xây dựng | xây mới | xóa
        | sửa chữa | cải tạo | khởi công | kết nạp | gieo trồng | trồng | làm | vận động | bố trí | tuyển
        | thành lập | tổ chức | giao | tuyển quân | cứng hóa | bê tông hóa | giải ngân | thu được | triển khai"""
    )
)
_NEAR_VERB = 4


def read_fraction(context: Context) -> Said:
    """The kind of an n/m."""
    mention = context.mention
    is_planned = (
        (context.plan_end >= 0 and not _is_whole(mention.unit))
        or (mention.second is not None and mention.value > mention.second)
        or mention.unit_class in (MONEY, MEASURE)
        or (not _is_whole(mention.unit) and _is_done(context))
    )
    if is_planned:
        return Said(ACTUAL, comparison=PLAN, rule="kind.done-of-planned")
    return Said(COUNT_OF_TOTAL, rule="kind.part-of-whole")


def _is_whole(unit: str) -> bool:
    return unit in _WHOLES or unit.split(" ", maxsplit=1)[0] in _WHOLES


def _is_done(context: Context) -> bool:
    """A verb of doing right before the number."""
    norm, end = context.shadow.norm, context.mention.hedge_start
    verb = find_last(_DOING, norm, context.floor, end)
    if verb is None:
        return False
    return not context.marks.has_end(verb.end(), end) and len(norm[verb.end() : end].split()) <= _NEAR_VERB
