# SPDX-License-Identifier: Apache-2.0
"""A server that is killed loses nothing it has acknowledged (the long version: ``make kill``)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 600  # a busy machine takes its time; nothing here measures any


@pytest.mark.skipif(sys.platform != "linux", reason="reads the processes from /proc")
def test_after_a_kill_while_taking_in_reading_and_accepting_nothing_is_lost_or_half_there():
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("TIENDO_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "kill.py"), "--kills", "3", "--seed", "7"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for phase in ("upload", "reading", "accept-all"):
        assert f" {phase} " in done.stdout
    assert done.stdout.count("whole\n") == 3
