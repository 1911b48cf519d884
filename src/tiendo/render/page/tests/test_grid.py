# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace

import lxml.html

from tiendo.kernel.document import Cell, Table
from tiendo.kernel.findings import CellRef, Kind, Measurement
from tiendo.render.lang import Lang
from tiendo.render.page.anchors import Anchors
from tiendo.render.page.grid import draw_table
from tiendo.render.page.items import Item
from tiendo.render.tests.factories import quantity, table_of


def drawn(table, *items, problems=()):
    anchors = Anchors("d1", Lang.VI)
    for item in items:
        anchors.cell_items[(item.cell.table, item.cell.row, item.cell.column)].append(item)
    for place, number in problems:
        anchors.cell_problems[place].append(anchors.problem_tags(number)[0])
    return lxml.html.fromstring("".join(draw_table(table, anchors)))


def item(row, column, number=1, kind="measurement", label="Thu"):
    cell = CellRef(0, row, column, label, "Số")
    measured = Measurement(quantity("1"), "1", "Thu", Kind.ACTUAL, cell=cell)
    return Item(kind, measured.subject, (), (), None, cell, number=number)


def test_a_merged_area_is_drawn_once_with_its_extent():
    year = Cell("Năm 2026", (0, 1))
    rows = (
        (Cell("Chỉ tiêu", (0, 0)), year, year),
        (Cell("Chỉ tiêu", (0, 0)), Cell("KH", (1, 1)), Cell("TH", (1, 2))),
        (Cell("Thu", (2, 0)), Cell("5", (2, 1)), Cell("6", (2, 2))),
    )
    rows = (rows[0], (rows[0][0], *rows[1][1:]), rows[2])
    html = drawn(Table(0, rows, 0), item(2, 1))
    heads = [(th.text_content(), th.get("rowspan"), th.get("colspan")) for th in html.iter("th")]
    assert heads == [("Chỉ tiêu", "2", None), ("Năm 2026", None, "2"), ("KH", None, None), ("TH", None, None)]
    assert [td.text_content() for td in html.iter("td")] == ["Thu", "15", "6"]


def test_rows_above_the_first_figure_are_headings_but_names_of_groups_are_not():
    table = table_of(("Chỉ tiêu", "KH", "TH"), ("KINH TẾ", "", ""), ("Thu", "5", "6"))
    html = drawn(table, item(2, 1))
    assert [th.text_content() for th in html.iter("th")] == ["Chỉ tiêu", "KH", "TH"]


def test_an_empty_heading_is_no_heading():
    html = drawn(table_of(("", "KH"), ("Thu", "5")), item(1, 1))
    assert [th.text_content() for th in html.iter("th")] == ["KH"]


def test_the_column_that_names_the_rows_is_known():
    html = drawn(table_of(("STT", "Chỉ tiêu", "KH"), ("1", "Thu", "5")), item(1, 2))
    assert [td.text_content() for td in html.iter("td") if "lab" in (td.get("class") or "").split()] == ["Thu"]


def test_a_measured_cell_is_marked_and_the_figure_is_the_inner_mark():
    html = drawn(
        table_of(("Chỉ tiêu", "KH"), ("Thu", "5")), item(1, 1, 7), item(1, 1, 8, "claim"), problems=[((0, 1, 1), 3)]
    )
    (cell,) = [td for td in html.iter("td") if td.text_content().endswith("5")]
    names = [span.get("data-v") or span.get("data-f") for span in cell.iter("span")]
    assert names == ["3", "8", "7"]


def test_a_sheet_is_named_and_its_words_are_escaped():
    table = replace(table_of(("<script>", "1")), sheet='Quý I"><img>')
    html = drawn(table)
    assert html.get("aria-label") == 'Trang tính «Quý I"><img>»'
    assert not list(html.iter("script", "img"))
