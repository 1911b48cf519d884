# SPDX-License-Identifier: Apache-2.0
"""Word files: what a reader sees of paragraphs and tables."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from tiendo.kernel.document import BlockKind, Document
from tiendo.read.files import UnreadableFile, open_document
from tiendo.read.files.tests.wording import make_docx, p, tbl, tc, tr


def read(*body: str, **parts: str) -> Document:
    return open_document("báo cáo.docx", data=make_docx(*body, **parts))


def blocks(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks]


def texts(table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def saved(made) -> bytes:
    out = BytesIO()
    made.save(out)
    return out.getvalue()


TIME, VNI = '<w:rFonts w:ascii=".VnTime"/>', '<w:rFonts w:ascii="VNI-Times"/>'


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("Thu ") + run("5.208") + run(" tỷ đồng"), "Thu 5.208 tỷ đồng"),
        (run("9.700 m") + run("2", '<w:vertAlign w:val="superscript"/>'), "9.700 m2"),
        ("<w:r><w:t>Số:</w:t><w:tab/><w:t>12</w:t></w:r>", "Số:\t12"),
        ("<w:r><w:t>BÁO CÁO</w:t><w:br/><w:t>quý I</w:t></w:r>", "BÁO CÁO\nquý I"),
        ('<w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r>', "ab"),
        ("<w:r><w:t>2020</w:t><w:noBreakHyphen/><w:t>2025</w:t></w:r>", "2020-2025"),
        ("<w:r><w:t>ngân</w:t><w:softHyphen/><w:t>sách</w:t></w:r>", "ngânsách"),
        (
            "<w:r><w:t>tăng </w:t></w:r><w:ins>"
            + run("12%")
            + "</w:ins><w:del><w:r><w:delText>9%</w:delText></w:r></w:del>",
            "tăng 12%",
        ),
        ("<w:moveFrom>" + run("cũ") + "</w:moveFrom><w:moveTo>" + run("mới") + "</w:moveTo>", "mới"),
        ("<w:hyperlink>" + run("Nghị quyết 98") + "</w:hyperlink>", "Nghị quyết 98"),
        ('<w:fldSimple w:instr="PAGE">' + run("3") + "</w:fldSimple>", "3"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
            '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            + run("16/10/2026")
            + '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            "16/10/2026",
        ),
        ("<w:sdt><w:sdtPr/><w:sdtContent>" + run("trong ô") + "</w:sdtContent></w:sdt>", "trong ô"),
        (run("thấy") + run("ẩn", "<w:vanish/>") + run("!", '<w:vanish w:val="0"/>'), "thấy!"),
        ('<w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t> 95</w:t></w:r>', "≥ 95"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>Đạt</w:t></w:r>', "Đạt"),
        (run("\uf0a3 3,2"), "≤ 3,2"),
        ("<m:oMath><m:r><m:t>≥ 95</m:t></m:r></m:oMath>", "≥ 95"),
        ("<w:r><w:footnoteReference/><w:t>có chú thích</w:t></w:r>", "có chú thích"),
    ],
)
def test_a_paragraph_is_what_a_reader_sees(content, expected):
    assert blocks(read(f"<w:p>{content}</w:p>")) == [expected]


def test_blocks_say_which_paragraph_of_the_body_they_are():
    made = docx.Document()
    for text in ("Một", "", "Hai"):
        made.add_paragraph(text)
    made.add_table(2, 2).cell(1, 1).text = "5"
    made.add_paragraph("Ba")
    document = open_document("a.docx", data=saved(made))
    for block in document.blocks:
        assert made.paragraphs[block.paragraph].text == document.text[block.start : block.end]
    assert [b.paragraph for b in document.blocks] == [0, 2, 3]


@pytest.mark.parametrize(
    ("properties", "kind"),
    [
        ('<w:pStyle w:val="H1"/>', BlockKind.HEADING),
        ('<w:pStyle w:val="H1b"/>', BlockKind.HEADING),
        ('<w:outlineLvl w:val="1"/>', BlockKind.HEADING),
        ('<w:outlineLvl w:val="9"/>', BlockKind.PARAGRAPH),
        ('<w:numPr><w:numId w:val="1"/></w:numPr>', BlockKind.LIST_ITEM),
        ('<w:pStyle w:val="Lst"/>', BlockKind.LIST_ITEM),
        ('<w:pStyle w:val="Cap"/>', BlockKind.CAPTION),
        ("", BlockKind.PARAGRAPH),
    ],
)
def test_blocks_have_their_kind(properties, kind):
    assert [b.kind for b in read(p("Kết quả", properties)).blocks] == [kind]


def test_a_table_of_data_stands_between_its_paragraphs():
    document = read(p("Đơn vị: ha"), tbl(tr("Lúa", "5\n6"), tr("Ngô", "1.234,5")), p("Hết"))
    assert document.text == "Đơn vị: ha\nHết\n"
    (table,) = document.tables
    assert (table.position, table.is_layout) == (len("Đơn vị: ha\n"), False)
    assert texts(table) == [["Lúa", "5 6"], ["Ngô", "1.234,5"]]


def test_merged_cells_repeat_with_one_origin():
    document = read(
        tbl(
            tr(tc("TT", '<w:vMerge w:val="restart"/>'), tc("Năm 2026", '<w:gridSpan w:val="2"/>')),
            tr(tc("", "<w:vMerge/>"), "KH", "TH"),
            tr("1", "5", "4"),
        )
    )
    (table,) = document.tables
    assert texts(table) == [["TT", "Năm 2026", "Năm 2026"], ["TT", "KH", "TH"], ["1", "5", "4"]]
    assert table.rows[1][0] is table.rows[0][0]
    assert (table.rows[1][0].origin, table.rows[0][2].origin, table.rows[1][2].origin) == ((0, 0), (0, 1), (1, 2))


def test_old_merges_and_shifted_rows_keep_the_grid():
    document = read(
        tbl(
            tr(tc("Năm", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "Ghi chú"),
            tr("2025", "2026", properties='<w:gridBefore w:val="1"/>'),
            tr("1", "2"),
        )
    )
    assert texts(document.tables[0]) == [["Năm", "Năm", "Ghi chú"], ["", "2025", "2026"], ["1", "2", ""]]


def test_a_deleted_paragraph_mark_joins_two_paragraphs():
    mark = "<w:rPr><w:del/></w:rPr>"
    assert blocks(read(p("Thu đạt ", mark), p("5 tỷ đồng."), p("Hết", mark))) == ["Thu đạt 5 tỷ đồng.", "Hết"]


def test_a_repeated_header_row_and_bold_cells_are_known():
    bold = f"<w:tc>{p('TỔNG', run='<w:b/>')}</w:tc>"
    half = f"<w:tc><w:p>{run('a', '<w:b/>')}{run('b')}</w:p></w:tc>"
    document = read(tbl(tr("A", "B", properties="<w:tblHeader/>"), tr(bold, half), tr("1", "2")))
    rows = document.tables[0].rows
    assert [row[0].is_header for row in rows] == [True, False, False]
    assert [cell.bold for cell in rows[1]] == [True, False]


def test_deleted_rows_are_gone_and_inserted_rows_are_there():
    document = read(tbl(tr("a", "1"), tr("b", "2", properties="<w:del/>"), tr("c", "3", properties="<w:ins/>")))
    assert texts(document.tables[0]) == [["a", "1"], ["c", "3"]]


LETTERHEAD = tbl(
    tr("ỦY BAN NHÂN DÂN\nXÃ ĐỒNG LẠC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"),
    tr("Số: 12/BC-UBND", "Đồng Lạc, ngày 02 tháng 10 năm 2026"),
    style="None",
)


@pytest.mark.parametrize(
    ("table", "is_layout"),
    [
        (LETTERHEAD, True),
        (LETTERHEAD.replace('w:val="None"', 'w:val="Grid"'), True),
        (tbl(tr("Nơi nhận:\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"), style="None"), True),
        (tbl(tr("Một khung có 5 hộ nghèo")), True),
        (tbl(tr("Họ tên", "Chức vụ"), tr("Lê Văn Tám", "Chủ tịch"), style="None"), True),
        (tbl(tr("", "Kế hoạch 2026"), tr("Thu (tỷ đồng)", "24"), style="None"), False),
        (tbl(tr("", "Kế hoạch 2026"), tr("Thu nhập", "trên 56 triệu đồng"), style="None"), False),
        (tbl(tr("Họ tên", "Chức vụ"), tr("Lê Văn Tám", "Chủ tịch")), False),
    ],
)
def test_tables_that_only_place_text_are_told_from_data(table, is_layout):
    document = read(p("Trên"), table, p("Dưới"))
    assert document.tables[0].is_layout is is_layout
    assert len(document.blocks) > 2 if is_layout else len(document.blocks) == 2


def test_a_letterhead_is_read_cell_by_cell():
    document = read(LETTERHEAD, p("BÁO CÁO"))
    assert blocks(document)[:4] == [
        "ỦY BAN NHÂN DÂN",
        "XÃ ĐỒNG LẠC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]
    assert (document.blocks[0].table, document.blocks[0].paragraph) == (0, None)
    assert document.tables[0].position == 0


def test_a_table_in_a_table_counts_after_the_outer_one():
    inner = tbl(tr("Thu", "5"), tr("Chi", "4"))
    document = read(tbl(tr(tc("Khung", inner=inner + p("")))), tbl(tr("x", "1"), tr("y", "2")))
    assert [table.index for table in document.tables] == [0, 1, 2]
    assert texts(document.tables[1]) == [["Thu", "5"], ["Chi", "4"]]
    assert document.tables[0].is_layout
    assert blocks(document) == ["Khung"]


def test_a_table_in_a_cell_of_data_is_not_in_its_words():
    inner = tbl(tr("a", "1"), tr("b", "2"))
    document = read(tbl(tr("Mục", "Số"), tr("Chi tiết", tc("7", inner=inner))))
    assert texts(document.tables[0]) == [["Mục", "Số"], ["Chi tiết", "7"]]
    assert texts(document.tables[1]) == [["a", "1"], ["b", "2"]]


BOX = (
    "<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing>"
    "</mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent>"
)


def test_a_text_box_is_read_once_behind_its_paragraph():
    document = read(f"<w:p>{run('Neo')}<w:r>{BOX.format(p('Trong hộp'))}</w:r></w:p>", p("Sau"))
    assert blocks(document) == ["Neo", "Trong hộp", "Sau"]


def test_footnotes_stand_at_the_end():
    notes = (
        f'<w:footnote w:type="separator">{p("---")}</w:footnote><w:footnote>{p("Theo giá so sánh 2010.")}</w:footnote>'
    )
    document = read(p("GRDP tăng 8%"), p("Hết"), footnotes=notes, comments=f"<w:comment>{p('Ý kiến')}</w:comment>")
    assert blocks(document) == ["GRDP tăng 8%", "Hết", "Theo giá so sánh 2010."]


@pytest.mark.parametrize(
    ("body", "expected", "encoding"),
    [
        (p("KÕ ho¹ch", run='<w:rFonts w:ascii=".VnTime"/>'), "Kế hoạch", "tcvn3"),
        (p("kÕ ho¹ch", run='<w:rFonts w:ascii=".VnTimeH"/>'), "KẾ HOẠCH", "tcvn3"),
        (p("KÕ ho¹ch", '<w:pStyle w:val="Old"/>'), "Kế hoạch", "tcvn3"),
        (f"<w:p>{run('Ngöô', VNI)}{run('øi daân', VNI)}</w:p>", "Người dân", "vni"),
        (f"<w:p>{run('Thu ')}{run('ng©n s¸ch', TIME)}</w:p>", "Thu ngân sách", "tcvn3"),
        (f"<w:p><w:r><w:rPr>{TIME}</w:rPr><w:t>t</w:t><w:softHyphen/></w:r></w:p>", "tư", "tcvn3"),
    ],
)
def test_text_in_old_fonts_becomes_unicode(body, expected, encoding):
    document = read(body)
    assert blocks(document) == [expected]
    assert document.encoding == encoding
    assert "Unicode" in document.notes[0]


def test_text_without_old_fonts_is_left_as_it_is():
    document = read(p("Trích §5, «nông thôn» ®"))
    assert (blocks(document), document.encoding, document.notes) == (["Trích §5, «nông thôn» ®"], "utf-8", ())


def test_what_python_docx_writes_is_read():
    made = docx.Document()
    made.add_heading("I. KẾT QUẢ", 1)
    made.add_paragraph("Thu 5 tỷ đồng.")
    made.add_paragraph("một", style="List Bullet")
    table = made.add_table(2, 3, style="Table Grid")
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Năm 2026"
    table.cell(1, 1).text = "97,5"
    document = open_document("a.docx", data=saved(made))
    assert [(b.kind.value, document.text[b.start : b.end]) for b in document.blocks] == [
        ("heading", "I. KẾT QUẢ"),
        ("paragraph", "Thu 5 tỷ đồng."),
        ("list_item", "một"),
    ]
    assert texts(document.tables[0]) == [["Năm 2026"] * 3, ["", "97,5", ""]]


def test_a_file_without_words_says_so():
    with pytest.raises(UnreadableFile, match="không có chữ nào"):
        read(p(""))
