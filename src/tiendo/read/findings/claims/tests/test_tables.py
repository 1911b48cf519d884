# SPDX-License-Identifier: Apache-2.0
"""Sentences whose plan or earlier level stands in a table of the same document."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.kernel.arithmetic import check
from tiendo.kernel.findings import CellRef, Claim, Kind, Measurement
from tiendo.kernel.quantity import Quantity
from tiendo.read.findings.claims import find_claims, find_table_claims
from tiendo.read.findings.claims.tests.measured import measure

COLUMNS = (
    ("KH năm", Kind.TARGET, "2026"),
    ("TH cùng kỳ", Kind.ACTUAL, "2025-01/2025-10"),
    ("Ước TH kỳ báo cáo", Kind.ACTUAL, "2026-01/2026-10"),
)
ROWS = (
    ("Tổng giá trị sản xuất", "tỷ đồng", "1850", "1392.6", "1548.2"),
    ("Trong đó: Thu tiền sử dụng đất", "triệu đồng", "15000", "10920", "11305"),
    ("Kết nạp đảng viên mới", "đảng viên", "45", "29", "33"),
    ("Tỷ lệ bao phủ bảo hiểm y tế", "%", "94.5", "92.9", "94.1"),
)


def _cells() -> list[Measurement]:
    return [
        Measurement(
            Quantity(Decimal(value), unit, Decimal(1).scaleb(-len(value.partition(".")[2]))),
            value,
            label,
            kind,
            cell=CellRef(0, row, column, label, name),
            period=period,
        )
        for row, (label, unit, *values) in enumerate(ROWS, 1)
        for column, ((name, kind, period), value) in enumerate(zip(COLUMNS, values, strict=True), 1)
    ]


def _claims(text: str) -> list[Claim]:
    scan, found = measure(text)
    return find_table_claims(scan, [*found, *_cells()])


@pytest.mark.parametrize(
    ("text", "base", "column"),
    [
        ("Tổng giá trị sản xuất ước đạt 1.548,2 tỷ đồng, bằng 83,69% kế hoạch năm.", "1850", "KH năm"),
        ("Tổng giá trị sản xuất ước đạt 1.548,2 tỷ đồng, tăng 11,17% so với cùng kỳ.", "1392.6", "TH cùng kỳ"),
        ("Riêng thu tiền sử dụng đất được 11.305 triệu đồng, mới bằng 75,37% dự toán.", "15000", "KH năm"),
        ("Đảng bộ kết nạp 33 đảng viên, tăng 4 đảng viên so với cùng kỳ.", "29", "TH cùng kỳ"),
    ],
)
def test_it_finds_the_base_in_the_row_that_holds_the_figure(text, base, column):
    [claim] = _claims(text)
    [operand] = [found for found in claim.operands if found.cell is not None]
    assert (operand.quantity.value, operand.cell and operand.cell.column_label) == (Decimal(base), column)
    assert check(claim).is_possible


def test_a_percentage_that_does_not_follow_from_the_table_cannot_hold():
    [claim] = _claims("Đảng bộ kết nạp 33 đảng viên, đạt 37,33% chỉ tiêu năm.")
    assert not check(claim).is_possible


@pytest.mark.parametrize(
    "text",
    [
        "Xã trồng 33 cây xanh, đạt 50% kế hoạch.",  # no word of any row
        "Hội phụ nữ kết nạp 33 hội viên, đạt 50% chỉ tiêu.",  # another thing that is counted
        "Đảng bộ kết nạp 33 đảng viên, đạt 50% kế hoạch tỉnh giao.",  # another plan
        "Đảng bộ kết nạp 21 đảng viên, đạt 50% chỉ tiêu năm.",  # another figure
    ],
)
def test_a_row_that_is_not_certain_accuses_nobody(text):
    assert [claim for claim in _claims(text) if not check(claim).is_possible] == []


def test_a_plan_in_the_sentence_comes_before_one_in_a_table():
    scan, found = measure("Đảng bộ kết nạp 33 đảng viên, đạt 82,5% chỉ tiêu (40 đảng viên).")
    claims = find_claims(scan, [*found, *_cells()])
    assert [check(claim).is_possible for claim in claims] == [True]


def test_without_tables_there_is_nothing_to_link():
    assert find_table_claims(*measure("Đảng bộ kết nạp 33 đảng viên, đạt 73,33% chỉ tiêu năm.")) == []
