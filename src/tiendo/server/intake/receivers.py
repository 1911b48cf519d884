# SPDX-License-Identifier: Apache-2.0
"""What this app does when the apps below tell it something."""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from tiendo.server.accounts.data import Scope
from tiendo.server.audit.data import Actor
from tiendo.server.documents.queries import get_document
from tiendo.server.documents.signals import document_received
from tiendo.server.intake.services.reading import start_reading


@receiver(document_received, dispatch_uid="intake.read")
def read_when_received(*, document_id: int, actor: Actor, **_rest: Any) -> None:
    """A new document goes into the queue of the reader, in the transaction that received it."""
    unit_id = get_document(document_id, Scope.system("intake")).unit_id
    start_reading(document_id, unit_id, Scope(actor))
