# SPDX-License-Identifier: Apache-2.0
"""Columns that state one column against another: "So KH (%)", "So cùng kỳ (%)", "Tỷ lệ giải ngân", "Tỷ lệ đúng hạn".

Which two columns belong to a percentage is decided by what agrees in most rows, not by words alone; then the rows
that do not agree are claims too.
"""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.kernel.findings import Claim, ClaimType, RatioMode
from tiendo.kernel.quantity import Qualifier
from tiendo.kernel.records import record
from tiendo.read.tables.claims.agree import COMPARING, SAMPLE, Board, is_plain, ratio_holds, tally
from tiendo.read.tables.claims.making import make_claim
from tiendo.read.tables.data import Column, Entry, Sense
from tiendo.read.tables.meanings import is_bare_ratio

_SURE = 3  # rows that must agree where no word says what the percentage is of
_CLEAR = 3  # and so many times as many as disagree


@record
class Fit:
    """A percentage column with the columns it follows from, and how many rows agree."""

    stated: int
    numerator: int
    denominator: int
    mode: RatioMode
    agree: int
    differ: int


def find_fits(board: Board) -> list[Fit]:
    """The best pair for every percentage column for which there is one."""
    fits = []
    for at, column in board.columns():
        is_rate = is_bare_ratio(column.norms[-1]) if column.norms else False
        if column.meaning.sense in COMPARING or is_rate or _is_percentage(board, at):
            found = _best(board, at, column)
            if found is not None:
                fits.append(found)
    return fits


def _is_percentage(board: Board, at: int) -> bool:
    return all(e.printed.unit == "%" for e in board.by_column[at][:SAMPLE])


def _best(board: Board, at: int, column: Column) -> Fit | None:
    best: tuple[tuple[int, int, int, int], Fit] | None = None
    entries = [e for e in board.by_column[at] if is_plain(e)][:SAMPLE]
    for numerator, denominator, mode in _candidates(board, at, column):
        agree, differ = tally(
            holds
            for e in entries
            if (holds := _row_holds(board, e, numerator, denominator, mode)) or not _is_soft(board, e, denominator)
        )
        if not agree:
            continue
        near = _kinship(board, at, numerator) + _kinship(board, at, denominator)
        rank = (agree - differ, near, numerator, -abs(at - denominator))
        if best is None or rank > best[0]:
            best = (rank, Fit(at, numerator, denominator, mode, agree, differ))
    if best is None or not _is_enough(board, column, best[1]):
        return None
    return best[1]


def _is_enough(board: Board, column: Column, fit: Fit) -> bool:
    sense = column.meaning.sense
    if column.formula is not None or (sense is Sense.SHARE and len(list(_candidates(board, fit.stated, column))) == 1):
        return fit.agree >= fit.differ  # words leave one reading only
    if sense in (Sense.SHARE, Sense.GROWTH):
        return fit.agree > fit.differ
    if sense is Sense.COMPARE:
        return fit.agree > (fit.differ if _is_only_plan(board, fit) else 2 * fit.differ)
    if is_bare_ratio(column.norms[-1]) and _is_only_plan(board, fit):
        return fit.agree > fit.differ
    return fit.agree >= _SURE and fit.agree >= _CLEAR * fit.differ


def _is_only_plan(board: Board, fit: Fit) -> bool:
    """Whether a rate ("Tỷ lệ (%)") stands beside one plan and one result, and is the share of one in the other."""
    levels = dict(board.near(fit.stated))
    plans = [at for at, column in levels.items() if column.meaning.sense is Sense.PLAN]
    is_told = plans == [fit.denominator] and fit.numerator in levels and fit.mode is RatioMode.SHARE
    return is_told and len(levels) == len(plans) + 1


