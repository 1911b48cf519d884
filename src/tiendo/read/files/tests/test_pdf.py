# SPDX-License-Identifier: Apache-2.0
"""PDF files: paragraphs, tables, furniture, scans."""

from __future__ import annotations

import pytest

from tiendo.read.files import UnreadableFile, open_document
from tiendo.read.files.pdf import scan
from tiendo.read.files.tests.printing import Sheet, print_pdf

#: A line of ten-point print holds 90 signs between x = 70 and x = 520.
FULL = "x" * 30 + " " + "y" * 28 + " " + "z" * 30


def paragraphs(*sheets: Sheet) -> list[str]:
    document = open_document("báo cáo.pdf", data=print_pdf(*sheets))
    return [document.text[b.start : b.end] for b in document.blocks]


def texts(table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_a_wrapped_paragraph_is_one_with_single_spaces():
    lines = [FULL, "tổng thu ngân sách trên địa bàn đạt 203 tỷ 520 triệu " + "w" * 37, "đồng, bằng 64% dự toán."]
    assert paragraphs(Sheet().lines(70, 100, lines)) == [" ".join(lines)]


def test_a_short_line_ends_a_paragraph():
    sheet = Sheet().lines(70, 100, ["Nơi nhận:", "- Lưu: VT.", FULL, "dòng tiếp theo"])
    assert paragraphs(sheet) == ["Nơi nhận:", "- Lưu: VT.", FULL + " dòng tiếp theo"]


def test_a_line_that_is_set_in_begins_a_paragraph():
    sheet = Sheet().say(106, 100, FULL[:82]).say(70, 114, FULL).say(106, 128, "Đoạn hai.")
    assert paragraphs(sheet) == [FULL[:82] + " " + FULL, "Đoạn hai."]


def test_items_of_a_list_come_apart():
    sheet = Sheet().lines(70, 100, ["- " + FULL[2:], "- Thu ngân sách", "1. " + FULL[3:], "2. Chi ngân sách"])
    assert paragraphs(sheet) == ["- " + FULL[2:], "- Thu ngân sách", "1. " + FULL[3:], "2. Chi ngân sách"]


def test_a_range_over_a_line_end_stays_whole():
    sheet = Sheet().lines(70, 100, [FULL[:84] + " 9.500", "- 9.800 m3 gỗ"])
    assert paragraphs(sheet) == [FULL[:84] + " 9.500 - 9.800 m3 gỗ"]


def test_a_bold_heading_stands_alone():
    sheet = Sheet().say(70, 100, FULL, bold=True).say(70, 114, "Năm 2026, xã thu 5 tỷ đồng.")
    assert paragraphs(sheet) == [FULL, "Năm 2026, xã thu 5 tỷ đồng."]


def test_columns_of_a_letterhead_come_apart():
    sheet = Sheet().say(70, 60, "UBND XÃ A").say(320, 60, "CỘNG HÒA").say(70, 74, "Số: 5/BC").say(320, 74, "Độc lập")
    assert paragraphs(sheet) == ["UBND XÃ A", "CỘNG HÒA", "Số: 5/BC", "Độc lập"]


def test_a_raised_sign_stays_in_its_line():
    sheet = Sheet().say(70, 100, "9.700 m").say(105, 96, "2", size=6).say(108.2, 100, " đất")
    assert paragraphs(sheet) == ["9.700 m2 đất"]


def test_a_raised_sign_makes_no_taller_line():
    sheet = Sheet().say(70, 100, FULL).say(70, 114, "9.700 m").say(105, 109, "2", size=6).say(108.2, 114, " đất")
    assert paragraphs(sheet) == [FULL + " 9.700 m2 đất"]


def test_what_a_browser_prints_around_a_page_is_not_read():
    sheet = Sheet().say(30, 20, "22/11/2026, 08:15").say(70, 100, "Thu 5 tỷ đồng.").say(30, 830, "https://vi.du/a?b=5")
    assert paragraphs(sheet) == ["Thu 5 tỷ đồng."]


def test_a_paragraph_runs_on_over_the_page():
    first = Sheet().say(70, 60, "Mở đầu.").say(70, 780, FULL)
    second = Sheet().say(70, 70, "đồng, bằng 64% dự toán.").say(70, 110, "Hết.")
    assert paragraphs(first, second) == ["Mở đầu.", FULL + " đồng, bằng 64% dự toán.", "Hết."]


def test_page_numbers_and_running_heads_are_not_read():
    sheets = [
        Sheet()
        .say(70, 30, "Báo cáo quý III - xã Đồng Lạc")
        .say(70, 100, f"Nội dung trang {word}.")
        .say(290, 815, f"Trang {i}/3" if i != 2 else "- 2 -")
        for i, word in enumerate(("một", "hai", "ba"), start=1)
    ]
    assert paragraphs(*sheets) == [f"Nội dung trang {word}." for word in ("một", "hai", "ba")]


def test_a_number_in_the_text_is_no_page_number():
    assert paragraphs(Sheet().say(70, 100, "Biểu số").say(70, 300, "12"))[-1] == "12"


ROWS = [["TT", "Chỉ tiêu", "Kế hoạch\nnăm 2026"], ["1", "Thu ngân\nsách", "318.000"], ["2", "Chi", "97,5"]]
XS, YS = [70, 100, 250, 330], [200, 228, 256, 284]


def test_a_ruled_table_is_cells_and_not_text():
    sheet = Sheet().say(70, 180, "Đơn vị: triệu đồng").table(XS, YS, ROWS).say(70, 320, "Trên đây là báo cáo.")
    document = open_document("a.pdf", data=print_pdf(sheet))
    assert document.text == "Đơn vị: triệu đồng\nTrên đây là báo cáo.\n"
    (table,) = document.tables
    assert texts(table) == [
        ["TT", "Chỉ tiêu", "Kế hoạch năm 2026"],
        ["1", "Thu ngân sách", "318.000"],
        ["2", "Chi", "97,5"],
    ]
    assert (table.page, table.position, table.is_layout) == (1, len("Đơn vị: triệu đồng\n"), False)


def test_merged_cells_repeat_with_one_origin():
    sheet = Sheet().say(120, 211, "Năm 2026").say(75, 221, "TT").say(105, 235, "KH").say(260, 235, "TH")
    sheet.rule(70, 200, 330, 200).rule(100, 224, 330, 224).rule(70, 248, 330, 248).rule(70, 272, 330, 272)
    sheet.rule(70, 200, 70, 272).rule(100, 200, 100, 272).rule(330, 200, 330, 272).rule(250, 224, 250, 272)
    sheet.say(75, 262, "1").say(105, 262, "5").say(260, 262, "4")
    (table,) = open_document("a.pdf", data=print_pdf(sheet)).tables
    assert texts(table) == [["TT", "Năm 2026", "Năm 2026"], ["TT", "KH", "TH"], ["1", "5", "4"]]
    assert table.rows[0][1] is table.rows[0][2]
    assert table.rows[1][0].origin == (0, 0)


@pytest.mark.parametrize("has_header_again", [True, False])
def test_a_table_runs_on_over_the_page(has_header_again):
    first = Sheet().say(70, 100, "Biểu 1").table(XS, [700, 728, 756], ROWS[:2])
    rest = [ROWS[0], ["2", "Chi", "97,5"]] if has_header_again else [["2", "Chi", "97,5"]]
    second = Sheet().table(XS, [70, 98, 126][: len(rest) + 1], rest).say(70, 400, "Hết.").say(290, 815, "2")
    if not has_header_again:
        second.rule(70, 126, 330, 126).rule(70, 98, 70, 126).rule(100, 98, 100, 126).rule(250, 98, 250, 126)
        second.rule(330, 98, 330, 126).say(72, 110, "3")
    document = open_document("a.pdf", data=print_pdf(first, second))
    (table,) = document.tables
    assert table.rows[0][0].is_header is has_header_again
    assert texts(table)[:3] == [
        ["TT", "Chỉ tiêu", "Kế hoạch năm 2026"],
        ["1", "Thu ngân sách", "318.000"],
        ["2", "Chi", "97,5"],
    ]
    assert document.text == "Biểu 1\nHết.\n"


def test_a_row_that_the_page_parts_is_put_together():
    first = Sheet().table(XS, [700, 728, 756], ROWS[:2])
    second = Sheet().table(XS, [70, 98, 126], [["", "trên địa bàn", ""], ["2", "Chi", "97,5"]])
    (table,) = open_document("a.pdf", data=print_pdf(first, second)).tables
    assert texts(table)[1:] == [["1", "Thu ngân sách trên địa bàn", "318.000"], ["2", "Chi", "97,5"]]


def test_another_table_on_the_next_page_stays_another():
    first = Sheet().table(XS, YS, ROWS)
    second = Sheet().say(70, 100, "Biểu 2").table(XS, YS, ROWS)
    assert len(open_document("a.pdf", data=print_pdf(first, second)).tables) == 2


def test_a_frame_around_text_is_no_table():
    sheet = Sheet().rule(60, 80, 530, 80).rule(60, 130, 530, 130).rule(60, 80, 60, 130).rule(530, 80, 530, 130)
    document = open_document("a.pdf", data=print_pdf(sheet.say(70, 100, "Trong khung có 5 hộ.")))
    assert document.text == "Trong khung có 5 hộ.\n"
    assert not document.tables


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_seen(rotation):
    sheet = Sheet(rotation=rotation, width=842, height=595).say(70, 180, "Đơn vị: triệu đồng").table(XS, YS, ROWS)
    document = open_document("a.pdf", data=print_pdf(sheet))
    assert document.text == "Đơn vị: triệu đồng\n"
    assert texts(document.tables[0])[1] == ["1", "Thu ngân sách", "318.000"]


def test_a_file_in_no_order_is_read_from_top_to_bottom():
    sheet = Sheet()
    for i in (5, 4, 3, 2, 1):
        sheet.say(70, 100 + 40 * i, f"Dòng {i}.")
    assert paragraphs(sheet) == [f"Dòng {i}." for i in (1, 2, 3, 4, 5)]


def test_text_in_old_fonts_becomes_unicode_down_to_short_cells():
    rows = [["TT", "ChØ tiªu", "N\u00adm"], ["1", "Thu ng©n s¸ch nhµ n\u00ad\u00edc", "®¹t"]]
    sheet = Sheet().say(70, 100, "KÕ ho¹ch ph¸t triÓn kinh tÕ x· héi ®Þa ph\u00ad¬ng").table(XS, YS[:3], rows)
    document = open_document("a.pdf", data=print_pdf(sheet))
    assert document.text == "Kế hoạch phát triển kinh tế xã hội địa phương\n"
    assert texts(document.tables[0])[1] == ["1", "Thu ngân sách nhà nước", "đạt"]
    assert document.encoding == "tcvn3"


def test_text_below_a_picture_was_recognised_by_a_machine():
    sheet = Sheet(picture=(2, 2, b"\xff" * 4)).lines(70, 100, [FULL, "Thu 5.208 tỷ đồng"], mode=3)
    document = open_document("a.pdf", data=print_pdf(sheet))
    assert document.is_scanned
    assert "đối chiếu" in document.notes[0]


def test_a_scan_needs_the_program_that_recognises_it(monkeypatch):
    monkeypatch.setattr(scan, "is_available", lambda: False)
    with pytest.raises(UnreadableFile) as caught:
        open_document("a.pdf", data=print_pdf(Sheet(picture=(2, 2, b"\x00\xff" * 2))))
    assert "tesseract-ocr-vie" in caught.value.message


def test_one_scanned_page_among_others_is_noted(monkeypatch):
    monkeypatch.setattr(scan, "is_available", lambda: False)
    sheets = Sheet().say(70, 100, "Có chữ ở trang này."), Sheet(picture=(2, 2, b"\x00\xff" * 2))
    document = open_document("a.pdf", data=print_pdf(*sheets))
    assert not document.is_scanned
    assert document.notes == ("Trang 2 là bản quét, không có chữ; hãy cài tesseract-ocr-vie để nhận dạng.",)


def test_a_scan_that_fails_says_why(monkeypatch):
    def fail(page, number):
        raise scan.ScanError("too slow")

    monkeypatch.setattr(scan, "is_available", lambda: True)
    monkeypatch.setattr(scan, "recognise", fail)
    with pytest.raises(UnreadableFile, match="quá 120 giây một trang"):
        open_document("a.pdf", data=print_pdf(Sheet(picture=(2, 2, b"\x00\xff" * 2))))
