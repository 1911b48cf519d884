# SPDX-License-Identifier: Apache-2.0
"""What this app tells when the apps below ask."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tiendo.server.accounts.data import Scope
from tiendo.server.board.queries import has_board
from tiendo.server.units.data import UnitLink
from tiendo.server.units.signals import unit_links


@receiver(unit_links, dispatch_uid="board.of_unit")
def link_to_board(*, unit_id: int, request: HttpRequest, **_rest: Any) -> list[UnitLink]:
    """The newest board of a unit that has targets which the person may see."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # set by the middleware
    if not has_board(unit_id, scope):
        return []
    return [UnitLink(_("Its targets"), reverse("board-latest", args=[unit_id]), "target-arrow")]
