# SPDX-License-Identifier: Apache-2.0
"""Plan, result and percentage under each other."""

from __future__ import annotations

from tiendo.read.tables.tests.building import read_one
from tiendo.read.tables.tests.reading import wrong

TABLE = """
Đơn vị | Nội dung | Năm 2025 | Năm 2026
Xã A | Kế hoạch | 100 | 120
^ | Thực hiện | 98 | 90
^ | Đạt (%) | 98 | {share}
Xã B | Kế hoạch | 80 | 85
^ | Thực hiện | 84 | 68
^ | Đạt (%) | 105 | 80
"""


def test_a_percentage_row_follows_from_the_rows_above_it() -> None:
    found = read_one(TABLE.format(share=75))
    assert len(found.claims) == 4
    assert wrong(found) == []


def test_a_wrong_percentage_in_a_row_fails() -> None:
    assert wrong(read_one(TABLE.format(share=57))) == ["Xã A / Đạt (%) | Năm 2026"]


def test_rows_that_are_no_measures_make_no_claim() -> None:
    assert read_one("Nội dung | Số lượng\nKế hoạch | 10\nNhân sự | 5\nTỷ lệ nữ | 50").claims == ()
