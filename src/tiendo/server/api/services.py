# SPDX-License-Identifier: Apache-2.0
"""Doing once what may be asked twice: idempotency keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from tiendo.server.api.models import Answer
from tiendo.server.support.refusals import Refusal

#: How long an answer is kept for a request that comes again.
KEPT = timedelta(days=7)

_CONFLICT = 409


@dataclass(frozen=True, slots=True)
class Sent:
    """A request that may come again.

    Attributes:
        holder: the token or the person that sent it.
        key: chosen by the caller; empty: nothing is remembered.
        fingerprint: of address and body.
    """

    holder: str
    key: str
    fingerprint: str


def answer_once(sent: Sent, act: Callable[[], Any]) -> tuple[Any, bool]:
    """Does the act in a transaction, or gives the answer that it was given the first time.

    A refusal undoes everything and is not remembered: the request can be mended and sent again with its key.

    Args:
        act: gives the answer as plain JSON.

    Returns:
        The answer, and whether it is that of an earlier request.

    Raises:
        Refusal: the key stands for another request.
    """
    with transaction.atomic():
        if not sent.key:
            return act(), False
        row, is_new = _claim(sent)
        if not is_new:
            if row.fingerprint != sent.fingerprint:
                raise Refusal(
                    _("This idempotency key was used for another request: take a new key for each request."),
                    field="Idempotency-Key",
                    status=_CONFLICT,
                )
            return row.body, True
        row.body = act()
        row.save(update_fields=["body"])
        return row.body, False


def _claim(sent: Sent) -> tuple[Answer, bool]:
    """The row of the key, locked. Of two requests at once the second waits here until the first has ended."""
    known = Answer.objects.select_for_update().filter(holder=sent.holder, key=sent.key).first()
    if known is not None:
        return known, False
    try:
        with transaction.atomic():
            made = Answer.objects.create(
                holder=sent.holder, key=sent.key, fingerprint=sent.fingerprint, at=timezone.now()
            )
            return made, True
    except IntegrityError:
        return Answer.objects.select_for_update().get(holder=sent.holder, key=sent.key), False


def forget_answers() -> int:
    """Deletes answers that were kept long enough; returns how many."""
    return Answer.objects.filter(at__lt=timezone.now() - KEPT).delete()[0]
