# SPDX-License-Identifier: Apache-2.0
"""Words that name no subject: function words, auxiliaries, and nouns that only repeat what was named before."""

from __future__ import annotations

import re

from tiendo.read.engine.words import one_of, split_phrases

#: Phrases made of these alone name no subject of their own: the subject is the one before.
_EMPTY_WORDS = """
tỷ lệ | tỉ lệ | cụ thể | hoàn thành | kế hoạch | năm | dự toán | chỉ tiêu | mức | con số | này | đó | tổng | cùng kỳ
| so | trước | tăng | giảm | số | nghị quyết | tương | ứng | qua | trong | giao | cả | trên | tổng số | thành phố
| tỉnh | tp | hđnd | ubnd | nó | kết | quả | và | lần | lượt | đạt | chiếm | quyết tâm | phấn đấu | dự kiến | ước
| là | còn | được | đã | mới | với | tăng thêm | thấp | cao | hơn | nhất | theo | bình quân | các | ở | tại | từ
| lên | xuống | trung bình | khả năng | không | thì | vậy | như | đang | cũng | đều | luôn | vẫn | thế | nhưng | cả hai
| đóng góp | sang | đặt | mục tiêu | hướng | đến | thực hiện
| trên cơ sở | số còn lại | tương đương | tức | lũy kế | vỏn vẹn | bảo đảm | đảm bảo | bố trí | nguyên nhân
| hay | đề ra | đặt ra | thống kê | địa bàn | cho | niên độ | hết niên độ | toàn bộ | để
"""
# Possessive: a word once taken is never given back, so a long phrase is looked at once.
_EMPTY = re.compile(rf"(?:(?>{one_of(_EMPTY_WORDS)})(?!\w)\s?)++")

_FIRST_EMPTY = frozenset(phrase.split(" ", 1)[0] for phrase in split_phrases(_EMPTY_WORDS))

#: What may stand between the noun phrase and its verb.
_AUXILIARIES = """
ước | tính | thực hiện | đã | được | mới | chỉ | đều | hiện | còn | cũng | sẽ | dự kiến | tiếp tục | đạt
| là | tăng | giảm | phấn đấu | hàng năm | mỗi năm | ở mức | duy trì | mức | khoảng | ít nhất
| tối thiểu | bằng | từ | có | cao | thấp | vẫn | cơ bản | lại | đạt được | chiếm | với | cả năm | lên | xuống | đến
| nay | này | dẫn đầu | đứng đầu | có thể | hết | xảy ra | trong quý | trong tháng | trong kỳ | trong năm
| trong tuần | trong | tại thời điểm | vào cuối | đến cuối | vào
| đạt tỷ lệ | đạt tỉ lệ | tỷ lệ đạt | chiếm tỷ lệ | chiếm tỉ lệ
"""
#: Some of them belong to a name: "sản lượng bình quân hàng năm", "nợ xây dựng cơ bản", "số phiếu tín nhiệm cao".
_NAMES_END = (
    r"(?!(?<=bình\squân\s)hàng\snăm)(?!(?<=xây\sdựng\s)cơ\sbản)(?!(?<=tín\snhiệm\s)(?:cao|thấp))"
    r"(?!(?<=chất\slượng\s)cao)(?!(?<=công\snghệ\s)cao)(?!(?<=nông\sthôn\s)mới)"
    r"(?!(?<=chứng\s)chỉ)(?!(?<=mặt\s)bằng)(?!(?<=đồng\s)bằng)"
)
_AUXILIARY = re.compile(rf"(?:(?<=\s)|^)(?=(?:{one_of(_AUXILIARIES)})$){_NAMES_END}.*$")
_LAST_WORDS = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in split_phrases(_AUXILIARIES))
_LONGEST = 20


def is_empty(phrase: str) -> bool:
    """Whether a phrase names nothing by itself."""
    return phrase.split(" ", 1)[0] in _FIRST_EMPTY and _EMPTY.fullmatch(phrase) is not None


def is_auxiliary(phrase: str) -> bool:
    """Whether a phrase is one auxiliary."""
    return _AUXILIARY.fullmatch(phrase) is not None


def auxiliary_start(norm: str, start: int, stop: int) -> int:
    """Where the auxiliary begins that ends a phrase; ``stop`` when none does."""
    if norm[max(norm.rfind(" ", start, stop) + 1, start) : stop] not in _LAST_WORDS:
        return stop
    found = _AUXILIARY.search(norm, max(start, stop - _LONGEST), stop)
    return stop if found is None else found.start()
