# SPDX-License-Identifier: Apache-2.0
"""Regular work of this app."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from tiendo.server.api.services import forget_answers as forget
from tiendo.server.jobs.data import JobContext, job


@job("api.forget_answers", every=timedelta(days=1), label=_("Forgetting old answers of the interface"))
def forget_answers(_context: JobContext) -> dict[str, int]:
    """Deletes answers that no request comes back for any more."""
    return {"answers": forget()}
