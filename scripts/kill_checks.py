# SPDX-License-Identifier: Apache-2.0
"""What must hold after a server was killed and has come back (`scripts/kill.py`), asked of its database and its disk.

The connection is closed after each look, so that a killed server finds its database as it left it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

import django
from django.core.management import call_command

django.setup()

from django.db import connection, connections  # noqa: E402 - models only after the set-up
from django.db.models import Count, F  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402

from tiendo.server.accounts.data import Role, Scope  # noqa: E402
from tiendo.server.accounts.models import User  # noqa: E402
from tiendo.server.accounts.tests import cast  # noqa: E402
from tiendo.server.audit.models import Event  # noqa: E402
from tiendo.server.audit.queries import verify_chain  # noqa: E402
from tiendo.server.documents import storage  # noqa: E402
from tiendo.server.documents.models import Content, Document, Passage  # noqa: E402
from tiendo.server.documents.queries import get_document  # noqa: E402
from tiendo.server.figures.models import Observation  # noqa: E402
from tiendo.server.intake.models import Decision, Finding, Problem, Review  # noqa: E402
from tiendo.server.intake.queries import list_plain  # noqa: E402
from tiendo.server.jobs.data import JobState  # noqa: E402
from tiendo.server.jobs.models import Job  # noqa: E402
from tiendo.server.project.loading import load_packs  # noqa: E402
from tiendo.server.units.queries import find_by_code  # noqa: E402

if TYPE_CHECKING:
    from scripts.kill import Round

ROOT = Path(__file__).resolve().parent.parent
_PACKS = (
    "packs/units-viet-nam",
    "packs/indicators-phuong-xa",
    "packs/indicators-quan",
    "sample/localities/quan-5-2024",
)
_UNIT, _ON = "774", datetime(2024, 6, 1, tzinfo=UTC).date()  # as the story of that locality says
_NAME = "kill"
P = ParamSpec("P")
T = TypeVar("T")


def _looks(ask: Callable[P, T]) -> Callable[P, T]:
    """Closes the connection behind a look."""

    @wraps(ask)
    def look(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return ask(*args, **kwargs)
        finally:
            connections.close_all()

    return look


@_looks
def prepare() -> int:
    """An installation with the district of the sample and a person of its office; the number of the district."""
    call_command("migrate", verbosity=0)
    for pack in _PACKS:
        load_packs([ROOT / pack], scope=Scope.system("kill"))
    unit = find_by_code(_UNIT, _ON)
    if unit is None:
        raise LookupError(_UNIT)
    cast.make_person(_NAME, "Phạm Thu Hà", Role.OFFICE, unit.id)
    return unit.id


@_looks
def sign_in() -> str:
    """The cookie of a browser in which the person is signed in."""
    return str(cast.client_of(User.objects.get(username=_NAME)).cookies["sessionid"].value)


@_looks
def list_acceptable(document_id: int) -> frozenset[int]:
    """The findings that "accept all" takes."""
    rows, _ = list_plain(get_document(document_id, Scope.system("kill")), 0.0)
    if not rows:
        raise LookupError(f"nothing of document {document_id} can be accepted at once")
    return frozenset(row.pk for row in rows)


@_looks
def is_quiet() -> bool:
    """Whether no job waits or runs."""
    return not Job.objects.filter(state__in=[JobState.QUEUED, JobState.RUNNING]).exists()


@_looks
def tell(round_: Round) -> tuple[str, int]:
    """What was going on at the moment of the kill, and how many jobs were taken up from the dead."""
    subjects = [f"document:{pk}" for pk in round_.acknowledged.values()]
    again = Job.objects.filter(attempts__gt=1, subject__in=subjects).count()
    if round_.phase == "upload":
        return f"{len(round_.acknowledged)} of {round_.sent} sent were acknowledged", again
    if round_.phase == "reading":
        killed_at = datetime.fromtimestamp(round_.killed_at, UTC)
        done = Document.objects.filter(pk__in=round_.acknowledged.values(), read_at__lt=killed_at).count()
        return f"{done} of {len(subjects)} were read", again
    is_done = Decision.objects.filter(finding__document_id=round_.document_id).exists()
    state = "answered" if round_.is_answered else "done, not answered" if is_done else "nothing done"
    return f"{state}; {len(round_.expected)} findings", again


@_looks
def find_faults(round_: Round) -> list[str]:
    """Everything that is lost or half there, in words; nothing when all is whole."""
    parts = (_lost(round_), _half_read(), _half_decided(round_), _unlike_the_record(), _left_in_the_queue())
    return [fault for part in parts for fault in part]


def _lost(round_: Round) -> Iterator[str]:
    """What was acknowledged, and the bytes of every document."""
    for sha256, number in round_.acknowledged.items():
        if not Document.objects.filter(pk=number, sha256=sha256).exists():
            yield f"document {number} was acknowledged and is lost"
    for document in Document.objects.all():
        path = storage.path_of(document.sha256)
        data = path.read_bytes() if path.exists() else b""
        if (len(data), hashlib.sha256(data).hexdigest()) != (document.size, document.sha256):
            yield f"document {document.pk} has not its bytes"


def _half_read() -> Iterator[str]:
    """Every document has its job; what was read has everything that reading gives."""
    for document in Document.objects.all():
        jobs = list(Job.objects.filter(subject=f"document:{document.pk}").values_list("state", flat=True))
        if jobs != [JobState.DONE]:
            yield f"document {document.pk} has the jobs {jobs}"
        own = {"document_id": document.pk}
        counts = (Finding.objects.filter(**own).count(), Problem.objects.filter(**own).count())
        whole = (
            document.state == "read"
            and counts == (document.finding_count, document.problem_count)
            and all(table.objects.filter(**own).exists() for table in (Content, Review, Passage))
        )
        if not whole:
            yield f"document {document.pk} is half read: {document.state}, {counts}"
    with connection.cursor() as cursor:  # it raises when the index does not fit its table
        cursor.execute("INSERT INTO documents_passage_index(documents_passage_index) VALUES ('integrity-check')")


def _half_decided(round_: Round) -> Iterator[str]:
    """All of a batch or nothing of it; no decision without what it writes, nothing written without its decision."""
    if round_.expected:
        done = set(
            Decision.objects.filter(finding__document_id=round_.document_id).values_list("finding_id", flat=True)
        )
        if done and done != round_.expected:
            yield f"{len(done)} of {len(round_.expected)} findings of document {round_.document_id} are decided"
        if round_.is_answered and not done:
            yield f"accepting document {round_.document_id} was acknowledged and is lost"
    decided = Finding.objects.exclude(state="proposed")
    if decided.annotate(count=Count("decisions")).exclude(count=F("row_version") - 1).exists():
        yield "a finding has not the decisions of its version"
    if decided.filter(became="observation", observation=None).exists():
        yield "a decision has no figure"
    if decided.filter(became="plan", plan=None).exists():
        yield "a decision has no plan"
    accepted = set(Finding.objects.exclude(observation=None).values_list("observation_id", flat=True))
    if set(Observation.objects.exclude(document=None).values_list("pk", flat=True)) != accepted:
        yield "figures and decisions do not fit"
    if Finding.objects.filter(state="proposed").exclude(decisions=None).exists():
        yield "a decision did not change its finding"


def _unlike_the_record() -> Iterator[str]:
    """The chain is whole, and holds each act once."""
    report = verify_chain()
    if report.fault is not None:
        yield f"the record is broken at {report.broken_at}: {report.fault}"
    told = {verb: Event.objects.filter(verb=verb).count() for verb in ("documents.receive", "intake.accept")}
    done = {"documents.receive": Document.objects.count(), "intake.accept": Decision.objects.count()}
    if told != done:
        yield f"the record tells {told}, and there are {done}"
    read = Event.objects.filter(verb="documents.read").values("subject").distinct().count()
    if read != Document.objects.filter(state="read").count():
        yield "a reading is not in the record"


def _left_in_the_queue() -> Iterator[str]:
    if DBTaskResult.objects.filter(status="READY").exists():
        yield "the queue holds entries without a job"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        if cursor.fetchall() != [("ok",)]:
            yield "the database is damaged"
