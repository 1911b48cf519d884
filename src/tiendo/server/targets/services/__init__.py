# SPDX-License-Identifier: Apache-2.0
"""The acts on targets, plans, phasing and verdicts: the public face."""

from tiendo.server.targets.services.assigning import assign_target
from tiendo.server.targets.services.classifying import set_scheme
from tiendo.server.targets.services.deciding import decide_status
from tiendo.server.targets.services.evaluating import evaluate_targets, evaluate_touched
from tiendo.server.targets.services.explaining import ask_explanation, move_explanation
from tiendo.server.targets.services.loading import load_targets
from tiendo.server.targets.services.planning import set_phasing, set_plan, withdraw_plan

__all__ = [
    "ask_explanation",
    "assign_target",
    "decide_status",
    "evaluate_targets",
    "evaluate_touched",
    "load_targets",
    "move_explanation",
    "set_phasing",
    "set_plan",
    "set_scheme",
    "withdraw_plan",
]
