# SPDX-License-Identifier: Apache-2.0
"""A claim from the entries it is about."""

from __future__ import annotations

from collections.abc import Sequence

from tiendo.kernel.findings import Claim, ClaimType, Operand, RatioMode
from tiendo.read.tables.cells import cell_ref
from tiendo.read.tables.claims.agree import Board
from tiendo.read.tables.data import Entry


def make_claim(
    board: Board,
    claim_type: ClaimType,
    operands: Sequence[tuple[str, Entry]],
    rule: str,
    *,
    mode: RatioMode | None = None,
    is_exhaustive: bool = False,
) -> Claim:
    """A claim about cells; arithmetic takes the printed numbers, so an estimate ("Ước TH") is no hedge here.

    Args:
        operands: role and figure, in order; the result ("stated", "total" or "change") gives the place.
    """
    result = next(e for role, e in operands if role in ("stated", "total", "change"))
    cell = cell_ref(board.grid, board.section, result.row, result.column)
    return Claim(
        claim_type,
        tuple(
            Operand(role, board.exact(e), cell=cell_ref(board.grid, board.section, e.row, e.column))
            for role, e in operands
        ),
        quote=f"{cell.row_label} | {cell.column_label}",
        cell=cell,
        mode=mode,
        is_exhaustive=is_exhaustive,
        rules=(rule,),
        confidence=0.9,
    )
