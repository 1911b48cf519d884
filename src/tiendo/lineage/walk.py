# SPDX-License-Identifier: Apache-2.0
"""Where a unit of one day's map lies on another day's: step after step through all changes between them.

What is here: one unit at a time. Not here: which units belong together on the other map (``crosswalk``).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from fractions import Fraction

from tiendo.lineage.atlas import Atlas, is_below
from tiendo.lineage.data import Basis, Change, Level, UnitVersion
from tiendo.lineage.steps import Backward, Forward, Piece, Reach, Stepper


class Walk:
    """The way between two maps."""

    def __init__(self, atlas: Atlas, from_day: date, to_day: date, to_level: Level | None = None) -> None:
        self._atlas = atlas
        self._from_day = from_day
        self._to_day = to_day
        self._to_level = to_level
        is_forward = from_day <= to_day
        first, last = min(from_day, to_day), max(from_day, to_day)
        between = [day for day in atlas.days if first < day <= last]
        self._days = between if is_forward else between[::-1]
        self._stepper: Stepper = Forward(atlas) if is_forward else Backward(atlas)

    def find_pieces(self, unit: UnitVersion, bases: Sequence[Basis]) -> tuple[Reach, list[Piece]]:
        """Everything that the unit may lie in, and the pieces of it that are known by the bases."""
        reach = self._reach(unit)
        if reach.is_ended or not bases or (len(reach.targets) == 1 and not reach.is_open):
            return reach, [Piece(reach.targets, is_open=reach.is_open, changes=reach.changes)]
        return reach, _join(self._lift_piece(piece) for piece in self._divide(unit.unit_id, bases))

    def _reach(self, unit: UnitVersion) -> Reach:
        is_lower = self._to_level is not None and is_below(self._to_level, unit.level)
        reach = None if is_lower else self._follow(unit.unit_id)
        if reach is None or reach.is_ended:
            children = self._atlas.list_children(unit, self._from_day)
            if children:
                reach = _unite([self._reach(child) for child in children], reach.changes if reach else ())
            elif reach is None:
                reach = self._follow(unit.unit_id)
            if not reach.targets:
                return Reach((), True, reach.changes, is_ended=True)
            return Reach(reach.targets, reach.is_open, reach.changes, is_ended=True)
        targets, is_cut = self._lift(reach.targets)
        return Reach(targets, reach.is_open or is_cut, reach.changes)

    def _follow(self, unit_id: str) -> Reach:
        """All that the unit may have become, without regard to levels; ended as soon as a part of it has ended."""
        held: tuple[str, ...] = (unit_id,)
        is_open = False
        changes: tuple[Change, ...] = ()
        for day in self._days:
            steps = [(one, self._stepper.reach(one, day)) for one in held]
            if all(step is None for _, step in steps):
                continue
            targets: set[str] = set()
            for one, step in steps:
                if step is None:
                    targets.add(one)
                    continue
                if step.is_ended:
                    return Reach((), is_open, (*changes, *step.changes), is_ended=True)
                targets.update(step.targets)
                is_open = is_open or step.is_open
                changes += tuple(change for change in step.changes if change not in changes)
            held = tuple(sorted(targets))
        return Reach(held, is_open, changes)

    def _divide(self, unit_id: str, bases: Sequence[Basis]) -> list[Piece]:
        held = [Piece((unit_id,))]
        for day in self._days:
            after: list[Piece] = []
            for piece in held:
                after.extend(self._step(piece, day, bases))
            held = _join(after) if len(after) > 1 else after
        return held

    def _step(self, piece: Piece, day: date, bases: Sequence[Basis]) -> Iterable[Piece]:
        """A piece behind the changes of a day; one that lies in several units goes with all of them, undivided."""
        if len(piece.targets) == 1:
            parts = self._stepper.divide(piece.targets[0], day, bases)
            return [piece] if parts is None else [_compose(piece, part) for part in parts]
        reaches = [self._stepper.reach(target, day) or Reach((target,), False, ()) for target in piece.targets]
        united = _unite(reaches, ())
        return [_compose(piece, Piece(united.targets, is_open=united.is_open, changes=united.changes))]

    def _lift_piece(self, piece: Piece) -> Piece:
        targets, is_cut = self._lift(piece.targets)
        return Piece(targets, piece.share, piece.bases, piece.is_open or is_cut, piece.changes)

    def _lift(self, targets: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
        """The targets, or the units above them at the wanted level; whether one has none."""
        if self._to_level is None:
            return targets, False
        units = [self._atlas.get_unit(target, self._to_day) for target in targets]
        above = [self._atlas.find_above(unit, self._to_day, self._to_level) for unit in units]
        return tuple(sorted({unit.unit_id for unit in above if unit is not None})), None in above


def _unite(reaches: Sequence[Reach], changes: tuple[Change, ...]) -> Reach:
    targets = sorted({target for reach in reaches for target in reach.targets})
    every = dict.fromkeys([*changes, *(change for reach in reaches for change in reach.changes)])
    is_open = any(reach.is_open or not reach.targets for reach in reaches)
    return Reach(tuple(targets), is_open, tuple(every))


def _compose(piece: Piece, part: Piece) -> Piece:
    bases = tuple(dict.fromkeys([*piece.bases, *part.bases]))
    changes = tuple(dict.fromkeys([*piece.changes, *part.changes]))
    return Piece(part.targets, piece.share * part.share, bases, piece.is_open or part.is_open, changes)


def _join(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces that lie in the same place become one."""
    joined: dict[tuple[tuple[str, ...], bool], Piece] = {}
    for piece in pieces:
        key = (piece.targets, piece.is_open)
        held = joined.get(key)
        if held is None:
            joined[key] = piece
            continue
        bases = tuple(dict.fromkeys([*held.bases, *piece.bases]))
        changes = tuple(dict.fromkeys([*held.changes, *piece.changes]))
        joined[key] = Piece(piece.targets, held.share + piece.share, bases, piece.is_open, changes)
    return [joined[key] for key in sorted(joined)]


def share_of(pieces: Iterable[Piece]) -> Fraction:
    """How much of the unit the pieces are."""
    return sum((piece.share for piece in pieces), Fraction())
