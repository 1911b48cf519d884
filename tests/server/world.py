# SPDX-License-Identifier: Apache-2.0
"""Things of the ward of the cast, for addresses that ask for a number: a job, a document that was read, a figure, a
target with its plan. Each function makes what it needs and says the arguments of the address.
"""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO
from typing import Any

from django.utils import timezone

from tiendo.server.accounts.data import Act, NewToken, Scope
from tiendo.server.accounts.services import create_token
from tiendo.server.accounts.tests.cast import Cast, scope_of
from tiendo.server.collect.tests.making import make_form, open_september
from tiendo.server.documents.services import receive_file
from tiendo.server.documents.tests.cast import REPORT
from tiendo.server.figures.tests.making import load_quan
from tiendo.server.intake.data import FindingKind
from tiendo.server.intake.models import Finding, Problem
from tiendo.server.intake.tasks import keep_readings, read_document
from tiendo.server.jobs.models import Job
from tiendo.server.targets.models import Explanation, Plan
from tiendo.server.targets.services import ask_explanation
from tiendo.server.targets.tests.making import report, set_target

YEAR = 2026
_INDICATOR = "state_budget_revenue"


class _Quiet:
    """A job's context that nobody stops."""

    job_id = 1

    def progress(self, done: int, total: int) -> None:
        """Nobody looks."""

    def check_cancelled(self) -> None:
        """Nobody stopped it."""

    def expect_long(self) -> None:
        """Nobody waits."""


def person(cast: Cast) -> dict[str, Any]:
    """The specialist of the ward."""
    return {"user_id": cast.specialist.pk}


def grant(cast: Cast) -> dict[str, Any]:
    """What the specialist of the ward may."""
    return {"user_id": cast.specialist.pk, "grant_id": cast.specialist.grants.get().pk}


def token(cast: Cast) -> dict[str, Any]:
    """A token of the specialist of the ward."""
    until = timezone.localdate() + timedelta(days=30)
    new = NewToken("kho dữ liệu", frozenset({Act.VIEW}), cast.ward, until)
    return {"token_id": create_token(new, user=cast.specialist, scope=scope_of(cast.specialist)).token_id}


def nowhere(_cast: Cast) -> dict[str, Any]:
    """An address of the interface that is none."""
    return {"rest": "figures/none/such"}


def indicator(_cast: Cast) -> dict[str, Any]:
    """An indicator of the catalogue."""
    load_quan()
    return {"code": _INDICATOR}


def unit_code(cast: Cast) -> dict[str, Any]:
    """The ward itself, as the interface names it."""
    return {"unit": str(cast.ward)}


def api_figure(cast: Cast) -> dict[str, Any]:
    """A figure of the ward, as the interface names it."""
    return {"figure_id": figure(cast)["observation_id"]}


def job(cast: Cast) -> dict[str, Any]:
    """A job of the ward, asked for by its specialist."""
    row = Job.objects.create(kind="x", unit_id=cast.ward, owner=cast.specialist, created_at=timezone.now())
    return {"job_id": row.pk}


def document(cast: Cast) -> dict[str, Any]:
    """A report of the ward, read."""
    receipt = receive_file(
        BytesIO(REPORT.encode()), name="bao-cao.txt", unit_id=cast.ward, scope=scope_of(cast.specialist)
    )
    keep_readings([read_document(_Quiet(), receipt.document_id)])
    return {"document_id": receipt.document_id}


def finding(cast: Cast) -> dict[str, Any]:
    """The first figure in it."""
    found = Finding.objects.filter(**document(cast), kind=FindingKind.MEASUREMENT).order_by("position")
    return {"finding_id": found[0].pk}


def problem(cast: Cast) -> dict[str, Any]:
    """A problem in it."""
    row = Problem.objects.create(
        **document(cast), position=99, rule="x", severity="error", quote="x", message_vi="x", message_en="x"
    )
    return {"problem_id": row.pk}


def figure(cast: Cast) -> dict[str, Any]:
    """A figure of the ward."""
    load_quan()
    number = report(scope_of(cast.specialist), cast.ward, _INDICATOR, f"9 tháng {YEAR}", "1.390,9 tỷ đồng")
    return {"observation_id": number}


def unit(cast: Cast) -> dict[str, Any]:
    """The ward itself."""
    return {"unit_id": cast.ward}


def series(cast: Cast) -> dict[str, Any]:
    """The series that a figure of the ward is in."""
    figure(cast)
    return {"unit_id": cast.ward, "indicator": _INDICATOR}


def target(cast: Cast) -> dict[str, Any]:
    """A target of the ward for the year."""
    load_quan()
    scope = Scope.system("test")
    return {"target_id": set_target(scope, cast.ward, _INDICATOR, "5.208 tỷ đồng", year=YEAR)}


def explanation(cast: Cast) -> dict[str, Any]:
    """A request to explain that target."""
    of_target = target(cast)["target_id"]
    known = Explanation.objects.filter(target_id=of_target).first()
    if known is not None:
        return {"explanation_id": known.pk}
    due_on = timezone.localdate() + timedelta(days=7)
    return {"explanation_id": ask_explanation(of_target, "Vì sao?", due_on, scope=Scope.system("test"))}


def plan(cast: Cast) -> dict[str, Any]:
    """The plan of that target."""
    of_target = target(cast)
    return {**of_target, "plan_id": Plan.objects.get(target_id=of_target["target_id"]).pk}


def board(cast: Cast) -> dict[str, Any]:
    """The board of the ward for the year."""
    target(cast)
    return {"unit_id": cast.ward, "year": YEAR}


def board_of_unit(cast: Cast) -> dict[str, Any]:
    """The board of the ward for whatever year is newest."""
    return {"unit_id": board(cast)["unit_id"]}


def form(cast: Cast) -> dict[str, Any]:
    """A form of the ward that it fills in itself."""
    return {"form_id": make_form(cast.ward, (cast.ward,), Scope.system("test"))}


def sheet(cast: Cast) -> dict[str, Any]:
    """The ward's sheet of a period."""
    return {"sheet_id": open_september(form(cast)["form_id"], Scope.system("test"))[0]}


def sheet_cell(cast: Cast) -> dict[str, Any]:
    """A cell of it."""
    return {**sheet(cast), "line": _INDICATOR}
