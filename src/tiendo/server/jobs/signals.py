# SPDX-License-Identifier: Apache-2.0
"""What jobs ask the apps above, for their pages.

``subjects_named``: asked by pages of jobs, once for all jobs of a page, with ``subjects: list[str]`` and
``scope: Scope``; a receiver returns a dict of ``jobs.data.Subject`` by subject, of what the person may see.
Receivers: ``documents``.
"""

from __future__ import annotations

from django.dispatch import Signal

subjects_named = Signal()
