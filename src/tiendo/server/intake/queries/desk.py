# SPDX-License-Identifier: Apache-2.0
"""The desk of one document: paper at the left, findings and problems at the right, as plain data for the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from tiendo.kernel.document import Document
from tiendo.kernel.findings import DocumentFacts, Measurement, Reading
from tiendo.kernel.problem import Problem as KernelProblem
from tiendo.kernel.problem import Severity
from tiendo.render import words
from tiendo.render.data import Checked, JudgedClaim
from tiendo.render.lang import Lang
from tiendo.render.page.anchors import find_anchors
from tiendo.render.page.cards import say_rest
from tiendo.render.page.firmness import name_hedge
from tiendo.render.page.items import CLASSES, Item, list_items
from tiendo.render.page.sheet import draw_sheet
from tiendo.render.places import Places
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import may, permitted
from tiendo.server.documents.data import DocumentRow
from tiendo.server.documents.queries import get_document, open_content
from tiendo.server.intake import stored
from tiendo.server.intake.data import Becomes, Choice, FindingKind, FindingState
from tiendo.server.intake.figures_of import Written
from tiendo.server.intake.models import Finding, Problem
from tiendo.server.intake.queries.waiting import Progress, get_progress, read_catalogue, read_readiness
from tiendo.server.intake.rules import Ready, become, list_choices, suggest_status
from tiendo.server.intake.stored import ProblemDraft
from tiendo.server.support.refusals import NotForYou
from tiendo.server.units.queries import name_units

_MARK = re.compile(r'class="f (k-[a-z]+(?: bad)?)" data-f="(\d+)"')
_BUILD = {
    FindingKind.MEASUREMENT: ("measurements", stored.as_measurement),
    FindingKind.DIRECTIVE: ("directives", stored.as_directive),
    FindingKind.CITATION: ("citations", stored.as_citation),
    FindingKind.PERSON: ("people", stored.as_person),
}


@dataclass(frozen=True, slots=True)
class ProblemCard:
    """A problem as the page shows it.

    Attributes:
        number: from 1, in the order of the text.
        equation: {"text", "aside", "squares"}, or None.
        place: in words.
        is_open: it is spread out, for it is to be settled next.
    """

    id: int
    number: int
    severity: Severity
    message: str
    quote: str
    place: str
    equation: Mapping[str, Any] | None
    settled_as: str
    settled_by: str
    settled_at: datetime | None
    settled_reason: str
    is_open: bool = False

    @property
    def squares(self) -> list[str]:
        """One status for each thing counted."""
        told = () if self.equation is None else self.equation["squares"]
        return [name for name, _, count in told for _ in range(count)]

    @property
    def counted(self) -> str:
        """The same in words."""
        told = () if self.equation is None else self.equation["squares"]
        return ", ".join(f"{count} {label}" for _, label, count in told)

    @property
    def rest(self) -> str:
        """What its sentence says beyond the equation."""
        return self.message if self.equation is None else say_rest(self.message, self.equation["text"])

    @property
    def is_grave(self) -> bool:
        """A figure may be wrong."""
        return self.severity is not Severity.NOTICE


@dataclass(frozen=True, slots=True)
class FindingCard:
    """A finding as the page shows it.

    Attributes:
        item: what, notes, fields in words, from the library that prints them.
        payload: the finding as the reader gave it; ``figure``: what was written of it.
        target: what it becomes, or became.
        written: the same in words.
        problems: the problems that concern it.
        status: how firm a figure is, as its words say.
    """

    id: int
    number: int
    version: int
    kind: FindingKind
    style: str
    kind_word: str
    item: Item
    state: FindingState
    target: Becomes
    ready: Ready
    confidence: float
    choices: tuple[Choice, ...]
    problems: tuple[ProblemCard, ...]
    status: str
    payload: Mapping[str, Any]
    figure: Written | None
    written: Mapping[str, str] | None
    observation_id: int | None
    decided_by: str
    decided_at: datetime | None

    @property
    def has_quote(self) -> bool:
        """The first of its fields is what stands in the text."""
        return self.kind in (FindingKind.MEASUREMENT, FindingKind.CLAIM)

    @property
    def is_decided(self) -> bool:
        """A person has said something."""
        return self.state.is_decided


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything the page of a document shows.

    Attributes:
        kinds: kind, style, word and count, in the order of the filters.
        worst: the open problem that is told first.
    """

    document: DocumentRow
    notes: tuple[str, ...]
    is_scanned: bool
    sheet: SafeString
    cards: tuple[FindingCard, ...]
    problems: tuple[ProblemCard, ...]
    kinds: tuple[tuple[FindingKind, str, str, int], ...]
    progress: Progress
    can_review: bool

    @property
    def worst(self) -> ProblemCard | None:
        """The problem that is to be settled next."""
        return next((one for one in self.problems if one.is_open), None)


