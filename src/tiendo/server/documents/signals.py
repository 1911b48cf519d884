# SPDX-License-Identifier: Apache-2.0
"""What documents tell the apps above. Receivers run inside the sender's transaction.

``document_received``: sent once for each new document, with ``document_id: int``, ``unit_id: int``, ``actor: Actor``
and ``file``, what ``queries.as_file`` takes; none of it changes later.
Receivers: ``intake`` (starts reading).

``document_links``: asked by the page of a document, with ``document_id: int`` and ``scope: Scope``; a receiver returns
a list of ``DocumentLink``. Receivers: ``intake`` (the review desk, another reading).
"""

from __future__ import annotations

from django.dispatch import Signal

document_received = Signal()
document_links = Signal()
