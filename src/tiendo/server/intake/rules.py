# SPDX-License-Identifier: Apache-2.0
"""What a finding becomes, which decisions are possible, which problem concerns which finding. Pure.

Not here: the stored form of findings (``stored``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from tiendo.kernel.findings import Kind, Measurement
from tiendo.render.page.firmness import says_estimate
from tiendo.server.intake.data import Becomes, Choice, FindingKind, FindingState

#: A share of a plan and a growth follow from figures, and what is only foreseen is none yet: a year that is not over
#: would be judged by it. A count of a total is itself the two figures.
_FIGURES = {Kind.ACTUAL, Kind.COUNT_OF_TOTAL}

Place = Mapping[str, Any]
"""{"start", "end"} in the text, and or or "cell": {"table", "row", "column"}."""


def become(kind: FindingKind, sort: Kind | None) -> Becomes:
    """What a finding is once it is accepted as it stands.

    Args:
        sort: the kind of a measurement, None for the others.

    Examples:
        >>> become(FindingKind.MEASUREMENT, Kind.GROWTH).value, become(FindingKind.DIRECTIVE, None).value
        ('checked', 'kept')
    """
    if kind is FindingKind.MEASUREMENT:
        if sort is Kind.TARGET:
            return Becomes.PLAN
        return Becomes.OBSERVATION if sort in _FIGURES else Becomes.CHECKED
    return Becomes.CHECKED if kind is FindingKind.CLAIM else Becomes.KEPT


def can_become(kind: FindingKind) -> tuple[Becomes, ...]:
    """What a person may make of a finding by editing it; only figures can be edited."""
    if kind is FindingKind.MEASUREMENT:
        return (Becomes.OBSERVATION, Becomes.PLAN, Becomes.CHECKED)
    return ()


def next_state(choice: Choice) -> FindingState:
    """The state after a decision. Every state allows every decision: who sees the present one may replace it."""
    return {
        Choice.ACCEPT: FindingState.ACCEPTED,
        Choice.EDIT: FindingState.EDITED,
        Choice.REJECT: FindingState.REJECTED,
    }[choice]


def list_choices(kind: FindingKind, state: FindingState) -> tuple[Choice, ...]:
    """The decisions that would change something."""
    possible = [Choice.ACCEPT, *([Choice.EDIT] if can_become(kind) else []), Choice.REJECT]
    return tuple(choice for choice in possible if choice is Choice.EDIT or next_state(choice) is not state)


def suggest_status(one: Measurement, text_before: str) -> str:
    """How firm a figure is: an estimate when its own words say "ước", or when it speaks of what is to come."""
    return "estimate" if says_estimate(one, text_before) else "actual"


@dataclass(frozen=True, slots=True)
class Ready:
    """What stands between a finding and being accepted as it is.

    Attributes:
        has_problem: an open error or doubt concerns it.
        needs_indicator: it would be a figure, but of which indicator is not known.
        needs_period: it would be a figure, but of which period is not known.
        needs_confirmation: it was read from a picture.
        is_plan: it sets what a target has to reach; a person decides on each of these.
    """

    has_problem: bool = False
    needs_indicator: bool = False
    needs_period: bool = False
    needs_confirmation: bool = False
    is_plan: bool = False

    @property
    def is_complete(self) -> bool:
        """It can be accepted by a single key: everything is known that a figure needs."""
        return not (self.needs_indicator or self.needs_period)

    @property
    def is_plain(self) -> bool:
        """It can be accepted together with others, unseen."""
        return self.is_complete and not (self.has_problem or self.needs_confirmation or self.is_plan)


def match_problems(findings: Sequence[Place], problems: Sequence[Sequence[Place]]) -> list[list[int]]:
    """For each finding the numbers of the problems that concern it.

    Args:
        findings: their places.
        problems: for each, its own place first and then the related ones.

    Returns:
        For each finding: problems whose own place covers it, or one of whose places touches it; in their order.
    """
    spans = [
        (place["start"], place["end"], number, is_own)
        for number, places in enumerate(problems)
        for is_own, place in zip((True, *([False] * len(places))), places, strict=False)
        if place.get("start") is not None
    ]
    cells: dict[tuple[int, int, int], set[int]] = {}
    for number, places in enumerate(problems):
        for place in places:
            if place.get("cell"):
                cells.setdefault(_cell(place["cell"]), set()).add(number)
    spans.sort(key=lambda span: span[:2])
    return [sorted(_in_text(place, spans) | _in_cell(place, cells)) for place in findings]


def _in_text(place: Place, spans: Sequence[tuple[int, int, int, bool]]) -> set[int]:
    if place.get("start") is None:
        return set()
    start, end = place["start"], place["end"]
    before = bisect_left(spans, (end,), key=lambda span: span[:1])
    return {
        number
        for first, last, number, is_own in spans[:before]
        if (first <= start and end <= last if is_own else start < last and first < end)
    }


def _in_cell(place: Place, cells: Mapping[tuple[int, int, int], set[int]]) -> set[int]:
    return cells.get(_cell(place["cell"]), set()) if place.get("cell") else set()


def _cell(cell: Mapping[str, Any]) -> tuple[int, int, int]:
    return (cell["table"], cell["row"], cell["column"])
