# SPDX-License-Identifier: Apache-2.0
"""Verdicts in words, Vietnamese and English, from the same fields."""

from tiendo.evaluate.sentences.telling import Language, tell, tell_growth, tell_pace

__all__ = ["Language", "tell", "tell_growth", "tell_pace"]
