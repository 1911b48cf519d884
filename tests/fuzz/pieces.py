# SPDX-License-Identifier: Apache-2.0
"""The pieces of which reports are made: each byte of an input is one, so that random inputs soon look like reports."""

from __future__ import annotations

from tiendo.read.lexicon.bodies import BODY_HEADS, LEVELS
from tiendo.read.lexicon.indicators import INDICATORS
from tiendo.read.lexicon.orders import CONNECTIVES, IMPERATIVES, ORDER_VERBS, REPORT_VERBS, SPEECH_VERBS
from tiendo.read.lexicon.titles import ADDRESS, TITLE_HEADS

_SIGNS = (" ", " ", " ", ", ", "; ", ". ", ".\n", "\n", ": ", " - ", "/", "%", "(", ")", "“", "”", "+", "-", "…", "\t")
_NUMBERS = "0 1 2 3 5 9 12 20 31 75 100 2024 1.234 5.208,5 26,7 0,5 13/20 1/1 9/2024 31/12/2024 II 098"
_WORDS = """
tỷ đồng | triệu | nghìn | hộ | ha | điểm % | phần trăm | người/năm | lần | xã | chỉ tiêu | km2
| tăng | giảm | đạt | so với cùng kỳ | trong đó | gồm | còn lại | hơn | gần | ước | bằng | chiếm | từ | đến | trên | mỗi
| năm 2024 | 9 tháng đầu năm | quý I | tháng 9 | cùng kỳ năm trước | kế hoạch | dự toán | nhiệm kỳ 2020-2025
| trước ngày 30/10 | chậm nhất | Nghị quyết số 98/2023/QH15 | Điều 3. | 1. | a) | Nơi nhận: | KT. CHỦ TỊCH
| Nguyễn Văn An | Lê Thị Bích | Y Ré Niê | TPHCM | Phước Long | phải | cần | được | của | và | số | là
"""
PIECES = (
    *_SIGNS,
    *_NUMBERS.split(),
    *(f" {word.strip()}" for word in _WORDS.split("|")),
    *(f" {word}" for word in (*LEVELS, *BODY_HEADS[:16], *TITLE_HEADS[:16], *ADDRESS[:4])),
    *(f" {word}" for word in (*ORDER_VERBS, *SPEECH_VERBS[:4], *REPORT_VERBS[:4])),
    *(f" {word}" for word in (*CONNECTIVES[:12], *IMPERATIVES[:16])),
    *(f" {names.phrases[0]}" for names in INDICATORS),
)
