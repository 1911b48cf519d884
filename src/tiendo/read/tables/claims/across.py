# SPDX-License-Identifier: Apache-2.0
"""Columns that follow from others: "Tổng số" from its parts, "Tăng, giảm" in units, "Cơ cấu (%)" from the total row.

As for percentages, what agrees in most rows decides which columns belong together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tiendo.kernel.findings import Claim, ClaimType, RatioMode
from tiendo.kernel.quantity import Quantity
from tiendo.read.tables.claims.agree import (
    SAMPLE,
    Board,
    difference_holds,
    is_plain,
    is_ratio_unit,
    ratio_holds,
    same_unit,
    sum_holds,
    tally,
)
from tiendo.read.tables.claims.making import make_claim
from tiendo.read.tables.data import Column, Entry, Sense
from tiendo.read.tables.meanings import is_share_word

_TOTAL = re.compile(r"(?:tổng|cộng|tổng (?:số|cộng|vốn|thu|chi|nguồn)(?: .{0,40})?|toàn (?:xã|phường|tỉnh|bộ))(?!\w)")
_SPAN_TOTAL = re.compile(r"(?:quý|cả năm|lũy kế|luỹ kế|(?:6|9) tháng|năm)(?!\w)")
_REST = re.compile(r"còn (?:lại|thiếu|phải|nợ)|chưa (?:giải ngân|thực hiện|hoàn thành|giải quyết)")
_FEW = 2
_SURE = 3


def make_claims(board: Board, taken: frozenset[int]) -> Iterator[Claim]:
    """Claims between columns.

    Args:
        taken: percentage columns that are explained already.
    """
    for at, column in board.amounts:
        parts = _best_parts(board, at, column, board.near(at))
        if parts:
            yield from _sum_claims(board, at, parts)
    for at, column in board.columns():
        if at in taken:
            continue
        if column.meaning.sense is Sense.GROWTH:
            yield from _difference_claims(board, at, board.near(at))
        elif column.meaning.sense is Sense.FACT and is_share_word(column.norm):
            yield from _structure_claims(board, at, board.near(at))


def _amount(board: Board, row: int, column: int) -> Quantity | None:
    entry = board.at(row, column)
    if entry is None or not is_plain(entry) or entry.figure.value < 0:
        return None
    return entry.printed


def _best_parts(board: Board, at: int, column: Column, levels: Sequence[tuple[int, Column]]) -> tuple[int, ...]:
    """The columns that add up to this one in most rows; empty when there are none."""
    last = column.norms[-1] if column.norms else ""
    is_total = _TOTAL.match(last) is not None
    is_named = is_total or _SPAN_TOTAL.match(last) is not None
    best: tuple[int, int, tuple[int, ...]] = (0, 0, ())
    for parts in _readings(at, column, levels, is_named=is_named):
        agree, differ = _agreement(board, at, parts)
        enough = agree >= _FEW if is_named else agree >= _SURE
        if (enough or (is_total and agree and not differ)) and agree >= _FEW * differ:
            best = max(best, (agree - differ, len(parts), parts))
    return best[2]


def _readings(
    at: int, column: Column, levels: Sequence[tuple[int, Column]], *, is_named: bool
) -> Iterator[tuple[int, ...]]:
    """Runs of columns beside a total: those under the same head first, then the next two, three … of the same sense."""
    if not is_named and not any(_REST.search(c.norm) for _, c in levels):
        return
    after = [k for k, c in levels if k > at and _is_kin(column, c)]
    before = [k for k, c in levels if k < at and _is_kin(column, c)]
    if not is_named:
        rest = [k for k, c in levels if _REST.search(c.norm) and k != at]
        for k in rest:
            for other, _ in levels:
                if other not in (at, k):
                    yield (other, k)
        return
    for size in range(_FEW, len(after) + 1):
        yield tuple(after[:size])
    for size in range(_FEW, len(before) + 1):
        yield tuple(before[-size:])


def _is_kin(total: Column, part: Column) -> bool:
    return total.meaning.sense is part.meaning.sense or Sense.FACT in (total.meaning.sense, part.meaning.sense)


def _agreement(board: Board, at: int, parts: tuple[int, ...]) -> tuple[int, int]:
    return tally(_row_adds(board, entry, parts) for entry in board.by_column[at][:SAMPLE])


def _row_adds(board: Board, total: Entry, parts: tuple[int, ...]) -> bool | None:
    if not is_plain(total) or total.figure.value <= 0 or is_ratio_unit(total.printed.unit):
        return None
    amounts = [_amount(board, total.row, k) for k in parts]
    said = [a for a in amounts if a is not None]
    if len(said) < _FEW or any(same_unit(total.printed, a) is not a for a in said):
        return None
    holds = sum_holds(total.printed, said)
    return None if not holds and len(said) < len(parts) else holds


def _sum_claims(board: Board, at: int, parts: tuple[int, ...]) -> Iterator[Claim]:
    for total in board.by_column[at]:
        if _row_adds(board, total, parts) is None:
            continue
        entries = [e for k in parts if (e := board.at(total.row, k)) is not None]
        operands = [("total", total), *(("part", e) for e in entries)]
        yield make_claim(board, ClaimType.SUM, operands, "table.row_sum", is_exhaustive=True)


def _difference_claims(board: Board, at: int, levels: Sequence[tuple[int, Column]]) -> Iterator[Claim]:
    """ "Tăng, giảm" in units: result less the base."""
    changes = [e for e in board.by_column[at] if e.figure.second is None]
    best: tuple[int, int, int] | None = None
    for base, _ in levels:
        for end, _ in levels:
            if base == end:
                continue
            agree, differ = tally(_row_differs(board, entry, base, end) for entry in changes[:SAMPLE])
            if agree >= _FEW and agree >= _FEW * differ and (best is None or agree - differ > best[0]):
                best = (agree - differ, base, end)
    if best is None:
        return
    for entry in changes:
        if _row_differs(board, entry, best[1], best[2]) is None:
            continue
        start, end_entry = board.by_place[entry.row, best[1]], board.by_place[entry.row, best[2]]
        operands = [("from", start), ("to", end_entry), ("change", entry)]
        yield make_claim(board, ClaimType.DIFFERENCE, operands, "table.difference")


def _row_differs(board: Board, change: Entry, base: int, end: int) -> bool | None:
    start, stop = board.at(change.row, base), board.at(change.row, end)
    if start is None or stop is None or not is_plain(start) or not is_plain(stop):
        return None
    return difference_holds(start.printed, stop.printed, change.printed)


def _structure_claims(board: Board, at: int, levels: Sequence[tuple[int, Column]]) -> Iterator[Claim]:
    """ "Cơ cấu (%)": each row against the total row."""
    totals = [k for k, row in enumerate(board.section.rows) if row.is_total]
    shares = [e for e in board.by_column[at] if is_plain(e)]
    for column, _ in levels:
        for total in totals[:_FEW]:
            whole = board.at(total, column)
            if whole is None or not is_plain(whole):
                continue
            rows = [(e, top) for e in shares if (top := board.at(e.row, column)) is not None and is_plain(top)]
            told = [(e, top, ratio_holds(top.printed, whole.printed, e.printed, RatioMode.SHARE)) for e, top in rows]
            agree = sum(1 for *_, h in told if h)
            differ = sum(1 for *_, h in told if h is False)
            if agree < _SURE or agree < _SURE * differ:
                continue
            for stated, top, holds in told:
                if holds is not None and stated.row != total:
                    operands = [("numerator", top), ("denominator", whole), ("stated", stated)]
                    yield make_claim(board, ClaimType.RATIO, operands, "table.structure", mode=RatioMode.SHARE)
            return
