# SPDX-License-Identifier: Apache-2.0
"""Verdicts in words, Vietnamese and English, from the same fields."""

from tiendo.evaluate.sentences.telling import Language, tell, tell_forecast, tell_growth, tell_pace, tell_turns

__all__ = ["Language", "tell", "tell_forecast", "tell_growth", "tell_pace", "tell_turns"]
