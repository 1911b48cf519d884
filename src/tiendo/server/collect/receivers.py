# SPDX-License-Identifier: Apache-2.0
"""What this app hears from the apps below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.dispatch import receiver
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tiendo.server.accounts.data import Scope
from tiendo.server.collect.queries import has_sheets
from tiendo.server.collect.services.guarding import refuse_locked
from tiendo.server.figures.data import FigureKey
from tiendo.server.figures.signals import figures_changed
from tiendo.server.units.data import UnitLink
from tiendo.server.units.signals import unit_links


@receiver(figures_changed, dispatch_uid="collect.guard")
def guard_locked(*, keys: Sequence[FigureKey], **_rest: Any) -> None:
    """No figure that a lock holds is changed by the way, by whatever app; runs in the writer's transaction."""
    refuse_locked(keys)


@receiver(unit_links, dispatch_uid="collect.of_unit")
def link_to_reports(*, unit_id: int, request: HttpRequest, **_rest: Any) -> list[UnitLink]:
    """The sheets of a unit, where there are any that the person may see."""
    scope: Scope = request.scope  # type: ignore[attr-defined]  # set by the middleware
    if not has_sheets(unit_id, scope):
        return []
    return [UnitLink(_("Its reports"), f"{reverse('reports')}?unit={unit_id}", "list-details")]
