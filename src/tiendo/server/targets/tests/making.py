# SPDX-License-Identifier: Apache-2.0
"""Targets written as a resolution writes them."""

from __future__ import annotations

from tiendo.evaluate import RuleKind
from tiendo.server.accounts.data import Role
from tiendo.server.figures.services import record_figures
from tiendo.server.figures.tests.making import figure, quantity, scope_of
from tiendo.server.targets.data import PlanInput, TargetInput
from tiendo.server.targets.models import Verdict
from tiendo.server.targets.services import assign_target, set_plan


def office(unit_id):
    """A person of the office: may set targets and decide."""
    return scope_of(Role.OFFICE, unit_id, "Lê Minh Khoa")


def set_target(scope, unit_id, indicator, plan="", **more):
    """A target with its primary plan: "5.208 tỷ đồng", "6,6–6,8 %"."""
    number = more.setdefault("number", "1")
    more = {"year": 2024, "rule": "at_least", "name": f"Chỉ tiêu {number}", **more}
    given = TargetInput(unit_id, indicator, **{**more, "rule": RuleKind(more["rule"])})
    target_id = assign_target(given, scope=scope)
    if plan:
        plan_for(scope, target_id, plan)
    return target_id


def plan_for(scope, target_id, plan, **more):
    numbers, _, unit = plan.partition(" ")
    value, upper = (quantity(f"{part} {unit}") if part else None for part in (*numbers.split("–"), "")[:2])
    more.setdefault("assigner", "HĐND quận")
    return set_plan(PlanInput(target_id, value, upper, **more), scope=scope)


def report(scope, unit_id, indicator, period, text, **more):
    return record_figures([figure(unit_id, indicator, period, text, **more)], scope=scope)[0]


def verdict_of(target_id, period=None):
    rows = Verdict.objects.filter(target_id=target_id, is_current=True)
    return (rows.filter(period=period) if period else rows.order_by("last_on")).last()
