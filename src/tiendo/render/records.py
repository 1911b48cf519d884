# SPDX-License-Identifier: Apache-2.0
"""Findings and problems as plain records, with the field names of the JSON that ``tiendo`` writes.

What is here: dataclasses → dicts. Not here: JSON text (``encode``), labels for people (``words``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tiendo.kernel.findings import CellRef, Citation, Directive, DocumentFacts, Measurement, Person, Span
from tiendo.kernel.problem import Problem
from tiendo.render.data import JudgedClaim, Outcome, Unread
from tiendo.render.encode import encode

Record = dict[str, object]


def place_record(span: Span | None, cell: CellRef | None) -> Record:
    """``start`` and ``end`` of a span, ``cell`` of a cell; a claim or problem may have both."""
    record: Record = {}
    if span is not None:
        record |= {"start": span.start, "end": span.end}
    if cell is not None:
        record["cell"] = cell_record(cell)
    return record


def cell_record(cell: CellRef) -> Record:
    """The place in a table; workbooks add sheet and A1 reference."""
    record: Record = {
        "table": cell.table,
        "row": cell.row,
        "column": cell.column,
        "row_label": cell.row_label,
        "column_label": cell.column_label,
    }
    if cell.sheet is not None:
        record |= {"sheet": cell.sheet, "ref": cell.ref}
    return record


def measurement_record(item: Measurement) -> Record:
    """One figure; ``form`` is "index" where growth is printed as an index, ``is_range`` says what ``value2`` is."""
    return place_record(item.span, item.cell) | {
        "quote": item.quote,
        "value": item.value,
        "value2": None if item.second is None else item.second.value,
        "is_range": item.is_range,
        "unit": item.unit,
        "subject": item.subject,
        "kind": item.kind.value,
        "approx": item.approx.value,
        "comparison": item.comparison,
        "period": item.period,
        "period_quote": item.period_quote,
        "form": "index" if item.is_index else None,
        "indicator": item.indicator,
        "confidence": item.confidence,
        "to_confirm": item.to_confirm,
        "rules": item.rules,
    }


def claim_record(judged: JudgedClaim) -> Record:
    """One claim with its verdict and what the verdict rests on."""
    claim = judged.claim
    record = place_record(claim.span, claim.cell) | {"type": claim.type.value, "quote": claim.quote}
    if claim.mode is not None:
        record["mode"] = claim.mode.value
    record |= {name: value for name, value in judged.details.items() if name not in record}
    return record | {"consistent": judged.consistent, "confidence": claim.confidence, "rules": claim.rules}


def directive_record(item: Directive) -> Record:
    """One order; ``deadline`` is in the words of the text, ``deadline_on`` the date where it can be told."""
    return place_record(item.span, None) | {
        "quote": item.quote,
        "issuer": item.issuer,
        "assignee": item.addressee,
        "deadline": item.deadline,
        "deadline_on": item.deadline_on,
        "confidence": item.confidence,
        "rules": item.rules,
    }


def citation_record(item: Citation) -> Record:
    """One legal act."""
    return {"number": item.number} | place_record(item.span, None) | {"kind": item.kind, "rules": item.rules}


def person_record(item: Person) -> Record:
    """One office-holder."""
    return {"name": item.name, "title": item.title} | place_record(item.span, None) | {"rules": item.rules}


def facts_record(facts: DocumentFacts) -> Record:
    """What the document says of itself."""
    return {
        "kind": facts.kind,
        "number": facts.number,
        "title": facts.title,
        "issuer": facts.issuer,
        "locality": facts.locality,
        "dated_on": facts.dated_on,
        "published_on": facts.published_on,
        "period": facts.period,
    }


def unread_record(item: Unread) -> Record:
    """A file that could not be read."""
    return {"path": item.path, "error": item.message, "error_en": item.message_en}


def reading_record(item: Outcome) -> Record:
    """One document of ``tiendo read --format json``."""
    if isinstance(item, Unread):
        return unread_record(item)
    reading = item.reading
    document = reading.document
    return {
        "path": document.path,
        "media": document.media,
        "facts": facts_record(reading.facts),
        "measurements": [measurement_record(found) for found in reading.measurements],
        "claims": [claim_record(judged) for judged in item.claims],
        "directives": [directive_record(found) for found in reading.directives],
        "citations": [citation_record(found) for found in reading.citations],
        "people": [person_record(found) for found in reading.people],
        "notes": document.notes,
    }


def problem_record(problem: Problem) -> Record:
    """One problem of ``tiendo check --format json``."""
    start, end = (None, None) if problem.span is None else (problem.span.start, problem.span.end)
    record: Record = {
        "rule": problem.rule,
        "severity": problem.severity.value,
        "start": start,
        "end": end,
        "quote": problem.quote,
        "message": problem.message,
        "message_en": problem.message_en,
    }
    if problem.cell is not None:
        record["cell"] = cell_record(problem.cell)
    return record


def check_record(item: Outcome) -> Record:
    """One document of ``tiendo check --format json``, its problems in the order of the text."""
    if isinstance(item, Unread):
        return unread_record(item)
    return {
        "path": item.reading.document.path,
        "problems": [problem_record(problem) for problem in item.problems],
    }


def wrap(encoded: Iterable[str]) -> Iterator[str]:
    """The whole JSON from encoded documents, piece by piece, so that only one of them is in memory.

    Examples:
        >>> "".join(wrap(['{"path": "a.txt"}']))
        '{"documents": [\\n{"path": "a.txt"}\\n]}\\n'
    """
    yield '{"documents": ['
    for i, text in enumerate(encoded):
        yield f"{',' if i else ''}\n{text}"
    yield "\n]}\n"


def encode_reading(item: Outcome) -> str:
    """One line of JSON for one document of ``read``."""
    return encode(reading_record(item))


def encode_check(item: Outcome) -> str:
    """One line of JSON for one document of ``check``."""
    return encode(check_record(item))
