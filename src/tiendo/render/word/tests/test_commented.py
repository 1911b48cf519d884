# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import io
from dataclasses import replace

import docx
import pytest
from docx.oxml.ns import qn

from tiendo.kernel.document import Block, Cell, Document, Table
from tiendo.kernel.findings import CellRef, Reading, Span
from tiendo.kernel.problem import Problem, Severity
from tiendo.render.data import Checked
from tiendo.render.lang import Lang
from tiendo.render.tests.factories import report
from tiendo.render.word import write_commented


def commented(checked, original=b"", lang=Lang.VI):
    file = io.BytesIO()
    write_commented(checked, original, file, lang)
    return docx.Document(io.BytesIO(file.getvalue()))


def marked(word):
    """Comment text → the words it is tied to."""
    found = {}
    for comment in word.comments:
        number = str(comment.comment_id)
        inside, words = False, []
        for node in word.element.body.iter():
            if node.tag == qn("w:commentRangeStart") and node.get(qn("w:id")) == number:
                inside = True
            elif node.tag == qn("w:commentRangeEnd") and node.get(qn("w:id")) == number:
                inside = False
            elif inside and node.tag == qn("w:t"):
                words.append(node.text or "")
        found[comment.text] = "".join(words)
    return found


def problem(words, message="Sai.", *, span=None, cell=None, severity=Severity.ERROR):
    return Problem("ratio", severity, words, message, "Wrong.", span, cell)


@pytest.fixture
def original():
    """A Word file: a bold figure in a sentence, a layout table, a table of figures with merged cells."""
    word = docx.Document()
    paragraph = word.add_paragraph("Thu ngân sách đạt ")
    paragraph.add_run("26,7").bold = True
    paragraph.add_run(" tỷ đồng, bằng 27,6% dự toán.")
    frame = word.add_table(1, 1)
    frame.cell(0, 0).text = "Xã Suối Mơ: 12 hộ"
    word.add_paragraph("Sau bảng.")
    grid = word.add_table(3, 3)
    for r, row in enumerate((("Chỉ tiêu", "Số", "Số"), ("Thu", "40", "31,5"), ("Chi", "2", "3"))):
        for c, text in enumerate(row):
            grid.cell(r, c).text = text
    grid.cell(0, 1).merge(grid.cell(0, 2))
    return word


def as_read(word):
    """The document as the reader gives it."""
    texts = ["Thu ngân sách đạt 26,7 tỷ đồng, bằng 27,6% dự toán.", "Xã Suối Mơ: 12 hộ", "Sau bảng."]
    starts = [0, len(texts[0]) + 1, len(texts[0]) + len(texts[1]) + 2]
    blocks = (
        Block(starts[0], starts[0] + len(texts[0]), paragraph=0),
        Block(starts[1], starts[1] + len(texts[1]), table=0),
        Block(starts[2], starts[2] + len(texts[2]), paragraph=1),
    )
    grid = [[cell.text for cell in row.cells] for row in word.tables[1].rows]
    rows = tuple(tuple(Cell(text, (r, c)) for c, text in enumerate(row)) for r, row in enumerate(grid))
    frame = Table(0, ((Cell(texts[1], (0, 0)),),), starts[1], is_layout=True)
    return Document("a.docx", "docx", "\n".join(texts), blocks, (frame, Table(1, rows, len("\n".join(texts)))))


def packed(word):
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()


def check_of(document, *problems):
    return Checked(Reading(document, report().reading.facts), problems)


def span_in(document, words):
    start = document.text.index(words)
    return Span(start, start + len(words))


def test_a_comment_is_tied_to_exactly_the_words(original):
    document = as_read(original)
    checked = check_of(document, problem("27,6%", span=span_in(document, "27,6%")))
    assert marked(commented(checked, packed(original))) == {"Lỗi: Sai.": "27,6%"}


def test_comments_may_lie_inside_each_other_and_over_formats(original):
    document = as_read(original)
    found = [
        problem(words, words, span=span_in(document, words))
        for words in ("26,7 tỷ đồng, bằng 27,6%", "6,7 tỷ", "27,6%")
    ]
    assert marked(commented(check_of(document, *found), packed(original))) == {
        f"Lỗi: {one.quote}": one.quote for one in found
    }


