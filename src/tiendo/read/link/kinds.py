# SPDX-License-Identifier: Apache-2.0
"""Kind and sign of a quantity from the words around it (GUIDE, field ``kind``): the first rule that fits.

Not here: what it takes over from the quantity before it (``following``), or from subject and period (``refining``).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tiendo.kernel.findings import Kind
from tiendo.kernel.quantity import Qualifier
from tiendo.read.dimensions.quantity.data import UnitClass
from tiendo.read.link.comparisons import PLAN, base_between, base_of_target, find_comparison
from tiendo.read.link.context import Context, Said
from tiendo.read.link.fractions import read_fraction
from tiendo.read.link.plans import counts_targets, is_fraction, is_set_behind, states_plan
from tiendo.read.link.verbs import CHANGES
from tiendo.read.link.words import PLAN_BEHIND

_COMPARED = re.compile(r"\s(?:so\s|cùng\skỳ|của\scùng\skỳ)")  # an index: "bằng 91,4% so cùng kỳ"
_WILL = re.compile(r"(?:\s[^\s,;:.(]+){0,6}?\ssẽ\s")
#: 4.700 học sinh chưa có thẻ: an order names what is the case.
_STATE = re.compile(r"(?:\s[^\s,;:.()]+){0,4}?\s(?:chưa|còn\slại|đã|đang)(?!\w)")
#: In a section of tasks these words tell of what is.
_DONE = re.compile(r"(?<!\w)(?:đã|hiện\scó|hiện|kết\squả|tình\shình|vướng\smắc)(?!\w)")


@dataclass(slots=True)
class Clues:
    """What the rules of kinds ask for, worked out once.

    Attributes:
        mood: target, forecast, actual, or nothing.
        is_change: the number tells a change, not a level.
        is_percent: a percentage or percentage points.
        is_fraction: n/m.
        has_plan_behind: the number is a share of a plan named behind it.
    """

    context: Context
    mood: str
    is_change: bool
    is_percent: bool
    is_fraction: bool
    has_plan_behind: bool

    @property
    def change_sign(self) -> int:
        """The sign, when it may be a change."""
        return -1 if self.is_change and self.context.trigger == "down" else 1

    def said_of_target(self, kind: Kind, rule: str) -> Said:
        """A plan or forecast, of a level or of a change."""
        base = base_of_target(self.context) if self.is_change else None
        return Said(kind, self.change_sign, base, rule)


def classify(context: Context) -> Said:
    """The first kind of GUIDE that fits."""
    clues = _clues(context)
    for rule in _RULES:
        said = rule(clues)
        if said is not None:
            return said
    return _actual(clues)


def _clues(context: Context) -> Clues:
    mention = context.mention
    return Clues(
        context,
        mood=_mood(context),
        is_change=context.trigger in CHANGES
        or mention.unit == "lần"
        or mention.value < 0
        or "number.plus" in mention.rules,
        is_percent=mention.unit_class in (UnitClass.PERCENT, UnitClass.POINT),
        is_fraction=is_fraction(mention),
        has_plan_behind=PLAN_BEHIND.match(context.shadow.norm, mention.end, context.sentence_end) is not None,
    )


def _mood(context: Context) -> str:
    """The last word of mood before the number in its sentence, else what its section says."""
    norm, end = context.shadow.norm, context.mention.hedge_start
    mood, at = context.marks.mood(end)
    if mood == "forecast" and norm.find(";", at, end) >= 0:
        mood = ""  # a forecast holds to the end of its part of the sentence, an aim for the whole list
    if context.in_plan and mood in ("", "actual") and not _DONE.search(norm, context.floor, context.mention.start):
        return "target"
    return mood


def _planned_share(clues: Clues) -> Said | None:
    is_least = clues.context.mention.qualifier is Qualifier.AT_LEAST
    if clues.is_percent and clues.has_plan_behind and (is_least or clues.mood == "target"):
        return Said(Kind.TARGET, comparison=PLAN, rule="kind.least-share-of-plan")
    return None


def _points(clues: Clues) -> Said | None:
    context = clues.context
    if context.mention.unit_class is UnitClass.POINT and clues.is_change and clues.mood != "target":
        base = find_comparison(context) or base_between(context)
        return Said(Kind.GROWTH, clues.change_sign, base, "kind.change")
    return None


def _reached_of_planned(clues: Clues) -> Said | None:
    if clues.is_percent and clues.is_fraction and clues.context.trigger not in CHANGES:
        return Said(Kind.ACTUAL, comparison=PLAN, rule="kind.reached-of-planned")  # đạt 90,8%/90% kế hoạch
    return None


def _share_of_plan(clues: Clues) -> Said | None:
    context = clues.context
    is_percent = context.mention.unit_class is UnitClass.PERCENT
    if is_percent and clues.has_plan_behind and context.trigger not in CHANGES and context.trigger != "exceed":
        return Said(Kind.SHARE_OF_PLAN, comparison=PLAN, rule="kind.share-of-plan")
    return None


def _possible(clues: Clues) -> Said | None:
    """Khả năng … đạt 95%: what may be, whatever plan stands beside it."""
    context = clues.context
    if clues.mood != "forecast" or context.after_previous != context.floor:
        return None
    at = context.shadow.norm.rfind("khả năng", context.floor, context.mention.start)
    if at < 0 or context.marks.has_end(at, context.mention.start):
        return None
    return clues.said_of_target(Kind.FORECAST, "kind.mood-forecast")


def _stated_plan(clues: Clues) -> Said | None:
    if states_plan(clues.context):
        return clues.said_of_target(Kind.TARGET, "kind.plan-before")
    if is_set_behind(clues.context):
        return Said(Kind.TARGET, rule="kind.plan-behind")
    if counts_targets(clues.context):
        return Said(Kind.TARGET, rule="kind.targets-set")
    return None


def _aimed(clues: Clues) -> Said | None:
    if clues.mood != "target":
        return None
    context = clues.context
    mention = context.mention
    if mention.unit_class is UnitClass.NOUN and _STATE.match(context.shadow.norm, mention.end, context.ceiling):
        return Said(Kind.ACTUAL, rule="kind.state-in-order")
    return clues.said_of_target(Kind.TARGET, "kind.mood-target")


def _foreseen(clues: Clues) -> Said | None:
    if clues.mood == "forecast" and not (clues.context.trigger == "exceed" and clues.is_percent):
        return clues.said_of_target(Kind.FORECAST, "kind.mood-forecast")
    return None


def _fraction(clues: Clues) -> Said | None:
    if clues.is_fraction and not clues.is_percent:
        return read_fraction(clues.context, has_plan_behind=clues.has_plan_behind)
    return None


def _change(clues: Clues) -> Said | None:
    if clues.context.trigger == "exceed":
        return Said(Kind.GROWTH, 1, find_comparison(clues.context) or PLAN, "kind.exceed")
    if clues.is_change:
        return Said(Kind.GROWTH, clues.change_sign, find_comparison(clues.context), "kind.change")
    return None


def _disbursement(clues: Clues) -> Said | None:
    context = clues.context
    if not clues.is_percent:
        return None
    if context.mention.second is None:
        if context.shadow.norm.find("giải ngân", context.floor, context.mention.start) >= 0:
            return Said(Kind.SHARE_OF_PLAN, comparison=PLAN, rule="kind.disbursement")
    elif clues.is_fraction:
        return read_fraction(context, has_plan_behind=clues.has_plan_behind)
    return None


def _to_come(clues: Clues) -> Said | None:
    context = clues.context
    mention = context.mention
    if mention.unit_class is UnitClass.NOUN and _WILL.match(context.shadow.norm, mention.end, context.ceiling):
        return Said(Kind.FORECAST, rule="kind.will")
    return None


def _actual(clues: Clues) -> Said:
    context = clues.context
    is_index = clues.is_percent and _COMPARED.match(context.shadow.norm, context.mention.end)
    return Said(Kind.ACTUAL, comparison=find_comparison(context) if is_index else None, rule="kind.actual")


_RULES: tuple[Callable[[Clues], Said | None], ...] = (
    _planned_share,
    _points,
    _reached_of_planned,
    _share_of_plan,
    _possible,
    _stated_plan,
    _aimed,
    _foreseen,
    _fraction,
    _change,
    _disbursement,
    _to_come,
)