def get_desk(document_id: int, scope: Scope, lang: Lang) -> Desk:
    """The desk of a document: a fixed number of queries, however much was found.

    Raises:
        NotForYou: there is none for this person, or it has not been read.
    """
    document = get_document(document_id, scope)
    content = open_content(document_id, scope)
    rows = _select(document_id)
    problems = list(Problem.objects.filter(document_id=document_id).select_related("settled_by").order_by("position"))
    maker = _Maker(document, content, problems, lang)
    cards = maker.make_cards(rows)
    counted = Counter(card.kind for card in cards)
    return Desk(
        document=document,
        notes=content.notes,
        is_scanned=content.is_scanned,
        sheet=maker.draw(rows),
        cards=tuple(cards),
        problems=tuple(maker.problem_cards),
        kinds=tuple(
            (kind, CLASSES[kind], words.word(words.FINDINGS, kind, lang), counted[kind])
            for kind in FindingKind
            if counted[kind]
        ),
        progress=get_progress(document_id),
        can_review=may(scope, Act.REVIEW, document.unit_id),
    )


def get_card(finding_id: int, scope: Scope, lang: Lang) -> tuple[FindingCard, DocumentRow]:
    """One finding, for a person who may review it.

    Raises:
        NotForYou: there is none for this person.
    """
    found = permitted(Finding.objects.filter(pk=finding_id), scope, Act.REVIEW, unit="document__unit")
    document_id = found.values_list("document_id", flat=True).first()
    if document_id is None:
        raise NotForYou
    return get_cards(document_id, [finding_id], scope, lang)[0], get_document(document_id, scope)


def get_cards(document_id: int, finding_ids: Sequence[int], scope: Scope, lang: Lang) -> list[FindingCard]:
    """Some findings of a document, in the order of the page."""
    document, content = get_document(document_id, scope), open_content(document_id, scope)
    problems = list(Problem.objects.filter(document_id=document_id).select_related("settled_by").order_by("position"))
    return _Maker(document, content, problems, lang).make_cards(_select(document_id, finding_ids))


def get_problems(document_id: int, scope: Scope, lang: Lang) -> list[ProblemCard]:
    """The problems of a document."""
    document, content = get_document(document_id, scope), open_content(document_id, scope)
    problems = list(Problem.objects.filter(document_id=document_id).select_related("settled_by").order_by("position"))
    return _Maker(document, content, problems, lang).problem_cards


def _select(document_id: int, finding_ids: Sequence[int] | None = None) -> list[Finding]:
    rows = Finding.objects.filter(document_id=document_id).select_related("decided_by").order_by("position")
    return list(rows if finding_ids is None else rows.filter(pk__in=finding_ids))


