# SPDX-License-Identifier: Apache-2.0
"""The rows of the board: stored verdicts with their plans, in five queries however many targets there are.

With a moment everything is told as it was known then: from the rows that were stored, nothing is computed again.

Rows are read as tuples: three hundred model instances would cost more than the queries.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db.models import Aggregate, CharField, FilteredRelation, Q, QuerySet, TextField, Value
from django.db.models.functions import Cast, Coalesce, Concat

from tiendo.evaluate import COMPONENTS_UNIT, Nature, RuleKind, Status, Tally, TallyRow, tally_rows
from tiendo.kernel.period import Period
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.targets.data import BoardRow, Cadence, OtherPlan, SparkPoint
from tiendo.server.targets.models import Plan, Target, Verdict
from tiendo.server.targets.queries.known import former_targets, in_force
from tiendo.server.targets.rules import tell_without_figure
from tiendo.server.units.queries import name_units

_TARGET = (
    "id", "parent_id", "number", "position", "group", "name", "indicator__name_en", "lead_name", "lead_unit_id",
    "indicator__code", "indicator__measure", "indicator__nature", "indicator__direction", "indicator__decimals",
    "rule", "cadence", "is_counted", "row_version",
)  # fmt: skip
_FORMER = tuple({"id": "target_id", "number": "target__number"}.get(name, name) for name in _TARGET)
_PLAN = ("id", "is_primary", "assigner", "act", "value", "upper", "measure", "document_id")
_VERDICT = (
    "target_id", "id", "period", "last_on", "suggested", "reason", "actual", "qualifier", "is_estimate",
    "observation_id", "observation__document_id", "achievement", "expected", "due", "growth", "is_points",
    "evaluated_at", "final", "final_reason", "decided_at",
)  # fmt: skip
_FAR = date(9999, 12, 31)


def board_rows(
    unit_id: int, year: int, period: Period | None, scope: Scope, moment: datetime | None = None
) -> list[BoardRow]:
    """The targets of a unit for a year, in the order of the resolution; three queries, four with units in the lead.

    Args:
        period: of the report: figures up to its last day are shown; None shows the newest ones.
        scope: whoever may not see the unit gets no row.
        moment: what was known then is told, two queries more; None is what is in force.
    """
    targets = permitted(Target.objects.filter(unit_id=unit_id, year=year), scope)
    return build_rows(targets, year, _FAR if period is None else period.last_on, moment)


def build_rows(targets: QuerySet[Target], year: int, last_on: date, moment: datetime | None = None) -> list[BoardRow]:
    """Rows of these targets, which the caller has narrowed to what the person may see."""
    rows = _gather(_list_targets(targets) if moment is None else _list_known(targets, moment))
    latest = _add_sparks(rows, last_on, moment)
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


def list_periods(unit_id: int, year: int, scope: Scope, moment: datetime | None = None) -> list[tuple[str, date]]:
    """Periods for which the unit's targets have verdicts, with their last days, newest first."""
    rows = permitted(Verdict.objects.filter(target__unit_id=unit_id, target__year=year), scope, unit="target__unit")
    found = in_force(rows, moment).order_by("-last_on").values_list("period", "last_on").distinct()
    return list(dict.fromkeys(found))


def _list_targets(targets: QuerySet[Target]) -> Iterable[tuple[Any, ...]]:
    """The targets with their plans; a target with several plans comes several times."""
    plans = FilteredRelation("plans", condition=Q(plans__is_current=True))
    found = targets.annotate(plan=plans).order_by("position", "id", "plan__id")
    return found.values_list(*_TARGET, *(f"plan__{name}" for name in _PLAN))


def _list_known(targets: QuerySet[Target], moment: datetime) -> Iterable[tuple[Any, ...]]:
    """The same at a moment: what was set later is left out, what was changed since is as it was."""
    now = targets.order_by().filter(recorded_at__lte=moment).values_list(*_TARGET)
    former = former_targets(targets.order_by(), moment).values_list(*_FORMER)
    plans: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    of_targets = Plan.objects.filter(target__in=targets.order_by())
    for key, *plan in in_force(of_targets, moment).order_by("pk").values_list("target_id", *_PLAN):
        plans[key].append(tuple(plan))
    place = _TARGET.index("position")
    none = ((None,) * len(_PLAN),)
    for row in sorted([*now, *former], key=lambda row: (row[place], row[0])):
        yield from ((*row, *plan) for plan in plans.get(row[0], none))


