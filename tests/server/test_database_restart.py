# SPDX-License-Identifier: Apache-2.0
"""A PostgreSQL that goes away for a while: `tiendo serve` lives on, and its pages and jobs are there again with it."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import psycopg
import pytest

from tests import postgres

PATIENCE = 120  # a busy machine takes its time; nothing here measures any
GONE = 12.0  # seconds: time enough for a process that dies of it to be started again and die again
DONE = "SELECT count(*) FROM jobs_job WHERE state = 'done'"


def until(condition):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.2)


@pytest.mark.skipif(sys.platform != "linux", reason="its children follow it by a call of Linux")
def test_a_database_server_that_was_away_is_met_again(tmp_path):
    server = postgres.Server()
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("TIENDO_", "DJANGO_"))}
    environment |= {"TIENDO_MODE": "demo", "TIENDO_DATA": str(tmp_path / "data"), "TIENDO_DATABASE": server.address}
    command = [sys.executable, "-m", "tiendo.cli", "serve", "--port", str(port)]
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)

    def answers():
        assert process.poll() is None, (tmp_path / "log").read_text("utf-8")[-2000:]
        with contextlib.suppress(OSError, urllib.error.HTTPError):
            return urllib.request.urlopen(f"http://127.0.0.1:{port}/sign-in/", timeout=30).status == 200
        return False

    try:
        until(answers)
        server.stop()
        time.sleep(GONE)
        server.start()
        until(answers)
        with psycopg.connect(server.address, autocommit=True) as connection:
            before = connection.execute(DONE).fetchone()
            connection.execute("UPDATE jobs_schedule SET due_at = now() - interval '1 day'")
            until(lambda: connection.execute(DONE).fetchone() > before)
        assert process.poll() is None
        deaths = (tmp_path / "log").read_text("utf-8").count("in _serve_jobs")
        assert deaths <= 1, "the process of the jobs waits for the database, it does not die again and again"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
