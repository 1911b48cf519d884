# SPDX-License-Identifier: Apache-2.0
"""All findings of a document in reading order, numbered, in the words of the page.

What is here: findings → numbered items with labels. Not here: html.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tiendo.kernel.findings import CellRef, Citation, Directive, Kind, Measurement, Person, Span
from tiendo.render import words
from tiendo.render.data import Checked, JudgedClaim
from tiendo.render.lang import Lang
from tiendo.render.page.firmness import name_hedge, name_kind, says_estimate
from tiendo.render.places import Places

#: Kind of finding → class of its colours; the order is the order of the filters.
CLASSES = {
    "measurement": "k-measure",
    "claim": "k-claim",
    "directive": "k-directive",
    "citation": "k-cite",
    "person": "k-party",
}
_SURE = 0.995  # a confidence that prints as 100 % is not worth saying


@dataclass(frozen=True, slots=True)
class Item:
    """One finding as the page shows it.

    Attributes:
        number: from 1, in reading order, over all kinds; 0 before it is numbered.
        kind: a key of ``CLASSES``.
        sort: kind of measurement or type of claim, for the finer filter.
        what: one line: what was found.
        notes: short remarks under it.
        fields: label and value, shown for the current item.
        place: where it stands, in words: "đoạn 13", "trang tính «KH», ô D9".
        to_confirm: a person must compare it with the original.
        is_wrong: a claim that does not add up.
    """

    kind: str
    what: str
    notes: tuple[str, ...]
    fields: tuple[tuple[str, str], ...]
    span: Span | None
    cell: CellRef | None
    sort: str = ""
    place: str = ""
    number: int = 0
    to_confirm: bool = False
    is_wrong: bool = False


def list_items(checked: Checked, lang: Lang, *, explain: bool) -> list[Item]:
    """The findings, numbered along the text; those of a table stand where the table stands."""
    reading = checked.reading
    places = Places(reading.document, checked.sentences)
    found = [
        *_measurements(reading.measurements, places, lang, explain),
        *_claims(checked.claims, lang, explain),
        *_directives(reading.directives, lang, explain),
        *_citations(reading.citations, lang, explain),
        *_people(reading.people, lang, explain),
    ]
    positions = [table.position for table in reading.document.tables]
    found.sort(key=lambda item: _order(item, positions))
    return [
        replace(item, number=number, place=places.words(item.span, item.cell, lang))
        for number, item in enumerate(found, 1)
    ]


def _order(item: Item, positions: Sequence[int]) -> tuple[int, ...]:
    if item.span is not None:
        return (item.span.start, 0, -item.span.end)
    if item.cell is not None and item.cell.table < len(positions):
        return (positions[item.cell.table], 1, item.cell.table, item.cell.row, item.cell.column)
    return (0, 2)


def _present(pairs: Iterable[tuple[str, str | None]]) -> tuple[tuple[str, str], ...]:
    return tuple((label, value) for label, value in pairs if value)


def _rules(names: Sequence[str], lang: Lang, explain: bool) -> tuple[str, str]:
    return ("Rules" if lang is Lang.EN else "Quy tắc", ", ".join(names) if explain else "")


def _percent(confidence: float) -> str:
    return "" if confidence >= _SURE else f"{round(confidence * 100)}\u00a0%"


def _measurements(found: Sequence[Measurement], places: Places, lang: Lang, explain: bool) -> Iterator[Item]:
    english = lang is Lang.EN
    for one in found:
        is_estimate = says_estimate(one, _before(one, places))
        hedge = name_hedge(one.approx, lang, is_estimate=is_estimate and one.kind is not Kind.FORECAST)
        figure = words.with_unit(words.value_of(one, lang), one.unit, lang)
        kind = name_kind(one, lang, is_estimate=is_estimate)
        period = words.period(one.period, lang)
        compared = "" if one.kind is Kind.SHARE_OF_PLAN else words.comparison(one.comparison, lang)
        named = [one.subject, f"{hedge} {figure}".strip()]
        said = "the text says" if english else "văn bản ghi"
        fields = _present(
            [
                ("In the text" if english else "Trong văn bản", one.quote),
                ("Figure" if english else "Giá trị", f"{hedge} {figure}".strip()),
                ("Kind" if english else "Loại", kind),
                ("Compared" if english else "So sánh", compared),
                ("Period" if english else "Kỳ", _period(period, one.period_quote, said)),
                ("Indicator" if english else "Chỉ tiêu", one.indicator),
                ("Row" if english else "Dòng", one.cell.row_label if one.cell else ""),
                ("Column" if english else "Cột", one.cell.column_label if one.cell else ""),
                ("Confidence" if english else "Tin cậy", _percent(one.confidence)),
                _rules(one.rules, lang, explain),
            ]
        )
        notes = tuple(note for note in (kind, period or one.period_quote or "", compared) if note)
        what = ": ".join(part for part in named if part)
        yield Item("measurement", what, notes, fields, one.span, one.cell, one.kind.value, to_confirm=one.to_confirm)


def _before(one: Measurement, places: Places) -> str:
    """The words of its sentence before a figure."""
    return "" if one.span is None else places.document.text[places.sentence(one.span).start : one.span.start]


def _period(period: str, quote: str | None, said: str) -> str:
    if period and quote:
        return f"{period} ({said} «{quote}»)"
    return period or (quote or "")


def _claims(found: Sequence[JudgedClaim], lang: Lang, explain: bool) -> Iterator[Item]:
    english = lang is Lang.EN
    for judged in found:
        claim = judged.claim
        kind = words.word(words.CLAIMS, claim.type, lang)
        verdict = words.word(words.VERDICTS, str(judged.consistent), lang)
        fields = _present(
            [
                ("In the text" if english else "Trong văn bản", claim.quote),
                ("Verdict" if english else "Kết luận", verdict),
                ("Confidence" if english else "Tin cậy", _percent(claim.confidence)),
                _rules(claim.rules, lang, explain),
            ]
        )
        what = " ".join(claim.quote.split())
        item = Item("claim", what, (kind, verdict), fields, claim.span, claim.cell, claim.type.value)
        yield replace(item, is_wrong=judged.consistent is False)


def _directives(found: Sequence[Directive], lang: Lang, explain: bool) -> Iterator[Item]:
    english = lang is Lang.EN
    for one in found:
        deadline = one.deadline or ""
        if one.deadline_on is not None and deadline:
            deadline = f"{deadline} ({one.deadline_on:%d/%m/%Y})"
        fields = _present(
            [
                ("Issuer" if english else "Người giao", one.issuer),
                ("Assignee" if english else "Thực hiện", one.addressee),
                ("Deadline" if english else "Thời hạn", deadline),
                ("Confidence" if english else "Tin cậy", _percent(one.confidence)),
                _rules(one.rules, lang, explain),
            ]
        )
        who = f"{one.issuer or '?'} → {one.addressee or '?'}"
        notes = tuple(note for note in (who, deadline) if note)
        yield Item("directive", " ".join(one.quote.split()), notes, fields, one.span, None)


def _citations(found: Sequence[Citation], lang: Lang, explain: bool) -> Iterator[Item]:
    for one in found:
        fields = _present([("Kind" if lang is Lang.EN else "Loại", one.kind), _rules(one.rules, lang, explain)])
        yield Item("citation", one.number, (one.kind,) if one.kind else (), fields, one.span, None)


def _people(found: Sequence[Person], lang: Lang, explain: bool) -> Iterator[Item]:
    for one in found:
        fields = _present([("Title" if lang is Lang.EN else "Chức danh", one.title), _rules(one.rules, lang, explain)])
        yield Item("person", one.name, (one.title,) if one.title else (), fields, one.span, None)