class _Maker:
    """Rows of one document → what the page shows."""

    def __init__(self, document: DocumentRow, content: Document, problems: Sequence[Problem], lang: Lang) -> None:
        self.document, self.content, self.problems, self.lang = document, content, problems, lang
        self.catalogue = read_catalogue()
        self.places = Places(content)
        self.kernel_problems = [_as_problem(one) for one in problems]
        pairs = zip(self.problems, self.kernel_problems, strict=True)
        cards = [self._problem(number, row, one) for number, (row, one) in enumerate(pairs, 1)]
        self.problem_cards = _open_first(cards)

    def _problem(self, number: int, row: Problem, one: KernelProblem) -> ProblemCard:
        return ProblemCard(
            id=row.pk,
            number=number,
            severity=one.severity,
            message=one.message_en if self.lang is Lang.EN else one.message,
            quote=" ".join(row.quote.split()),
            place=self.places.words(one.span, one.cell, self.lang),
            equation=row.detail.get(self.lang.value),
            settled_as=row.settled_as,
            settled_by="" if row.settled_by is None else row.settled_by.full_name,
            settled_at=row.settled_at,
            settled_reason=row.settled_reason,
        )

    def make_cards(self, rows: Sequence[Finding]) -> list[FindingCard]:
        """The findings, in the order of the page."""
        readiness = read_readiness(self.document, rows, self.problems, self.catalogue)
        units = name_units({row.written["unit_id"] for row in rows if row.written})
        return [
            self._card(row, item, ready, numbers, units)
            for row, item, (ready, numbers) in zip(rows, self._items(rows), readiness, strict=True)
        ]

    def _card(
        self, row: Finding, item: Item, ready: Ready, numbers: Sequence[int], units: Mapping[int, str]
    ) -> FindingCard:
        kind, state = FindingKind(row.kind), FindingState(row.state)
        figure = stored.as_measurement(row.payload) if kind is FindingKind.MEASUREMENT else None
        return FindingCard(
            id=row.pk,
            number=row.position,
            version=row.row_version,
            kind=kind,
            style=CLASSES[kind],
            kind_word=words.word(words.FINDINGS, kind, self.lang),
            item=item,
            state=state,
            target=Becomes(row.became) if row.became else become(kind, None if figure is None else figure.kind),
            ready=ready,
            confidence=row.confidence,
            choices=list_choices(kind, state),
            problems=tuple(self.problem_cards[number] for number in numbers),
            status="" if figure is None else suggest_status(figure, self._before(figure)),
            payload=row.payload,
            figure=None if row.written is None else Written.of_json(row.written),
            written=self._written(row, units),
            observation_id=row.observation_id,
            decided_by="" if row.decided_by is None else row.decided_by.full_name,
            decided_at=row.decided_at,
        )

    def _before(self, one: Measurement) -> str:
        """The words of its paragraph before a figure."""
        return "" if one.span is None else self.content.text[self.places.sentence(one.span).start : one.span.start]

    def _written(self, row: Finding, units: Mapping[int, str]) -> Mapping[str, str] | None:
        if row.written is None:
            return None
        written = Written.of_json(row.written)
        known = self.catalogue.get(written.indicator)
        return {
            "indicator": written.indicator if known is None else known.name,
            "unit": units.get(written.unit_id, ""),
            "period": words.period(written.period, self.lang),
            "value": _value_words(written, self.lang),
        }

    def _items(self, rows: Sequence[Finding]) -> list[Item]:
        """In the order of the rows, numbered by their positions; the library gives them in the order of reading."""
        found = list_items(Checked(self._reading(rows), claims=self._claims(rows)), self.lang, explain=False)
        by_row = dict(zip((row.pk for row in self._in_reading_order(rows)), found, strict=True))
        return [replace(by_row[row.pk], number=row.position) for row in rows]

    def _in_reading_order(self, rows: Sequence[Finding]) -> list[Finding]:
        """A finding that was decided and is no longer found stands last on the page, wherever it was read."""
        positions = [table.position for table in self.content.tables]
        by_kind = [row for kind in FindingKind for row in rows if row.kind == kind]
        return sorted(by_kind, key=lambda row: stored.reading_order(row.payload, positions))

    def _reading(self, rows: Sequence[Finding]) -> Reading:
        built: dict[str, Any] = {
            name: tuple(build(row.payload) for row in rows if row.kind == kind)
            for kind, (name, build) in _BUILD.items()
        }
        built["measurements"] = tuple(self._named(one) for one in built["measurements"])
        return Reading(self.content, DocumentFacts(title=self.document.title), **built)

    def _named(self, one: Measurement) -> Measurement:
        """With the name of its indicator for its code, which no person knows."""
        known = self.catalogue.find(one) or self.catalogue.get(one.indicator or "")
        return replace(one, indicator=None if known is None else known.name)

    def _claims(self, rows: Sequence[Finding]) -> tuple[JudgedClaim, ...]:
        return tuple(stored.as_claim(row.payload) for row in rows if row.kind == FindingKind.CLAIM)

    def draw(self, rows: Sequence[Finding]) -> SafeString:
        """The paper with everything marked; what is decided is marked less."""
        reading = self._reading(rows)
        items = self._items(rows)
        told = [
            replace(one, severity=Severity.NOTICE) if row.settled_as else one
            for row, one in zip(self.problems, self.kernel_problems, strict=True)
        ]
        checked = Checked(reading, tuple(told))
        anchors = find_anchors("", checked, items, told, self.lang)
        done = {str(row.position) for row in rows if FindingState(row.state).is_decided}
        drawn = "".join(draw_sheet(checked, anchors, self.lang))
        marked = _MARK.sub(lambda m: m[0].replace(m[1], f"{m[1]} done", 1) if m[2] in done else m[0], drawn)
        return mark_safe(marked)  # noqa: S308 - WONTFIX: the drawing escapes what comes from the file


def _value_words(written: Written, lang: Lang) -> str:
    first, other = written.quantity(), written.other()
    value = words.figure(first.value, lang)
    if other is not None:
        value += f"{'–' if written.is_range else '/'}{words.figure(other.value, lang)}"
    hedge = name_hedge(first.qualifier, lang, is_estimate=written.status == "estimate")
    return f"{hedge} {words.with_unit(value, written.measure, lang)}".strip()


def _open_first(cards: Sequence[ProblemCard]) -> list[ProblemCard]:
    """The first problem that waits is spread out, grave ones before notices."""
    worst = min((card for card in cards if not card.settled_as), key=_urgency, default=None)
    return [replace(card, is_open=card is worst) for card in cards]


def _urgency(card: ProblemCard) -> tuple[bool, int]:
    return (not card.is_grave, card.number)


def _as_problem(row: Problem) -> KernelProblem:
    draft = ProblemDraft(
        row.rule,
        row.severity,
        row.start,
        row.end,
        row.cell,
        row.quote,
        row.message_vi,
        row.message_en,
        row.detail,
    )
    return stored.as_problem(draft)
