# SPDX-License-Identifier: Apache-2.0
"""Targets, plans, verdicts, allotments and requests for explanations as plain data: the public face."""

from tiendo.server.targets.data.allotments import AllotmentView, AllottedTarget
from tiendo.server.targets.data.explanations import (
    WAITING,
    ExplanationRow,
    Move,
    MoveRow,
    State,
    TargetExplanations,
    WaitingExplanation,
)
from tiendo.server.targets.data.targets import (
    SAME_PERIOD,
    BoardRow,
    Cadence,
    Deed,
    OtherPlan,
    PhaseInput,
    PlanInput,
    PlanRow,
    Rebuilt,
    RuleDetail,
    SparkPoint,
    TargetDetail,
    TargetInput,
    TargetsReport,
    VerdictRow,
)

__all__ = [
    "SAME_PERIOD",
    "WAITING",
    "AllotmentView",
    "AllottedTarget",
    "BoardRow",
    "Cadence",
    "Deed",
    "ExplanationRow",
    "Move",
    "MoveRow",
    "OtherPlan",
    "PhaseInput",
    "PlanInput",
    "PlanRow",
    "Rebuilt",
    "RuleDetail",
    "SparkPoint",
    "State",
    "TargetDetail",
    "TargetExplanations",
    "TargetInput",
    "TargetsReport",
    "VerdictRow",
    "WaitingExplanation",
]
