# SPDX-License-Identifier: Apache-2.0
"""Kills a server as a power cut does, again and again, and looks at what is there afterwards (`make kill`).

A real `tiendo serve` with a data folder of its own is killed (SIGKILL: supervisor, pages and jobs at once) while it
takes files in, while it reads them, and while everything of a document is accepted. It is started again each time; then
what was acknowledged must be there, nothing may be half there, and the jobs must have gone on by themselves.

Here: the killing and the table. Not here: what must hold afterwards (`kill_checks`). Needs Linux.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import http.client
import io
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
import uuid
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Protocol

ROOT = Path(__file__).resolve().parent.parent
REPORTS = sorted((ROOT / "sample" / "localities" / "quan-5-2024").glob("bao-cao-*.docx"))
PHASES = ("upload", "reading", "accept-all")
FILES = 8  # of one round
PATIENCE = 120.0  # a busy machine takes its time; nothing here measures any
_SHORTEST = 0.05  # seconds
_REACH = {"accept-all": 1.5}  # of the usual time: some kills shall fall between the commit, the answer and what follows
_TOKEN = "k" * 32  # any 32 letters are a token, if cookie and form agree
_OK, _FOUND = 200, 302


@dataclass(frozen=True, slots=True)
class Upload:
    """A file and what the server said of it."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Its hash."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(slots=True)
class Round:
    """One kill.

    Attributes:
        at: seconds after the start of what was going on.
        acknowledged: id of the document by hash, for what the server said it has.
        document_id: whose findings were being accepted; `expected` are these.
        is_answered: the server has said that they are accepted.
    """

    phase: str
    at: float = 0.0
    killed_at: float = 0.0
    acknowledged: dict[str, int] = field(default_factory=dict)
    sent: int = 0
    document_id: int = 0
    expected: frozenset[int] = frozenset()
    is_answered: bool = False
    back_s: float = 0.0


class Checks(Protocol):
    """`kill_checks`, which can be loaded only when there is a data folder."""

    def prepare(self) -> int:
        """Makes the installation; number of the unit that hands in."""

    def sign_in(self) -> str:
        """Cookie of a person who may do all of it."""

    def list_acceptable(self, document_id: int) -> frozenset[int]:
        """The findings that "accept all" takes."""

    def is_quiet(self) -> bool:
        """Whether no job waits or runs."""

    def tell(self, round_: Round) -> tuple[str, int]:
        """What was going on, and how many jobs were taken up."""

    def find_faults(self, round_: Round) -> list[str]:
        """What is lost or half there."""


# --- the server --------------------------------------------------------------------------------------------------


