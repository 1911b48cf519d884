# SPDX-License-Identifier: Apache-2.0
"""What this app does when others tell it something; ``apps`` connects it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.dispatch import receiver

from tiendo.server.figures.data import FigureKey
from tiendo.server.figures.signals import figures_changed
from tiendo.server.targets.services import evaluate_touched


@receiver(figures_changed, dispatch_uid="targets.evaluate")
def evaluate(sender: object, *, keys: Sequence[FigureKey], **_: Any) -> None:
    """Judges what the figures touch, in their transaction: a verdict that cannot be stored undoes the figures."""
    evaluate_touched(keys)
