# SPDX-License-Identifier: Apache-2.0
"""What figures tell the apps above. Receivers run inside the sender's transaction.

``figures_changed``: sent once for all observations that were added together, with ``keys: Sequence[FigureKey]`` and
``actor: Actor``. Receivers: ``targets`` (evaluates what is touched).
"""

from __future__ import annotations

from django.dispatch import Signal

figures_changed = Signal()
