# SPDX-License-Identifier: Apache-2.0
"""Builds the two office files of the sample: a commune report (.docx) and a ward workbook (.xlsx).

Here: running text and page layout (Nghị định 30/2020/NĐ-CP, Phụ lục I). Not here: the tables' figures (``figures``).
Run as ``python -m sample.build [FOLDER]``; the same bytes come out every time.
"""

from __future__ import annotations

import io
import sys
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import xlsxwriter
from docx.enum.text import WD_BREAK as BREAK
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sample import office
from sample.figures import COMMUNE_TARGETS, WARD_PROJECTS, WARD_PROJECTS_TOTAL, WARD_REVENUE

HERE = Path(__file__).parent
COMMUNE_FILE: Final = "xa-binh-lam-thuong-9-thang-2026.docx"
WARD_FILE: Final = "phuong-hai-van-dong-9-thang-2026.xlsx"
DATED: Final = datetime(2026, 9, 18, tzinfo=UTC)

#: (is a heading, text). Planted: 46/60 is 76,67 %, the first two digits are exchanged.
COMMUNE_TEXT: Final = (
    (True, "I. KẾT QUẢ 9 THÁNG ĐẦU NĂM 2026"),
    (
        False,
        "Thực hiện Nghị quyết số 25/NQ-HĐND ngày 22 tháng 12 năm 2025 của Hội đồng nhân dân xã, trong 18 chỉ tiêu "
        "chủ yếu được giao, đến nay có 7 chỉ tiêu hoàn thành, 6 chỉ tiêu đảm bảo tiến độ và 4 chỉ tiêu hoàn thành "
        "một phần.",
    ),
    (True, "1. Về kinh tế"),
    (
        False,
        "Thu ngân sách nhà nước trên địa bàn đạt 31,46 tỷ đồng, bằng 78,65% dự toán năm (40 tỷ đồng) và tăng 12,4% "
        "so với cùng kỳ năm 2025. Tổng diện tích gieo trồng là 1.304 ha, gồm 812 ha lúa, 236 ha bắp và 256 ha rau màu.",
    ),
    (
        False,
        "Xã trồng mới 46/60 ha cây ăn trái, đạt 67,67% kế hoạch. Giải ngân vốn đầu tư công được 18.240/26.500 triệu "
        "đồng, đạt 68,83% kế hoạch. Có 37 hộ kinh doanh đăng ký mới, vượt 23,33% chỉ tiêu giao (30 hộ).",
    ),
    (True, "2. Về văn hóa - xã hội"),
    (
        False,
        "Cuối tháng 9, toàn xã còn 84 hộ nghèo trên tổng số 3.512 hộ, chiếm 2,39%, giảm 21 hộ so với đầu năm "
        "(105 hộ). Tỷ lệ người dân tham gia bảo hiểm y tế đạt 94,8%. Có 5/6 trường đạt chuẩn quốc gia.",
    ),
    (
        False,
        "Xã giới thiệu việc làm cho 356 lao động, bằng 84,76% kế hoạch (420 lao động); hơn 120 lao động làm việc tại "
        "các hợp tác xã trên địa bàn.",
    ),
    (True, "3. Về cải cách hành chính và xây dựng Đảng"),
    (
        False,
        "Trung tâm Phục vụ hành chính công tiếp nhận 4.126 hồ sơ, đã giải quyết 3.987 hồ sơ, trong đó 3.951 hồ sơ đúng "
        "hạn và trước hạn, đạt 99,1%. Đảng bộ xã kết nạp 9/14 đảng viên mới, đạt 64,29% chỉ tiêu năm.",
    ),
    (True, "II. NHIỆM VỤ 3 THÁNG CUỐI NĂM"),
    (
        False,
        "Chủ tịch Ủy ban nhân dân xã yêu cầu Phòng Kinh tế hoàn thành thanh toán khối lượng công trình đường Suối Cạn "
        "trước ngày 30/11/2026. Giao Phòng Văn hóa - Xã hội rà soát hộ nghèo theo chuẩn mới, báo cáo kết quả chậm nhất "
        "ngày 15/12/2026.",
    ),
    (False, "Đề nghị các ấp vận động người dân nộp hồ sơ trực tuyến, phấn đấu cả năm đạt 3.600 hồ sơ."),
)
HEADER: Final = (
    "STT",
    "Chỉ tiêu",
    "ĐVT",
    "KH năm 2026",
    "TH 9 tháng năm 2025",
    "TH 9 tháng năm 2026",
    "So KH (%)",
    "So cùng kỳ (%)",
)
COLUMN_WIDTHS_MM: Final = (10, 50, 18, 17, 18, 18, 17, 17)


