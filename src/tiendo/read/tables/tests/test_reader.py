# SPDX-License-Identifier: Apache-2.0
"""Whole tables of the forms of DOMAIN 1.5, all places and figures invented."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tiendo.kernel.document import Document
from tiendo.kernel.findings import DocumentFacts
from tiendo.kernel.quantity import Qualifier
from tiendo.read.tables import read_tables
from tiendo.read.tables.tests.building import build_table, read_one
from tiendo.read.tables.tests.reading import at, kinds, labels, wrong

FACTS = DocumentFacts(dated_on=date(2026, 10, 20), period="2026-01/2026-09")

REPORT = """
STT | Chỉ tiêu | Đơn vị tính | Thực hiện 9 tháng 2025 | Năm 2026 | < | So sánh (%) | < | Ghi chú
^ | ^ | ^ | ^ | Kế hoạch | Ước TH 9 tháng | KH 2026 | Cùng kỳ | ^
(1) | (2) | (3) | (4) | (5) | (6) | (7=6/5) | (8=6/4) | (9)
I | KINH TẾ | < | < | < | < | < | < | <
1 | Sản lượng lúa | tấn | 4.100 | 5.600 | 4.305 | 76,88 | 105,00 |
2 | Thu ngân sách | triệu đồng | 8.420 | 12.000 | 9.130 | 76,08 | 108,43 | vượt 5%
 | Trong đó: Thuế | " | 3.200 | 5.000 | 3.700 | 74,00 | 115,63 |
