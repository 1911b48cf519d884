# SPDX-License-Identifier: Apache-2.0
"""What would be refused of many figures, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Sequence

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import keep_permitted
from tiendo.server.figures.data import FigureInput
from tiendo.server.figures.models import Indicator
from tiendo.server.figures.services.recording import draft_figure
from tiendo.server.support.refusals import NotForYou, Refusal


def find_faults(inputs: Sequence[FigureInput], *, scope: Scope) -> list[Refusal | NotForYou | None]:
    """For each figure why ``record_figures`` would refuse it by itself; None where it would not.

    What depends on the record (a gap over a value) is found by recording alone.
    """
    allowed = keep_permitted({one.unit_id for one in inputs}, scope, Act.REVIEW)
    codes = {one.indicator for one in inputs}
    indicators = {indicator.code: indicator for indicator in Indicator.objects.filter(code__in=codes)}
    return [_find_fault(one, indicators) if one.unit_id in allowed else NotForYou() for one in inputs]


def _find_fault(one: FigureInput, indicators: dict[str, Indicator]) -> Refusal | None:
    try:
        draft_figure(one, indicators)
    except Refusal as refusal:
        return refusal
    return None
