# SPDX-License-Identifier: Apache-2.0
"""Scans: rules and cells of a picture, words of the program."""

from __future__ import annotations

from itertools import pairwise

import pypdfium2
import pytest

from tiendo.read.files import open_document
from tiendo.read.files.pdf import scan
from tiendo.read.files.pdf.picture import Picture, find_tables, stack_up
from tiendo.read.files.tests.printing import Sheet, print_pdf

HEAD = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"


def word(line: int, left: int, top: int, text: str, level: int = 5) -> str:
    return f"{level}\t1\t1\t1\t{line}\t1\t{left}\t{top}\t60\t20\t90\t{text}\n"


def draw(width: int, height: int, *, slant: float = 0.0) -> Picture:
    """A table of two rows and three columns with rules of three pixels."""
    pixels = [bytearray(b"\xff" * width) for _ in range(height)]
    for y in (40, 100, 160):
        for x in range(30, 331):
            for thick in range(3):
                pixels[y + thick + round(slant * x)][x] = 0
    for x in (30, 130, 230, 330):
        for y in range(40, 163):
            for thick in range(3):
                pixels[y + round(slant * x)][x + thick] = 0
    return Picture(width, height, b"".join(bytes(row) for row in pixels))


def test_words_of_the_program_become_lines():
    table = word(1, 100, 100, "Thu") + word(1, 170, 100, "5.208") + word(1, 600, 100, "Độc")
    table += word(2, 1, 1, "", level=4) + word(2, 100, 130, '"Vì')
    lines = scan.read_tsv(HEAD + table, 0.5)
    assert [line.text for line in lines] == ["Thu 5.208", "Độc", '"Vì']
    assert (lines[0].x0, lines[0].x1, lines[0].first_word) == (50, 115, 30)


@pytest.mark.parametrize("slant", [0.0, 0.01])
def test_ruled_cells_are_found_even_when_the_page_lies_askew(slant):
    (cells,), inset = find_tables(draw(400, 220, slant=slant), dpi=100)
    assert len(cells) == 6
    assert inset >= 3
    assert {round(box[2] - box[0], -1) for box in cells} == {100}


@pytest.mark.parametrize("picture", [Picture(400, 220, b"\xff" * 88_000), Picture(400, 220, b"\0" * 88_000)])
def test_a_page_without_rules_has_no_table(picture):
    assert find_tables(picture, dpi=100) == ([], 0)


def test_cells_are_stacked_with_white_between_them_and_without_their_rules():
    picture = draw(400, 220, slant=0.01)
    (cells,), inset = find_tables(picture, dpi=100)
    stack, places = stack_up(picture, cells, gap=10, inset=inset)
    assert len(places) == 6
    assert all(end < start for (_, end), (start, _) in pairwise(places))
    assert len(stack.data) == stack.width * stack.height
    assert stack.data.count(0) < 100 < picture.data.count(0)


def test_a_scanned_table_is_cells_and_the_lines_around_it_are_text(monkeypatch):
    lines = enumerate([(50, "Trên"), (700, "Trong"), (1500, "Dưới")])
    page = "".join(word(i, 300, top, text) for i, (top, text) in lines)
    answers = iter([HEAD + page, None])

    def run(picture, dpi, layout):
        answer = next(answers)
        if answer is None:  # the stack: the middle of each cell, in order
            step = picture.height // 4
            return HEAD + "".join(word(i, 10, i * step + step // 2 - 10, f"|{i}_") for i in range(4))
        return answer

    monkeypatch.setattr(scan, "is_available", lambda: True)
    monkeypatch.setattr(scan, "_run", run)
    empty = Sheet().table([70, 250, 430], [200, 260, 320], [])
    document = open_document("a.pdf", data=print_pdf(empty))
    assert document.is_scanned
    assert document.text == "Trên\nDưới\n"
    assert [[cell.text for cell in row] for row in document.tables[0].rows] == [["0", "1"], ["2", "3"]]
    assert (document.tables[0].page, document.tables[0].position) == (1, len("Trên\n"))


@pytest.mark.skipif(not scan.is_available(), reason="tesseract with its Vietnamese model is not installed")
def test_a_real_scan_is_recognised():
    rows = [["1234", "58"], ["97", "1000"]]
    sheet = Sheet().say(70, 100, "4321 8765", size=20).table([70, 250, 430], [200, 240, 280], rows, size=20)
    page = pypdfium2.PdfDocument(print_pdf(sheet))[0]
    picture = page.render(scale=2, grayscale=True)
    scanned = Sheet(picture=(picture.width, picture.height, bytes(picture.buffer)))
    document = open_document("a.pdf", data=print_pdf(scanned))
    assert document.is_scanned
    assert "đối chiếu" in document.notes[0]
    assert [len(row) for row in document.tables[0].rows] == [2, 2]
