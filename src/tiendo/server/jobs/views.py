# SPDX-License-Identifier: Apache-2.0
"""Long work as pages: what runs, how far it is, the way to stop it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, cast

from django.core.paginator import Paginator
from django.db.models import Case, IntegerField, Value, When, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.jobs.data import KINDS, JobState, Subject
from tiendo.server.jobs.models import Job
from tiendo.server.jobs.queries import find_job, list_jobs
from tiendo.server.jobs.services import cancel
from tiendo.server.jobs.signals import subjects_named
from tiendo.server.support.data import Work
from tiendo.server.support.refusals import NotForYou

_ON_A_PAGE = 30
_UNNAMED = Subject("", "")
_OPEN_FIRST = Case(
    When(state__in=[JobState.RUNNING, JobState.QUEUED], then=Value(0)), default=Value(1), output_field=IntegerField()
)


@require_GET
def show_all(request: HttpRequest) -> HttpResponse:
    """One's own work, or that of all units one sees; what is not over comes first."""
    scope = _get_scope(request)
    if not scope.roles:
        raise NotForYou
    everyone = "everyone" in request.GET
    jobs = list_jobs(scope) if everyone else list_jobs(scope).filter(owner_id=scope.actor.user_id)
    page = Paginator(jobs.order_by(_OPEN_FIRST, "-id"), _ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "jobs/jobs.html", {"page": page, "works": _tell(page, scope), "everyone": everyone})


@require_GET
def show(request: HttpRequest, job_id: int) -> HttpResponse:
    """How far one job is: a part of a page for htmx, else a page."""
    scope = _get_scope(request)
    job = find_job(job_id, scope)
    if job is None:
        raise NotForYou
    return _answer(request, job, scope)


@require_POST
def stop(request: HttpRequest, job_id: int) -> HttpResponse:
    """Stops a job; the answer shows it as it is then."""
    scope = _get_scope(request)
    if find_job(job_id, scope) is None:
        raise NotForYou
    job = cancel(job_id, scope=scope)
    return _answer(request, job, scope) if _is_part(request) else redirect("job", job_id)


def _answer(request: HttpRequest, job: Job, scope: Scope) -> HttpResponse:
    template = "support/job.html" if _is_part(request) else "jobs/job.html"
    return render(request, template, {"work": _tell([job], scope)[0]})


def _tell(jobs: Iterable[Job], scope: Scope) -> list[Work]:
    """Jobs as the component shows them; who may stop them is asked once for all."""
    rows = list(jobs)
    prefetch_related_objects(rows, "owner")
    stoppable = set(
        permitted(Job.objects.filter(pk__in=[job.pk for job in rows]), scope, Act.UPLOAD).values_list("pk", flat=True)
    )
    named = _name_subjects([job.subject for job in rows if job.subject], scope)
    own = scope.actor.user_id
    return [
        _tell_one(job, job.pk in stoppable or job.owner_id == own, named.get(job.subject, _UNNAMED)) for job in rows
    ]


def _name_subjects(subjects: list[str], scope: Scope) -> dict[str, Subject]:
    answers = subjects_named.send(Job, subjects=subjects, scope=scope) if subjects else []
    given = [cast(Mapping[str, Subject], answer) for _receiver, answer in answers]
    return {subject: name for answer in given for subject, name in answer.items()}


def _tell_one(job: Job, is_stoppable: bool, subject: Subject) -> Work:
    kind = KINDS.get(job.kind)
    label: Any = kind.label if kind is not None and kind.label else _("Work in the background")
    sentence = job.failure
    if not sentence and job.is_cancel_wished and not JobState(job.state).is_over:
        sentence = _("Stops at its next step")
    return Work(
        label=label,
        done=job.done,
        total=job.total,
        state=job.state,
        poll_url=reverse("job", args=[job.pk]),
        cancel_url=reverse("job-stop", args=[job.pk]) if is_stoppable and not job.is_cancel_wished else "",
        sentence=sentence,
        about=subject.name,
        about_url=subject.url,
        who=_("the system") if job.owner is None else job.owner.full_name,
        at=job.finished_at or job.started_at or job.created_at,
    )


def _is_part(request: HttpRequest) -> bool:
    return request.headers.get("HX-Request") == "true"


def _get_scope(request: HttpRequest) -> Scope:
    scope: Scope = request.scope  # type: ignore[attr-defined]
    return scope
