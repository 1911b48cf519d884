# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace

from tiendo.kernel.document import Block, Document
from tiendo.kernel.findings import CellRef, Span
from tiendo.render.lang import Lang
from tiendo.render.places import Places
from tiendo.render.tests.factories import CELL, FIRST, report, span_of


def places(**changes):
    checked = report()
    return Places(replace(checked.reading.document, **changes), checked.sentences)


def test_a_place_in_a_text_file_is_a_line():
    assert places().words(span_of("27,6%"), None, Lang.VI) == "dòng 2"
    assert places().words(span_of("27,6%"), None, Lang.EN) == "line 2"


def test_lines_are_counted_whatever_ends_them():
    document = Document("a.txt", "txt", "a\r\nb\rc\nd", (Block(0, 1), Block(3, 4), Block(5, 6), Block(7, 8)))
    found = [Places(document).words(Span(at, at + 1), None, Lang.VI) for at in (0, 3, 5, 7)]
    assert found == ["dòng 1", "dòng 2", "dòng 3", "dòng 4"]


def test_a_place_in_word_is_a_paragraph_and_in_pdf_a_page():
    assert places(media="docx").words(span_of("27,6%"), None, Lang.VI) == "đoạn 2"
    on_page = tuple(replace(block, page=3) for block in places().document.blocks)
    assert places(media="pdf", blocks=on_page).words(span_of("27,6%"), None, Lang.VI) == "trang 3"


def test_a_place_in_a_table_is_a_row_and_a_column_or_a_cell_of_a_sheet():
    assert places().words(None, CELL, Lang.VI) == "bảng 1, dòng 2, cột 3"
    in_sheet = CellRef(0, 1, 2, "Thu phí", "Thực hiện", "Quý I", "C5")
    assert places().words(None, in_sheet, Lang.VI) == "trang tính «Quý I», ô C5"


def test_the_context_of_a_figure_is_its_sentence():
    assert places().context(span_of("27,6%"), None) == FIRST
    assert places().context(None, CELL) == "Thu phí | Thực hiện"


def test_a_span_between_blocks_has_no_place_and_no_sentence():
    between = Span(report().reading.document.blocks[0].end, report().reading.document.blocks[0].end + 1)
    assert places(media="docx").words(between, None, Lang.VI) == ""
    assert Places(places().document).sentence(between) == between