def _candidates(board: Board, at: int, column: Column) -> Iterator[tuple[int, int, RatioMode]]:
    """Pairs of columns that the words allow, with the ways a percentage may be meant."""
    sense = column.meaning.sense
    levels = board.near(at)
    modes = [RatioMode.SHARE] if sense in (Sense.SHARE, Sense.FACT) else [RatioMode.SHARE, RatioMode.EXCESS]
    is_plan = column.meaning.comparison == "plan"
    for denominator, base in levels:
        if is_plan and base.meaning.sense is not Sense.PLAN:
            continue
        for numerator, top in levels:
            if numerator == denominator or (is_plan and top.meaning.sense is Sense.PLAN):
                continue
            if column.formula and column.formula != (top.index, base.index):
                continue
            for mode in modes:
                yield numerator, denominator, mode


def _kinship(board: Board, one: int, other: int) -> int:
    """How many levels of the header two columns share."""
    a, b = board.section.columns[one].norms, board.section.columns[other].norms
    shared = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        shared += 1
    return shared


def _row_holds(board: Board, stated: Entry, numerator: int, denominator: int, mode: RatioMode) -> bool | None:
    top, bottom = board.at(stated.row, numerator), board.at(stated.row, denominator)
    if top is None or bottom is None or not is_plain(top) or not _can_be_base(bottom):
        return None
    return ratio_holds(top.printed, board.exact(bottom), stated.printed, mode)


def _can_be_base(entry: Entry) -> bool:
    """A plan "≥ 95" is measured against its number; ceilings, ranges and hedged plans are not."""
    figure = entry.figure
    return figure.second is None and not figure.is_change and figure.qualifier in (Qualifier.EXACT, Qualifier.AT_LEAST)


def _is_soft(board: Board, stated: Entry, denominator: int) -> bool:
    """Rows where offices compare in more than one way: percentages against percentages, minimum plans."""
    bottom = board.at(stated.row, denominator)
    return bottom is not None and (bottom.printed.unit in ("%", "‰") or not is_plain(bottom))


def make_claims(board: Board, fits: list[Fit]) -> Iterator[Claim]:
    """A claim for every row of a fitted column that can be told; none where another reading explains the row."""
    for fit in fits:
        others = [f for f in _alternatives(board, fit)]
        for stated in board.by_column[fit.stated]:
            if not is_plain(stated):
                continue
            holds = _row_holds(board, stated, fit.numerator, fit.denominator, fit.mode)
            if holds is None or (not holds and _is_soft(board, stated, fit.denominator)):
                continue
            if not holds and (_is_turned(board, fit, stated) or any(_row_holds(board, stated, *o) for o in others)):
                continue
            yield _claim(board, fit, stated)


def _is_turned(board: Board, fit: Fit, stated: Entry) -> bool:
    """Where less is better than the plan some offices divide the plan by the result."""
    if board.section.columns[fit.stated].meaning.sense is not Sense.SHARE:
        return False
    top, bottom = board.by_place[stated.row, fit.numerator], board.by_place[stated.row, fit.denominator]
    return ratio_holds(bottom.printed, top.printed, stated.printed, RatioMode.SHARE) is True


def _alternatives(board: Board, fit: Fit) -> list[tuple[int, int, RatioMode]]:
    """Other readings of a row: the same result against another plan or base, or printed the other way."""
    column = board.section.columns[fit.stated]
    if column.meaning.sense not in (Sense.SHARE, Sense.GROWTH):
        return []
    chosen = (fit.numerator, fit.denominator, fit.mode)
    return [c for c in _candidates(board, fit.stated, column) if c != chosen and c[0] == fit.numerator]


def _claim(board: Board, fit: Fit, stated: Entry) -> Claim:
    mode = fit.mode
    if mode is RatioMode.EXCESS and stated.printed.value < 0:
        mode = RatioMode.DECREASE  # "-5,3" states a decrease of 5,3 %
    top, bottom = board.by_place[stated.row, fit.numerator], board.by_place[stated.row, fit.denominator]
    operands = [("numerator", top), ("denominator", bottom), ("stated", stated)]
    return make_claim(board, ClaimType.RATIO, operands, "table.ratio", mode=mode)
