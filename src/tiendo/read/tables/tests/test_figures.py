# SPDX-License-Identifier: Apache-2.0
"""What fills a cell and what is no figure."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.kernel.quantity import Qualifier
from tiendo.read.tables.figures import Marks, read_figures
from tiendo.read.tables.grid import normalise

PLAIN = [
    ("1.548,2", "1548.2", "0.1"),
    ("318.000", "318000", "1"),
    ("0", "0", "1"),
    ("05", "5", "1"),
    ("12 486", "12486", "1"),
    ("38.81", "38.81", "0.01"),
    ("-3,2", "-3.2", "0.1"),
    ("(3,2)", "-3.2", "0.1"),
    ("– 4", "-4", "1"),
    ("+50", "50", "1"),
    ("87,90", "87.90", "0.01"),
    ("1.234*", "1234", "1"),
    ("1.234 (1)", "1234", "1"),
]

NO_FIGURE = [
    "", "-", "x", "…", "Đạt", "KINH TẾ", "15/11/2026", "15-11-2026", "11/2026", "2021-2025", "2021 - 2025", "quý III",
    "9 tháng", "5 năm", "15 ngày", "0912 345 678", "007", "45/QĐ-UBND", "12-KH/ĐU", "1.", "2a", "Lớp 5A", "7h30",
    "Trẻ dưới 1 tuổi", "Đã lắp 9 camera ở 3 khu phố", "95% hồ sơ được trả đúng hạn", "9 - 3", "1.2.3", "Ước 6T/KH",
]  # fmt: skip

HEDGED = [
    ("≥ 95", "95", Qualifier.AT_LEAST),
    (">=95%", "95", Qualifier.AT_LEAST),
    ("từ 95 trở lên", "95", Qualifier.AT_LEAST),
    ("95% trở lên", "95", Qualifier.AT_LEAST),
    ("tối thiểu 20", "20", Qualifier.AT_LEAST),
    ("≤ 4", "4", Qualifier.AT_MOST),
    ("không quá 3", "3", Qualifier.AT_MOST),
    ("< 3,2", "3.2", Qualifier.UNDER),
    ("dưới 3,6", "3.6", Qualifier.UNDER),
    ("trên 56", "56", Qualifier.OVER),
    ("khoảng 4", "4", Qualifier.ABOUT),
    ("ước đạt trên 80", "80", Qualifier.OVER),
    ("kéo giảm ít nhất 5%", "-5", Qualifier.AT_LEAST),
    ("đạt 100%", "100", Qualifier.EXACT),
    ("giảm 8,3% so với cùng kỳ", "-8.3", Qualifier.EXACT),
]


@pytest.mark.parametrize(("cell", "value", "step"), PLAIN)
def test_it_reads_a_number_with_its_last_place(cell: str, value: str, step: str) -> None:
    (figure,) = read_figures(normalise(cell))
    assert (figure.value, figure.step, figure.qualifier) == (Decimal(value), Decimal(step), Qualifier.EXACT)


@pytest.mark.parametrize("cell", NO_FIGURE)
def test_it_finds_no_figure_in_words_dates_and_codes(cell: str) -> None:
    assert read_figures(normalise(cell)) == ()


@pytest.mark.parametrize(("cell", "value", "qualifier"), HEDGED)
def test_it_reads_the_hedge_of_a_cell(cell: str, value: str, qualifier: Qualifier) -> None:
    (figure,) = read_figures(normalise(cell))
    assert (figure.value, figure.qualifier) == (Decimal(value), qualifier)


@pytest.mark.parametrize(
    ("cell", "value", "second", "is_range", "unit"),
    [
        ("7/9", "7", "9", False, ""),
        ("13/20 chỉ tiêu", "13", "20", False, "chỉ tiêu"),
        ("52 xã/136 xã", "52", "136", False, "xã"),
        ("9.500 - 9.800", "9500", "9800", True, ""),
        ("6,6–6,8%", "6.6", "6.8", True, "%"),
        ("từ 60 đến 62", "60", "62", True, ""),
        ("giảm 1 - 1,5", "-1", "-1.5", True, ""),
    ],
)
def test_it_reads_two_numbers_as_parts_or_range(cell: str, value: str, second: str, is_range: bool, unit: str) -> None:
    (figure,) = read_figures(normalise(cell))
    assert (figure.value, figure.second, figure.is_range) == (Decimal(value), Decimal(second), is_range)
    assert figure.unit == unit


@pytest.mark.parametrize(
    ("cell", "unit"),
    [("41,5%", "%"), ("12 hộ", "hộ"), ("8.375ha", "ha"), ("12,5 km2", "km2"), ("57,6 tạ/ha", "tạ/ha"), ("2 ‰", "‰")],
)
def test_it_reads_the_unit_of_a_cell(cell: str, unit: str) -> None:
    assert [f.unit for f in read_figures(normalise(cell))] == [unit]


def test_it_reads_a_count_with_its_percentage_as_two_figures() -> None:
    figures = read_figures(normalise("33 đảng viên (73,33%)"))
    assert [(f.value, f.unit, f.quote) for f in figures] == [
        (Decimal(33), "đảng viên", "33 đảng viên"),
        (Decimal("73.33"), "%", "73,33%"),
    ]


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("100% (8/8)", ["100", "8"]),
        ("12 hộ/45 khẩu", ["12", "45"]),
        ("12 hộ, 45 khẩu", ["12", "45"]),
        ("12 hộ; 45 khẩu", ["12", "45"]),
        ("8/8 chi bộ, đạt 100%", ["8", "100"]),
        ("8/8 chi bộ đạt 100%", ["8", "100"]),
        ("2 tỷ 185 triệu đồng", ["2185"]),
        ("↓ 3,2%", ["-3.2"]),
    ],
)
def test_it_reads_the_figures_that_share_a_cell(cell: str, values: list[str]) -> None:
    assert [f.value for f in read_figures(normalise(cell))] == [Decimal(v) for v in values]


def test_it_tells_a_change_from_a_level() -> None:
    change, level = read_figures("giảm 8,3%"), read_figures("giảm còn 2,9%")
    assert (change[0].value, change[0].is_change) == (Decimal("-8.3"), True)
    assert (level[0].value, level[0].is_change) == (Decimal("2.9"), False)


@pytest.mark.parametrize(("cell", "value"), [("12,640", "12640"), ("83.69", "83.69"), ("1,234.5", "1234.5")])
def test_it_reads_english_marks_where_the_table_has_them(cell: str, value: str) -> None:
    assert [f.value for f in read_figures(cell, Marks.ENGLISH)] == [Decimal(value)]
