# SPDX-License-Identifier: Apache-2.0
"""Jobs as plain data: the public face."""

from __future__ import annotations

from enum import StrEnum


class JobState(StrEnum):
    """How far a job is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
