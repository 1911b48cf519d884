# SPDX-License-Identifier: Apache-2.0
"""Findings and problems as rows of a sheet: columns with titles, one row for each.

What is here: what stands in which column. Not here: file formats (``comma``, ``workbook``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tiendo.render import words
from tiendo.render.data import Checked, worst_first
from tiendo.render.lang import Lang
from tiendo.render.places import Places

Row = Sequence[object]
_LONG = 40


@dataclass(frozen=True, slots=True)
class Column:
    """Title and width (in characters) of a column; what is long is wrapped."""

    title: str
    width: int

    @property
    def is_long(self) -> bool:
        """Whether whole sentences stand in it."""
        return self.width >= _LONG


def _columns(lang: Lang, explain: bool, *titles: tuple[str, str, int]) -> list[Column]:
    columns = [Column(en if lang is Lang.EN else vi, width) for vi, en, width in titles]
    return [*columns, Column(("Quy tắc", "Rules")[lang is Lang.EN], 30)] if explain else columns


def figure_columns(lang: Lang, *, explain: bool = False) -> list[Column]:
    """Columns of ``figure_rows``."""
    return _columns(
        lang,
        explain,
        ("Văn bản", "Document", 24),
        ("STT", "No.", 6),
        ("Nội dung", "Subject", 48),
        ("Mức", "Hedge", 10),
        ("Giá trị", "Value", 14),
        ("Giá trị 2", "Value 2", 12),
        ("Đơn vị", "Unit", 14),
        ("Loại", "Kind", 20),
        ("So sánh", "Comparison", 20),
        ("Kỳ", "Period", 18),
        ("Trích", "Quote", 20),
        ("Câu, ô", "Sentence, cell", 70),
        ("Chỗ", "Place", 22),
        ("Mã chỉ tiêu", "Indicator", 18),
        ("Tin cậy", "Confidence", 9),
        ("Cần xác nhận", "To confirm", 13),
    )


def figure_rows(outcome: Checked, lang: Lang, *, explain: bool = False) -> Iterator[Row]:
    """One row for each measurement; the values are ``Decimal``."""
    document = outcome.reading.document
    places = Places(document, outcome.sentences)
    for number, item in enumerate(outcome.reading.measurements, 1):
        row: list[object] = [
            document.path,
            number,
            item.subject,
            words.word(words.HEDGES, item.approx, lang),
            item.value,
            None if item.second is None else item.second.value,
            item.unit,
            words.word(words.KINDS, item.kind, lang),
            words.comparison(item.comparison, lang),
            words.period(item.period, lang) or item.period_quote or "",
            item.quote,
            places.context(item.span, item.cell),
            places.words(item.span, item.cell, lang),
            item.indicator or "",
            item.confidence,
            words.word(_YES, str(item.to_confirm), lang),
        ]
        yield [*row, ", ".join(item.rules)] if explain else row


_YES = {"True": ("có", "yes"), "False": ("", "")}


def problem_columns(lang: Lang) -> list[Column]:
    """Columns of ``problem_rows``."""
    return _columns(
        lang,
        False,
        ("Văn bản", "Document", 24),
        ("Mức độ", "Severity", 12),
        ("Vấn đề", "Problem", 80),
        ("Trích", "Quote", 50),
        ("Chỗ", "Place", 22),
        ("Quy tắc", "Rule", 20),
    )


def problem_rows(outcome: Checked, lang: Lang) -> Iterator[Row]:
    """One row for each problem, worst first."""
    document = outcome.reading.document
    places = Places(document, outcome.sentences)
    for item in worst_first(outcome.problems):
        message = item.message_en if lang is Lang.EN else item.message
        place = places.words(item.span, item.cell, lang)
        yield [document.path, words.word(words.SEVERITY, item.severity, lang), message, item.quote, place, item.rule]


def directive_columns(lang: Lang, *, explain: bool = False) -> list[Column]:
    """Columns of ``directive_rows``."""
    return _columns(
        lang,
        explain,
        ("Văn bản", "Document", 24),
        ("STT", "No.", 6),
        ("Người giao", "Issuer", 26),
        ("Đơn vị thực hiện", "Assignee", 32),
        ("Thời hạn", "Deadline", 20),
        ("Ngày", "Date", 12),
        ("Nội dung", "Words", 90),
        ("Chỗ", "Place", 16),
    )


def directive_rows(outcome: Checked, lang: Lang, *, explain: bool = False) -> Iterator[Row]:
    """One row for each order."""
    document = outcome.reading.document
    places = Places(document, outcome.sentences)
    for number, item in enumerate(outcome.reading.directives, 1):
        row: list[object] = [document.path, number, item.issuer or "", item.addressee or "", item.deadline or ""]
        row += [item.deadline_on, " ".join(item.quote.split()), places.words(item.span, None, lang)]
        yield [*row, ", ".join(item.rules)] if explain else row


def claim_columns(lang: Lang, *, explain: bool = False) -> list[Column]:
    """Columns of ``claim_rows``."""
    return _columns(
        lang,
        explain,
        ("Văn bản", "Document", 24),
        ("STT", "No.", 6),
        ("Loại", "Type", 18),
        ("Kết luận", "Verdict", 14),
        ("Trích", "Quote", 90),
        ("Chỗ", "Place", 22),
    )


def claim_rows(outcome: Checked, lang: Lang, *, explain: bool = False) -> Iterator[Row]:
    """One row for each claim with its verdict."""
    document = outcome.reading.document
    places = Places(document, outcome.sentences)
    for number, judged in enumerate(outcome.claims, 1):
        claim = judged.claim
        verdict = words.word(words.VERDICTS, str(judged.consistent), lang)
        row: list[object] = [document.path, number, words.word(words.CLAIMS, claim.type, lang), verdict]
        row += [" ".join(claim.quote.split()), places.words(claim.span, claim.cell, lang)]
        yield [*row, ", ".join(claim.rules)] if explain else row


def other_columns(lang: Lang) -> list[Column]:
    """Columns of ``other_rows``."""
    return _columns(
        lang,
        False,
        ("Văn bản", "Document", 24),
        ("Loại", "Kind", 14),
        ("Tên, số hiệu", "Name, number", 30),
        ("Chức danh, loại văn bản", "Title, kind of act", 60),
        ("Chỗ", "Place", 16),
    )


def other_rows(outcome: Checked, lang: Lang) -> Iterator[Row]:
    """One row for each legal act cited and each person named."""
    document = outcome.reading.document
    places = Places(document, outcome.sentences)
    cited, person = (words.word(words.FINDINGS, kind, lang) for kind in ("citation", "person"))
    for act in outcome.reading.citations:
        yield [document.path, cited, act.number, act.kind or "", places.words(act.span, None, lang)]
    for one in outcome.reading.people:
        yield [document.path, person, one.name, one.title, places.words(one.span, None, lang)]


def document_columns(lang: Lang) -> list[Column]:
    """Columns of ``document_row``."""
    return _columns(
        lang,
        False,
        ("Văn bản", "Document", 30),
        ("Số, ký hiệu", "Number", 18),
        ("Tiêu đề", "Title", 60),
        ("Cơ quan", "Issuer", 28),
        ("Địa phương", "Locality", 22),
        ("Ngày", "Date", 12),
        ("Kỳ báo cáo", "Period", 16),
        ("Số đo", "Figures", 8),
        ("Vấn đề", "Problems", 8),
        ("Ghi chú", "Notes", 60),
    )


def document_row(outcome: Checked, lang: Lang) -> Row:
    """What one document says of itself, and how much was found in it."""
    reading = outcome.reading
    facts = reading.facts
    return [
        reading.document.path,
        facts.number or "",
        facts.title or "",
        facts.issuer or "",
        facts.locality or "",
        facts.dated_on or facts.published_on,
        words.period(facts.period, lang),
        len(reading.measurements),
        len(outcome.problems),
        " ".join(reading.document.notes),
    ]
