# SPDX-License-Identifier: Apache-2.0
"""A city form that two wards fill in every month, with the cast of the server's tests. All figures are invented."""

from __future__ import annotations

from dataclasses import dataclass

from tiendo.kernel.period import Period
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.tests.cast import Cast, make_cast, scope_of
from tiendo.server.collect.data import CellEdit, FormDefinition, FormDraft
from tiendo.server.collect.models import Cell, Sheet, SubmittedCell
from tiendo.server.collect.services import (
    approve_sheet,
    lock_sheet,
    open_period,
    save_cells,
    save_form,
    submit_sheet,
)
from tiendo.server.figures.data import Gap
from tiendo.server.figures.models import Observation
from tiendo.server.figures.services import load_indicators
from tiendo.server.figures.tests.making import ME, PACKS

REVENUE, FIRMS, JOBS, RATE = "state_budget_revenue", "new_enterprises", "jobs_created", "health_insurance"
SEPTEMBER = Period.month(2026, 9)


@dataclass(frozen=True)
class Story:
    """The cast, the form, and the sheets of September: of the ward and of the village."""

    cast: Cast
    form: int
    ward: int
    village: int

    def scope(self, who: str) -> Scope:
        return scope_of(getattr(self.cast, who))


def load_catalogue() -> None:
    load_indicators(PACKS / "indicators-phuong-xa", actor=ME)


def define(**more) -> FormDefinition:
    lines = [
        {"indicator": REVENUE, "reach": "to_date", "group": "Kinh tế"},
        {"indicator": FIRMS, "group": "Kinh tế"},
        {"indicator": JOBS, "group": "Xã hội"},
        {"indicator": RATE, "group": "Xã hội", "is_required": False},
    ]
    usual = {"title": "Biểu kinh tế – xã hội hằng tháng", "cadence": "month", "due": {"working_days": 3}}
    return FormDefinition.model_validate({**usual, "lines": lines, **more})


def make_form(owner: int, units: tuple[int, ...], scope: Scope, **more) -> int:
    """The form as one that this unit owns and these units fill in."""
    load_catalogue()
    return save_form(FormDraft("kinh-te-thang", owner, units, define(**more)), scope=scope)[0]


def open_september(form: int, scope: Scope) -> list[int]:
    """The sheets of September, those that are there already too."""
    open_period(form, SEPTEMBER, scope=scope)
    return list(Sheet.objects.filter(form=form, period="2026-09").order_by("pk").values_list("pk", flat=True))


def tell_story(**more) -> Story:
    cast = make_cast()
    office = scope_of(cast.office)
    form = make_form(cast.province, (cast.ward, cast.village), office, **more)
    ward, village = open_september(form, office)
    return Story(cast, form, ward, village)


def cell(sheet: int, line: str) -> Cell:
    return Cell.objects.get(sheet=sheet, line__code=line)


def type_in(sheet: int, scope: Scope, **texts: str):
    """Types texts on top of what stands there; "gap: why" says that there is no figure."""
    edits = []
    for line, text in texts.items():
        version = cell(sheet, line).version
        if text.startswith("gap:"):
            reason = text.removeprefix("gap:").strip()
            edits.append(CellEdit(line, version, gap=Gap.NOT_REPORTED, gap_reason=reason))
        else:
            edits.append(CellEdit(line, version, text))
    return save_cells(sheet, edits, scope=scope)


def send(story: Story, **texts: str) -> int:
    """The ward's sheet, filled in and sent by its specialist."""
    scope = story.scope("specialist")
    usual = {REVENUE: "318,4", FIRMS: "12", JOBS: "240"}
    type_in(story.ward, scope, **{**usual, **texts})
    return submit_sheet(story.ward, scope=scope)


def send_and_lock(story: Story, **texts: str) -> None:
    send(story, **texts)
    office = story.scope("office")
    approve_sheet(story.ward, scope=office)
    lock_sheet(story.ward, scope=office)


def in_force(unit: int, indicator: str) -> Observation | None:
    return (
        Observation.objects.filter(unit=unit, indicator__code=indicator, is_current=True).order_by("-last_on").first()
    )


def versions(sheet: int) -> dict[int, dict[str, tuple[object, str]]]:
    """Number → line → value and reason why there is none."""
    found: dict[int, dict[str, tuple[object, str]]] = {}
    rows = SubmittedCell.objects.filter(submission__sheet=sheet).select_related("submission", "line")
    for row in rows:
        found.setdefault(row.submission.number, {})[row.line.code] = (row.value, row.gap_reason)
    return found


def state_of(sheet: int) -> str:
    return Sheet.objects.get(pk=sheet).state