def build_commune_report() -> bytes:
    """The report of the invented commune, as .docx."""
    document = office.new_paper()
    head = ("ỦY BAN NHÂN DÂN", "XÃ BÌNH LÂM THƯỢNG")
    office.letterhead(document, head, "187/BC-UBND", "Bình Lâm Thượng, ngày 18 tháng 9 năm 2026")
    office.title(document, "BÁO CÁO", "Kết quả thực hiện nhiệm vụ kinh tế - xã hội 9 tháng đầu năm 2026")
    office.paragraphs(document, COMMUNE_TEXT)
    recipients = ("Thường trực Đảng ủy, HĐND xã;", "Các phòng chuyên môn;", "Lưu: VT.")
    office.signature(document, recipients, "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Đặng Thị Thu Lành")
    document.add_paragraph().add_run().add_break(BREAK.PAGE)
    office.centred(document, "PHỤ LỤC")
    office.centred(document, "KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU 9 THÁNG ĐẦU NĂM 2026")
    attached = "(Kèm theo Báo cáo số 187/BC-UBND ngày 18 tháng 9 năm 2026)"
    office.centred(document, attached, 13, bold=False, after_pt=6)
    office.ruled_table(document, HEADER, COMMUNE_TARGETS, COLUMN_WIDTHS_MM)
    return office.finish(document, "Báo cáo mẫu (số liệu tự đặt)", DATED)


def list_contents(archive: bytes) -> dict[str, bytes]:
    """The members of an office file, to compare two of them without their compression."""
    with zipfile.ZipFile(io.BytesIO(archive)) as given:
        return {name: given.read(name) for name in given.namelist()}


def _one_page(sheet: Worksheet) -> None:
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)


def _revenue_sheet(book: xlsxwriter.Workbook, style: dict[str, Format]) -> None:
    sheet = book.add_worksheet("Thu ngân sách")
    sheet.merge_range("A1:G1", "PHƯỜNG HẢI VÂN ĐÔNG, TỈNH TRƯỜNG GIANG", style["title"])
    sheet.merge_range("A2:G2", "THU NGÂN SÁCH NHÀ NƯỚC 9 THÁNG NĂM 2026", style["title"])
    sheet.write("G3", "ĐVT: triệu đồng", style["note"])
    for place, text in (("A4:A5", "STT"), ("B4:B5", "Nội dung"), ("C4:C5", "Dự toán năm 2026")):
        sheet.merge_range(place, text, style["head"])
    sheet.merge_range("D4:E4", "Thực hiện 9 tháng", style["head"])
    sheet.merge_range("F4:G4", "So sánh (%)", style["head"])
    for place, text in (("D5", "Năm 2025"), ("E5", "Năm 2026"), ("F5", "Dự toán"), ("G5", "Cùng kỳ")):
        sheet.write(place, text, style["head"])
    totals = (
        sum(row[1] for row in WARD_REVENUE),
        sum(row[2] for row in WARD_REVENUE),
        sum(row[3] for row in WARD_REVENUE),
    )
    for row, (label, plan, before, now) in enumerate((("TỔNG THU", *totals), *WARD_REVENUE), start=6):
        sheet.write(f"A{row}", None if row == 6 else row - 6, style["cell"])
        sheet.write(f"B{row}", label, style["cell"])
        for letter, value in zip("CDE", (plan, before, now), strict=True):
            if row == 6:
                sheet.write_formula(f"{letter}6", f"=SUM({letter}7:{letter}13)", style["number"], value)
            else:
                sheet.write_number(f"{letter}{row}", value, style["number"])
        sheet.write_formula(f"F{row}", f"=ROUND(E{row}/C{row}*100,2)", style["rate"], round(now / plan * 100, 2))
        sheet.write_formula(f"G{row}", f"=ROUND(E{row}/D{row}*100,2)", style["rate"], round(now / before * 100, 2))
    _one_page(sheet)
    sheet.set_column("A:A", 5)
    sheet.set_column("B:B", 34)
    sheet.set_column("C:G", 13)


