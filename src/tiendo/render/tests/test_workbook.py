# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import io
from dataclasses import replace
from datetime import datetime
from decimal import Decimal

import openpyxl

from tiendo.render.data import Unread
from tiendo.render.lang import Lang
from tiendo.render.tests.factories import report
from tiendo.render.workbook import write_workbook


def book(*outcomes, **options):
    file = io.BytesIO()
    write_workbook(outcomes, file, options.pop("lang", Lang.VI), **options)
    return openpyxl.load_workbook(file)


def column(sheet, title):
    heads = [cell.value for cell in sheet[1]]
    return [row[heads.index(title)] for row in sheet.iter_rows(min_row=2)]


def test_it_has_a_sheet_for_each_kind_of_thing():
    names = ["Số liệu", "Vấn đề", "Phép tính", "Giao việc", "Viện dẫn, nhân sự", "Văn bản"]
    assert book(report()).sheetnames == names
    assert book(report(), lang=Lang.EN).sheetnames[0] == "Figures"


def test_figures_are_numbers_with_as_many_decimals_as_printed():
    cells = column(book(report())["Số liệu"], "Giá trị")
    assert [cell.value for cell in cells] == [26.7, 27.6, 100, 15, 31.5]
    assert [cell.number_format for cell in cells][:3] == ["#,##0.0", "#,##0.0", "#,##0"]


def test_headers_are_frozen_and_filtered():
    for sheet in book(report()).worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref.startswith("A1:")


def test_the_words_of_a_document_are_never_formulas_or_links():
    hostile = replace(report().reading.measurements[0], subject='=HYPERLINK("http://a.b")', quote="https://a.b")
    reading = replace(report().reading, measurements=(hostile,))
    sheet = book(replace(report(), reading=reading))["Số liệu"]
    assert column(sheet, "Nội dung")[0].data_type == "s"
    assert column(sheet, "Trích")[0].hyperlink is None


def test_a_number_longer_than_excel_can_hold_is_kept_as_text():
    long = replace(report().reading.measurements[0].quantity, value=Decimal("1234567890123456789"))
    reading = replace(report().reading, measurements=(replace(report().reading.measurements[0], quantity=long),))
    sheet = book(replace(report(), reading=reading))["Số liệu"]
    assert column(sheet, "Giá trị")[0].value == "1234567890123456789"


def test_problems_come_worst_first_and_deadlines_are_dates():
    found = book(report())
    assert [cell.value for cell in column(found["Vấn đề"], "Mức độ")] == ["Lỗi", "Nghi vấn", "Lưu ý"]
    assert column(found["Giao việc"], "Ngày")[0].value == datetime(2026, 4, 30)


def test_a_file_that_could_not_be_read_is_told_among_the_documents():
    sheet = book(Unread("hong.pdf", "Tệp hỏng.", "Damaged."), report())["Văn bản"]
    assert [cell.value for cell in column(sheet, "Văn bản")] == ["hong.pdf", "xa-suoi-mo.txt"]
    assert column(sheet, "Ghi chú")[0].value == "Tệp hỏng."


def test_signs_that_xml_forbids_do_not_spoil_the_file():
    odd = replace(report().reading.measurements[0], subject="a\x00\x0bb\ud800c" + "x" * 40_000)
    reading = replace(report().reading, measurements=(odd,))
    value = column(book(replace(report(), reading=reading))["Số liệu"], "Nội dung")[0].value
    assert value.startswith("a\ufffd\ufffdb\ufffdcx")
    assert len(value) == 32_767


def test_the_same_findings_give_the_same_bytes():
    files = [io.BytesIO(), io.BytesIO()]
    for file in files:
        write_workbook([report()], file, Lang.VI)
    assert files[0].getvalue() == files[1].getvalue()