def _gather(found: Iterable[tuple[Any, ...]]) -> dict[int, BoardRow]:
    rows: dict[int, BoardRow] = {}
    leads: dict[int, int] = {}
    for values in found:
        (key, parent, number, position, group, name, name_en, lead, lead_unit, *rest) = values[: len(_TARGET)]
        if key not in rows:
            code, measure, nature, direction, decimals, rule, cadence, is_counted, row_version = rest
            if lead_unit is not None and not lead:
                leads[key] = lead_unit
            if rule == RuleKind.COMPONENTS:  # a number of components is judged, whatever the indicator measures
                measure, nature, decimals = COMPONENTS_UNIT, Nature.STOCK, 0
            rows[key] = BoardRow(
                target_id=key, parent_id=parent, level=1 if parent is None else 2, number=number, position=position,
                group=group, name=name, name_en=name_en, lead=lead, indicator=code, measure=measure, nature=nature,
                direction=direction, decimals=decimals, rule=rule, cadence=cadence, is_counted=is_counted,
                row_version=row_version,
            )  # fmt: skip
        _add_plan(rows[key], *values[len(_TARGET) :])
    if leads:
        names = name_units(leads.values())
        for key, unit in leads.items():
            rows[key].lead = names.get(unit, "")
    return rows


def _add_plan(row: BoardRow, key: int | None, is_primary: bool | None, *told: Any) -> None:
    if key is None:
        return
    assigner, act, value, upper, measure, document = told
    if not is_primary:
        row.other_plans += (OtherPlan(key, assigner, value, upper, measure),)
        return
    row.plan_id, row.plan_value, row.plan_upper, row.plan_measure = key, value, upper, measure
    row.plan_assigner, row.plan_act, row.plan_document_id = assigner, act, document


class _Joined(Aggregate):
    """The texts of a group in one, with a space between; in an order that nobody can rely on."""

    function = "GROUP_CONCAT"
    template = "%(function)s(%(expressions)s, ' ')"
    output_field = TextField()

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """The same under its other name."""
        return self.as_sql(compiler, connection, function="STRING_AGG", **context)


def _add_sparks(rows: dict[int, BoardRow], last_on: date, moment: datetime | None) -> list[int]:
    """The values over the year; gives back the ids of the newest verdicts.

    There are a dozen verdicts for each target. They come as one text, "day|id|value day|id|value …": to make rows of
    them in Python would cost more than all else of the board.
    """
    verdicts = in_force(Verdict.objects.filter(target_id__in=list(rows), last_on__lte=last_on), moment)
    value = Coalesce(Cast("actual", CharField()), Value(""))
    line = Concat(Cast("last_on", CharField()), Value("|"), Cast("id", CharField()), Value("|"), value)
    days: dict[str, date] = {}
    newest = []
    for target, text in verdicts.order_by().values_list("target_id").annotate(text=_Joined(line)):
        points = []
        parts = sorted([part.split("|") for part in text.split(" ")], key=_by_day_and_id)
        for day, _, printed in parts:
            known = days.get(day) or days.setdefault(day, date.fromisoformat(day))
            points.append(SparkPoint(known, Decimal(printed) if printed else None))
        rows[target].spark = tuple(points)
        newest.append(int(parts[-1][1]))
    return newest


def _by_day_and_id(part: list[str]) -> tuple[str, int]:
    return part[0], int(part[1])


def _add_verdicts(rows: dict[int, BoardRow], verdict_ids: Collection[int]) -> None:
    for values in Verdict.objects.filter(pk__in=verdict_ids).values_list(*_VERDICT):
        _fill(rows[values[0]], values)


def _fill(row: BoardRow, values: tuple[Any, ...]) -> None:
    (_, row.verdict_id, row.period, row.last_on, row.suggested, row.reason, row.actual, row.qualifier,
     row.is_estimate, row.observation_id, row.document_id, row.achievement, row.expected, row.due, row.growth,
     row.is_points, evaluated_at, row.final, row.final_reason, decided_at) = values  # fmt: skip
    row.is_decision_old = bool(row.final) and decided_at is not None and decided_at < evaluated_at
