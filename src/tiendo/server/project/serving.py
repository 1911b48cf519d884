# SPDX-License-Identifier: Apache-2.0
"""The processes of an installation: one that serves pages, one that runs jobs, and this one, which watches them.

A child that dies is started again; one that dies at once several times ends everything. Children are told to stop when
this process is, and end by themselves when it is killed. Not here: preparing the database (``tiendo.cli.server``).
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import FrameType
from typing import Any

_BLOCKING_THREADS = 2
_LOOK_EVERY = 0.2  # seconds
_SOON = 5.0  # a child that dies within this time has died at once
_TRIES = 5
_PATIENCE = 15.0  # seconds that a child has for what it is doing
_PR_SET_PDEATHSIG = 1


class PortError(Exception):
    """The address cannot be listened on; the message is the system's reason."""


class DyingError(Exception):
    """A child died at once, again and again; the message is its name."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to run."""

    host: str
    port: int
    workers: int = 1
    has_jobs: bool = True

    @property
    def url(self) -> str:
        """What a person types into the browser on this machine."""
        host = "localhost" if self.host in ("0.0.0.0", "::") else self.host  # noqa: S104 - it is compared, not bound
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"


@dataclass(slots=True)
class _Child:
    """One process that is kept alive."""

    name: str
    arguments: tuple[str, ...]
    process: subprocess.Popen[bytes] | None = None
    started_at: float = 0.0
    quick_deaths: int = 0
    rest_until: float = field(default=0.0)

    def start(self) -> None:
        """Starts the process, in a group of its own: Ctrl-C reaches this one alone, which then tells the others."""
        command = [sys.executable, "-m", "tiendo.server.project.serving", str(os.getpid()), *self.arguments]
        self.process = subprocess.Popen(command, start_new_session=True)  # noqa: S603 - our own module
        self.started_at = time.monotonic()

    def look(self) -> None:
        """Starts it again when it is dead, a little later each time that it died at once.

        Raises:
            DyingError: it did so too often.
        """
        now = time.monotonic()
        if self.process is None:
            if now >= self.rest_until:
                self.start()
        elif self.process.poll() is not None:
            self.quick_deaths = self.quick_deaths + 1 if now - self.started_at < _SOON else 0
            if self.quick_deaths >= _TRIES:
                raise DyingError(self.name)
            self.process, self.rest_until = None, now + 0.2 * 2**self.quick_deaths

    def tell(self, number: int) -> None:
        """Sends a signal, if it lives."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(number)


def run(plan: Plan, *, on_ready: Callable[[str], None]) -> None:
    """Runs everything until SIGTERM or SIGINT.

    Args:
        on_ready: called once with the address, when it answers.

    Raises:
        PortError: the address cannot be listened on.
        DyingError: a child died at once, again and again.
    """
    _try_port(plan)
    children = [_Child("web", ("web", plan.host, str(plan.port), str(plan.workers)))]
    if plan.has_jobs:
        children.append(_Child("jobs", ("jobs",)))
    stop = threading.Event()
    with _stopped_by_signals(stop):
        try:
            _watch(plan, children, stop, on_ready)
        finally:
            _end(children)


def _watch(plan: Plan, children: list[_Child], stop: threading.Event, on_ready: Callable[[str], None]) -> None:
    is_told = False
    while not stop.is_set():
        for child in children:
            child.look()
        if not is_told and _answers(plan):
            on_ready(plan.url)
            is_told = True
        stop.wait(_LOOK_EVERY)


def _end(children: list[_Child]) -> None:
    """Lets each child finish what it is doing; who takes too long is killed (a job is then taken up again)."""
    for child in children:
        child.tell(signal.SIGTERM)
    deadline = time.monotonic() + _PATIENCE
    for child in children:
        if child.process is None:
            continue
        try:
            child.process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.tell(signal.SIGKILL)
            child.process.wait()


@contextlib.contextmanager
def _stopped_by_signals(stop: threading.Event) -> Iterator[None]:
    def tell(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, tell) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _try_port(plan: Plan) -> None:
    """Says at once what would otherwise be a message of a child."""
    family = socket.AF_INET6 if ":" in plan.host else socket.AF_INET
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((plan.host, plan.port))
    except OSError as error:
        raise PortError(error.strerror or str(error)) from error


def _answers(plan: Plan) -> bool:
    host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(plan.host, plan.host)  # noqa: S104 - it is compared, not bound
    try:
        with socket.create_connection((host, plan.port), timeout=1):
            return True
    except OSError:
        return False


def follow_parent(parent: int, number: int) -> None:
    """Has this process end with a signal when the one that started it is gone, however that died."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, number, 0, 0, 0)
        if os.getppid() != parent:  # it died before we asked
            os.kill(os.getpid(), number)
    else:
        threading.Thread(target=_watch_parent, args=(parent, number), daemon=True).start()


def _watch_parent(parent: int, number: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os.kill(os.getpid(), number)


def _load_application() -> Any:
    """What a process of granian serves; it must not live on without the one that hears signals."""
    follow_parent(os.getppid(), signal.SIGKILL)
    from tiendo.server.project.wsgi import application  # noqa: PLC0415 - WONTFIX: loaded where it serves

    return application


def _serve_web(host: str, port: int, workers: int) -> None:
    from granian import Granian  # noqa: PLC0415 - WONTFIX: only the child that serves needs it
    from granian.constants import Interfaces  # noqa: PLC0415 - WONTFIX: the same

    Granian(
        "tiendo.server.project.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=_BLOCKING_THREADS,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        log_enabled=False,
    ).serve(target_loader=_load_application, wrap_loader=False)


def _serve_jobs() -> None:
    import django  # noqa: PLC0415 - WONTFIX: only the child that works needs it

    django.setup()
    from tiendo.server.jobs.worker import work  # noqa: PLC0415

    _await_database()
    work()


def _await_database() -> None:
    """A database server that is started anew ends nothing here: its connections break, and are made again."""
    from django.db import OperationalError, connection  # noqa: PLC0415 - WONTFIX: only behind the set-up

    while True:
        try:
            connection.ensure_connection()
        except OperationalError:
            time.sleep(_LOOK_EVERY)
        else:
            return


def main(arguments: list[str]) -> None:
    """What a child does: ``PARENT web HOST PORT WORKERS`` or ``PARENT jobs``."""
    match arguments:
        case [parent, "web", host, port, workers]:
            follow_parent(int(parent), signal.SIGTERM)
            _serve_web(host, int(port), int(workers))
        case [parent, "jobs"]:
            follow_parent(int(parent), signal.SIGTERM)
            _serve_jobs()
        case _:
            raise SystemExit(f"not a child of tiendo serve: {arguments}")


if __name__ == "__main__":
    main(sys.argv[1:])
