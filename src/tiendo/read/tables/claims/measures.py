# SPDX-License-Identifier: Apache-2.0
"""Tables whose rows are plan, result and percentage of what stands in the column or the group before them."""

from __future__ import annotations

from collections.abc import Iterator

from tiendo.kernel.findings import Claim, ClaimType, RatioMode
from tiendo.read.tables.claims.agree import Board, is_plain, ratio_holds
from tiendo.read.tables.claims.making import make_claim
from tiendo.read.tables.data import Entry, Sense

_REACH = 6  # rows that plan and result may stand above their percentage


def make_claims(board: Board) -> Iterator[Claim]:
    """A claim for every percentage row that follows from the rows of plan and result above it, where most agree."""
    found = [triple for column, _ in board.columns() for triple in _triples(board, column)]
    told = [
        (triple, ratio_holds(triple[0].printed, board.exact(triple[1]), triple[2].printed, RatioMode.SHARE))
        for triple in found
    ]
    agree, differ = sum(h is True for _, h in told), sum(h is False for _, h in told)
    if agree <= differ:
        return
    for (top, bottom, stated), holds in told:
        if holds is not None:
            operands = [("numerator", top), ("denominator", bottom), ("stated", stated)]
            yield make_claim(board, ClaimType.RATIO, operands, "table.row_ratio", mode=RatioMode.SHARE)


def _triples(board: Board, column: int) -> Iterator[tuple[Entry, Entry, Entry]]:
    """Result, plan and percentage of a column, as they follow each other down the rows."""
    if board.section.columns[column].meaning.sense is not Sense.FACT:
        return
    last: dict[Sense, Entry] = {}
    for entry in board.by_column[column]:
        sense = board.section.rows[entry.row].meaning
        if sense is None or not is_plain(entry):
            continue
        plan, result = last.get(Sense.PLAN), last.get(Sense.RESULT)
        if sense.sense is Sense.SHARE and plan is not None and result is not None:
            if entry.row - min(plan.row, result.row) <= _REACH:
                yield result, plan, entry
            last = {}
        else:
            last[sense.sense] = entry
