# SPDX-License-Identifier: Apache-2.0
"""Findings and problems as they are stored, and back. Pure.

A finding is stored as the item of ``tiendo read --format json``, with figures as text, so that no digit is lost, and
with the size of the last printed place, which the print itself shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter

from tiendo.kernel.findings import (
    CellRef,
    Citation,
    Claim,
    ClaimType,
    Directive,
    Kind,
    Measurement,
    Person,
    RatioMode,
    Reading,
    Span,
)
from tiendo.kernel.problem import Problem, Severity
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.kernel.records import record
from tiendo.render import records
from tiendo.render.data import JudgedClaim
from tiendo.render.lang import Lang
from tiendo.render.page.arithmetic import equation_of
from tiendo.render.page.cards import find_claim
from tiendo.server.intake.data import FindingKind

Payload = dict[str, Any]
AnyFinding = Measurement | Claim | Directive | Citation | Person


@record
class FindingDraft:
    """A finding before it has a row.

    Attributes:
        kind: a ``FindingKind`` as it is stored.
        payload: as text of JSON.
    """

    kind: str
    start: int | None
    end: int | None
    cell: dict[str, Any] | None
    payload: str
    confidence: float


@dataclass(frozen=True, slots=True)
class ProblemDraft:
    """A problem before it has a row."""

    rule: str
    severity: str
    start: int | None
    end: int | None
    cell: dict[str, Any] | None
    quote: str
    message_vi: str
    message_en: str
    detail: dict[str, Any] = field(default_factory=dict)


# --- to the database ---------------------------------------------------------------------------------------------


def draft_findings(reading: Reading, judged: Sequence[JudgedClaim]) -> list[FindingDraft]:
    """All findings in reading order; those of a table stand where the table stands."""
    positions = [table.position for table in reading.document.tables]
    found: list[tuple[dict[str, Any], str, float]] = []
    for kind, items in _list_all(reading, judged):
        found += [(item, kind.value, confidence) for item, confidence in items]
    found.sort(key=lambda one: reading_order(one[0], positions))
    return [_draft(*one) for one in found]


def _list_all(
    reading: Reading, judged: Sequence[JudgedClaim]
) -> Iterator[tuple[FindingKind, Iterable[tuple[dict[str, Any], float]]]]:
    yield FindingKind.MEASUREMENT, ((_measurement(one), one.confidence) for one in reading.measurements)
    yield FindingKind.CLAIM, ((_claim(one), one.claim.confidence) for one in judged)
    yield FindingKind.DIRECTIVE, ((records.directive_record(one), one.confidence) for one in reading.directives)
    yield FindingKind.CITATION, ((records.citation_record(one), one.confidence) for one in reading.citations)
    yield FindingKind.PERSON, ((records.person_record(one), one.confidence) for one in reading.people)


def _measurement(one: Measurement) -> dict[str, Any]:
    item = records.measurement_record(one)
    item["value"], item["step"] = f"{one.value:f}", f"{one.quantity.step:f}"
    if one.second is not None:
        item["value2"], item["step2"] = f"{one.second.value:f}", f"{one.second.step:f}"
    return item


def _claim(one: JudgedClaim) -> dict[str, Any]:
    return {name: _plain(value) for name, value in records.claim_record(one).items()}


def _plain(value: Any) -> Any:
    """A figure as its digits, without loss and without a power of ten."""
    if isinstance(value, Decimal):
        return f"{value:f}"
    return [_plain(item) for item in value] if isinstance(value, list) else value


def _draft(item: Mapping[str, Any], kind: str, confidence: float) -> FindingDraft:
    cell = item.get("cell")
    place = None if cell is None else {name: cell[name] for name in ("table", "row", "column")}
    return FindingDraft(kind, item.get("start"), item.get("end"), place, encode(item), confidence)


def reading_order(payload: Mapping[str, Any], positions: Sequence[int]) -> tuple[int, ...]:
    """A key for the order of reading, the same as on the pages of ``render``, so that both number alike.

    Args:
        positions: of the tables, in the text.
    """
    if payload.get("start") is not None:
        return (payload["start"], 0, -payload["end"])
    cell = payload.get("cell")
    if cell is not None and cell["table"] < len(positions):
        return (positions[cell["table"]], 1, cell["table"], cell["row"], cell["column"])
    return (0, 2)


_ANYTHING = TypeAdapter[Any](Any)


def encode(value: Mapping[str, Any]) -> str:
    """A record as the text of JSON, letters as they are; a third of the time that Python's own way takes (bench)."""
    return _ANYTHING.dump_json(value).decode()


