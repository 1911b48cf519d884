# SPDX-License-Identifier: Apache-2.0
"""A server that is killed loses nothing it has acknowledged, a command nothing at all (long version: ``make kill``)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 600  # a busy machine takes its time; nothing here measures any


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="reads the processes from /proc")


def kill(script, seed):
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("TIENDO_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / script), "--kills", "3", "--seed", str(seed)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("whole\n") == 3
    return done.stdout


def test_after_a_kill_while_taking_in_reading_and_accepting_nothing_is_lost_or_half_there():
    told = kill("kill.py", 7)
    assert all(f" {phase} " in told for phase in ("upload", "reading", "accept-all"))


def test_after_a_kill_import_rebuild_and_evaluate_have_left_nothing_half_and_come_to_their_end():
    told = kill("kill_commands.py", 7)
    assert all(f" {act} " in told for act in ("import", "rebuild", "evaluate"))
