# SPDX-License-Identifier: Apache-2.0
"""Workbooks: one table per visible sheet, cells as they are shown and as they are stored."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.styles import Font
from xlsxwriter import Workbook

from tiendo.kernel.document import Document, Stored
from tiendo.read.files import UnreadableFile, open_document
from tiendo.read.files.tests.sheets import make_xlsx

#: The same workbook, written by LibreOffice in its own form and as Excel 97.
SAMPLES = Path(__file__).parent / "samples"


def texts(table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def saved(book: openpyxl.Workbook) -> Document:
    out = BytesIO()
    book.save(out)
    return open_document("biểu.xlsx", data=out.getvalue())


def sheet_of(*rows: list) -> Document:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book)


@pytest.mark.parametrize("name", ["workbook.ods", "workbook.xls"])
def test_other_kinds_of_workbook_read_alike(name):
    document = open_document(SAMPLES / name)
    first, second = document.tables
    title = "BIỂU SỐ LIỆU XÃ ĐỒNG LẠC"
    assert texts(first) == [
        [""] * 6,
        ["", *[title] * 5],
        ["", "TT", "Chỉ tiêu", "2025", "2026", "So KH"],
        ["", "1", "Thu ngân sách", "31.485,5", "38.214", "89,7%"],
        ["", "2", "Hộ nghèo", "146,0", "119", "-18,5%"],
        ["", "3", "Ngày chốt", "", "31/05/2026", ""],
        ["", "4", "Đàn lợn", "1.234,5", "6.400", "100,0%"],
        ["", "5", "Tổng", "31.631,5", "#DIV/0!", "100,0%"],
    ]
    assert first.rows[1][5] is first.rows[1][1]
    assert [first.rows[1][1].bold, first.rows[2][1].bold] == [True, False]
    assert [cell.stored for cell in first.rows[3][1:]] == [
        Stored.NUMBER,
        Stored.TEXT,
        Stored.NUMBER,
        Stored.NUMBER,
        Stored.PERCENT,
    ]
    assert [first.rows[5][4].stored, first.rows[6][3].stored] == [Stored.DATE, Stored.TEXT]
    assert texts(second) == [["kế hoạch", "-"], ["", "-12"]]
    assert [table.sheet for table in document.tables] == ["Chỉ tiêu", "Vốn"]
    assert [table.index for table in document.tables] == [0, 1]
    assert [note.split("(")[0] for note in document.notes] == [
        "Không đọc 1 trang tính ẩn ",
        "Trang tính có dòng hoặc cột bị ẩn; chúng vẫn được đọc.",
        "1 ô báo lỗi công thức ",
        "Một phần chữ dùng phông cũ ",
    ]


def test_formulas_of_ods_are_told_apart():
    cells = open_document(SAMPLES / "workbook.ods").tables[0].rows[7]
    assert [cell.stored for cell in cells[3:]] == [Stored.FORMULA] * 3


def test_a_sheet_is_a_table_from_a1_with_references():
    book = openpyxl.Workbook()
    book.active["C3"] = 0.415
    book.active["C3"].number_format = "0.0%"
    book.active["AA1"] = "xa"
    document = saved(book)
    (table,) = document.tables
    assert (document.text, document.blocks, table.position, table.sheet) == ("", (), 0, "Sheet")
    assert (len(table.rows), len(table.rows[0])) == (3, 27)
    cell = table.rows[2][2]
    assert (cell.text, cell.ref, cell.stored, cell.origin) == ("41,5%", "C3", Stored.PERCENT, (2, 2))
    assert (table.rows[0][26].ref, table.rows[1][1].ref, table.rows[1][1].stored) == ("AA1", "B2", None)


def test_merged_areas_repeat_their_cell_within_the_used_area():
    book = openpyxl.Workbook()
    for place, value in {"A1": "Năm 2026", "A2": "KH", "B2": "TH", "C1": "Ghi chú", "A4": 5, "B4": 6}.items():
        book.active[place] = value
    book.active.merge_cells("A1:B1")
    book.active.merge_cells("C1:XFD3")
    rows = saved(book).tables[0].rows
    assert [cell.text for cell in rows[0]] == ["Năm 2026", "Năm 2026", "Ghi chú"]
    assert rows[1][2] is rows[0][2]
    assert (rows[2][2].ref, rows[3][2].ref) == ("C1", "C4")


def test_values_keep_how_they_are_stored():
    document = sheet_of(["6.400", 6400, 6400.5, date(2026, 5, 31), True, None, "a\nb  c"])
    row = document.tables[0].rows[0]
    assert [cell.text for cell in row] == ["6.400", "6400", "6.400,5", "31/05/2026", "TRUE", "", "a b c"]
    assert [cell.stored for cell in row] == [
        Stored.TEXT,
        Stored.NUMBER,
        Stored.NUMBER,
        Stored.DATE,
        Stored.TEXT,
        None,
        Stored.TEXT,
    ]


def test_formulas_are_read_by_their_stored_result():
    out = BytesIO()
    with Workbook(out) as book:
        sheet = book.add_worksheet("Biểu")
        percent = book.add_format({"num_format": "0.0%"})
        sheet.write_formula("A1", "=SUM(B1:B9)", None, 12640)
        sheet.write_formula("A2", "=A1/B1", percent, 0.563)
        sheet.write_formula("A3", '="a"', None, "a")
        sheet.write_formula("A4", "=1/0", None, "#DIV/0!")
    document = open_document("a.xlsx", data=out.getvalue())
    cells = [row[0] for row in document.tables[0].rows]
    assert [(c.text, c.stored) for c in cells] == [
        ("12640", Stored.FORMULA),
        ("56,3%", Stored.FORMULA),
        ("a", Stored.FORMULA),
        ("#DIV/0!", Stored.FORMULA),
    ]
    assert document.notes == ("1 ô báo lỗi công thức (A4); hãy sửa trong Excel.",)


def test_formulas_without_a_result_are_named():
    document = sheet_of(["Tổng", "=SUM(C1:C2)", 5])
    assert [(cell.text, cell.stored) for cell in document.tables[0].rows[0]][1] == ("", Stored.FORMULA)
    assert document.notes == ("1 công thức chưa có kết quả (B1); hãy mở bằng Excel, lưu lại rồi đọc lại.",)


def test_hidden_sheets_are_not_read_and_do_not_count():
    book = openpyxl.Workbook()
    book.active.title = "Ẩn"
    book.active.append([5])
    book.active.sheet_state = "veryHidden"
    book.create_sheet("Biểu").append([6])
    document = saved(book)
    assert [(table.index, table.sheet) for table in document.tables] == [(0, "Biểu")]
    assert document.notes == ("Không đọc 1 trang tính ẩn («Ẩn»); hãy bỏ ẩn nếu cần đọc.",)


def test_hidden_rows_are_read_and_noted():
    book = openpyxl.Workbook()
    book.active.append(["Thu", 5])
    book.active.append(["Chi", 4])
    book.active.row_dimensions[2].hidden = True
    document = saved(book)
    assert texts(document.tables[0]) == [["Thu", "5"], ["Chi", "4"]]
    assert "bị ẩn" in document.notes[0]


def test_text_in_old_fonts_becomes_unicode():
    book = openpyxl.Workbook()
    book.active["A1"], book.active["B1"] = "kÕ ho¹ch", "®¹t"
    book.active["A1"].font = Font(name=".VnTimeH", bold=True)
    document = saved(book)
    assert texts(document.tables[0]) == [["KẾ HOẠCH", "®¹t"]]
    assert (document.tables[0].rows[0][0].bold, document.encoding) == (True, "tcvn3")


STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"


@pytest.mark.parametrize("namespace", ["http://schemas.openxmlformats.org/spreadsheetml/2006/main", STRICT])
def test_cells_without_places_follow_each_other(namespace):
    rows = '<row><c t="s"><v>0</v></c><c><v>5</v></c></row><row r="3"><c r="B3"><v>6</v></c><c><v>7</v></c></row>'
    document = open_document("a.xlsx", data=make_xlsx(rows, strings="<si><t>Thu</t></si>", namespace=namespace))
    assert texts(document.tables[0]) == [["Thu", "5", ""], ["", "", ""], ["", "6", "7"]]


def test_pieces_of_rich_text_are_joined_and_readings_left_out():
    strings = "<si><r><t>9.700 m</t></r><r><rPr><vertAlign/></rPr><t>2</t></r><rPh><t>đọc</t></rPh></si>"
    old = (
        '<si><r><rPr><rFont val=".VnTime"/></rPr><t>kÕ </t></r><r><rPr><rFont val="Arial"/></rPr><t>hoạch</t></r></si>'
    )
    rows = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>trong ô</t></is></c></row>'
    document = open_document("a.xlsx", data=make_xlsx(rows, strings=strings + old))
    assert texts(document.tables[0]) == [["9.700 m2", "kế hoạch", "trong ô"]]


def test_far_off_cells_do_not_fill_memory():
    rows = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    document = open_document("a.xlsx", data=make_xlsx(rows))
    table = document.tables[0]
    assert (len(table.rows), len(table.rows[0])) == (4, 4)
    assert table.rows[-1][-1].ref == "XFD1048576"


@pytest.mark.parametrize(
    "rows",
    [
        '<row><c t="s"><v>99</v></c></row>',
        '<row><c t="s"><v>x</v></c></row>',
        "<row><c><v>5</v></c>",
    ],
)
def test_damage_is_one_sentence(rows):
    with pytest.raises(UnreadableFile, match="bị hỏng"):
        open_document("a.xlsx", data=make_xlsx(rows))


@pytest.mark.parametrize("rows", ["", '<row r="x"><c r="?"/></row>', '<row><c t="n"><v></v></c></row>'])
def test_an_empty_workbook_says_so(rows):
    with pytest.raises(UnreadableFile, match="không có chữ nào"):
        open_document("a.xlsx", data=make_xlsx(rows))


def test_odd_values_do_not_break_a_sheet():
    cells = '<c s="999"><v>5</v></c><c><v>abc</v></c><c t="d"><v>2026-05-31T00:00:00</v></c><c t="e"><v>#N/A</v></c>'
    rows = f"<row>{cells}</row>"
    document = open_document("a.xlsx", data=make_xlsx(rows, after='<mergeCells><mergeCell ref="Z9:A1"/></mergeCells>'))
    assert texts(document.tables[0]) == [["5", "abc", "31/05/2026", "#N/A"]]
