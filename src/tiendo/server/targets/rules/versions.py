# SPDX-License-Identifier: Apache-2.0
"""Which version of each plan holds on a day. Pure.

A report keeps the version it used: a stretch that ends before a change was decided is judged by the plan that held
then, also when one of its figures is corrected later.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from tiendo.server.targets.data import Deed
from tiendo.server.targets.rules.facts import PlanFacts


def plans_on(versions: Iterable[PlanFacts], day: date) -> tuple[PlanFacts, ...]:
    """The plans that hold on a day, the primary one among them; none of an assigner who has withdrawn.

    A version of which nobody noted the day of its decision holds from the beginning. When nothing was decided yet, the
    first primary plan holds all the same: a target is judged by what is known of it.
    """
    by_assigner: defaultdict[str, list[PlanFacts]] = defaultdict(list)
    for row in versions:
        by_assigner[row.assigner].append(row)
    standing = [found for rows in by_assigner.values() if (found := list_standing(rows))]
    chosen = [(found[-1], _on_day(found, day)) for found in standing]
    primary = _find_primary(chosen, day)
    held = [(current, then) for current, then in chosen if current is primary or _holds(then, day)]
    return tuple(replace(then, is_primary=current is primary) for current, then in held)


def list_standing(versions: Sequence[PlanFacts]) -> list[PlanFacts]:
    """The versions of one assigner that were not withdrawn, oldest first; the last one is in force.

    Empty when nothing of this assigner is in force any more.
    """
    standing: list[PlanFacts] = []
    for row in sorted(versions, key=lambda row: row.version):
        match row.deed:
            case Deed.SET:
                standing.append(row)
            case Deed.ASIDE:  # the same plan, no longer or again the primary one
                standing[-1:] = [row]
            case Deed.WITHDRAW:  # what stood before comes back as a new row, if there was any
                standing[-1:] = []
                standing[-1:] = [row] if standing else []
    return standing if standing and standing[-1].is_current else []


def _on_day(standing: Sequence[PlanFacts], day: date) -> PlanFacts:
    return next((row for row in reversed(standing) if _holds(row, day)), standing[0])


def _holds(row: PlanFacts, day: date) -> bool:
    return row.decided_on is None or row.decided_on <= day


def _find_primary(chosen: Sequence[tuple[PlanFacts, PlanFacts]], day: date) -> PlanFacts | None:
    """The one that decides; before it was decided, the one that it put aside."""
    now = next(((current, then) for current, then in chosen if current.is_primary), None)
    if now is None or _holds(now[1], day):
        return None if now is None else now[0]
    aside = [current for current, then in chosen if current.deed is Deed.ASIDE and _holds(then, day)]
    return aside[-1] if aside else now[0]
