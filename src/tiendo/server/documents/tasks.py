# SPDX-License-Identifier: Apache-2.0
"""Regular work on documents, for the queue."""

from __future__ import annotations

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from tiendo.server.documents.services import sweep_files
from tiendo.server.jobs.data import JobContext, job


@job("documents.sweep", every=timedelta(days=1), label=_("Removing files that nobody refers to"))
def sweep(_context: JobContext) -> int:
    """Removes files that nobody refers to; returns how many."""
    return sweep_files()
