# SPDX-License-Identifier: Apache-2.0
"""What this app hears from the apps below."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.dispatch import receiver

from tiendo.server.collect.services.guarding import refuse_locked
from tiendo.server.figures.data import FigureKey
from tiendo.server.figures.signals import figures_changed


@receiver(figures_changed, dispatch_uid="collect.guard")
def guard_locked(*, keys: Sequence[FigureKey], **_rest: Any) -> None:
    """No figure that a lock holds is changed by the way, by whatever app; runs in the writer's transaction."""
    refuse_locked(keys)
