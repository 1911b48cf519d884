# SPDX-License-Identifier: Apache-2.0
"""Putting jobs into the queue, stopping and running them, taking them from dead workers."""

from tiendo.server.jobs.services.queue import cancel, enqueue
from tiendo.server.jobs.services.rounds import AT_ONCE, Sizes, run_job, run_waiting
from tiendo.server.jobs.services.upkeep import reap, start_due

__all__ = ["AT_ONCE", "Sizes", "cancel", "enqueue", "reap", "run_job", "run_waiting", "start_due"]
