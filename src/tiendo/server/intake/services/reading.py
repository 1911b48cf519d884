# SPDX-License-Identifier: Apache-2.0
"""Storing what the reader found of a document: everything in one transaction, and never over a person's decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.db.models import F
from django.utils.translation import gettext as _

from tiendo import __version__
from tiendo.kernel.findings import Reading
from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.audit.data import Act
from tiendo.server.audit.services import record
from tiendo.server.documents.queries import get_document
from tiendo.server.documents.services import Found, store_content
from tiendo.server.intake.data import FindingState
from tiendo.server.intake.models import Finding, Problem, Review
from tiendo.server.intake.stored import FindingDraft, ProblemDraft
from tiendo.server.jobs.queries import find_latest
from tiendo.server.jobs.services import enqueue
from tiendo.server.support.refusals import Refusal

_BATCH = 500
_ASIDE = 1_000_000  # positions that no finding has, while rows change places
READ = "intake.read"
_INSERT = (
    'INSERT INTO intake_finding (document_id, position, kind, "start", "end", cell, payload, confidence, state, '
    "row_version, became) VALUES (%s, %s, %s, %s, %s, %s, %s, %s, 'proposed', 1, '')"
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run of the reader gave."""

    reading: Reading
    findings: Sequence[FindingDraft]
    problems: Sequence[ProblemDraft]


def is_reviewed(document_id: int) -> bool:
    """Whether a person has decided anything of a document."""
    return (
        Finding.objects.filter(document_id=document_id).exclude(state=FindingState.PROPOSED).exists()
        or Problem.objects.filter(document_id=document_id).exclude(settled_as="").exists()
    )


def store_reading(document_id: int, outcome: Outcome, *, scope: Scope, again: bool = False) -> bool:
    """Replaces content, findings and problems of a document. Doing it twice gives what doing it once gives.

    Args:
        again: a person asked for it. What was decided before is kept, and everything else is replaced.

    Returns:
        False when nothing was done, for a person has decided already and nobody asked for another reading.
    """
    with transaction.atomic():
        review = Review.objects.select_for_update().filter(document_id=document_id).first()
        is_first = review is None
        if review is None:
            review = Review(document_id=document_id)
            review.save(force_insert=True)
        elif not again and is_reviewed(document_id):
            return False
        counts = Found(len(outcome.findings), len(outcome.problems), __version__)
        store_content(document_id, outcome.reading.document, outcome.reading.facts, counts, scope=scope)
        _replace_findings(document_id, outcome.findings, is_first=is_first)
        _replace_problems(document_id, outcome.problems, is_first=is_first)
        if review.finished_at is not None:
            review.finished_at = review.finished_by = None
            review.save()
    return True


def _replace_findings(document_id: int, drafts: Sequence[FindingDraft], *, is_first: bool) -> None:
    """New rows for what is new; a finding that was decided keeps its row, and its place if it is found again."""
    decided: list[Finding] = []
    if not is_first:
        old = Finding.objects.filter(document_id=document_id)
        old.filter(state=FindingState.PROPOSED).delete()
        decided = list(old.order_by("position"))
        old.update(position=F("position") + _ASIDE)
    waiting = {_identity(one.kind, one.start, one.end, one.cell): one for one in decided}
    fresh, kept = [], []
    for position, draft in enumerate(drafts, 1):
        row = waiting.pop(_identity(draft.kind, draft.start, draft.end, draft.cell), None) if waiting else None
        if row is None:
            fresh.append((position, draft))
        else:
            row.position = position
            kept.append(row)
    for position, row in enumerate(waiting.values(), len(drafts) + 1):  # no longer found, yet decided
        row.position = position
        kept.append(row)
    if kept:
        Finding.objects.bulk_update(kept, ["position"], batch_size=_BATCH)
    _insert_findings(document_id, fresh)


def _insert_findings(document_id: int, drafts: Sequence[tuple[int, FindingDraft]]) -> None:
    """Rows for new findings. A page of figures has fifty; written row by row through the model they cost as much as
    reading the page, so the values go to the database at once (bench: a quarter of ``bulk_create``)."""
    as_json = connection.ops.adapt_json_value
    rows = [
        (
            document_id,
            position,
            draft.kind.value,
            draft.start,
            draft.end,
            None if draft.cell is None else as_json(draft.cell, None),
            as_json(draft.payload, None),
            draft.confidence,
        )
        for position, draft in drafts
    ]
    with connection.cursor() as cursor:
        cursor.executemany(_INSERT, rows)


def _identity(kind: str, start: int | None, end: int | None, cell: dict[str, Any] | None) -> tuple[Any, ...]:
    return (kind, start, end, None if cell is None else tuple(cell[name] for name in ("table", "row", "column")))


def _replace_problems(document_id: int, drafts: Sequence[ProblemDraft], *, is_first: bool) -> None:
    """The same for problems: one that was settled stays settled when it is found again, and goes when it is not."""
    settled: dict[tuple[Any, ...], Problem] = {}
    if not is_first:
        old = Problem.objects.filter(document_id=document_id)
        settled = {_told(one): one for one in old.exclude(settled_as="")}
        old.delete()
    rows = []
    for position, draft in enumerate(drafts, 1):
        before = settled.get(_told(draft))
        rows.append(
            Problem(
                document_id=document_id,
                position=position,
                rule=draft.rule,
                severity=draft.severity,
                start=draft.start,
                end=draft.end,
                cell=draft.cell,
                quote=draft.quote,
                message_vi=draft.message_vi,
                message_en=draft.message_en,
                detail=draft.detail,
                settled_as="" if before is None else before.settled_as,
                settled_by_id=None if before is None else before.settled_by_id,
                settled_at=None if before is None else before.settled_at,
                settled_reason="" if before is None else before.settled_reason,
            )
        )
    Problem.objects.bulk_create(rows, batch_size=_BATCH)


def _told(problem: Problem | ProblemDraft) -> tuple[Any, ...]:
    return (problem.rule, problem.start, problem.end, problem.message_vi)


def start_reading(document_id: int, unit_id: int, scope: Scope) -> int:
    """Puts the first reading of a document into the queue; the number of the job."""
    arguments = {"document_id": document_id}
    return enqueue(READ, arguments, actor=scope.actor, unit_id=unit_id, subject=f"document:{document_id}")


def read_again(document_id: int, *, scope: Scope) -> int:
    """Has a document read once more; what was decided before is kept.

    Returns:
        The number of the job.

    Raises:
        NotForYou: the person may not review it.
        Refusal: it is being read already.
    """
    document = get_document(document_id, scope, Right.REVIEW)
    subject = f"document:{document_id}"
    with transaction.atomic():
        latest = find_latest(subject)
        if latest is not None and latest.state in ("queued", "running"):
            raise Refusal(_("The document is being read already; wait until it is done."), status=409)
        record(Act("intake.read_again", subject, document.unit_id), actor=scope.actor)
        arguments = {"document_id": document_id, "again": True}
        return enqueue(READ, arguments, actor=scope.actor, unit_id=document.unit_id, subject=subject)
