# SPDX-License-Identifier: Apache-2.0
"""One day of changes, forwards and backwards: which units a unit goes to, and in what shares.

What is here: a single step. Not here: steps one after the other (``walk``).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import Protocol

from tiendo.kernel.records import record
from tiendo.lineage.atlas import Atlas
from tiendo.lineage.data import Basis, Change, Extent

_DAY = timedelta(days=1)
ONE = Fraction(1)


@record
class Reach:
    """Everything that a unit may lie in after a day, when nothing is known of shares.

    Attributes:
        is_open: some of it may lie elsewhere; the record does not say where.
        is_ended: abolished without a successor of its level: what lies below it goes on.
    """

    targets: tuple[str, ...]
    is_open: bool
    changes: tuple[Change, ...]
    is_ended: bool = False


@record
class Piece:
    """A part of what a unit had.

    Attributes:
        targets: it lies in these, and cannot be divided among them; none: nobody knows where.
        share: of the whole unit.
        bases: by which the share was found, none when nothing was divided.
        is_open: some of it may lie elsewhere.
        changes: by which it came there.
    """

    targets: tuple[str, ...]
    share: Fraction = ONE
    bases: tuple[Basis, ...] = ()
    is_open: bool = False
    changes: tuple[Change, ...] = ()


class Stepper(Protocol):
    """A direction of time."""

    def reach(self, unit: str, day: date) -> Reach | None:
        """What the unit may lie in behind the changes of a day; None when they do not touch it."""

    def divide(self, unit: str, day: date, bases: Sequence[Basis]) -> list[Piece] | None:
        """The same in shares, by the first basis for which they are known; what is not known stays together."""


class Forward:
    """From the map of the day before to the map of the day."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas

    def reach(self, unit: str, day: date) -> Reach | None:
        """What becomes of the unit."""
        links = self._atlas.changes_from(day).get(unit)
        if links is None:
            return Reach((), True, ()) if unit in self._atlas.lost_on(day) else None
        targets = tuple(sorted({link.target for link in links if link.target is not None}))
        return Reach(targets, is_incomplete(links), tuple(links), is_ended=not targets)

    def divide(self, unit: str, day: date, bases: Sequence[Basis]) -> list[Piece] | None:
        """What becomes of it in shares."""
        links = self._atlas.changes_from(day).get(unit)
        if links is None:
            return [Piece((), is_open=True)] if unit in self._atlas.lost_on(day) else None
        if is_incomplete(links):
            return [_take_principal(links, [link.target for link in links], bases)]
        return _divide_among(links, [link.target for link in links], bases, lambda link, basis: link.shares.by(basis))