def _projects_sheet(book: xlsxwriter.Workbook, style: dict[str, Format]) -> None:
    sheet = book.add_worksheet("Đầu tư công")
    sheet.merge_range("A1:E1", "GIẢI NGÂN VỐN ĐẦU TƯ CÔNG ĐẾN NGÀY 30/9/2026", style["title"])
    sheet.write("E2", "ĐVT: triệu đồng", style["note"])
    for place, text in zip(
        ("A3", "B3", "C3", "D3", "E3"),
        ("STT", "Dự án", "Kế hoạch vốn năm 2026", "Đã giải ngân", "Tỷ lệ giải ngân"),
        strict=True,
    ):
        sheet.write(place, text, style["head"])
    for row, (name, plan, paid) in enumerate(WARD_PROJECTS, start=4):
        sheet.write(f"A{row}", row - 3, style["cell"])
        sheet.write(f"B{row}", name, style["cell"])
        sheet.write_number(f"C{row}", plan, style["number"])
        if row == 6:
            sheet.write_string(f"D{row}", f"{paid:,}".replace(",", "."), style["text"])  # a number kept as text
        else:
            sheet.write_number(f"D{row}", paid, style["number"])
        sheet.write_number(f"E{row}", round(paid / plan, 4), style["percent"])
    row = 4 + len(WARD_PROJECTS)
    plan, paid = WARD_PROJECTS_TOTAL
    sheet.merge_range(f"A{row}:B{row}", "TỔNG CỘNG", style["head"])
    sheet.write_number(f"C{row}", plan, style["number"])
    sheet.write_number(f"D{row}", paid, style["number"])
    sheet.write_number(f"E{row}", 0.7318, style["percent"])
    _one_page(sheet)
    sheet.set_column("A:A", 5)
    sheet.set_column("B:B", 42)
    sheet.set_column("C:E", 16)


def build_ward_workbook() -> bytes:
    """The workbook of the invented ward, as .xlsx."""
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        book.set_properties({"title": "Bảng mẫu (số liệu tự đặt)", "author": "Tiến Độ", "created": DATED})
        base = {"font_name": "Times New Roman", "font_size": 12}
        framed = {**base, "border": 1}
        style = {
            "title": book.add_format({**base, "bold": True, "align": "center"}),
            "note": book.add_format({**base, "italic": True, "align": "right"}),
            "head": book.add_format({**framed, "bold": True, "align": "center", "text_wrap": True}),
            "cell": book.add_format(framed),
            "text": book.add_format({**framed, "align": "right"}),
            "number": book.add_format({**framed, "num_format": "#,##0"}),
            "rate": book.add_format({**framed, "num_format": "0.00"}),
            "percent": book.add_format({**framed, "num_format": "0.00%"}),
        }
        _revenue_sheet(book, style)
        _projects_sheet(book, style)
    return office.same_bytes(buffer.getvalue())


def main() -> None:
    """Write both files into a folder, the sample's own by default."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE
    (folder / COMMUNE_FILE).write_bytes(build_commune_report())
    (folder / WARD_FILE).write_bytes(build_ward_workbook())
    print(f"{folder / COMMUNE_FILE}\n{folder / WARD_FILE}")


if __name__ == "__main__":
    main()