3 | Thu nhập bình quân | triệu đồng/người | - | 68 | x | … | |
II | XÃ HỘI | < | < | < | < | < | < | <
4 | Tỷ lệ hộ nghèo | % | 3,1 | < 2,8 | 2,9 | - | - |
5 | Trường đạt chuẩn | trường | 4/7 | 6/7 | 5/7 | | | chờ công nhận
"""


def test_it_reads_a_period_report_with_a_header_in_three_rows() -> None:
    found = read_one(REPORT, facts=FACTS)
    assert kinds(found) == {
        "Thực hiện 9 tháng 2025": {"actual", "count_of_total"},
        "Năm 2026 / Kế hoạch": {"target"},
        "Năm 2026 / Ước TH 9 tháng": {"actual", "count_of_total"},
        "So sánh (%) / KH 2026": {"share_of_plan"},
        "So sánh (%) / Cùng kỳ": {"growth"},
    }
    assert len(found.measurements) == 5 * 3 + 1 + 3 + 3
    assert labels(found)[2] == "Trong đó: Thuế"
    assert wrong(found) == []


def test_it_gives_each_figure_its_unit_hedge_period_and_subject() -> None:
    found = read_one(REPORT, facts=FACTS)
    estimate = at(found, "Trong đó: Thuế", "Năm 2026 / Ước TH 9 tháng")
    assert (estimate.unit, estimate.approx, estimate.period) == ("triệu đồng", Qualifier.ABOUT, "2026-01/2026-09")
    assert estimate.subject == "Thu ngân sách: Thuế"
    before = at(found, "Sản lượng lúa", "Thực hiện 9 tháng 2025")
    assert (before.period, before.approx) == ("2025-01/2025-09", Qualifier.EXACT)
    index = at(found, "Sản lượng lúa", "So sánh (%) / Cùng kỳ")
    assert (index.is_index, index.value, index.unit, index.comparison) == (True, Decimal("105.00"), "%", "same_period")
    ceiling = at(found, "Tỷ lệ hộ nghèo", "Năm 2026 / Kế hoạch")
    assert (ceiling.approx, ceiling.period, ceiling.unit) == (Qualifier.UNDER, "2026", "%")
    count = at(found, "Trường đạt chuẩn", "Năm 2026 / Ước TH 9 tháng")
    assert count.second is not None
    assert (count.value, count.second.value, count.unit) == (5, 7, "trường")


def test_every_figure_has_its_place_and_the_rules_that_made_it() -> None:
    found = read_one(REPORT, facts=FACTS, sheet="Biểu 1")
    first = found.measurements[0]
    assert first.cell is not None
    assert first.span is None
    assert (first.cell.row, first.cell.column, first.cell.sheet, first.cell.ref) == (4, 3, "Biểu 1", "D5")
    assert first.quote == "4.100"
    assert first.rules[0] == "table.cell"


def test_it_reads_heads_without_merged_cells_and_leaves_out_the_header_of_the_next_page() -> None:
    found = read_one(
        """
        TT | Chỉ tiêu | ĐVT | Năm 2025 | | Năm 2026 | | Ghi chú
         | | | KH | TH | KH | TH 9 tháng |
        1 | Đàn lợn | con | 100 | 110 | 120 | 90 |
        TT | Chỉ tiêu | ĐVT | Năm 2025 | | Năm 2026 | | Ghi chú
         | | | KH | TH | KH | TH 9 tháng |
        2 | Đàn gà | nghìn con | 12 | 12,5 | 13 | 11 |
        """
    )
    assert kinds(found) == {
        "Năm 2025 / KH": {"target"},
        "Năm 2025 / TH": {"actual"},
        "Năm 2026 / KH": {"target"},
        "Năm 2026 / TH 9 tháng": {"actual"},
    }
    assert labels(found) == ["Đàn lợn", "Đàn gà"]


def test_a_sheet_may_hold_letterhead_titles_two_tables_and_signatures() -> None:
    found = read_one(
        """
        UBND XÃ HÒA AN | | | | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
        Số: 12/BC-UBND | | | | Độc lập - Tự do - Hạnh phúc |
         | | BIỂU TỔNG HỢP 6 THÁNG NĂM 2026 | | |
         | | | | | ĐVT: Triệu đồng
        STT | Nội dung | Dự toán năm | Thực hiện | Đạt (%) | Ghi chú
        A | B | 1 | 2 | 3=2/1 | 4
        1 | Thu cân đối | 5.000 | 2.600 | 52 |
        2 | Thu bổ sung | 3.000 | 1.500 | 50 |
         | Tổng cộng | 8.000 | 4.100 | 51,25 |
         | | | | |
        II. THU HÚT ĐẦU TƯ | | | | |
        STT | Dự án | Vốn đăng ký (tỷ đồng) | Diện tích (ha) | Lao động (người) | Ghi chú
        1 | Nhà máy gạch | 120 | 5,2 | 80 |
         | | | | Hòa An, ngày 20 tháng 6 năm 2026 |
         | NGƯỜI LẬP BIỂU | | | CHỦ TỊCH |
        """,
        sheet="Biểu 1",
    )
    assert labels(found) == ["Thu cân đối", "Thu bổ sung", "Tổng cộng", "Nhà máy gạch"]
    assert at(found, "Tổng cộng", "Thực hiện").period == "2026-01/2026-06"
    assert at(found, "Tổng cộng", "Thực hiện").unit == "triệu đồng"
    assert at(found, "Nhà máy gạch", "Vốn đăng ký (tỷ đồng)").unit == "tỷ đồng"


def test_units_and_places_may_stand_in_the_rows_and_indicators_in_the_columns() -> None:
    found = read_one(
        """
        STT | Tên xã, phường | Tổng số hồ sơ | Trong đó | < | Tỷ lệ đúng hạn (%) | Xếp hạng
        ^ | ^ | ^ | Đúng hạn | Trễ hạn | ^ | ^
        1 | Phường An Thịnh | 1.250 | 1.240 | 10 | 99,2 | 2
        2 | Xã Cao Sơn | 1.430 | 1.401 | 29 | 97,97 | 3
        3 | Xã Đông Khê | 655 | 655 | 0 | 100 | 1
        """,
        facts=FACTS,
    )
    assert set().union(*kinds(found).values()) == {"actual"}
    late = at(found, "Xã Cao Sơn", "Trong đó / Trễ hạn")
    assert (late.unit, late.subject) == ("hồ sơ", "Trong đó Trễ hạn Xã Cao Sơn")
    assert "Xếp hạng" not in kinds(found)


def test_the_label_is_the_column_that_says_something_in_every_row() -> None:
    found = read_one(
        """
        TT | Tên tiêu chí | Nội dung tiêu chí | Chỉ tiêu | Kết quả thực hiện | Tự đánh giá
        1 | Giao thông | 1.1. Tỷ lệ đường xã được nhựa hóa | 100% | 100% (12,5/12,5 km) | Đạt
        ^ | ^ | 1.2. Tỷ lệ đường thôn được cứng hóa | ≥ 85% | 88,6% | Đạt
        2 | Thu nhập | Thu nhập bình quân đầu người | ≥ 62 triệu đồng/người | 63,4 triệu đồng/người | Đạt
        3 | Y tế | Xã đạt chuẩn y tế | Đạt | Đạt | Đạt
        """
    )
    assert labels(found) == [
        "1.1. Tỷ lệ đường xã được nhựa hóa",
        "1.2. Tỷ lệ đường thôn được cứng hóa",
        "Thu nhập bình quân đầu người",
    ]
    assert [m.quote for m in found.measurements][1:3] == ["100%", "12,5/12,5 km"]


def test_plan_result_and_share_may_stand_in_the_rows() -> None:
    found = read_one(
        """
         | Thu ngân sách (triệu đồng) | Số hộ nghèo (hộ)
        Kế hoạch năm 2026 | 12.000 | 150
        Thực hiện 9 tháng | 9.130 | 141
        Tỷ lệ (%) | 76,08 | 94
        """,
        facts=FACTS,
    )
    assert [m.kind.value for m in found.measurements] == ["target"] * 2 + ["actual"] * 2 + ["share_of_plan"] * 2
    assert at(found, "Tỷ lệ (%)", "Số hộ nghèo (hộ)").unit == "%"


def test_a_table_without_header_gives_what_its_labels_name() -> None:
    found = read_one(
        """
        Diện tích tự nhiên | 12,5 km2
        Dân số | 12.486 người
        Hộ nghèo | 62 hộ (2,0%)
        Điện thoại | 0275 3812 345
        Năm thành lập | 2025
        """
    )
    assert [(m.value, m.unit) for m in found.measurements] == [
        (Decimal("12.5"), "km2"),
        (12486, "người"),
        (62, "hộ"),
        (Decimal("2.0"), "%"),
    ]


def test_years_alone_are_heads_and_give_the_period() -> None:
    found = read_one(
        """
        Chỉ tiêu | Đơn vị | 2023 | 2024 | KH 2025
        Dân số | người | 12.250 | 12.400 | 12.500
        """
    )
    assert [(m.kind.value, m.period) for m in found.measurements] == [
        ("actual", "2023"),
        ("actual", "2024"),
        ("target", "2025"),
    ]


def test_a_head_of_a_word_and_a_year_is_no_figure() -> None:
    found = read_one(
        """
        Chỉ tiêu | Đơn vị | Thực hiện 2025 | Ước 2026 | Tăng, giảm so với 2025 | Kế hoạch 2027
        Dân số | người | 12.590 | 12.700 | 110 | 12.810
        Tỷ lệ hộ nghèo | % | 5,07 | 3,6 | -1,47 | 2,9
        """,
        facts=DocumentFacts(dated_on=date(2026, 12, 8)),
    )
    assert [m.kind.value for m in found.measurements] == ["actual", "actual", "growth", "target"] * 2
    assert [m.unit for m in found.measurements] == ["người"] * 4 + ["%"] * 4


def test_an_estimate_of_the_year_is_a_forecast_only_beside_a_figure_to_date() -> None:
    beside = read_one(
        """
        TT | Chỉ tiêu | ĐVT | Kế hoạch năm 2026 | Ước TH 6 tháng đầu năm 2026 | Ước TH cả năm 2026
        1 | Khách du lịch | nghìn lượt | 100 | 52,5 | 102
        """,
        facts=DocumentFacts(dated_on=date(2026, 6, 20)),
    )
    alone = read_one(
        """
        Chỉ tiêu | Thực hiện 2024 | Ước thực hiện 2025 | Kế hoạch 2026
        Thu ngân sách (tỷ đồng) | 18,4 | 21,7 | 24
        """,
        facts=DocumentFacts(dated_on=date(2025, 12, 8)),
    )
    assert [m.kind.value for m in beside.measurements] == ["target", "actual", "forecast"]
    assert [m.kind.value for m in alone.measurements] == ["actual", "actual", "target"]
    assert alone.measurements[1].approx is Qualifier.ABOUT


def test_notes_dates_codes_and_names_are_no_figures() -> None:
    found = read_one(
        """
        TT | Tên dự án | Mã dự án | Thời gian thực hiện | Quyết định đầu tư | < | Kế hoạch vốn năm 2026 | Ghi chú
        ^ | ^ | ^ | ^ | Số, ngày | Tổng mức đầu tư | ^ | ^
        1 | Đường ĐX 05 | 7912345 | 2025-2026 | 45/QĐ-UBND 12/3/2025 | 14.500 | 7.000 | đợt 2
        2 | Trường Tiểu học | 7956781 | 2026 | 78/QĐ-UBND 02/01/2026 | 10.000 | 5.000 | 12
        """,
        before="Đơn vị: triệu đồng\n",
    )
    assert [m.value for m in found.measurements] == [14500, 7000, 10000, 5000]
    assert {m.unit for m in found.measurements} == {"triệu đồng"}


def test_a_table_that_hands_out_targets_says_so_in_its_title() -> None:
    found = read_one(
        """
        STT | Đơn vị | Thu ngân sách (triệu đồng) | Kết nạp đảng viên (đồng chí)
        1 | Khu phố 1 | 120 | 3
        2 | Khu phố 2 | 95 | 2
        """,
        before="PHỤ LỤC\nGIAO CHỈ TIÊU NĂM 2026 CHO CÁC KHU PHỐ\n",
    )
    assert {m.kind.value for m in found.measurements} == {"target"}
    assert {m.period for m in found.measurements} == {"2026"}


def test_numbers_of_rows_without_a_head_are_no_figures() -> None:
    found = read_one(
        """
         | Nội dung | Kế hoạch | Thực hiện
        A. KINH TẾ | < | < | <
        1 | Sản lượng lúa (tấn) | 5.600 | 4.305
        2 | Đàn bò (con) | 1.400 | 1.312
        B. XÃ HỘI | < | < | <
        3 | Hộ nghèo (hộ) | 80 | 98
        """
    )
    assert [m.value for m in found.measurements] == [5600, 4305, 1400, 1312, 80, 98]


def test_a_body_may_head_the_first_column() -> None:
    found = read_one(
        """
        Phòng, ban | Biên chế được giao | Biên chế có mặt
        Văn phòng | 14 | 13
        Phòng Kinh tế | 12 | 12
        """
    )
    assert kinds(found) == {"Biên chế được giao": {"target"}, "Biên chế có mặt": {"actual"}}


def test_a_merged_figure_is_one_figure() -> None:
    found = read_one(
        """
        STT | Nội dung | Kế hoạch | Thực hiện
        1 | Nhựa hóa đường | 12 | 5
        2 | Bê tông hóa hẻm | ^ | 6
        """
    )
    assert [m.value for m in found.measurements] == [12, 5, 6]


def test_growth_is_an_index_only_where_it_is_printed_as_one() -> None:
    found = read_one(
        """
        Nội dung | 9 tháng 2025 | 9 tháng 2026 | So cùng kỳ (%)
        Doanh nghiệp mới | 40 | 45 | 12,5
        Số vụ cháy | 4 | 3 | -25
        """
    )
    assert [m.is_index for m in found.measurements if m.kind.value == "growth"] == [False, False]


def test_layout_tables_give_nothing_and_scans_are_to_be_confirmed() -> None:
    table = build_table("STT | Chỉ tiêu | KH\n1 | Dân số | 12.500")
    layout = type(table)(0, table.rows, 0, is_layout=True)
    scanned = Document("a.pdf", "pdf", "", (), (layout, table), is_scanned=True)
    (only,) = read_tables(scanned, DocumentFacts()).measurements
    assert only.to_confirm


def test_the_rest_of_a_table_that_was_cut_in_two_keeps_its_header() -> None:
    above = build_table("STT | Chỉ tiêu | KH năm | TH\n1 | Dân số (người) | 12.500 | 12.400")
    below = build_table("2 | Số hộ (hộ) | 3.100 | 3.050", index=1)
    found = read_tables(Document("a.docx", "docx", "", (), (above, below)), DocumentFacts())
    assert [m.kind.value for m in found.measurements] == ["target", "actual"] * 2
    assert found.measurements[2].cell is not None
    assert found.measurements[2].cell.column_label == "KH năm"
