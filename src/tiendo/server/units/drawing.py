# SPDX-License-Identifier: Apache-2.0
"""The life of a unit as a picture: a bar for each unit, side by side in time, and lines where one became another.

What is here: where everything stands, as text for SVG. Not here: words and colours (``templates/units/timeline.html``).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from tiendo.lineage import Atlas, Event, Extent, Life, UnitVersion, tell_acts

_COLUMN, _ROW, _TOP = 264, 48, 52
_GAP, _BAR = 34, 38  # between bars of two times; height of a bar
_DAY = timedelta(days=1)
_LETTER = 7.2  # mean width of a letter
Node = tuple[str, int]  # identity, and the place in time at which it began


@dataclass(frozen=True, slots=True)
class Bar:
    """A unit for a time. ``is_focus``: the one whose life this is; ``place``: its code, and the unit above it then."""

    x: str
    y: str
    width: str
    name: str
    place: str
    full_name: str
    is_focus: bool


@dataclass(frozen=True, slots=True)
class Link:
    """From one bar to the next; ``is_part``: only a part of it went there, or nobody knows how much."""

    path: str
    is_part: bool


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which something changed, with its act."""

    x: str
    on: date
    act: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of it."""

    width: int
    height: int
    bars: tuple[Bar, ...]
    links: tuple[Link, ...]
    moments: tuple[Moment, ...]


@dataclass(slots=True)
class _Graph:
    """Bars by node and the links between them; ``units``: as they were when the bar began or was first seen."""

    units: dict[Node, UnitVersion] = field(default_factory=dict)
    ends: dict[Node, int] = field(default_factory=dict)
    links: list[tuple[Node, Node, bool]] = field(default_factory=list)
    born: dict[str, int] = field(default_factory=dict)

    def link(self, source: UnitVersion, target: UnitVersion, place: int, *, is_part: bool) -> None:
        """A change at a place in time."""
        before = (source.unit_id, self.born.get(source.unit_id, 0))
        after = (target.unit_id, place)
        self.units.setdefault(before, source)
        self.units[after] = target
        self.ends[before] = place
        self.links.append((before, after, is_part))


def draw_life(life: Life, atlas: Atlas) -> Drawing | None:
    """The picture of a life; None when nothing ever happened to the unit."""
    events = [*reversed(life.before), *life.after]
    if not events:
        return None
    days = sorted({event.change.on for event in events})
    graph = _lay_out(life, events, days)
    focus = _find_focus(graph, life, days)
    lanes = _place(graph, focus)
    last = len(days)
    bars = []
    for node, unit in graph.units.items():
        parent = atlas.find_parent(unit, days[node[1] - 1] if node[1] else days[0] - _DAY)
        place = unit.code if parent is None else f"{unit.code} · {parent.name}"
        bars.append(_bar(unit, place, (node[1], graph.ends.get(node, last + 1)), lanes[node], is_focus=node == focus))
    links = tuple(_link(before, after, lanes, is_part=is_part) for before, after, is_part in graph.links)
    moments = tuple(_moment(place, day, events) for place, day in enumerate(days, 1))
    height = _TOP + int((max(lanes.values()) + 1) * _ROW)
    return Drawing(_COLUMN * (last + 1), height, tuple(bars), links, moments)


def _lay_out(life: Life, events: list[Event], days: list[date]) -> _Graph:
    graph = _Graph()
    for place, day in enumerate(days, 1):
        born: dict[str, int] = {}
        for event in (one for one in events if one.change.on == day):
            targets = (event.target,) if event.target is not None else life.heirs
            is_part = event.target is None or event.change.extent is not Extent.WHOLE
            for target in targets:
                graph.link(event.source, target, place, is_part=is_part)
                born[target.unit_id] = place
        graph.born.update(born)  # all changes of a day happen at once
    return graph


def _find_focus(graph: _Graph, life: Life, days: list[date]) -> Node:
    """The bar of the unit itself: the one that began last before its own future."""
    future = min((event.change.on for event in life.after), default=date.max)
    nodes = [node for node in graph.units if node[0] == life.unit.unit_id]
    return max(node for node in nodes if node[1] == 0 or days[node[1] - 1] < future)


def _place(graph: _Graph, focus: Node) -> dict[Node, float]:
    """A lane for each bar: those at the ends one below the other, every other one in the middle of its own."""
    past = _spread(focus, _neighbours(graph, is_past=True))
    future = _spread(focus, _neighbours(graph, is_past=False))
    shift = past[focus] - future[focus]
    lanes = {node: lane + shift for node, lane in future.items()} | past
    for node in graph.units:  # a bar that is neither before nor behind the unit
        lanes.setdefault(node, max(lanes.values()) + 1)
    top = min(lanes.values())
    return {node: lane - top for node, lane in lanes.items()}


def _neighbours(graph: _Graph, *, is_past: bool) -> dict[Node, list[Node]]:
    found: dict[Node, list[Node]] = {}
    for before, after, _ in graph.links:
        one, other = (after, before) if is_past else (before, after)
        if other not in found.setdefault(one, []):
            found[one].append(other)
    return found


def _spread(root: Node, below: dict[Node, list[Node]]) -> dict[Node, float]:
    lanes: dict[Node, float] = {}
    free = 0

    def visit(node: Node) -> float:
        nonlocal free
        if node not in lanes:
            inner = [visit(one) for one in below.get(node, [])]
            if inner:
                lanes[node] = (min(inner) + max(inner)) / 2
            else:
                lanes[node] = float(free)
                free += 1
        return lanes[node]

    visit(root)
    return lanes


def _bar(unit: UnitVersion, place: str, time: tuple[int, int], lane: float, *, is_focus: bool) -> Bar:
    width = (time[1] - time[0]) * _COLUMN - _GAP
    most = int((width - 16) / _LETTER)
    return Bar(
        x=_number(time[0] * _COLUMN + _GAP / 2),
        y=_number(_y(lane)),
        width=_number(width),
        name=_shorten(unit.name, most),
        place=_shorten(place, most),
        full_name=f"{unit.name} ({place})",
        is_focus=is_focus,
    )


def _shorten(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _link(before: Node, after: Node, lanes: dict[Node, float], *, is_part: bool) -> Link:
    x, y, end = after[1] * _COLUMN - _GAP / 2, _y(lanes[before]) + _BAR / 2, _y(lanes[after]) + _BAR / 2
    middle = _number(x + _GAP / 2)
    curve = f"C{middle} {_number(y)} {middle} {_number(end)} {_number(x + _GAP)} {_number(end)}"
    return Link(f"M{_number(x)} {_number(y)}{curve}", is_part)


def _moment(place: int, day: date, events: list[Event]) -> Moment:
    acts = dict.fromkeys(act.partition(", ")[0] for act in tell_acts(e.change for e in events if e.change.on == day))
    return Moment(_number(place * _COLUMN), day, "; ".join(acts))


def _y(lane: float) -> float:
    return _TOP + lane * _ROW


def _number(value: float) -> str:
    return f"{value:.1f}"
