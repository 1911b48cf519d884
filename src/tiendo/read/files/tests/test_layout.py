# SPDX-License-Identifier: Apache-2.0
"""What letterheads and figures look like."""

from __future__ import annotations

import pytest

from tiendo.read.files.layout import has_figure, is_letterhead


@pytest.mark.parametrize(
    "text",
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "Nơi nhận:\n- Như trên;",
        "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH",
        "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
        "T/M BAN THƯỜNG VỤ",
        "Q. CHỦ TỊCH",
    ],
)
def test_letterheads_and_signatures_are_known(text):
    assert is_letterhead(["", text])


@pytest.mark.parametrize("text", ["Q. Tân Bình", "TM Vincom", "Nơi nhận quà", "KT - XH", "Đảng bộ xã", "TL đạt"])
def test_words_that_look_like_them_are_not(text):
    assert not is_letterhead([text])


@pytest.mark.parametrize(
    "text",
    "5|1.548,2|≥ 95|trên 56|dưới 3,6|9.500 - 9.800|7/9|97,5%|-12|(1.234)|1.548,2 tỷ đồng|+ 3,2|không quá 5".split("|"),
)
def test_figures_are_known(text):
    assert has_figure([text])


@pytest.mark.parametrize(
    "text", ["", "-", "Đạt", "Số: 12/BC-UBND", "A, ngày 2 tháng 10 năm 2026", "Lê Văn Tám", "x" * 90]
)
def test_words_are_no_figures(text):
    assert not has_figure([text])
