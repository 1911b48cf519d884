# SPDX-License-Identifier: Apache-2.0
"""Pure decisions of this app: what is judged when, by which version of a plan, what is stored, who may say what."""

from tiendo.server.targets.rules.components import ComponentStand, judge_by_components
from tiendo.server.targets.rules.explaining import find_state, is_late, step_to
from tiendo.server.targets.rules.facts import PlanFacts, TargetFacts, pack_detail, unpack_detail
from tiendo.server.targets.rules.judging import Stored, judge, tell_without_figure, to_target
from tiendo.server.targets.rules.schemes import pack_scheme, unpack_scheme
from tiendo.server.targets.rules.spans import find_first_touched, first_day_needed

__all__ = [
    "ComponentStand",
    "PlanFacts",
    "Stored",
    "TargetFacts",
    "find_first_touched",
    "find_state",
    "first_day_needed",
    "is_late",
    "judge",
    "judge_by_components",
    "pack_detail",
    "pack_scheme",
    "step_to",
    "tell_without_figure",
    "to_target",
    "unpack_detail",
    "unpack_scheme",
]
