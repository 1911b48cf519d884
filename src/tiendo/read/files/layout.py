# SPDX-License-Identifier: Apache-2.0
"""Whether a table without rules places text or holds figures.

What is here: what letterheads, signatures and figures look like. Not here: rules and spans (one module per format).
"""

from __future__ import annotations

import re
from collections.abc import Iterable

#: Letterhead and signature stand in tables of at most so many rows.
MOST_LETTERHEAD_ROWS = 4

# Source: Nghị định 30/2020/NĐ-CP, Phụ lục I (Quốc hiệu, Nơi nhận, người ký); Hướng dẫn 36-HD/VPTW.
_SIGNERS = "ỦY UỶ HỘI CHỦ PHÓ BAN GIÁM TRƯỞNG BÍ CHÁNH ĐẢNG THƯỜNG CỤC BỘ SỞ PHÒNG CHI VIỆN TỔNG HIỆU VĂN".split()
_LETTERHEAD = re.compile(
    r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI|ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|Độc\s+lập\s*[-–]\s*Tự\s+do|Nơi\s+nhận\s*:"
    rf"|(?:^|\s)(?:TM|KT|TL|TUQ|Q|T/M|K/T|T/L)\b\.?\s+(?:{'|'.join(_SIGNERS)})\b"
)
# A figure, perhaps with a hedge before and a unit behind it: "≥ 95", "trên 56", "9.500 - 9.800", "7/9", "1.548,2 tỷ".
_FIGURE = re.compile(r"[^\w\n]{0,3}(?:[^\W\d]{1,6}\s){0,2}[-+(]?\d[\d.,/%\s–-]{0,30}\D{0,12}")


def is_letterhead(texts: Iterable[str]) -> bool:
    """Whether any cell holds words that only letterheads and signatures hold."""
    return any(_LETTERHEAD.search(text) for text in texts)


def has_figure(texts: Iterable[str]) -> bool:
    """Whether any cell is a figure."""
    return any(_FIGURE.fullmatch(text.strip()) for text in texts if len(text) < 80)  # noqa: PLR2004 - longer is prose
