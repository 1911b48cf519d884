# SPDX-License-Identifier: Apache-2.0
"""Storing what the reader found of documents: everything in one transaction, and never over a person's decision."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from tiendo import __version__
from tiendo.kernel.findings import Reading
from tiendo.kernel.problem import Problem as FoundProblem
from tiendo.render.data import JudgedClaim
from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.audit.data import Act, Actor
from tiendo.server.audit.services import record
from tiendo.server.documents.queries import get_document
from tiendo.server.documents.services import ReadFile, fail_reading, prepare_content, store_contents
from tiendo.server.intake.data import FindingState
from tiendo.server.intake.models import Finding, Problem, Review
from tiendo.server.intake.stored import FindingDraft, ProblemDraft, draft_findings, draft_problems, encode
from tiendo.server.jobs.queries import find_latest
from tiendo.server.jobs.services import enqueue
from tiendo.server.support.refusals import Refusal
from tiendo.server.support.rows import insert, moment

_BATCH = 500
_ASIDE = 1_000_000  # positions that no finding has, while rows change places
READ = "intake.read"
_FINDING = ("document_id", "position", "kind", "start", "end", "cell", "payload", "confidence")
_NEW = {"state": FindingState.PROPOSED.value, "row_version": 1, "became": ""}
_PROBLEM = ("document_id", "position", "rule", "severity", "start", "end", "cell", "quote", "message_vi", "message_en")
_SETTLED = ("settled_as", "settled_by_id", "settled_at", "settled_reason")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one run of the reader gave.

    Attributes:
        again: a person asked for it. What was decided before is kept, and everything else is replaced; otherwise a
            document of which anything was decided is left alone.
    """

    document_id: int
    file: ReadFile
    findings: Sequence[FindingDraft]
    problems: Sequence[ProblemDraft]
    again: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """Why a document could not be read, in both languages."""

    document_id: int
    sentence: str
    sentence_en: str


def prepare(
    document_id: int, reading: Reading, judged: Sequence[JudgedClaim], problems: Sequence[FoundProblem], *, again: bool
) -> Outcome:
    """Puts what was read into the form in which it is stored, so that nobody waits for it in a transaction."""
    findings, found = draft_findings(reading, judged), draft_problems(problems, judged)
    counts = {"findings": len(findings), "problems": len(found)}
    file = prepare_content(document_id, reading, **counts, version=__version__)
    return Outcome(document_id, file, findings, found, again)


def is_reviewed(document_id: int) -> bool:
    """Whether a person has decided anything of a document."""
    return (
        Finding.objects.filter(document_id=document_id).exclude(state=FindingState.PROPOSED).exists()
        or Problem.objects.filter(document_id=document_id).exclude(settled_as="").exists()
    )


def store_readings(outcomes: Sequence[Outcome | Unread], *, scope: Scope) -> None:
    """Replaces content, findings and problems of documents: all of them or nothing. Doing it twice gives what doing it
    once gives.

    What is new is written by one statement for all documents; only a document that was read before takes some of its
    own.
    """
    with transaction.atomic():
        for one in outcomes:
            if isinstance(one, Unread):
                fail_reading(one.document_id, one.sentence, one.sentence_en, scope=scope)
        _store([one for one in outcomes if isinstance(one, Outcome)], scope)


def _store(outcomes: Sequence[Outcome], scope: Scope) -> None:
    ids = [one.document_id for one in outcomes]
    known = {one.document_id: one for one in Review.objects.select_for_update().filter(document_id__in=ids)}
    todo = [one for one in outcomes if one.document_id not in known or one.again or not is_reviewed(one.document_id)]
    if not todo:
        return
    insert("intake_review", ["document_id"], [(one.document_id,) for one in todo if one.document_id not in known])
    store_contents([one.file for one in todo], scope=scope)
    findings = [row for one in todo for row in _renew_findings(one, is_first=one.document_id not in known)]
    insert("intake_finding", (*_FINDING, *_NEW), findings)
    problems = [row for one in todo for row in _renew_problems(one, is_first=one.document_id not in known)]
    insert("intake_problem", (*_PROBLEM, "detail", *_SETTLED), problems)
    again = [one.document_id for one in todo if one.document_id in known]
    if again:
        finished = Review.objects.filter(document_id__in=again, finished_at__isnull=False)
        finished.update(finished_at=None, finished_by=None)