@dataclass(slots=True)
class Server:
    """`tiendo serve` on a port of its own."""

    port: int
    cookie: str = ""
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Starts it and waits until a page answers."""
        command = [sys.executable, "-m", "tiendo.cli", "serve", "--port", str(self.port)]
        self.process = subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL)
        _until(self._answers, "the server does not answer")

    def kill(self) -> None:
        """All of its processes at once; the one that watches first, so that it starts none again."""
        if self.process is None:
            return
        everyone = [self.process.pid, *_below(self.process.pid)]
        for pid in everyone:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        self.process.wait()
        _until(lambda: not any(map(_lives, everyone)), "a killed process lives")

    def _answers(self) -> bool:
        if self.process is not None and self.process.poll() is not None:
            raise SystemExit("The server ended by itself; its words are above.")
        with contextlib.suppress(OSError, http.client.HTTPException):
            return self.ask("GET", "/sign-in/")[0] in (_OK, _FOUND)
        return False

    def ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> tuple[int, str]:
        """One request on a connection of its own."""
        link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        headers = {"Cookie": f"csrftoken={_TOKEN}; sessionid={self.cookie}", "X-CSRFToken": _TOKEN}
        if kind:
            headers["Content-Type"] = kind
        with contextlib.closing(link):
            link.request(method, path, body, headers)
            answer = link.getresponse()
            return answer.status, answer.read().decode()

    def upload(self, unit_id: int, file: Upload) -> int:
        """Hands a file in; the number of its document."""
        border = uuid.uuid4().hex
        head = f'--{border}\r\nContent-Disposition: form-data; name="unit"\r\n\r\n{unit_id}\r\n--{border}\r\n'
        head += f'Content-Disposition: form-data; name="file"; filename="{file.name}"\r\n\r\n'
        body = head.encode() + file.data + f"\r\n--{border}--\r\n".encode()
        status, page = self.ask("POST", "/documents/upload/", body, f"multipart/form-data; boundary={border}")
        link = re.search(r'href="/documents/(\d+)/"', _main_of(page))
        if status != _OK or link is None:
            raise SystemExit(f"An upload was answered with {status}: {page[:2000]}")
        return int(link[1])

    def accept_all(self, document_id: int) -> bool:
        """Accepts everything of a document that needs no second look."""
        body = urllib.parse.urlencode({"above": "0"}).encode()
        status, _ = self.ask("POST", f"/intake/{document_id}/accept-all/", body, "application/x-www-form-urlencoded")
        return status in (_OK, _FOUND)


def _main_of(page: str) -> str:
    return page[page.find("<main") :]


def _until(condition: Callable[[], bool], fault: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > deadline:
            raise SystemExit(f"{fault}, after {PATIENCE:.0f} s")
        time.sleep(0.05)


def _below(pid: int) -> list[int]:
    """Numbers of the processes below one, read from the system."""
    parents: dict[int, list[int]] = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                parents.setdefault(parent, []).append(int(folder.name))
    found, left = [], [pid]
    while left:
        below = parents.get(left.pop(), [])
        found += below
        left += below
    return found


def _lives(pid: int) -> bool:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


# --- what is going on when it is killed --------------------------------------------------------------------------


class Play:
    """Twenty rounds with one server."""

    def __init__(self, server: Server, seed: int, checks: Checks) -> None:
        self.server, self.checks = server, checks
        self.random = random.Random(seed)  # noqa: S311 - it chooses moments, nothing secret
        self.unit_id = checks.prepare()
        server.cookie = checks.sign_in()
        self._files = self._make_files()
        self.usual = dict.fromkeys(PHASES, 1.0)  # seconds that each takes when nobody is killed

    def _make_files(self) -> Iterator[Upload]:
        """The sample's reports without end, no two of the same bytes."""
        for number, path in enumerate(cycle(REPORTS)):
            out = io.BytesIO(path.read_bytes())
            with zipfile.ZipFile(out, "a") as archive:
                archive.comment = str(number).encode()
            yield Upload(f"{path.stem}-{number}.docx", out.getvalue())

    def rehearse(self) -> None:
        """Does everything once without a kill, to know how long it takes."""
        for phase in PHASES:
            work, round_ = self._begin(phase)
            start = time.monotonic()
            work(round_)
            if phase == "reading":
                self._settle()
            self.usual[phase] = max(_SHORTEST, time.monotonic() - start)
            self._settle()

    def play(self, phase: str) -> Round:
        """One kill and a new start; returns when the jobs have come to their end."""
        work, round_ = self._begin(phase)
        round_.at = self.random.uniform(0.0, self.usual[phase] * _REACH.get(phase, 1.0))
        worker = threading.Thread(target=_quietly, args=(work, round_), daemon=True)
        worker.start()
        time.sleep(round_.at)
        self.server.kill()
        round_.killed_at = time.time()
        worker.join(PATIENCE)
        start = time.monotonic()
        self.server.start()
        self._settle()
        round_.back_s = time.monotonic() - start
        return round_

    def _begin(self, phase: str) -> tuple[Callable[[Round], None], Round]:
        round_ = Round(phase)
        if phase == "upload":
            return self._upload, round_
        if phase == "reading":
            self._upload(round_)
            return lambda _round: None, round_
        self._upload(round_, count=1)
        self._settle()
        (round_.document_id,) = round_.acknowledged.values()
        round_.expected = self.checks.list_acceptable(round_.document_id)
        return self._accept, round_

    def _upload(self, round_: Round, count: int = FILES) -> None:
        for _ in range(count):
            file = next(self._files)
            round_.sent += 1
            round_.acknowledged[file.sha256] = self.server.upload(self.unit_id, file)

    def _accept(self, round_: Round) -> None:
        round_.is_answered = self.server.accept_all(round_.document_id)

    def _settle(self) -> None:
        """Nobody helps the jobs; whoever looks at them leaves the database alone while the server is killed."""
        _until(self.checks.is_quiet, "jobs do not come to an end by themselves")


def _quietly(work: Callable[[Round], None], round_: Round) -> None:
    """A connection that breaks is what is meant to happen."""
    with contextlib.suppress(OSError, http.client.HTTPException):
        work(round_)


# --- the table ---------------------------------------------------------------------------------------------------


def main() -> None:
    """Plays, prints a line for each kill, and fails when anything is lost or half there."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=20261129)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tiendo-kill-") as folder:
        os.environ |= {"TIENDO_MODE": "demo", "TIENDO_DATA": folder}
        os.environ["DJANGO_SETTINGS_MODULE"] = "tiendo.server.project.settings"
        sys.path.insert(0, str(ROOT))
        from scripts import kill_checks  # noqa: PLC0415 - the settings read the folder that was just made

        server = Server(_free_port())
        try:
            faults = _play_all(server, asked.kills, asked.seed, kill_checks)
        finally:
            server.kill()
    print(f"\n{asked.kills} kills: " + ("nothing lost, nothing half there" if not faults else f"{faults} FAULTS"))
    raise SystemExit(1 if faults else 0)


def _play_all(server: Server, kills: int, seed: int, checks: Checks) -> int:
    play = Play(server, seed, checks)
    server.start()
    play.rehearse()
    print("seconds without a kill: " + ", ".join(f"{phase} {play.usual[phase]:.2f}" for phase in PHASES))
    head = f"{'':>3} {'killed during':<14}{'after':>7}  {'at that moment':<42}{'taken up':>9}{'back':>8}  found"
    print(f"seed {seed}\n{head}")
    faults = 0
    for number, phase in zip(range(1, kills + 1), cycle(PHASES), strict=False):
        round_ = play.play(phase)
        found = checks.find_faults(round_)
        faults += len(found)
        told, again = checks.tell(round_)
        line = f"{number:>3} {phase:<14}{round_.at:>6.2f}s  {told:<42}{again:>9}{round_.back_s:>7.1f}s  "
        print(line + ("; ".join(found) or "whole"), flush=True)
    return faults


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


if __name__ == "__main__":
    main()
