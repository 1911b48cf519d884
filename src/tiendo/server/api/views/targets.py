# SPDX-License-Identifier: Apache-2.0
"""Targets with their plans, and stored verdicts as they stand or were known at a moment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Path, Query, Router

from tiendo.render.lang import Lang
from tiendo.server.accounts.data import Act
from tiendo.server.accounts.queries import require
from tiendo.server.api.data.basics import PROBLEMS, Id, Page, Paged
from tiendo.server.api.data.targets import (
    BoardAsked,
    BoardOut,
    PlanOut,
    TargetDetailOut,
    TargetOut,
    VerdictOut,
    VerdictsAsked,
)
from tiendo.server.api.views.asking import (
    get_unit,
    part_of,
    question_of,
    read_moment,
    read_period,
    read_period_code,
    read_place,
    resolve_unit,
    scope_for,
)
from tiendo.server.api.views.telling import write_number
from tiendo.server.support.writing import page_language
from tiendo.server.targets.data import BoardRow, PlanRow, VerdictRow
from tiendo.server.targets.queries import board_rows, list_boards, target_detail
from tiendo.server.targets.queries.verdicts import VerdictWish, list_verdicts
from tiendo.server.units.queries import name_units

router = Router(tags=["targets"])


@router.get(
    "boards",
    response={200: Page[BoardOut], **PROBLEMS},
    url_name="api-boards",
    summary=_("Units and years for which there are targets"),
)
def show_boards(request: HttpRequest, asked: Query[Paged]) -> Any:
    """Where there is something to ask targets for."""
    scope, question = scope_for(request), {"of": "boards"}
    place = read_place(asked.cursor, question)
    boards = list_boards(scope, after=divmod(place, _YEARS), limit=asked.size + 1)
    return part_of(boards, asked.size, question, _tell_boards, lambda one: one[0] * _YEARS + one[1])


_YEARS = 10_000  # a unit and a year as one number


def _tell_boards(boards: Sequence[tuple[int, int]]) -> list[BoardOut]:
    names = name_units(unit for unit, _year in boards)
    return [BoardOut(unit=unit, unit_name=names.get(unit, ""), year=year) for unit, year in boards]


@router.get(
    "targets",
    response={200: Page[TargetOut], **PROBLEMS},
    url_name="api-targets",
    summary=_("The targets of a unit for a year, with where each stands"),
)
def list_targets(request: HttpRequest, asked: Query[BoardAsked]) -> Any:
    """What the board of the unit shows."""
    scope, question, unit_id = scope_for(request), question_of(asked), get_unit(asked.unit)
    require(scope, Act.VIEW, unit_id)
    place = read_place(asked.cursor, question)
    period = None if asked.period is None else read_period(asked.period)
    rows = sorted(board_rows(unit_id, asked.year, period, scope), key=lambda row: row.target_id)
    rest = [row for row in rows if row.target_id > place][: asked.size + 1]
    tell = lambda shown: [TargetOut(**_fields_of(row, unit_id, asked.year)) for row in shown]  # noqa: E731
    return part_of(rest, asked.size, question, tell, lambda row: row.target_id)


def _fields_of(row: BoardRow, unit_id: int, year: int) -> dict[str, Any]:
    return {
        "id": row.target_id,
        "unit": unit_id,
        "year": year,
        "number": row.number,
        "parent": row.parent_id,
        "group": row.group,
        "name": row.name,
        "name_en": row.name_en,
        "indicator": row.indicator,
        "measure": row.measure,
        "rule": row.rule,
        "cadence": row.cadence,
        "is_counted": row.is_counted,
        "lead": row.lead,
        "plan": write_number(row.plan_value),
        "plan_upper": write_number(row.plan_upper),
        "plan_measure": row.plan_measure,
        "period": row.period,
        "is_stale": row.is_stale,
        "actual": write_number(row.actual),
        "achievement": write_number(row.achievement),
        "status": row.status,
        "suggested": row.suggested,
        "final": row.final,
        "verdict": row.verdict_id,
    }


@router.get(
    "targets/{int:target_id}",
    response={200: TargetDetailOut, **PROBLEMS},
    url_name="api-target",
    summary=_("One target with its plans"),
)
def show_target(request: HttpRequest, target_id: Path[Id]) -> Any:
    """A target, the plans in force and the former ones."""
    known = target_detail(target_id, scope_for(request))
    return TargetDetailOut(
        **_fields_of(known.row, known.unit_id, known.year),
        plans=[_tell_plan(plan) for plan in known.plans],
        former_plans=[_tell_plan(plan) for plan in known.former_plans],
        components=[row.target_id for row in known.components],
    )


def _tell_plan(plan: PlanRow) -> PlanOut:
    return PlanOut(
        id=plan.id,
        assigner=plan.assigner,
        act=plan.act,
        clause=plan.clause,
        decided_on=plan.decided_on,
        is_primary=plan.is_primary,
        version=plan.version,
        value=write_number(plan.value),
        upper=write_number(plan.upper),
        measure=plan.measure,
        document=plan.document_id,
        quote=plan.quote,
    )


@router.get(
    "verdicts",
    response={200: Page[VerdictOut], **PROBLEMS},
    url_name="api-verdicts",
    summary=_("Verdicts in force, or as they were known at a moment"),
    description=_("In the order in which they were made, each with the sentence that holds its arithmetic."),
)
def show_verdicts(request: HttpRequest, asked: Query[VerdictsAsked]) -> Any:
    """What was said of targets, by period."""
    scope, question = scope_for(request), question_of(asked)
    wish = VerdictWish(
        unit_id=None if asked.unit is None else resolve_unit(asked.unit),
        year=asked.year,
        target_id=asked.target,
        period=read_period_code(asked.period),
        as_of=read_moment(asked.as_of),
        after=read_place(asked.cursor, question),
    )
    rows = list_verdicts(scope, wish, asked.size + 1)
    return part_of(rows, asked.size, question, lambda shown: [_tell(*pair) for pair in shown], lambda pair: pair[1].id)


def _tell(target_id: int, row: VerdictRow) -> VerdictOut:
    return VerdictOut(
        id=row.id,
        target=target_id,
        period=row.period,
        last_on=row.last_on,
        status=row.final or row.suggested,
        suggested=row.suggested,
        final=row.final,
        final_reason=row.final_reason,
        decided_by=row.decided_by,
        decided_at=row.decided_at,
        reason=row.reason,
        actual=write_number(row.actual),
        is_estimate=row.is_estimate,
        achievement=write_number(row.achievement),
        expected=write_number(row.expected),
        due=write_number(row.due),
        growth=write_number(row.growth),
        is_points=row.is_points,
        sentence=row.sentence_en if page_language() is Lang.EN else row.sentence_vi,
        arithmetic=row.arithmetic,
        figure=row.observation_id,
        evaluated_at=row.evaluated_at,
    )