def test_the_document_stays_as_it_was(original):
    document = as_read(original)
    checked = check_of(document, problem("x", span=span_in(document, "7 tỷ")))
    result = commented(checked, packed(original))
    assert [p.text for p in result.paragraphs] == [p.text for p in original.paragraphs]
    bold = [run.text for run in result.paragraphs[0].runs if run.bold]
    assert "".join(bold) == "26,7"


def test_places_in_cells_and_in_layout_tables_are_found(original):
    document = as_read(original)
    cell = CellRef(1, 1, 2, "Thu", "Số")
    found = (
        problem("12 hộ", "Khung.", span=span_in(document, "12 hộ")),
        problem("Thu | Số", "Ô.", cell=cell, severity=Severity.SUSPICIOUS),
    )
    assert marked(commented(check_of(document, *found), packed(original))) == {
        "Lỗi: Khung.": "12 hộ",
        "Nghi vấn: Ô.": "31,5",
    }


def test_a_text_that_was_converted_gets_its_comment_on_the_whole_paragraph(original):
    document = as_read(original)
    other = replace(
        document,
        text=document.text.replace("Thu ngân sách", "Thu ngan sachxx"),
        blocks=tuple(
            Block(b.start + 2 * (i > 0), b.end + 2, b.kind, paragraph=b.paragraph, table=b.table)
            for i, b in enumerate(document.blocks)
        ),
    )
    word = commented(check_of(other, problem("Thu ngan", span=Span(0, 8))), packed(original))
    assert list(marked(word).values()) == [original.paragraphs[0].text]


def test_a_place_that_is_not_found_is_told_at_the_top_with_its_words(original):
    document = as_read(original)
    lost = problem("ở chú thích", cell=CellRef(9, 0, 0, "a", "b"))
    assert marked(commented(check_of(document, lost), packed(original))) == {
        "Lỗi: Sai. «ở chú thích»": "Thu ngân sách đạt "
    }


def test_comments_of_others_are_kept(original):
    original.add_comment(original.paragraphs[0].runs[0], "Đã xem.", author="Hà")
    document = as_read(original)
    checked = check_of(document, problem("27,6%", span=span_in(document, "27,6%")))
    result = commented(checked, packed(original))
    assert {(c.author, c.text) for c in result.comments} == {("Hà", "Đã xem."), ("Tiến Độ", "Lỗi: Sai.")}


def test_of_another_format_a_new_word_file_is_made_with_text_tables_and_comments():
    word = commented(report())
    assert word.paragraphs[0].text == report().reading.facts.title
    assert word.tables[0].cell(1, 2).text == "31,5"
    assert marked(word) == {
        "Lưu ý: 2 + 7 + 5 = 14.": "15 chỉ tiêu: 2 vượt, 7 đạt, 5 đạt một phần",
        "Lỗi: 26,7/100 = 26,7 %, văn bản ghi 27,6 %.": "27,6%",
        "Nghi vấn: Sai ô.": "31,5",
    }


def test_the_page_of_a_new_file_is_that_of_administrative_documents():
    section = commented(report()).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert round(section.left_margin.mm) == 30


def test_messages_are_in_the_language_asked_for():
    assert "Error: 26.7/100 = 26.7%, the text says 27.6%." in marked(commented(report(), lang=Lang.EN))


def test_signs_that_xml_forbids_are_replaced():
    document = Document("a.txt", "txt", "a\x00\x0cb 5%", (Block(0, 7),))
    word = commented(check_of(document, problem("5%", "\x01 sai", span=Span(5, 7))))
    assert word.paragraphs[0].text == "a\ufffd\ufffdb 5%"
    assert marked(word) == {"Lỗi: \ufffd sai": "5%"}


def test_merged_cells_stay_merged_in_a_new_file():
    merged = Cell("Năm", (0, 0))
    table = Table(0, ((merged, merged), (Cell("1", (1, 0)), Cell("2", (1, 1)))), 0)
    word = commented(check_of(Document("a.xlsx", "xlsx", "", (), (table,))))
    assert word.tables[0].cell(0, 0)._tc is word.tables[0].cell(0, 1)._tc


def test_the_same_problems_give_the_same_bytes(original):
    document = as_read(original)
    checked = check_of(document, problem("27,6%", span=span_in(document, "27,6%")))
    files = [io.BytesIO(), io.BytesIO()]
    data = packed(original)
    for file in files:
        write_commented(checked, data, file, Lang.VI)
    assert files[0].getvalue() == files[1].getvalue()
