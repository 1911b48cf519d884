# SPDX-License-Identifier: Apache-2.0
"""Laws that hold for any grid: no table stops the reader, every figure has its place, order is that of the table."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.kernel.document import Cell, Document, Table
from tiendo.kernel.findings import DocumentFacts
from tiendo.read.tables import read_tables
from tiendo.read.tables.figures import Marks, read_figures
from tiendo.read.tables.tests.building import read_one

WORDS = st.sampled_from(
    """
     ;-;STT;Chỉ tiêu;ĐVT;KH năm;TH 9 tháng 2026;So KH (%);So cùng kỳ (%);Ghi chú;I;1;1.1;a);Trong đó: thuế;- Khác;Cộng;%
    TỔNG CỘNG (I + II);triệu đồng;1.250;7/9;≥ 95;12 - 15;(3,2);2026;15/11/2026;Tỷ lệ (%);Tổng số;(1);(3=2/1);II;A;B;0
    Thu ngân sách (tỷ đồng);Ghi chú: số liệu ước
    """.replace("\n", ";").split(";")
)
CELLS = WORDS | st.text(max_size=12) | st.from_regex(r"[0-9.,/%() -]{0,12}", fullmatch=True)


@st.composite
def grids(draw: st.DrawFn) -> Table:
    height, width = draw(st.integers(1, 9)), draw(st.integers(1, 7))
    texts = [[draw(CELLS) for _ in range(width)] for _ in range(height)]
    origins = {(r, c): (r, c) for r in range(height) for c in range(width)}
    for _ in range(draw(st.integers(0, 3))):
        top, left = draw(st.integers(0, height - 1)), draw(st.integers(0, width - 1))
        bottom, right = draw(st.integers(top, height - 1)), draw(st.integers(left, width - 1))
        area = [(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)]
        if all(origins[place] == place for place in area):
            origins.update(dict.fromkeys(area, (top, left)))
    rows = tuple(
        tuple(Cell(texts[o[0]][o[1]], o) for c in range(width) for o in [origins[r, c]]) for r in range(height)
    )
    return Table(0, rows, 0)


@given(grids(), st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_grid_of_words_and_numbers_stops_the_reader(table: Table, before: str) -> None:
    document = Document("bang.xlsx", "xlsx", before, (), (table,))
    found = read_tables(document, DocumentFacts(period="2026-01/2026-09"))
    places = [(m.cell.row, m.cell.column) for m in found.measurements if m.cell]
    assert len(places) == len(found.measurements)
    assert places == sorted(places)
    for row, column in places:
        assert table.rows[row][column].origin == (row, column)
        assert any(sign.isdigit() for sign in table.rows[row][column].text)
    for claim in found.claims:
        assert claim.cell is not None
        assert len(claim.operands) > 1
    assert found == read_tables(document, DocumentFacts(period="2026-01/2026-09"))


@given(st.text(max_size=100), st.sampled_from(list(Marks)))
@settings(max_examples=300, deadline=None)
def test_no_text_of_a_cell_stops_the_reading_of_figures(text: str, marks: Marks) -> None:
    for figure in read_figures(text, marks):
        assert figure.quote
        assert figure.step > 0


def test_work_grows_with_the_size_of_the_table() -> None:
    """Counted in figures read, not in time: ten times the rows give ten times the findings."""
    head = "STT | Chỉ tiêu | KH | TH | Đạt (%)\n"
    line = "{k} | Chỉ tiêu {k} | 200 | 100 | 50\n"
    few = read_one(head + "".join(line.format(k=k) for k in range(1, 21)))
    many = read_one(head + "".join(line.format(k=k) for k in range(1, 201)))
    assert len(many.measurements) == 10 * len(few.measurements)
    assert len(many.claims) == 10 * len(few.claims)
