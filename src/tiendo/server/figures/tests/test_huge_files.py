# SPDX-License-Identifier: Apache-2.0
"""A file that is made to take all memory, or is only huge, is one sentence; a long one is read in pieces."""

from __future__ import annotations

import zipfile
from decimal import Decimal

import pytest
import xlsxwriter

from tiendo.server.figures.reading import open_table
from tiendo.server.support.packs import PackError

HEADER = "unit_code,indicator,period,value"
_MANIFEST = '<manifest xmlns="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
_ODS = (
    '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2"><office:body>'
    '<office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576">'
    '<table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="16384">'
    "<text:p>1</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body>"
    "</office:document-content>"
)


def read(path):
    with pytest.raises(PackError) as told:
        list(open_table(path))
    (fault,) = told.value.faults
    assert str(fault).count("\n") == 0
    return fault


def test_two_cells_in_the_corners_of_a_sheet_are_a_bomb(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write(0, 0, "unit_code")
        sheet.write(1_048_575, 16_383, "x")
    assert "CSV" in read(path).sentence


def test_a_cell_repeated_over_a_whole_sheet_is_a_bomb(tmp_path):
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        book.writestr("META-INF/manifest.xml", _MANIFEST)
        book.writestr("content.xml", _ODS)
    assert "CSV" in read(path).sentence


def test_a_workbook_that_is_none_is_damaged(tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04 and nothing else")
    assert ".xlsx" in read(path).sentence


@pytest.mark.parametrize(
    "text",
    [
        "x" * 400_000,
        f"{HEADER}\n" + "x" * 400_000,
        f"{HEADER}\n" + '"a","\n' * 5_000,
        f"{HEADER}\n1,2,3,4\n" + '"' + "x\n" * 5_000,
        f"{HEADER}\n1,2,3,4\n1,2,3,4\0\n",
    ],
    ids=["one line", "a line without an end", "a row without an end", "a quote without an end", "a sign of no text"],
)
def test_a_text_that_is_no_table_is_not_taken_into_memory(tmp_path, text):
    path = tmp_path / "a.csv"
    path.write_text(text, "utf-8")
    assert read(path).line < 1_010


def test_a_note_of_several_lines_is_no_row_without_an_end(tmp_path):
    path = tmp_path / "a.csv"
    note = '"một\nhai\nba"'
    path.write_text(f"{HEADER},note\n" + f"1,a,2024,5,{note}\n" * 500, "utf-8")
    rows = list(open_table(path))
    assert (len(rows), rows[0].note, rows[1].line) == (500, "một\nhai\nba", 7)


def test_numbers_of_a_workbook_are_kept_as_they_are(tmp_path):
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER.split(","))
        for line, value in enumerate([1234.1, 0.3, 5, True, "1.234,5"], 1):
            sheet.write_row(line, 0, ["1", "a", "2024", value])
    values = [row.numbers[0] for row in open_table(path)]
    assert values == [Decimal("1234.1"), Decimal("0.3"), Decimal(5), "1", "1.234,5"]
