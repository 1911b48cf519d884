# SPDX-License-Identifier: Apache-2.0
"""Findings and problems as an Excel workbook: real numbers, frozen headers, filters.

What is here: sheets and cell formats. Not here: what stands in a row (``rows``).
"""
# ruff: noqa: PLC0415 - CONFIG: xlsxwriter is loaded when a workbook is written

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, BinaryIO

from tiendo.render import rows
from tiendo.render.data import Checked, Outcome, Unread
from tiendo.render.lang import Lang

_MOST_CHARACTERS = 32_767  # of a cell
_MOST_ROWS = 1_048_576
_MOST_DIGITS = 15  # of a number in Excel; a longer one is kept as text
_MOST_DECIMALS = 6
_A4 = 9  # number of the paper in the file format
_LINE_HEIGHT, _MOST_LINES = 15, 10
_CREATED = datetime(1980, 1, 1)  # a fixed day, so that the same findings give the same bytes
_FORBIDDEN = dict.fromkeys([*range(9), 11, 12, *range(14, 32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF], "\ufffd")

Book = Any  # xlsxwriter publishes no types
Format = Any
RowsOf = Callable[[Checked], Iterator[rows.Row]]


@dataclass(frozen=True, slots=True)
class _Plan:
    """One sheet: its title, columns and what fills it."""

    title: str
    columns: Sequence[rows.Column]
    fill: RowsOf


class _Formats:
    """Cell formats, each made once."""

    def __init__(self, book: Book) -> None:
        self._book = book
        self.header = book.add_format(
            {"bold": True, "bg_color": "#1B2337", "font_color": "#FFFFFF", "valign": "vcenter", "text_wrap": True}
        )
        self.text = book.add_format({"valign": "top"})
        self.long = book.add_format({"valign": "top", "text_wrap": True})
        self.date = book.add_format({"valign": "top", "num_format": "dd/mm/yyyy"})
        self._numbers: dict[int, Format] = {}

    def number(self, decimals: int) -> Format:
        """Thousands parted, as many decimals as printed; Excel shows the signs of the person's country."""
        if decimals not in self._numbers:
            code = "#,##0" + ("." + "0" * decimals if decimals else "")
            self._numbers[decimals] = self._book.add_format({"valign": "top", "num_format": code})
        return self._numbers[decimals]


class _Sheet:
    """A sheet that is written row after row and finished with its filter."""

    def __init__(self, book: Book, formats: _Formats, plan: _Plan) -> None:
        self.plan, self.formats, self.row = plan, formats, 0
        self.sheet = book.add_worksheet(plan.title)
        self.sheet.freeze_panes(1, 0)
        self.sheet.set_landscape()
        self.sheet.set_paper(_A4)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(0)
        self.sheet.set_row(0, 30)
        for i, column in enumerate(plan.columns):
            self.sheet.set_column(i, i, column.width)
            self.sheet.write_string(0, i, column.title, formats.header)

    def add(self, row: rows.Row) -> None:
        if self.row + 1 >= _MOST_ROWS:
            return
        self.row += 1
        # not every program fits the height of a row to wrapped text by itself
        lines = max(
            (-(-len(value) // column.width) for value, column in self._long(row) if isinstance(value, str)), default=1
        )
        self.sheet.set_row(self.row, _LINE_HEIGHT * min(max(lines, 1), _MOST_LINES))
        for i, value in enumerate(row):
            self._write(i, value)

    def _long(self, row: rows.Row) -> Iterator[tuple[object, rows.Column]]:
        return ((value, column) for value, column in zip(row, self.plan.columns, strict=True) if column.is_long)

    def _write(self, column: int, value: object) -> None:
        sheet, formats = self.sheet, self.formats
        if value is None or value == "":
            return
        if isinstance(value, Decimal) and len(value.as_tuple().digits) <= _MOST_DIGITS and value.is_finite():
            exponent = value.as_tuple().exponent
            decimals = min(max(0, -int(exponent)), _MOST_DECIMALS)
            sheet.write_number(self.row, column, float(value), formats.number(decimals))
        elif isinstance(value, int):
            sheet.write_number(self.row, column, value, formats.number(0))
        elif isinstance(value, float):
            sheet.write_number(self.row, column, value, formats.number(2))
        elif isinstance(value, date):
            sheet.write_datetime(self.row, column, datetime(value.year, value.month, value.day), formats.date)
        else:
            style = formats.long if self.plan.columns[column].is_long else formats.text
            sheet.write_string(self.row, column, _clean(str(value)), style)

    def finish(self) -> None:
        self.sheet.autofilter(0, 0, max(self.row, 1), len(self.plan.columns) - 1)


def _clean(text: str) -> str:
    return text.translate(_FORBIDDEN)[:_MOST_CHARACTERS]


def write_workbook(outcomes: Iterable[Outcome], file: BinaryIO, lang: Lang, *, explain: bool = False) -> None:
    """Write the workbook: figures, problems, claims, orders, acts and people, documents.

    Args:
        outcomes: gone through once; rows leave memory as they are written.
        file: open for writing in binary form.
    """
    import xlsxwriter

    options = {
        "constant_memory": True,
        # the words of a document are never formulas, links or numbers
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(file, options) as book:
        book.set_properties({"title": "Tiến Độ", "created": _CREATED})
        formats = _Formats(book)
        sheets = [_Sheet(book, formats, plan) for plan in _plans(lang, explain)]
        documents = _Sheet(book, formats, _documents_plan(lang))
        for outcome in outcomes:
            documents.add(_document_row(outcome, lang))
            if isinstance(outcome, Checked):
                for sheet in sheets:
                    for row in sheet.plan.fill(outcome):
                        sheet.add(row)
        for sheet in (*sheets, documents):
            sheet.finish()


def _plans(lang: Lang, explain: bool) -> list[_Plan]:
    english = lang is Lang.EN
    return [
        _Plan(
            "Figures" if english else "Số liệu",
            rows.figure_columns(lang, explain=explain),
            lambda outcome: rows.figure_rows(outcome, lang, explain=explain),
        ),
        _Plan(
            "Problems" if english else "Vấn đề",
            rows.problem_columns(lang),
            lambda outcome: rows.problem_rows(outcome, lang),
        ),
        _Plan(
            "Claims" if english else "Phép tính",
            rows.claim_columns(lang, explain=explain),
            lambda outcome: rows.claim_rows(outcome, lang, explain=explain),
        ),
        _Plan(
            "Directives" if english else "Giao việc",
            rows.directive_columns(lang, explain=explain),
            lambda outcome: rows.directive_rows(outcome, lang, explain=explain),
        ),
        _Plan(
            "Acts and people" if english else "Viện dẫn, nhân sự",
            rows.other_columns(lang),
            lambda outcome: rows.other_rows(outcome, lang),
        ),
    ]


def _documents_plan(lang: Lang) -> _Plan:
    return _Plan("Documents" if lang is Lang.EN else "Văn bản", rows.document_columns(lang), lambda _: iter(()))


def _document_row(outcome: Outcome, lang: Lang) -> rows.Row:
    if isinstance(outcome, Unread):
        return [outcome.path, *[None] * 8, outcome.message_en if lang is Lang.EN else outcome.message]
    return rows.document_row(outcome, lang)
