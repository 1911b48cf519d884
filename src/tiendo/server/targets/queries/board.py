# SPDX-License-Identifier: Apache-2.0
"""The rows of the board: stored verdicts with their plans, in five queries however many targets there are.

Rows are read as tuples: three hundred model instances would cost more than the queries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from django.db.models import QuerySet

from tiendo.evaluate import COMPONENTS_UNIT, Nature, RuleKind, Status, Tally, TallyRow, tally_rows
from tiendo.kernel.period import Period
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.targets.data import BoardRow, Cadence, OtherPlan, SparkPoint
from tiendo.server.targets.models import Plan, Target, Verdict
from tiendo.server.targets.rules import tell_without_figure
from tiendo.server.units.queries import name_units

_TARGET = (
    "id", "parent_id", "number", "position", "group", "name", "indicator__name_en", "lead_name", "lead_unit_id",
    "indicator__code", "indicator__measure", "indicator__nature", "indicator__direction", "indicator__decimals",
    "rule", "cadence", "is_counted", "row_version",
)  # fmt: skip
_PLAN = ("target_id", "id", "is_primary", "assigner", "act", "value", "upper", "measure", "document_id")
_VERDICT = (
    "target_id", "id", "period", "last_on", "suggested", "reason", "actual", "qualifier", "is_estimate",
    "observation_id", "observation__document_id", "achievement", "expected", "due", "growth", "is_points",
    "sentence_vi", "sentence_en", "evaluated_at", "final", "final_reason", "decided_at",
)  # fmt: skip
_FAR = date(9999, 12, 31)


def board_rows(unit_id: int, year: int, period: Period | None, scope: Scope) -> list[BoardRow]:
    """The targets of a unit for a year, in the order of the resolution; five queries, six with units in the lead.

    Args:
        period: of the report: figures up to its last day are shown; None shows the newest ones.
        scope: whoever may not see the unit gets no row.
    """
    targets = permitted(Target.objects.filter(unit_id=unit_id, year=year), scope)
    return build_rows(targets, year, _FAR if period is None else period.last_on)


def build_rows(targets: QuerySet[Target], year: int, last_on: date) -> list[BoardRow]:
    """Rows of these targets, which the caller has narrowed to what the person may see."""
    rows = _list_targets(targets)
    ids = list(rows)
    _add_plans(rows, ids)
    latest = _add_sparks(rows, ids, last_on)
    _add_verdicts(rows, latest)
    for row in rows.values():
        if row.verdict_id is None:
            is_yearly = row.cadence == Cadence.YEAR
            row.suggested, row.reason = tell_without_figure(year, last_on, is_collected_yearly=is_yearly)
        else:
            row.is_stale = last_on != _FAR and row.last_on is not None and row.last_on < last_on
    return list(rows.values())


def tally(rows: Iterable[BoardRow], *, level: int = 1) -> Tally:
    """How many counted rows of a level have which status; the parts always add up to the rows."""
    return tally_rows(
        (TallyRow(Status(row.status), row.level, row.group, is_counted=row.is_counted) for row in rows), level=level
    )


def list_boards(scope: Scope) -> list[tuple[int, int]]:
    """Units and years for which there are targets that the person may see, newest year first."""
    rows = permitted(Target.objects.all(), scope).order_by("-year", "unit_id").values_list("unit_id", "year")
    return list(rows.distinct())


def list_periods(unit_id: int, year: int, scope: Scope) -> list[tuple[str, date]]:
    """Periods for which the unit's targets have verdicts, with their last days, newest first."""
    rows = permitted(Verdict.objects.filter(target__unit_id=unit_id, target__year=year), scope, unit="target__unit")
    found = rows.filter(is_current=True).order_by("-last_on").values_list("period", "last_on").distinct()
    return list(dict.fromkeys(found))


def _list_targets(targets: QuerySet[Target]) -> dict[int, BoardRow]:
    rows: dict[int, BoardRow] = {}
    leads: dict[int, int] = {}
    for values in targets.order_by("position", "id").values_list(*_TARGET):
        (key, parent, number, position, group, name, name_en, lead, lead_unit, *rest) = values
        code, measure, nature, direction, decimals, rule, cadence, is_counted, row_version = rest
        if lead_unit is not None and not lead:
            leads[key] = lead_unit
        if rule == RuleKind.COMPONENTS:  # what is judged is a number of components, whatever the indicator measures
            measure, nature, decimals = COMPONENTS_UNIT, Nature.STOCK, 0
        rows[key] = BoardRow(
            target_id=key, parent_id=parent, level=1 if parent is None else 2, number=number, position=position,
            group=group, name=name, name_en=name_en, lead=lead, indicator=code, measure=measure, nature=nature,
            direction=direction, decimals=decimals, rule=rule, cadence=cadence, is_counted=is_counted,
            row_version=row_version,
        )  # fmt: skip
    if leads:
        names = name_units(leads.values())
        for key, unit in leads.items():
            rows[key].lead = names.get(unit, "")
    return rows


def _add_plans(rows: dict[int, BoardRow], ids: Collection[int]) -> None:
    others: defaultdict[int, list[OtherPlan]] = defaultdict(list)
    plans = Plan.objects.filter(target_id__in=ids, is_current=True).order_by("id").values_list(*_PLAN)
    for target, key, is_primary, assigner, act, value, upper, measure, document in plans:
        row = rows[target]
        if not is_primary:
            others[target].append(OtherPlan(key, assigner, value, upper, measure))
            continue
        row.plan_id, row.plan_value, row.plan_upper, row.plan_measure = key, value, upper, measure
        row.plan_assigner, row.plan_act, row.plan_document_id = assigner, act, document
    for target, found in others.items():
        rows[target].other_plans = tuple(found)


def _add_sparks(rows: dict[int, BoardRow], ids: Collection[int], last_on: date) -> list[int]:
    """The values over the year; gives back the ids of the newest verdicts."""
    sparks: defaultdict[int, list[SparkPoint]] = defaultdict(list)
    newest: dict[int, int] = {}
    verdicts = Verdict.objects.filter(target_id__in=ids, is_current=True, last_on__lte=last_on)
    for target, key, day, actual in verdicts.order_by("last_on", "id").values_list(
        "target_id", "id", "last_on", "actual"
    ):
        sparks[target].append(SparkPoint(day, actual))
        newest[target] = key
    for target, points in sparks.items():
        rows[target].spark = tuple(points)
    return list(newest.values())


def _add_verdicts(rows: dict[int, BoardRow], verdict_ids: Collection[int]) -> None:
    for values in Verdict.objects.filter(pk__in=verdict_ids).values_list(*_VERDICT):
        _fill(rows[values[0]], values)


def _fill(row: BoardRow, values: tuple[Any, ...]) -> None:
    (_, row.verdict_id, row.period, row.last_on, row.suggested, row.reason, row.actual, row.qualifier,
     row.is_estimate, row.observation_id, row.document_id, row.achievement, row.expected, row.due, row.growth,
     row.is_points, row.sentence_vi, row.sentence_en, evaluated_at, row.final, row.final_reason,
     decided_at) = values  # fmt: skip
    row.is_decision_old = bool(row.final) and decided_at is not None and decided_at < evaluated_at
