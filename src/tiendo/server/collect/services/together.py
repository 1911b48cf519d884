# SPDX-License-Identifier: Apache-2.0
"""Approving or locking the sheets of many units at once: each for itself, what cannot be done is left as it is."""

from __future__ import annotations

from django.db import transaction

from tiendo.server.accounts.data import Act as Right
from tiendo.server.accounts.data import Scope
from tiendo.server.accounts.queries import permitted
from tiendo.server.collect.data import Move, State
from tiendo.server.collect.models import Sheet
from tiendo.server.collect.services.reviewing import approve_sheet, lock_sheet
from tiendo.server.support.refusals import Refusal

_FROM = {Move.APPROVE: (State.SUBMITTED, approve_sheet), Move.LOCK: (State.APPROVED, lock_sheet)}


def review_together(form_id: int, period: str, move: Move, *, scope: Scope) -> tuple[int, int]:
    """Approves all sheets of a form and a period that were sent, or locks all that are approved.

    Args:
        period: in the text form of SDMX.
        move: ``APPROVE`` or ``LOCK``.

    Returns:
        How many were done, and how many were left because something stands against it (two sources disagree).

    Raises:
        NotForYou: the person does not review these sheets.
    """
    state, act = _FROM[move]
    sheets = permitted(Sheet.objects.filter(form_id=form_id, period=period, state=state), scope, Right.DECIDE)
    done = left = 0
    for sheet_id in list(sheets.order_by("pk").values_list("pk", flat=True)):
        try:
            with transaction.atomic():
                act(sheet_id, scope=scope)
            done += 1
        except Refusal:
            left += 1
    return done, left
