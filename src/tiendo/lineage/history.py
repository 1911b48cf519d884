# SPDX-License-Identifier: Apache-2.0
"""The life of a unit: what it came from, what became of it, by which acts.

What is here: the events of a timeline. Not here: drawing it, restating figures (``restating``).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from tiendo.kernel.records import record
from tiendo.lineage.atlas import Atlas
from tiendo.lineage.data import Change, UnitVersion
from tiendo.lineage.walk import Walk

_DAY = timedelta(days=1)


@record
class Event:
    """One link of the life, with the units as they were on its two sides; no target: abolished."""

    change: Change
    source: UnitVersion
    target: UnitVersion | None


@record
class Life:
    """A unit on a day with its past and its future.

    Attributes:
        before: how it came to be, newest first.
        after: what became of it, oldest first.
        heirs: the units on whose land it lies at the end, by code; ``is_open``: and perhaps elsewhere.
    """

    unit: UnitVersion
    before: tuple[Event, ...]
    after: tuple[Event, ...]
    heirs: tuple[UnitVersion, ...]
    is_open: bool


def trace_life(atlas: Atlas, unit: UnitVersion, day: date, until: date) -> Life:
    """The life of a unit that is in force on ``day``, back to where the record begins and on to ``until``."""
    reach, _ = Walk(atlas, day, until).find_pieces(unit, ())
    heirs = sorted((atlas.get_unit(one, until) for one in reach.targets), key=lambda heir: (heir.code, heir.unit_id))
    after = _follow(atlas, unit.unit_id, [one for one in atlas.days if day < one <= until], is_forward=True)
    before = _follow(atlas, unit.unit_id, [one for one in reversed(atlas.days) if one <= day], is_forward=False)
    return Life(unit, tuple(before), tuple(after), tuple(heirs), reach.is_open)


def _follow(atlas: Atlas, unit_id: str, days: Iterable[date], *, is_forward: bool) -> list[Event]:
    held = {unit_id}
    events: list[Event] = []
    for day in days:
        changes = atlas.changes_from(day) if is_forward else atlas.changes_into(day)
        touched = sorted(held & changes.keys())
        links = [link for one in touched for link in changes[one]]
        for link in links:
            target = None if link.target is None else atlas.get_unit(link.target, day)
            events.append(Event(link, atlas.get_unit(link.source, day - _DAY), target))
        held.difference_update(touched)
        held.update(end for link in links if (end := link.target if is_forward else link.source) is not None)
    return events