class Backward:
    """From the map of the day to the map of the day before."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas

    def reach(self, unit: str, day: date) -> Reach | None:
        """What the unit came from."""
        links = self._links(unit, day)
        if links is None:
            return Reach((), True, ()) if unit in self._atlas.found_on(day) else None
        return Reach(tuple(sorted({link.source for link in links})), self._is_open(links, day), tuple(links))

    def divide(self, unit: str, day: date, bases: Sequence[Basis]) -> list[Piece] | None:
        """What it came from in shares: each former unit brought its size times the share that came."""
        links = self._links(unit, day)
        if links is None:
            return [Piece((), is_open=True)] if unit in self._atlas.found_on(day) else None
        if self._is_open(links, day):
            return [_take_principal(links, [link.source for link in links], bases)]
        brought = {
            (link, basis): _brought(link, basis, self._atlas, day, is_only=len(links) == 1)
            for link in links
            for basis in bases
        }
        return _divide_among(
            links, [link.source for link in links], bases, lambda link, basis: brought[link, basis], is_size=True
        )

    def _is_open(self, links: Sequence[Change], day: date) -> bool:
        """Whether one of the former units went elsewhere too, and the record does not say where."""
        changes = self._atlas.changes_from(day)
        return any(is_incomplete(changes[link.source]) for link in links)

    def _links(self, unit: str, day: date) -> Sequence[Change] | None:
        """Where units of the same level came in, those alone: a district and its communes are the same land."""
        links = self._atlas.changes_into(day).get(unit)
        here = self._atlas.find_unit(unit, day)
        if links is None or here is None:
            return links
        sources = ((link, self._atlas.find_unit(link.source, day - _DAY)) for link in links)
        level = [link for link, source in sources if source is not None and source.level is here.level]
        return level or links


def is_incomplete(links: Sequence[Change]) -> bool:
    """Whether the links of a unit leave out where some of it went: a principal successor, or a part without a rest."""
    is_lone_part = len(links) == 1 and links[0].extent in (Extent.PART, Extent.REST)
    return is_lone_part or any(link.extent is Extent.MAIN for link in links)


def _take_principal(links: Sequence[Change], ends: Sequence[str | None], bases: Sequence[Basis]) -> Piece:
    """All of it to what is known, where the person asked for that; else an open piece."""
    targets = tuple(sorted({end for end in ends if end is not None}))
    is_known = all(link.extent in (Extent.MAIN, Extent.WHOLE) for link in links)
    if is_known and Basis.PRINCIPAL in bases:
        return Piece(targets, bases=(Basis.PRINCIPAL,), changes=tuple(links))
    return Piece(targets, is_open=True, changes=tuple(links))


def _brought(link: Change, basis: Basis, atlas: Atlas, day: date, *, is_only: bool) -> Fraction | None:
    """How much of the basis came with a link; None: not known."""
    share = ONE if link.extent is Extent.WHOLE else link.shares.by(basis)
    if share is None or not share:
        return share
    if is_only:
        return share
    source = atlas.find_unit(link.source, day - _DAY)
    size = None if source is None else source.sizes.by(basis)
    return None if size is None else size * share


class _Number(Protocol):
    def __call__(self, link: Change, basis: Basis, /) -> Fraction | None:
        """The number of a link by a basis."""


def _divide_among(
    links: Sequence[Change],
    ends: Sequence[str | None],
    bases: Sequence[Basis],
    number: _Number,
    *,
    is_size: bool = False,
) -> list[Piece]:
    """The pieces of a unit whose links lead to ``ends``.

    Args:
        is_size: the numbers are sizes to be divided by their sum, not shares that add up to one.
    """
    changes = tuple(links)
    targets = tuple(sorted({end for end in ends if end is not None}))
    if len(targets) <= 1:
        return [Piece(targets, is_open=not targets, changes=changes)]
    best: list[Piece] | None = None
    for basis in bases:
        numbers = _sum_by_end(ends, [number(link, basis) for link in links])
        shares = _shares_of_sizes(numbers) if is_size else _fill(numbers)
        if shares is None:
            continue
        pieces = [Piece((end,), share, (basis,), changes=changes) for end, share in shares.items() if share is not None]
        rest = tuple(sorted(end for end, share in shares.items() if share is None))
        if not rest:
            return pieces
        if best is None and pieces:
            left = ONE - sum((piece.share for piece in pieces), Fraction())
            best = [*pieces, Piece(rest, left, (basis,), changes=changes)]
    return best or [Piece(targets, changes=changes)]


def _sum_by_end(ends: Sequence[str | None], numbers: Sequence[Fraction | None]) -> dict[str, Fraction | None]:
    """One number for each end, None when one of its links has none."""
    sums: dict[str, Fraction | None] = {}
    for end, number in zip(ends, numbers, strict=True):
        if end is None:
            continue
        before = sums.get(end, Fraction())
        sums[end] = None if before is None or number is None else before + number
    return dict(sorted(sums.items()))


def _fill(shares: dict[str, Fraction | None]) -> dict[str, Fraction | None] | None:
    """Shares that add up to one: a single unknown one is what is left. None: they contradict each other."""
    unknown = [end for end, share in shares.items() if share is None]
    total = sum((share for share in shares.values() if share is not None), Fraction())
    if total > 1 or (not unknown and total != 1):
        return None
    if total == 1 and unknown:
        return {end: share or Fraction() for end, share in shares.items()}
    return {**shares, unknown[0]: ONE - total} if len(unknown) == 1 else shares


def _shares_of_sizes(sizes: dict[str, Fraction | None]) -> dict[str, Fraction | None] | None:
    """Sizes as shares of their sum; with an unknown one only zeros are known."""
    unknown = [end for end, size in sizes.items() if size is None]
    total = sum((size for size in sizes.values() if size is not None), Fraction())
    if unknown:
        known: dict[str, Fraction | None] = {end: None if size is None or size else size for end, size in sizes.items()}
        return _fill(known)
    return {end: size / total for end, size in sizes.items() if size is not None} if total else None