def draft_problems(problems: Sequence[Problem], judged: Sequence[JudgedClaim]) -> list[ProblemDraft]:
    """All problems in the order of the text, with their equation in both languages where there is one."""
    return [_draft_problem(problem, judged) for problem in problems]


def _draft_problem(problem: Problem, judged: Sequence[JudgedClaim]) -> ProblemDraft:
    detail: dict[str, Any] = {"related": [_place(place) for place in problem.related]}
    claim = find_claim(problem, judged)
    for lang in Lang:
        equation = None if claim is None else equation_of(claim, lang)
        if equation is not None:
            squares = [list(square) for square in equation.squares]
            detail[lang.value] = {"text": equation.text, "aside": equation.aside, "squares": squares}
    return ProblemDraft(
        problem.rule,
        problem.severity.value,
        None if problem.span is None else problem.span.start,
        None if problem.span is None else problem.span.end,
        None if problem.cell is None else records.cell_record(problem.cell),
        problem.quote,
        problem.message,
        problem.message_en,
        detail,
    )


def _place(place: Span | CellRef) -> Mapping[str, object]:
    return {"start": place.start, "end": place.end} if isinstance(place, Span) else {"cell": records.cell_record(place)}


# --- and back ----------------------------------------------------------------------------------------------------


def as_span(payload: Mapping[str, Any]) -> Span | None:
    """Where it stands in the text."""
    return None if payload.get("start") is None else Span(payload["start"], payload["end"])


def as_cell(cell: Mapping[str, Any] | None) -> CellRef | None:
    """Where it stands in a table."""
    if not cell:
        return None
    return CellRef(
        cell["table"],
        cell["row"],
        cell["column"],
        cell.get("row_label", ""),
        cell.get("column_label", ""),
        cell.get("sheet"),
        cell.get("ref"),
    )


def as_measurement(payload: Payload) -> Measurement:
    """The figure exactly as the reader gave it."""
    unit, approx = payload["unit"], Qualifier(payload["approx"])
    second = payload.get("value2")
    return Measurement(
        quantity=Quantity(Decimal(payload["value"]), unit, Decimal(payload["step"]), approx),
        quote=payload["quote"],
        subject=payload["subject"],
        kind=Kind(payload["kind"]),
        span=as_span(payload),
        cell=as_cell(payload.get("cell")),
        second=None if second is None else Quantity(Decimal(second), unit, Decimal(payload["step2"]), approx),
        is_range=payload["is_range"],
        comparison=payload["comparison"],
        period=payload["period"],
        period_quote=payload["period_quote"],
        is_index=payload["form"] == "index",
        indicator=payload["indicator"],
        confidence=payload["confidence"],
        rules=tuple(payload["rules"]),
        to_confirm=payload["to_confirm"],
    )


def as_claim(payload: Payload) -> JudgedClaim:
    """The claim with its verdict; its operands are in the payload by name, not as places."""
    mode = payload.get("mode")
    claim = Claim(
        type=ClaimType(payload["type"]),
        operands=(),
        quote=payload["quote"],
        span=as_span(payload),
        cell=as_cell(payload.get("cell")),
        mode=None if mode is None else RatioMode(mode),
        rules=tuple(payload["rules"]),
        confidence=payload["confidence"],
    )
    return JudgedClaim(claim, payload["consistent"])


def _must_span(payload: Payload) -> Span:
    return Span(payload["start"], payload["end"])


def as_directive(payload: Payload) -> Directive:
    """The order."""
    day = payload["deadline_on"]
    return Directive(
        payload["quote"],
        _must_span(payload),
        payload["issuer"],
        payload["assignee"],
        payload["deadline"],
        None if day is None else date.fromisoformat(day),
        tuple(payload["rules"]),
        payload["confidence"],
    )


def as_citation(payload: Payload) -> Citation:
    """The legal act."""
    return Citation(payload["number"], _must_span(payload), payload["kind"], tuple(payload["rules"]))


def as_person(payload: Payload) -> Person:
    """The office-holder."""
    return Person(payload["name"], payload["title"], _must_span(payload), tuple(payload["rules"]))


def as_problem(draft: ProblemDraft) -> Problem:
    """The problem, with the places that take part."""
    related = tuple(
        place for item in draft.detail.get("related", []) if (place := as_span(item) or as_cell(item.get("cell")))
    )
    return Problem(
        draft.rule,
        Severity(draft.severity),
        draft.quote,
        draft.message_vi,
        draft.message_en,
        None if draft.start is None or draft.end is None else Span(draft.start, draft.end),
        as_cell(draft.cell),
        related,
    )
