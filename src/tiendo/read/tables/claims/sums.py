# SPDX-License-Identifier: Apache-2.0
"""Rows that are the sum of other rows: totals, groups with their numbered rows, "Trong đó" with its parts.

A structure is believed where it holds in most columns, or the table says it in words; then the places where it does
not hold are claims too. Additive are counts, money, areas; never percentages, averages, amounts per something.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from tiendo.kernel.findings import Claim, ClaimType
from tiendo.kernel.records import record
from tiendo.read.tables import words
from tiendo.read.tables.claims.agree import COMPARING, Board, is_plain, is_ratio_unit, sum_holds
from tiendo.read.tables.claims.making import make_claim
from tiendo.read.tables.data import Entry, Row, Section, Step
from tiendo.read.tables.rows import named_parts

_NOT_ADDITIVE = re.compile(
    rf"%|(?<!\w)(?:{words.NOT_ADDITIVE}|{words.RATIO})(?!\w)|^thu nhập|(?<!\w)điểm(?! (?:trường|nóng|cầu|sạt|du lịch))"
)
_FEW = 2


@record
class Structure:
    """A row with the rows that may be its parts (positions in ``Section.rows``).

    Attributes:
        is_named: the label names the parts ("I + II") or is a plain total of a flat table.
        kind: structures of one kind stand or fall together ("roman/number").
    """

    total: int
    parts: tuple[int, ...]
    kind: str
    is_named: bool = False


@record
class _Sum:
    column: int
    total: Entry
    parts: tuple[Entry, ...]
    has_blanks: bool
    holds: bool


def make_claims(board: Board) -> Iterator[Claim]:
    """The sums that the rows of a section state."""
    found = [(s, _sums(board, s)) for s in _structures(board.section)]
    chosen = _choose([(s, sums) for s, sums in found if len(s.parts) >= _FEW])
    for structure, sums in found:
        if len(structure.parts) < _FEW:
            yield from _single_parts(board, structure, sums)
    pool: dict[str, list[bool]] = {}
    for structure, sums in chosen:
        pool.setdefault(structure.kind, []).extend(s.holds for s in sums)
    for structure, sums in chosen:
        agree, differ = _tally([s.holds for s in sums])
        like, unlike = _tally(pool[structure.kind])
        is_sure = agree > differ or (like >= _FEW and like >= 2 * unlike)
        is_sure = is_sure or (structure.is_named and differ <= max(agree, 1))
        for one in sums:
            if one.holds or (is_sure and (not one.has_blanks or agree >= _FEW)):
                yield _claim(board, one, is_exhaustive=True)
        if not is_sure and not agree:
            yield from _single_parts(board, structure, sums)


def _tally(outcomes: list[bool]) -> tuple[int, int]:
    return sum(outcomes), len(outcomes) - sum(outcomes)


def _choose(found: list[tuple[Structure, list[_Sum]]]) -> list[tuple[Structure, list[_Sum]]]:
    """Of several readings of one total row, the one that agrees best; earlier readings win a tie."""
    best: dict[int, tuple[Structure, list[_Sum]]] = {}
    for structure, sums in found:
        if not sums:
            continue
        kept = best.get(structure.total)
        if kept is None or _worth(structure, sums) > _worth(*kept):
            best[structure.total] = structure, sums
    return [best[k] for k in sorted(best)]


def _worth(structure: Structure, sums: list[_Sum]) -> tuple[int, bool]:
    agree, differ = _tally([s.holds for s in sums])
    return agree - differ, structure.is_named


def _structures(section: Section) -> Iterator[Structure]:
    rows = section.rows
    children: dict[int, list[int]] = {}
    for position, row in enumerate(rows):
        if row.parent is not None:
            children.setdefault(row.parent, []).append(position)
    totals = [k for k, row in enumerate(rows) if row.is_total]
    # one total over a list without levels says in words what it is the sum of
    is_flat = len(totals) == 1 and not section.is_continued and all(row.parent is None for row in rows)
    ordinals: dict[str, int] = {}
    for position, row in enumerate(rows):
        names = named_parts(row.norm) or named_parts(row.label.lower())
        named = _named(rows, position, names, ordinals)
        if named:
            yield Structure(position, named, "named", is_named=True)
        if row.is_total:
            yield from _total_readings(rows, position, totals, is_flat=is_flat)
        kids = children.get(position, [])
        if kids:
            yield Structure(position, tuple(kids), f"{row.step}/{rows[kids[0]].step}/{rows[kids[0]].is_part}")
        if row.ordinal:
            ordinals[row.ordinal] = position


def _named(rows: list[Row], position: int, names: tuple[str, ...], before: dict[str, int]) -> tuple[int, ...]:
    """The rows whose numbers a total names, above it or right below it."""
    if len(names) < _FEW:
        return ()
    if all(name in before for name in names):
        return tuple(before[name] for name in names)
    after: dict[str, int] = {}
    for k in range(position + 1, len(rows)):
        if rows[k].ordinal and rows[k].ordinal not in after:
            after[rows[k].ordinal] = k
        if len(after) >= len(names) and all(name in after for name in names):
            return tuple(after[name] for name in names)
        if k - position > 400:  # noqa: PLR2004 far rows are parts of something else; keeps the work linear
            break
    return ()


def _total_readings(rows: list[Row], position: int, totals: list[int], *, is_flat: bool) -> Iterator[Structure]:
    """A total of the top rows above it, below it, of the whole table, or of the totals before it."""
    place = bisect_left(totals, position)
    previous = totals[place - 1] if place else -1
    following = totals[place + 1] if place + 1 < len(totals) else len(rows)
    above = _tops(rows, previous + 1, position)
    below = _tops(rows, position + 1, following)
    steps = {rows[k].step for k in (*above, *below)}
    is_plain = is_flat and len(steps) == 1 and rows[position].is_plain_total
    if len(above) >= _FEW:
        yield Structure(position, above, "total", is_named=is_plain and not below)
    if len(below) >= _FEW:  # a list under its total need not be complete, a numbered one is
        yield Structure(position, below, "total", is_named=is_plain and not above and Step.PLAIN not in steps)
    if place and position == totals[-1]:
        yield Structure(position, tuple(totals[:-1]), "total of totals")
        everything = _tops(rows, 0, position)
        if len(everything) > len(above):
            yield Structure(position, everything, "total")


def _tops(rows: list[Row], first: int, stop: int) -> tuple[int, ...]:
    """Rows without parent in a stretch; totals among them are left out."""
    return tuple(k for k in range(first, stop) if rows[k].parent is None and not rows[k].is_total)


def _sums(board: Board, structure: Structure) -> list[_Sum]:
    sums = []
    for column, _ in board.columns():
        total = board.at(structure.total, column)
        if total is None or not _is_additive(board, total):
            continue
        parts, blanks = _parts(board, structure, column)
        if len(parts) < min(_FEW, len(structure.parts)):
            continue
        if any(not _is_additive(board, p) or p.printed.unit != total.printed.unit for p in parts):
            continue
        holds = sum_holds(total.printed, [p.printed for p in parts])
        sums.append(_Sum(column, total, tuple(parts), blanks, holds))
    return sums


def _parts(board: Board, structure: Structure, column: int) -> tuple[list[Entry], bool]:
    """The figures of the parts; a part without figure is replaced by its own parts."""
    rows = board.section.rows
    parts, has_blanks = [], False
    for position in structure.parts:
        entry = board.at(position, column)
        if entry is not None:
            parts.append(entry)
            continue
        inner = [board.at(k, column) for k in _children(rows, position)]
        figures = [e for e in inner if e is not None]
        if figures:
            parts.extend(figures)
            has_blanks = has_blanks or len(figures) < len(inner)
        elif not board.grid.norms[rows[position].index][board.section.columns[column].index]:
            has_blanks = True
    return parts, has_blanks


def _children(rows: list[Row], position: int) -> list[int]:
    out = []
    for k in range(position + 1, len(rows)):
        parent = rows[k].parent
        if parent == position:
            out.append(k)
        elif parent is None or parent < position:
            break
    return out


def _is_additive(board: Board, entry: Entry) -> bool:
    column, row = board.section.columns[entry.column], board.section.rows[entry.row]
    if entry.meaning.sense in COMPARING or not is_plain(entry) or entry.figure.value < 0:
        return False
    if is_ratio_unit(entry.printed.unit):
        return False
    return not (_NOT_ADDITIVE.search(column.norm) or _NOT_ADDITIVE.search(row.norm))


def _single_parts(board: Board, structure: Structure, sums: list[_Sum]) -> Iterator[Claim]:
    """Of "Trong đó" without the rest only this can be said: no part is above the whole."""
    rows = board.section.rows
    if not any(rows[k].is_part for k in structure.parts):
        return
    for one in sums:
        for part in one.parts:
            yield _claim(board, _Sum(one.column, one.total, (part,), False, True), is_exhaustive=False)


def _claim(board: Board, found: _Sum, *, is_exhaustive: bool) -> Claim:
    operands = [("total", found.total), *(("part", part) for part in found.parts)]
    return make_claim(board, ClaimType.SUM, operands, "table.sum", is_exhaustive=is_exhaustive)
