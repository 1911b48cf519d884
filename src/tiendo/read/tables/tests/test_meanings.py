# SPDX-License-Identifier: Apache-2.0
"""What the words of headers mean."""

from __future__ import annotations

import pytest

from tiendo.read.tables.data import Sense
from tiendo.read.tables.meanings import is_plan_title, read_meaning, read_row_meaning

HEADERS = [
    ("kh năm", Sense.PLAN, None),
    ("năm 2026 / chỉ tiêu", Sense.PLAN, None),
    ("dự toán hđnd giao", Sense.PLAN, None),
    ("kế hoạch vốn năm 2026 / ngân sách tỉnh", Sense.PLAN, None),
    ("nghị quyết năm", Sense.PLAN, None),
    ("biên chế được giao", Sense.PLAN, None),
    ("thực hiện kế hoạch năm 2026", Sense.RESULT, None),
    ("kết quả đến hết quý iii", Sense.RESULT, None),
    ("ước th 6 tháng đầu năm 2026", Sense.RESULT, None),
    ("giải ngân lũy kế", Sense.RESULT, None),
    ("kế hoạch vốn / đã giải ngân", Sense.RESULT, None),
    ("th cùng kỳ", Sense.BASE, None),
    ("thực hiện năm trước", Sense.BASE, None),
    ("dự kiến cả năm", Sense.FORECAST, None),
    ("ước th cả năm 2026", Sense.FORECAST, None),
    ("so kh (%)", Sense.SHARE, "plan"),
    ("so với kế hoạch", Sense.SHARE, "plan"),
    ("so sánh (%) / kh năm", Sense.SHARE, "plan"),
    ("th 9 tháng 2026 so với (%) / kế hoạch", Sense.SHARE, "plan"),
    ("tỷ lệ thực hiện (%)", Sense.SHARE, "plan"),
    ("tỷ lệ giải ngân", Sense.SHARE, "plan"),
    ("đạt (%)", Sense.SHARE, "plan"),
    ("đạt % dự toán", Sense.SHARE, "plan"),
    ("% thực hiện", Sense.SHARE, "plan"),
    ("đạt kh (%)", Sense.SHARE, "plan"),
    ("thực hiện kế hoạch (%)", Sense.SHARE, "plan"),
    ("th/kh (%)", Sense.SHARE, "plan"),
    ("so sánh (%) / ước 6t/kh", Sense.SHARE, "plan"),
    ("so cùng kỳ (%)", Sense.GROWTH, "same_period"),
    ("so sánh / cùng kỳ", Sense.GROWTH, "same_period"),
    ("% so với cùng kỳ năm trước", Sense.GROWTH, "same_period"),
    ("tăng, giảm so với cùng kỳ (%)", Sense.GROWTH, "same_period"),
    ("tăng, giảm so với kế hoạch (%)", Sense.GROWTH, "plan"),
    ("so với năm 2024 (%)", Sense.GROWTH, "baseline:năm 2024"),
    ("tốc độ tăng trưởng (%)", Sense.GROWTH, None),
    ("th 2026/th 2025 (%)", Sense.GROWTH, "baseline:th 2025"),
    ("2025/2024 (%)", Sense.GROWTH, "baseline:năm 2024"),
    ("kỳ trước chuyển sang", Sense.FACT, None),
    ("so sánh (%)", Sense.COMPARE, None),
    ("tổng số hồ sơ", Sense.FACT, None),
    ("tổng số chỉ tiêu", Sense.FACT, None),
    ("chỉ tiêu vượt", Sense.FACT, None),
    ("năm 2025", Sense.FACT, None),
    ("tỷ lệ đúng hạn (%)", Sense.FACT, None),
    ("vốn đăng ký (tỷ đồng)", Sense.FACT, None),
    ("chỉ số hài lòng (%)", Sense.FACT, None),
    ("", Sense.FACT, None),
]


@pytest.mark.parametrize(("path", "sense", "comparison"), HEADERS)
def test_it_reads_what_a_header_says_of_its_figures(path: str, sense: Sense, comparison: str | None) -> None:
    meaning = read_meaning(tuple(path.split(" / ")) if path else ())
    assert (meaning.sense, meaning.comparison) == (sense, comparison)


def test_it_reads_an_estimate_as_a_hedge() -> None:
    assert read_meaning(("ước th kỳ báo cáo",)).is_about
    assert not read_meaning(("thực hiện 9 tháng",)).is_about


@pytest.mark.parametrize(
    ("label", "sense"),
    [
        ("kế hoạch năm 2026", Sense.PLAN),
        ("thực hiện 9 tháng", Sense.RESULT),
        ("so với cùng kỳ (%)", Sense.GROWTH),
        ("thực hiện nghĩa vụ quân sự", None),
        ("vốn đăng ký", None),
        ("tỷ lệ hộ nghèo", None),
        ("quý i", None),
    ],
)
def test_a_row_is_a_measure_only_when_its_label_names_nothing_else(label: str, sense: Sense | None) -> None:
    meaning = read_row_meaning(label)
    assert (meaning.sense if meaning else None) == sense


def test_the_nearest_title_that_tells_decides_whether_a_table_sets_targets() -> None:
    assert is_plan_title(["phụ lục giao chỉ tiêu kinh tế - xã hội năm 2026"])
    assert not is_plan_title(["kết quả thực hiện các chỉ tiêu chủ yếu năm 2026", "giao chỉ tiêu năm 2026"])
    assert not is_plan_title(["danh sách khu phố"])
