# SPDX-License-Identifier: Apache-2.0
"""Kills commands that write much, at moments drawn by chance, and looks at what is there afterwards (`make kill`).

`tiendo import`, `tiendo rebuild` and `tiendo evaluate --out` are started over the same data again and again and killed
(SIGKILL). What they leave must be all of it or nothing of it (of a rebuild: whole parts), and the same command, run
again to its end, must come to the same result as one that nobody disturbed.

Here: the data, the killing, the table. Not here: what must hold afterwards (`kill_results`).
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import Protocol

ROOT = Path(__file__).resolve().parent.parent
ACTS = ("import", "rebuild", "evaluate")
PATIENCE = 600.0  # a busy machine takes its time; nothing here measures any
_START = 0.3  # of the usual time: before that Python is still loading
_REACH = 1.05


class Results(Protocol):
    """`kill_results`, which can be loaded only when there is a data folder."""

    def prepare(self) -> None:
        """Makes the installation: units, indicators, a target for each commune of a city."""

    def forget_verdicts(self) -> None:
        """Takes all verdicts away, so that a rebuild has everything to do."""

    def make_tables(self, folder: Path) -> None:
        """Writes the files that `evaluate` reads."""

    def look(self, act: str, out: Path) -> object:
        """What is there, without times and numbers of rows."""

    def find_faults(self, act: str, out: Path, before: object, whole: object) -> list[str]:
        """What is half there after a kill, in words."""

    def find_wrong(self, act: str, out: Path, whole: object) -> list[str]:
        """What is not as it should be after the second run."""


@dataclass(slots=True)
class Ground:
    """Where the commands work.

    Attributes:
        data: the data folder of the installation; `kept` holds one copy of it for each act, as it is before that act.
        before: what is there then; `whole` is what is there after an undisturbed run, `usual` its seconds.
    """

    folder: Path
    results: Results
    before: dict[str, object] = field(default_factory=dict)
    whole: dict[str, object] = field(default_factory=dict)
    usual: dict[str, float] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        """The installation."""
        return self.folder / "data"

    @property
    def out(self) -> Path:
        """What `evaluate` writes, in a folder of its own."""
        return self.folder / "out" / "verdicts.parquet"

    def prepare(self) -> None:
        """Makes everything and runs each act once to its end."""
        self.results.prepare()
        self.results.make_tables(self.folder)
        self._keep("import")
        self._rehearse("import")
        self.results.forget_verdicts()
        self._keep("rebuild")
        self._rehearse("rebuild")
        self._rehearse("evaluate")

    def begin(self, act: str) -> None:
        """Everything as it was before the act."""
        if act == "evaluate":
            shutil.rmtree(self.out.parent, ignore_errors=True)
            self.out.parent.mkdir()
        else:
            shutil.rmtree(self.data)
            shutil.copytree(self.folder / f"before-{act}", self.data)

    def start(self, act: str) -> subprocess.Popen[bytes]:
        """The command."""
        more: Sequence[str] = ()
        if act == "import":
            more = ("--numbers", "plain", *map(str, sorted((ROOT / "sample" / "country").glob("*.csv"))))
        if act == "evaluate":
            names = {"observations": self.folder, "targets": self.folder, "out": self.out.parent}
            given = {name: folder / f"{name}.parquet" for name, folder in names.items()} | {"out": self.out}
            more = ("--as-of", "2025-09", *(part for name, path in given.items() for part in (f"--{name}", str(path))))
        command = [sys.executable, "-m", "tiendo.cli", act, *more]
        return subprocess.Popen(command, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)

    def finish(self, act: str) -> str:
        """Runs the command to its end; its complaint when it fails."""
        process = self.start(act)
        _, said = process.communicate(timeout=PATIENCE)
        return "" if process.returncode == 0 else f"{act} ended with {process.returncode}: {said.decode()[-300:]}"

    def kill(self, act: str, at: float) -> bool:
        """Starts the command and kills it after so many seconds; whether it was still at work."""
        process = self.start(act)
        time.sleep(at)
        is_at_work = process.poll() is None
        os.killpg(process.pid, signal.SIGKILL) if is_at_work else None
        process.communicate(timeout=PATIENCE)
        return is_at_work

    def _keep(self, act: str) -> None:
        shutil.copytree(self.data, self.folder / f"before-{act}")

    def _rehearse(self, act: str) -> None:
        self.begin(act)
        self.before[act] = self.results.look(act, self.out)
        started = time.monotonic()
        if said := self.finish(act):
            raise SystemExit(said)
        self.usual[act] = time.monotonic() - started
        self.whole[act] = self.results.look(act, self.out)
        if self.whole[act] == self.before[act]:
            raise SystemExit(f"{act} does nothing here")


def play(ground: Ground, act: str, at: float) -> tuple[str, list[str]]:
    """One kill and a second run: what was there at that moment, and the faults."""
    ground.begin(act)
    is_at_work = ground.kill(act, at)
    results, whole = ground.results, ground.whole[act]
    state = ground.results.look(act, ground.out)
    told = "nothing yet" if state == ground.before[act] else "all of it" if state == whole else "a part"
    faults = results.find_faults(act, ground.out, ground.before[act], whole)
    said = ground.finish(act)
    faults += [said] if said else results.find_wrong(act, ground.out, whole)
    return told if is_at_work else f"{told}, had ended", faults


def main() -> None:
    """Plays, prints a line for each kill, and fails when anything is half there or comes out different."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--kills", type=int, default=15)
    parser.add_argument("--seed", type=int, default=20261129)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tiendo-kill-") as name:
        folder = Path(name)
        (folder / "data").mkdir(mode=0o700)
        os.environ |= {"TIENDO_MODE": "demo", "TIENDO_DATA": str(folder / "data")}
        os.environ["DJANGO_SETTINGS_MODULE"] = "tiendo.server.project.settings"
        sys.path.insert(0, str(ROOT))
        from scripts import kill_results  # noqa: PLC0415 - the settings read the folder that was just made

        faults = _play_all(Ground(folder, kill_results), asked.kills, asked.seed)
    print(
        f"\n{asked.kills} kills: "
        + ("nothing half there, every second run right" if not faults else f"{faults} FAULTS")
    )
    raise SystemExit(1 if faults else 0)


def _play_all(ground: Ground, kills: int, seed: int) -> int:
    ground.prepare()
    print("seconds without a kill: " + ", ".join(f"{act} {ground.usual[act]:.2f}" for act in ACTS))
    print(f"seed {seed}\n{'':>3} {'killed':<10}{'after':>7}  {'there was':<24}found after it and after a second run")
    dice = random.Random(seed)  # noqa: S311 - moments, not secrets
    faults = 0
    for number, act in zip(range(1, kills + 1), cycle(ACTS), strict=False):
        at = dice.uniform(_START, _REACH) * ground.usual[act]
        told, found = play(ground, act, at)
        faults += len(found)
        print(f"{number:>3} {act:<10}{at:>6.2f}s  {told:<24}{'; '.join(found) or 'whole'}", flush=True)
    return faults


if __name__ == "__main__":
    main()
