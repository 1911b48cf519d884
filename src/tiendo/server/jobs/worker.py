# SPDX-License-Identifier: Apache-2.0
"""The process that works off the queue: the worker of django-tasks-db, and a thread beside it that keeps the leases."""

from __future__ import annotations

import gc
import logging
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import close_old_connections, connections
from django.db.utils import OperationalError
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from tiendo.server.jobs.running import running
from tiendo.server.jobs.services import Sizes, reap, run_waiting, start_due

_TICK = 10.0  # seconds; a lease lives six of these
_POLL = 0.2  # seconds between two looks at an empty queue
_NEW_OBJECTS = 50_000  # until garbage in circles is looked for

log = logging.getLogger("tiendo.jobs")


class _Worker(Worker):
    """The worker of the queue; behind the job it took it runs those that wait, until none does."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.sizes = Sizes()

    def run_task(self, db_task_result: DBTaskResult[..., Any]) -> None:
        """One entry of the queue, then rounds without it."""
        super().run_task(db_task_result)
        self.running_task = True  # a signal that comes now waits for the present job
        try:
            while self.running and run_waiting(lambda: self.running, self.sizes):
                pass
        except OperationalError:  # whose end was not written is taken up again when the lease runs out
            log.warning("the database did not answer the worker of the jobs; it asks again", exc_info=True)
        finally:
            self.running_task = False


def work(*, until_empty: bool = False, poll: float = _POLL) -> None:
    """Runs jobs until told to stop (SIGTERM, SIGINT: after the present job; a second signal: at once).

    Args:
        until_empty: ends when the queue is empty.
    """
    reap()  # what a killed worker left may be ours to take at once
    start_due()  # not left to the clock: what it puts into the queue behind our last look would not be done
    stop = threading.Event()
    ticker = threading.Thread(target=_tick, args=(stop,), name="tiendo-job-clock", daemon=True)
    ticker.start()
    worker = _Worker(
        queue_names=["*"],
        interval=poll,
        batch=until_empty,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=uuid.uuid4().hex,
        excluded_queue_names=[],
    )
    if threading.current_thread() is threading.main_thread():
        worker.configure_signals()
    try:
        with _few_collections():
            worker.run()
    finally:
        stop.set()
        ticker.join(timeout=2)


@contextmanager
def _few_collections() -> Iterator[None]:
    """Looks for garbage in circles less often, and never among what was there before.

    A group of jobs holds tens of thousands of rows until they are written together. By the interpreter's own measure
    (700 new objects) they, and all modules, are looked through again and again, and hardly any circle is found.
    """
    usual = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.unfreeze()


def _tick(stop: threading.Event) -> None:
    try:
        _keep_ticking(stop)
    finally:
        connections.close_all()  # of this thread, which ends


def _keep_ticking(stop: threading.Event) -> None:
    while not stop.wait(_TICK):
        try:
            running.renew()
            reap()
            start_due()
        except OperationalError:
            log.warning("the database did not answer the clock of the jobs; it asks again", exc_info=True)
        finally:
            close_old_connections()
