# SPDX-License-Identifier: Apache-2.0
"""What is open in the documents of a unit, for whoever may see them: problems nobody has settled, findings that wait.

Every address leads where the person may go: to the desk for who may review, else to the place in the document.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Value, When
from django.urls import reverse

from tiendo.kernel.problem import Severity
from tiendo.render.lang import Lang
from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import may, permitted
from tiendo.server.documents.queries import address_of
from tiendo.server.intake.data import FindingState, OpenDocument, OpenProblem, OpenProblems
from tiendo.server.intake.models import Finding, Problem
from tiendo.server.intake.rules import Place, match_problems

_GRAVEST_FIRST = Case(
    *(When(severity=severity, then=Value(place)) for place, severity in enumerate(Severity)),
    output_field=IntegerField(),
)
_DOCUMENT = ("document_id", "document__number", "document__title", "document__original_name")


def list_open_problems(scope: Scope, unit_id: int, lang: Lang, limit: int) -> OpenProblems:
    """Open problems in the documents of a unit, errors first, then in the order in which they were handed in.

    Two queries, one when there are none; a third one may ask whether the person reviews.

    Args:
        limit: how many are told; all are counted.
    """
    rows = _open_ones(scope).filter(document__unit_id=unit_id)
    counted = dict(rows.order_by().values_list("severity").annotate(number=Count("pk")))
    counts = {severity: counted[severity.value] for severity in Severity if severity.value in counted}
    if not counts:
        return OpenProblems((), counts)
    first = rows.order_by(_GRAVEST_FIRST, "document__received_at", "document_id", "position")[:limit]
    return OpenProblems(tuple(_tell(first, lang, is_reviewer=may(scope, Act.REVIEW, unit_id))), counts)


def list_figure_problems(
    scope: Scope, unit_id: int, lang: Lang, *, figures: Collection[int] = (), plans: Collection[int] = ()
) -> list[OpenProblem]:
    """Open problems that concern the very places from which figures or plans were taken.

    Args:
        unit_id: whose figures they are.
        figures, plans: their ids.
    """
    sources = Q(observation_id__in=figures) | Q(plan_id__in=plans)
    findings = list(permitted(Finding.objects.filter(sources), scope, Act.VIEW, unit="document__unit"))
    if not findings:
        return []
    rows = _open_ones(scope).filter(document_id__in={one.document_id for one in findings})
    problems = list(rows.order_by(_GRAVEST_FIRST, "document_id", "position"))
    touched: set[int] = set()
    for document_id in {one.document_id for one in findings}:
        inside = [one for one in problems if one.document_id == document_id]
        places = [_place(one) for one in findings if one.document_id == document_id]
        for numbers in match_problems(places, [[_place(one), *one.detail.get("related", [])] for one in inside]):
            touched |= {inside[number].pk for number in numbers}
    concerned = [one for one in problems if one.pk in touched]
    return _tell(concerned, lang, is_reviewer=bool(concerned) and may(scope, Act.REVIEW, unit_id))


def list_open_documents(scope: Scope, unit_id: int) -> list[OpenDocument]:
    """Documents of a unit with findings that wait, the oldest first; one query, a second may ask who reviews."""
    findings = Finding.objects.filter(
        document__unit_id=unit_id, document__review__finished_at__isnull=True, state=FindingState.PROPOSED
    )
    seen = permitted(findings, scope, Act.VIEW, unit="document__unit").values_list(*_DOCUMENT)
    rows = list(seen.annotate(waiting=Count("pk")).order_by("document__received_at", "document_id"))
    if not rows:
        return []
    is_reviewer = may(scope, Act.REVIEW, unit_id)
    return [
        OpenDocument(
            document_id=key,
            document=number or title or file,
            title=title if number else "",
            waiting=waiting,
            url=reverse("desk", args=[key]) if is_reviewer else address_of(key),
            is_reviewer=is_reviewer,
        )
        for key, number, title, file, waiting in rows
    ]


def _open_ones(scope: Scope) -> QuerySet[Problem]:
    rows = Problem.objects.filter(settled_as="").select_related("document")
    return permitted(rows, scope, Act.VIEW, unit="document__unit")


def _tell(problems: Iterable[Problem], lang: Lang, *, is_reviewer: bool) -> list[OpenProblem]:
    return [
        OpenProblem(
            id=one.pk,
            severity=Severity(one.severity),
            sentence=one.message_en if lang is Lang.EN else one.message_vi,
            document_id=one.document_id,
            document=one.document.number or one.document.title or one.document.original_name,
            title=one.document.title if one.document.number else "",
            url=_find_address(one, is_reviewer=is_reviewer),
        )
        for one in problems
    ]


def _find_address(problem: Problem, *, is_reviewer: bool) -> str:
    if is_reviewer:  # the desk numbers problems by their positions
        return f"{reverse('desk', args=[problem.document_id])}#c{problem.position}"
    place = {"start": problem.start, "end": problem.end} if problem.start is not None else problem.cell
    return address_of(problem.document_id, place)


def _place(row: Finding | Problem) -> Place:
    return {"start": row.start, "end": row.end, "cell": row.cell}
