# SPDX-License-Identifier: Apache-2.0
"""Pages of the web: the article, its tables, and nothing of what stands around it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tiendo.kernel.document import Document
from tiendo.read.files import UnreadableFile, open_document

PAGES = Path(__file__).parent / "pages"


def read(page: str) -> Document:
    return open_document("trang.html", data=page.encode())


def blocks(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks]


def texts(table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def test_an_article_is_read_with_date_title_lead_headings_and_captions_in_order():
    document = open_document(PAGES / "news.html")
    assert [(b.kind.value, document.text[b.start : b.end]) for b in document.blocks] == [
        ("paragraph", "Thứ hai, 5/10/2026, 08:15 (GMT+7)"),
        ("heading", "Phường Lạc An thu ngân sách vượt 12%"),
        ("paragraph", "Chín tháng, phường thu 45,6 tỷ đồng, bằng 112% dự toán."),
        ("paragraph", "Toàn phường có 12.345 hộ dân với 41.200 nhân khẩu, theo Chủ tịch UBND phường Đỗ Hải Yên."),
        ("heading", "Giải ngân đạt 61,5%"),
        ("paragraph", "Giải ngân 18,4 tỷ đồng, đạt 61,5% (Nghị quyết 08 giao 29,9 tỷ đồng)."),
        ("caption", "Đường Lạc An dài 1,2 km. Ảnh: Văn Tú"),
        ("paragraph", "Hoàng Lam"),
    ]


def test_an_old_portal_that_is_one_form_of_layout_tables_is_read():
    document = open_document(PAGES / "portal.html")
    assert blocks(document) == [
        "UBND xã Hòa Bình báo cáo kết quả 9 tháng",
        "Ngày đăng: 12/10/2026",
        "Thu ngân sách đạt 12,3 tỷ đồng, bằng 82% dự toán năm được giao.",
        "Toàn xã còn 45 hộ nghèo.",
        "Chủ tịch yêu cầu hoàn thành 100% chỉ tiêu trước ngày 15/12/2026.",
    ]
    assert [texts(table) for table in document.tables] == [[["TT", "Chỉ tiêu", "Kết quả"], ["1", "Hộ nghèo", "45"]]]


def test_furniture_without_names_is_known_by_its_words_and_place():
    document = open_document(PAGES / "nameless.html")
    assert blocks(document) == [
        "Xã Đông Phú giảm 35 hộ nghèo",
        "Cập nhật: 15/11/2026 07:30",
        "Xã Đông Phú còn 62 hộ nghèo, giảm 35 hộ so với cùng kỳ.",
        "Năm 2026, xã huy động 12,4 tỷ đồng làm 8,2 km đường.",
        "Trong 10 tháng, thu ngân sách đạt 9,15 tỷ đồng, bằng 91,5% dự toán.",
    ]
    assert not document.tables


def test_a_short_article_stands_against_long_comments():
    assert blocks(open_document(PAGES / "short.html")) == [
        "Nhanh: 5 hộ thoát nghèo",
        "10/10/2026",
        "Xã có 5 hộ thoát nghèo.",
    ]


def test_a_report_saved_by_word_as_a_page_is_read():
    document = open_document(PAGES / "word.html")
    assert blocks(document) == [
        "ỦY BAN NHÂN DÂN",
        "XÃ A",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 12/BC-UBND",
        "A, ngày 2 tháng 10 năm 2026",
        "Thu ngân sách đạt 5.208 tỷ đồng, bằng 97,5% dự toán.",
        "- Chi 9.700\xa0m2.",
    ]
    (table,) = document.tables
    assert texts(table) == [["TT", "Năm 2026", "Năm 2026"], ["TT", "KH", "TH"], ["1", "5", "4"]]
    assert (table.rows[0][2].origin, table.rows[0][1].bold, table.rows[1][1].bold) == ((0, 1), True, False)


TABLE = "<article><h1>Bảng</h1><p>Kết quả như sau, tính đến hết quý III năm 2026.</p>{}<p>Hết bảng.</p></article>"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("<table><tr><th>A</th><th>B</th></tr><tr><td>x</td><td>1</td></tr></table>", [["A", "B"], ["x", "1"]]),
        (
            "<table><tr><td rowspan=3>N<td>a<td>1</tr><tr><td>b<td>2</tr><tr><td>c</tr></table>",
            [["N", "a", "1"], ["N", "b", "2"], ["N", "c", ""]],
        ),
        ("<table><tr><td rowspan=0>N<td>1<tr><td>2</table>", [["N", "1"], ["N", "2"]]),
        ("<table><tr><td colspan=9999999>T</td></tr><tr><td>a<td>1</table>", [["T", "T"], ["a", "1"]]),
        ("<table><tr><td rowspan=70000>a<td>1<tr><td>2</table>", [["a", "1"], ["a", "2"]]),
        (
            "<table><tfoot><tr><td>Cộng<td>3</tfoot><tr><td>a<td>3</tr><thead><tr><td>T<td>S</thead></table>",
            [["T", "S"], ["a", "3"], ["Cộng", "3"]],
        ),
        ("<table><tr><td>a<br>b<td><p>1</p><p>2</p><tr><td>m<sup>2</sup><td>3</table>", [["a b", "1 2"], ["m2", "3"]]),
    ],
)
def test_spans_make_a_rectangle(table, expected):
    (found,) = read(TABLE.format(table)).tables
    assert texts(found) == expected


def test_captions_stand_before_their_table_and_header_cells_are_known():
    table = "<table><caption>Biểu 1</caption><tr><th>A<th>B<tr><td><b>x</b><td>1</table>"
    document = read(TABLE.format(table))
    (found,) = document.tables
    assert document.text[: found.position].endswith("Biểu 1\n")
    assert [cell.is_header for row in found.rows for cell in row] == [True, True, False, False]
    assert [cell.bold for cell in found.rows[1]] == [True, False]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>12%</p>",
        '<p style="display: none">12%</p>',
        '<p style="VISIBILITY:hidden">12%</p>',
        '<p aria-hidden="true">12%</p>',
        "<script>12%</script>",
        "<noscript>12%</noscript>",
        "<template>12%</template>",
        "<!-- 12% -->",
        "<select><option>12%</option></select>",
        "<button>12%</button>",
        '<div class="ads-zone">12%</div>',
        '<div id="quang-cao-2">Khuyến mãi 12%</div>',
        '<div class="tinLienQuan"><p>Xã B tăng 12%</p></div>',
        '<div role="navigation">12%</div>',
    ],
)
def test_what_no_reader_takes_for_the_article_is_not_read(hidden):
    assert "12%" not in read(TABLE.format(hidden)).text


@pytest.mark.parametrize(
    "line",
    [
        "<p>Tin từ Bộ Tài chính: thu 5 tỷ đồng.</p>",
        "<p>Xem xét 12 hồ sơ.</p>",
        "<p>Theo dõi 35 trường hợp F1.</p>",
        "<p>Có 1.326 lượt xem triển lãm trong ngày khai mạc, tăng 5%.</p>",
        '<p class="normal-share">Chia sẻ tại hội nghị, ông Nam cho biết có 5 hộ thoát nghèo.</p>',
    ],
)
def test_prose_that_looks_like_furniture_is_read(line):
    assert len(read(TABLE.format(line)).blocks) == 4


def test_a_page_without_an_article_still_gives_its_text():
    assert blocks(read("<html><body><p>Thu 5 tỷ đồng.</p></body></html>")) == ["Thu 5 tỷ đồng."]
    assert blocks(read("<html><body>Thu 5 tỷ đồng.<br>Chi 4 tỷ đồng.")) == ["Thu 5 tỷ đồng.", "Chi 4 tỷ đồng."]


@pytest.mark.parametrize(
    "page", ["<html></html>", "<html><body><nav>Menu 5</nav></body></html>", "<html><body><img></body>"]
)
def test_a_page_without_text_says_so(page):
    with pytest.raises(UnreadableFile, match="không có chữ nào"):
        read(page)


def test_a_page_in_an_old_code_page_is_decoded():
    page = (
        '<html><head><meta charset="windows-1258"></head><body><p>Thu ngân sách đạt kế hoạch, tăng trưởng.</p></body>'
    )
    encoded = page.replace("ế", "ê\u0301").replace("ạ", "a\u0323").replace("á", "a\u0301").replace("ưở", "ươ\u0309")
    document = open_document("a.html", data=encoded.encode("cp1258"))
    assert (blocks(document), document.encoding) == (["Thu ngân sách đạt kế hoạch, tăng trưởng."], "windows-1258")


def test_a_page_with_an_unclosed_menu_is_still_read():
    page = "<html><body><header><nav><a>Trang chủ</a><p>Thu ngân sách đạt 5 tỷ đồng, bằng 91% dự toán năm.</p>"
    assert blocks(read(page)) == ["Thu ngân sách đạt 5 tỷ đồng, bằng 91% dự toán năm."]


def test_deep_nesting_is_bounded():
    with pytest.raises(UnreadableFile):
        read("<html><body>" + "<div>" * 100_000 + "5 hộ" + "</div>" * 100_000)
    document = read("<html><body><p>Thu 5 tỷ đồng.</p>" + "<div>" * 500 + "<p>Chi 4 tỷ đồng.</p>")
    assert blocks(document) == ["Thu 5 tỷ đồng."]
    assert document.notes == ("Trang lồng quá nhiều tầng; chỉ đọc được phần đầu.",)
