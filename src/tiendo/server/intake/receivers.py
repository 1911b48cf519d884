# SPDX-License-Identifier: Apache-2.0
"""What this app does when the apps below tell it something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from tiendo.server.accounts.data import Act, Scope
from tiendo.server.accounts.queries import may
from tiendo.server.audit.data import Actor
from tiendo.server.documents.data import DocumentLink
from tiendo.server.documents.queries import get_document
from tiendo.server.documents.signals import document_links, document_received
from tiendo.server.intake.queries import find_review_count
from tiendo.server.intake.services.reading import start_reading


@receiver(document_received, dispatch_uid="intake.read")
def read_when_received(*, document_id: int, unit_id: int, file: Mapping[str, Any], actor: Actor, **_rest: Any) -> None:
    """A new document goes into the queue of the reader, in the transaction that received it."""
    start_reading(document_id, unit_id, file, actor)


@receiver(document_links, dispatch_uid="intake.desk")
def link_to_desk(*, document_id: int, scope: Scope, **_rest: Any) -> list[DocumentLink]:
    """The desk of a document that has been read, and another reading for who may review it."""
    may_review = may(scope, Act.REVIEW, get_document(document_id, scope).unit_id)
    count, links = find_review_count(document_id), []
    if count is not None:
        label = _("Review the findings") if may_review and count else _("See the findings")
        links.append(DocumentLink(label, reverse("desk", args=[document_id]), count or None))
    if may_review:
        links.append(DocumentLink(_("Read again"), reverse("read-again", args=[document_id]), is_act=True))
    return links
