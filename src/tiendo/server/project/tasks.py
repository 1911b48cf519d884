# SPDX-License-Identifier: Apache-2.0
"""Regular work of apps that stand below ``jobs`` and so cannot ask for it themselves."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from tiendo.server.accounts.services import forget_addresses as forget
from tiendo.server.jobs.data import JobContext, job


@job("accounts.forget_addresses", every=timedelta(days=1), label=_("Forgetting old addresses of sign-ins"))
def forget_addresses(_context: JobContext) -> dict[str, int]:
    """Deletes addresses of sign-ins that have been kept long enough, and sessions that are over."""
    sessions, _kinds = Session.objects.filter(expire_date__lt=timezone.now()).delete()
    return {"addresses": forget(), "sessions": sessions}
