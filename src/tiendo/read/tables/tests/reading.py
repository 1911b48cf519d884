# SPDX-License-Identifier: Apache-2.0
"""Short forms of findings, for comparing in tests."""

from __future__ import annotations

from dataclasses import replace

from tiendo.kernel.findings import Claim, ClaimType, Measurement
from tiendo.read.tables import TableFindings
from tiendo.read.tables.claims.agree import difference_holds, ratio_holds, sum_holds


def at(findings: TableFindings, row: str, column: str) -> Measurement:
    """The one measurement of a place, by row label and header path."""
    (found,) = [m for m in findings.measurements if m.cell and (m.cell.row_label, m.cell.column_label) == (row, column)]
    return found


def kinds(findings: TableFindings) -> dict[str, set[str]]:
    """Header path → kinds that were read under it."""
    out: dict[str, set[str]] = {}
    for measurement in findings.measurements:
        assert measurement.cell is not None
        out.setdefault(measurement.cell.column_label, set()).add(measurement.kind.value)
    return out


def labels(findings: TableFindings) -> list[str]:
    """Row labels in order, each once."""
    return list(dict.fromkeys(m.cell.row_label for m in findings.measurements if m.cell))


def holds(claim: Claim) -> bool:
    """Whether the arithmetic of a claim comes out, to the printed places."""
    numbers = [operand.quantity for operand in claim.operands]
    if claim.type is ClaimType.RATIO:
        assert claim.mode is not None
        stated = replace(numbers[2], value=abs(numbers[2].value)) if claim.mode.value == "decrease" else numbers[2]
        return ratio_holds(numbers[0], numbers[1], stated, claim.mode) is True
    if claim.type is ClaimType.DIFFERENCE:
        return difference_holds(numbers[0], numbers[1], numbers[2])
    if not claim.is_exhaustive:
        return sum(n.value for n in numbers[1:]) <= numbers[0].value
    return sum_holds(numbers[0], numbers[1:])


def wrong(findings: TableFindings) -> list[str]:
    """Places of the claims that do not come out."""
    return [claim.quote for claim in findings.claims if not holds(claim)]


def stated(findings: TableFindings, claim_type: ClaimType) -> set[str]:
    """Places of all claims of one type."""
    return {claim.quote for claim in findings.claims if claim.type is claim_type}