def _renew_findings(one: Outcome, *, is_first: bool) -> Iterator[tuple[Any, ...]]:
    """Rows for what is new; a finding that was decided keeps its row, and its place if it is found again."""
    if is_first:
        fresh: Sequence[tuple[int, FindingDraft]] = list(enumerate(one.findings, 1))
    else:
        fresh = _keep_decided(one)
    new = tuple(_NEW.values())
    for position, draft in fresh:
        cell = None if draft.cell is None else encode(draft.cell)
        place = (position, draft.kind, draft.start, draft.end, cell)
        yield (one.document_id, *place, draft.payload, draft.confidence, *new)


def _keep_decided(one: Outcome) -> Sequence[tuple[int, FindingDraft]]:
    """Removes what nobody has decided on and moves the rest to its places; what is left to write, with its position."""
    old = Finding.objects.filter(document_id=one.document_id)
    old.filter(state=FindingState.PROPOSED).delete()
    decided = list(old.order_by("position"))
    old.update(position=F("position") + _ASIDE)
    waiting = {_identity(row.kind, row.start, row.end, row.cell): row for row in decided}
    fresh, kept = [], []
    for position, draft in enumerate(one.findings, 1):
        row = waiting.pop(_identity(draft.kind, draft.start, draft.end, draft.cell), None) if waiting else None
        if row is None:
            fresh.append((position, draft))
        else:
            row.position = position
            kept.append(row)
    for position, row in enumerate(waiting.values(), len(one.findings) + 1):  # no longer found, yet decided
        row.position = position
        kept.append(row)
    if kept:
        Finding.objects.bulk_update(kept, ["position"], batch_size=_BATCH)
    return fresh


def _identity(kind: str, start: int | None, end: int | None, cell: dict[str, Any] | None) -> tuple[Any, ...]:
    return (kind, start, end, None if cell is None else tuple(cell[name] for name in ("table", "row", "column")))


def _renew_problems(one: Outcome, *, is_first: bool) -> Iterator[tuple[Any, ...]]:
    """The same for problems: one that was settled stays settled when it is found again, and goes when it is not."""
    settled: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    if not is_first:
        old = Problem.objects.filter(document_id=one.document_id)
        settled = {_told(problem): _settlement_of(problem) for problem in old.exclude(settled_as="")}
        old.delete()
    for position, draft in enumerate(one.problems, 1):
        place = (draft.start, draft.end, None if draft.cell is None else encode(draft.cell))
        words = (draft.quote, draft.message_vi, draft.message_en, encode(draft.detail))
        before = settled.get(_told(draft), ("", None, None, ""))
        yield (one.document_id, position, draft.rule, draft.severity, *place, *words, *before)


def _settlement_of(problem: Problem) -> tuple[Any, ...]:
    return (problem.settled_as, problem.settled_by_id, moment(problem.settled_at), problem.settled_reason)


def _told(problem: Problem | ProblemDraft) -> tuple[Any, ...]:
    return (problem.rule, problem.start, problem.end, problem.message_vi)


def start_reading(document_id: int, unit_id: int, file: Mapping[str, Any], actor: Actor) -> int:
    """Puts the first reading of a document into the queue, with what is needed to open it; the number of the job."""
    arguments = {"document_id": document_id, "file": dict(file)}
    return enqueue(READ, arguments, actor=actor, unit_id=unit_id, subject=f"document:{document_id}")


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
