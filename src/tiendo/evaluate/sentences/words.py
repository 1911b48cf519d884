# SPDX-License-Identifier: Apache-2.0
"""The words of a language, as fields; two languages with the same fields cannot say different things.

What is here: the form, number signs included. Not here: the words themselves (``vi``, ``en``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from tiendo.evaluate.data import RuleKind
from tiendo.evaluate.verdict import Reason
from tiendo.kernel.numbers import format_number
from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Qualifier

_UNITS_EN = {
    "điểm %": "percentage points",
    "điểm ‰": "points per thousand",
    "chỉ tiêu thành phần": "components",
}
_SWAP = str.maketrans(".,", ",.")


class Language(StrEnum):
    """The languages in which a verdict can be told."""

    VI = "vi"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """Everything that a sentence about a verdict needs to know of its language.

    Attributes:
        space_before_percent: a no-break space in Vietnamese, nothing in English.
        hedges: by qualifier, with a space at the end.
        bounds: what a rule asks for, with ``{value}``, for ranges ``{upper}``, for "khoảng" ``{tolerance}``.
        reasons: why there is no verdict, and what to do.
        All other texts have named places too.
    """

    is_english: bool
    space_before_percent: str
    hedges: Mapping[Qualifier, str]
    bounds: Mapping[RuleKind, str]
    reasons: Mapping[Reason, str]
    estimate: str
    of_plan: str
    of_plan_assigned: str
    of_plan_own: str
    plans: str
    plan_share: str
    plan_share_own: str
    plan_kept: str
    plan_kept_own: str
    decrease: str
    increase: str
    against_base: str
    required: str
    margin: str
    that_is: str
    cut_off: str
    due: str
    at_most: str
    straight_line: str
    straight_line_from: str
    profile: str
    steps: str
    steps_of: str
    by_source: str
    full_level: str
    no_phasing: str
    band: str
    band_above: str
    undecided: str
    quoted: str
    alternative: str
    done: str
    met: str
    kept: str
    likely: str
    unknown: str
    not_done: str
    pace: str
    forecast: str
    forecast_short: str
    turn_above: str
    turn_below: str
    turn_any: str
    turn_from: str
    turn_beyond: str
    turn_join: str
    growth_up: str
    growth_down: str
    growth_none: str
    months: str
    days: str
    tell_period: Callable[[Period], str]
    tell_date: Callable[[date], str]

    def number(self, value: Decimal, decimals: int | None = None) -> str:
        """A number, zeros at the end of its decimals dropped, with the typographic minus."""
        printed = format_number(value, decimals, trim=True, has_minus_sign=True)
        return printed.translate(_SWAP) if self.is_english else printed

    def unit(self, unit: str) -> str:
        """The unit as it stands behind a number."""
        if not unit:
            return ""
        if self.is_english and unit in _UNITS_EN:
            return f" {_UNITS_EN[unit]}"
        return f"{self.space_before_percent}{unit}" if unit in ("%", "‰") else f" {unit}"
