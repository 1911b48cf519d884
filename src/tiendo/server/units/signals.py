# SPDX-License-Identifier: Apache-2.0
"""What units ask of the apps above.

``unit_links``: asked by the page of a unit, with ``unit_id: int`` and ``request: HttpRequest``; a receiver returns a
list of ``UnitLink``, of what the person may see, and of ``UnitNote``. Receivers: ``figures`` (its figures), ``board``
(its targets), ``accounts`` (a note where nothing of it is the person's to see).
"""

from __future__ import annotations

from django.dispatch import Signal

unit_links = Signal()
