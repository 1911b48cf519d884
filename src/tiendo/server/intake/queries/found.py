# SPDX-License-Identifier: Apache-2.0
"""What was found in a document, as plain rows: for other systems."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tiendo.render.lang import Lang
from tiendo.server.accounts.data import Scope
from tiendo.server.documents.queries import get_document
from tiendo.server.intake.models import Finding, Problem


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One finding; ``payload`` is it as the reader gave it, the other fields are those of the model."""

    id: int
    position: int
    kind: str
    start: int | None
    end: int | None
    cell: dict[str, Any] | None
    confidence: float
    state: str
    payload: dict[str, Any]
    observation_id: int | None
    decided_by: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """One problem, with its sentence in the language asked for."""

    id: int
    rule: str
    severity: str
    start: int | None
    end: int | None
    cell: dict[str, Any] | None
    quote: str
    sentence: str
    settled_as: str


def list_found(document_id: int, scope: Scope, *, state: str = "", after: int = -1, size: int = 100) -> list[FoundRow]:
    """So many findings at most, in the order of the page.

    Args:
        after: only those behind this position.

    Raises:
        NotForYou: there is no such document for this person.
    """
    document = get_document(document_id, scope)
    rows = Finding.objects.filter(document_id=document.id, position__gt=after).select_related("decided_by")
    if state:
        rows = rows.filter(state=state)
    return [
        FoundRow(
            id=row.pk,
            position=row.position,
            kind=row.kind,
            start=row.start,
            end=row.end,
            cell=row.cell,
            confidence=row.confidence,
            state=row.state,
            payload=row.payload,
            observation_id=row.observation_id,
            decided_by="" if row.decided_by is None else row.decided_by.full_name,
            decided_at=row.decided_at,
        )
        for row in rows.order_by("position")[:size]
    ]


def list_document_problems(document_id: int, scope: Scope, lang: Lang) -> list[ProblemRow]:
    """All problems of a document, in the order of its text.

    Raises:
        NotForYou: there is no such document for this person.
    """
    document = get_document(document_id, scope)
    return [
        ProblemRow(
            id=row.pk,
            rule=row.rule,
            severity=row.severity,
            start=row.start,
            end=row.end,
            cell=row.cell,
            quote=row.quote,
            sentence=row.message_en if lang is Lang.EN else row.message_vi,
            settled_as=row.settled_as,
        )
        for row in Problem.objects.filter(document_id=document.id).order_by("position")
    ]
