# SPDX-License-Identifier: Apache-2.0
"""Verdicts in words, Vietnamese and English, from the same fields."""

from tiendo.evaluate.sentences.allotting import tell_allotment, tell_levels
from tiendo.evaluate.sentences.telling import tell, tell_forecast, tell_growth, tell_pace, tell_plans, tell_turns
from tiendo.evaluate.sentences.words import Language

__all__ = [
    "Language",
    "tell",
    "tell_allotment",
    "tell_forecast",
    "tell_growth",
    "tell_levels",
    "tell_pace",
    "tell_plans",
    "tell_turns",
]
