# SPDX-License-Identifier: Apache-2.0
"""What waits for a person: documents of the inbox, findings that need no second look, what can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from tiendo.kernel.vietnamese import search_key
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.documents.data import DocumentRow
from tiendo.server.documents.queries import list_rows
from tiendo.server.figures.data import Nature
from tiendo.server.figures.queries import list_indicators
from tiendo.server.intake.data import Becomes, FindingKind, FindingState, WaitingDocument
from tiendo.server.intake.figures_of import Catalogue, Catalogued, NotWritable, write_as_it_stands
from tiendo.server.intake.models import Decision, Finding, Problem, Review
from tiendo.server.intake.rules import Place, Ready, become, match_problems
from tiendo.server.intake.stored import as_measurement

_GRAVE = ("error", "suspicious")


def read_catalogue() -> Catalogue:
    """What must be known of every indicator, by its code and its names."""
    by_code: dict[str, Catalogued] = {}
    by_name: dict[str, set[str]] = {}
    for one in list_indicators():
        by_code[one.code] = Catalogued(one.code, one.name_vi, one.measure, one.nature is Nature.RATIO)
        for name in (one.name_vi, *one.aliases):
            by_name.setdefault(search_key(name, has_marks=True), set()).add(one.code)
    return Catalogue(by_code, {name: by_code[min(codes)] for name, codes in by_name.items() if len(codes) == 1})


@dataclass(frozen=True, slots=True)
class Inbox:
    """Documents that wait, oldest first.

    Attributes:
        rows: each with its document.
        last: number of the last page.
    """

    rows: tuple[tuple[WaitingDocument, DocumentRow], ...]
    number: int
    last: int
    total: int


def _open_reviews(scope: Scope, act: Act) -> QuerySet[Review]:
    """Documents that were read and whose review has not ended, unless nothing at all was found in them."""
    rows = permitted(Review.objects.filter(finished_at__isnull=True), scope, act, unit="document__unit")
    return rows.filter(Q(document__finding_count__gt=0) | Q(document__problem_count__gt=0))


def list_waiting(scope: Scope, *, page: int = 1, size: int = 30) -> Inbox:
    """The inbox of a person who may review: a fixed number of queries, however many wait."""
    reviews = _open_reviews(scope, Act.REVIEW)
    total = reviews.count()
    last = max(1, -(-total // size))
    number = min(max(1, page), last)
    ids = list(
        reviews.order_by("document__received_at", "document_id").values_list("document_id", flat=True)[
            (number - 1) * size : number * size
        ]
    )
    documents, counts, problems = list_rows(ids, scope), _count_findings(ids), _count_problems(ids)
    rows = [WaitingDocument(key, *counts.get(key, (0, 0)), problems.get(key, 0)) for key in ids]
    return Inbox(tuple((row, documents[row.document_id]) for row in rows), number, last, total)


def find_review_count(document_id: int) -> int | None:
    """How many findings of a document wait; None when it has not been read."""
    if not Review.objects.filter(document_id=document_id).exists():
        return None
    return Finding.objects.filter(document_id=document_id, state=FindingState.PROPOSED).count()


def _count_findings(document_ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    is_waiting = Q(state=FindingState.PROPOSED)
    counted = (
        Finding.objects.filter(document_id__in=document_ids)
        .values("document_id")
        .annotate(waiting=Count("pk", filter=is_waiting), decided=Count("pk", filter=~is_waiting))
        .order_by()
    )
    return {row["document_id"]: (row["waiting"], row["decided"]) for row in counted}


def _count_problems(document_ids: Sequence[int]) -> dict[int, int]:
    rows = Problem.objects.filter(document_id__in=document_ids, settled_as="")
    return dict(rows.values_list("document_id").annotate(count=Count("pk")).order_by())


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the review of a document is.

    Attributes:
        problems: open ones.
    """

    total: int
    decided: int
    problems: int
    is_finished: bool

    @property
    def waiting(self) -> int:
        """Findings without a decision."""
        return self.total - self.decided

    @property
    def can_finish(self) -> bool:
        """Nothing waits, and the review has not ended."""
        return not (self.waiting or self.problems or self.is_finished)

    @property
    def share(self) -> str:
        """Per cent, for the length of a bar."""
        return f"{100 * self.decided / self.total:.1f}" if self.total else "100"


def get_progress(document_id: int) -> Progress:
    """How far a document is; the caller has asked whether it may be seen."""
    waiting, decided = _count_findings([document_id]).get(document_id, (0, 0))
    review = Review.objects.filter(document_id=document_id).first()
    return Progress(
        total=waiting + decided,
        decided=decided,
        problems=_count_problems([document_id]).get(document_id, 0),
        is_finished=review is not None and review.finished_at is not None,
    )


def find_last_batch(document_id: int, user_id: int | None) -> UUID | None:
    """What this person decided last on a document and has not taken back."""
    own = Decision.objects.filter(finding__document_id=document_id, decided_by_id=user_id)
    taken_back = own.filter(undoes__isnull=False).values("undoes")
    left = own.filter(undoes__isnull=True).exclude(batch__in=taken_back)
    return left.order_by("-pk").values_list("batch", flat=True).first()


def list_plain(document: DocumentRow, above: float) -> tuple[list[Finding], int]:
    """The waiting findings of at least this confidence that can be accepted unseen, and how many others there are."""
    rows = list(Finding.objects.filter(document_id=document.id, state=FindingState.PROPOSED).order_by("position"))
    readiness = read_readiness(document, rows, list(Problem.objects.filter(document_id=document.id)))
    sure = [(row, ready) for row, (ready, _) in zip(rows, readiness, strict=True) if row.confidence >= above]
    plain = [row for row, ready in sure if ready.is_plain]
    return plain, len(sure) - len(plain)


def read_readiness(
    document: DocumentRow,
    rows: Sequence[Finding],
    problems: Sequence[Problem],
    catalogue: Catalogue | None = None,
) -> list[tuple[Ready, list[int]]]:
    """For each finding what it lacks, and the numbers (in ``problems``) of the problems that concern it."""
    catalogue = read_catalogue() if catalogue is None else catalogue
    matched = match_problems([_place(row) for row in rows], [_places(problem) for problem in problems])
    open_ones = {n for n, problem in enumerate(problems) if not problem.settled_as and problem.severity in _GRAVE}
    return [
        (_ready(row, document, catalogue, has_problem=bool(open_ones & set(numbers))), numbers)
        for row, numbers in zip(rows, matched, strict=True)
    ]


def _ready(row: Finding, document: DocumentRow, catalogue: Catalogue, *, has_problem: bool) -> Ready:
    if row.kind != FindingKind.MEASUREMENT:
        return Ready(has_problem=has_problem)
    one = as_measurement(row.payload)
    missing, becomes = "", become(FindingKind.MEASUREMENT, one.kind)
    if becomes is not Becomes.CHECKED:
        try:
            write_as_it_stands(one, document.unit_id, document.period, catalogue)
        except NotWritable as error:
            missing = error.field
    return Ready(has_problem, missing == "indicator", missing == "period", one.to_confirm, becomes is Becomes.PLAN)


def _place(row: Finding) -> Place:
    return {"start": row.start, "end": row.end, "cell": row.cell}


def _places(problem: Problem) -> list[Place]:
    own = {"start": problem.start, "end": problem.end, "cell": problem.cell}
    return [own, *problem.detail.get("related", [])]
