# SPDX-License-Identifier: Apache-2.0
"""``tiendo serve`` as a whole: a database of its own, real processes, a real port."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from tiendo.cli.exits import Exit

#: A busy machine takes its time; nothing here measures any.
PATIENCE = 90


def _tiendo(data, *arguments, **values):
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("TIENDO_", "DJANGO_"))}
    environment |= {"TIENDO_MODE": "demo", "TIENDO_DATA": str(data), **values}
    return subprocess.Popen(
        [sys.executable, "-m", "tiendo.cli", *arguments],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _run(data, *arguments, **values):
    process = _tiendo(data, *arguments, **values)
    out, err = process.communicate(timeout=PATIENCE)
    return process.returncode, out, err


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _until(condition):
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.1)


def _children(pid):
    """Numbers of the processes below one, read from the system."""
    found = []
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
                if parent == pid:
                    found += [int(folder.name), *_children(int(folder.name))]
    return found


def _role(pid):
    with contextlib.suppress(OSError):
        words = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
        return next((role for role in ("web", "jobs") if role.encode() in words), "")
    return ""


def _lives(pid):
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    return False


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    """An installation with its first administrator."""
    folder = tmp_path_factory.mktemp("installation") / "data"
    status, out, err = _run(folder, "user", "add", "Quan", "--role", "administrator", "--full-name", "Phạm Hồng Quân")
    assert (status, out.count("\n"), err) == (Exit.FINE, 2, "")
    assert out.startswith("Tên đăng nhập: quan\nMật khẩu dùng một lần: ")
    return folder


def test_the_data_folder_is_its_owners_alone(data):
    assert data.stat().st_mode & 0o077 == 0


def test_the_database_refuses_to_change_the_record_after_the_migrations(data):
    database = sqlite3.connect(data / "tiendo.sqlite3")
    with contextlib.closing(database), pytest.raises(sqlite3.DatabaseError, match="only added to"):
        database.execute("DELETE FROM audit_event")


def test_the_record_is_verified_and_its_head_is_known_later(data):
    status, out, _ = _run(data, "audit", "verify")
    head = out.strip().splitlines()[-1]
    assert (status, len(head)) == (Exit.FINE, 64)
    assert _run(data, "audit", "verify", "--head", head)[0] == Exit.FINE
    status, _, err = _run(data, "audit", "verify", "--head", "f" * 64, TIENDO_LANG="en")
    assert (status, err.count("\n")) == (Exit.PROBLEMS, 1)
    assert "not in the record" in err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["user", "add", "Quan", "--role", "reader"], "đã có người dùng"),
        (["user", "add", "moi", "--role", "reader", "--unit", "Xã Không Có"], "Không có đơn vị này"),
    ],
)
def test_what_cannot_be_is_one_sentence_and_status_five(data, arguments, said):
    status, out, err = _run(data, *arguments)
    assert (status, out, err.count("\n")) == (Exit.NOT_READY, "", 1)
    assert said in err


def test_an_unsafe_installation_does_not_start(tmp_path):
    status, out, err = _run(tmp_path / "data", "serve", TIENDO_MODE="production")
    assert (status, out) == (Exit.NOT_READY, "")
    assert "tiendo.E001" in err
    assert "tiendo.E003" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("values", [{"TIENDO_MODE": "play"}, {"TIENDO_PROXIES": "many"}])
def test_a_setting_that_cannot_be_read_is_told(tmp_path, values):
    status, _, err = _run(tmp_path / "data", "jobs", **values)
    assert (status, err.count("\n")) == (Exit.NOT_READY, 1)
    assert "docs/reference/settings.md" in err


def test_a_port_that_is_taken_is_told(data):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        status, _, err = _run(data, "serve", "--port", str(taken.getsockname()[1]))
    assert (status, "--port" in err) == (Exit.NOT_READY, True)


needs_linux = pytest.mark.skipif(sys.platform != "linux", reason="reads the processes from /proc")


@contextlib.contextmanager
def _serving(data, *arguments):
    port = _free_port()
    process = _tiendo(data, "serve", "--port", str(port), *arguments)
    try:
        line = process.stdout.readline()
        assert f"http://127.0.0.1:{port}/" in line, process.stderr.read() if process.poll() else line
        yield process, f"http://127.0.0.1:{port}/sign-in/"
    finally:
        below = _children(process.pid)
        process.kill()
        process.communicate()
        for pid in below:
            with contextlib.suppress(OSError):
                os.kill(pid, signal.SIGKILL)


def _answers(url):
    with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=10) as answer:  # noqa: S310 - our own http address
        return "Đăng nhập" in answer.read().decode()
    return False


@needs_linux
def test_pages_are_served_a_dead_child_is_started_again_and_all_end_together(data):
    with _serving(data) as (process, url):
        _until(lambda: _answers(url))
        _until(lambda: {"web", "jobs"} <= {_role(pid) for pid in _children(process.pid)})
        before = _children(process.pid)
        for pid in [pid for pid in before if _role(pid)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        _until(lambda: not set(before) & {pid for pid in _children(process.pid) if _lives(pid)})
        _until(lambda: _answers(url))
        _until(lambda: {"web", "jobs"} <= {_role(pid) for pid in _children(process.pid)})
        below = _children(process.pid)
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=PATIENCE) == Exit.FINE
        assert not [pid for pid in below if _lives(pid)]


@needs_linux
def test_children_end_when_the_parent_is_killed(data):
    with _serving(data) as (process, url):
        _until(lambda: _answers(url))
        below = _children(process.pid)
        assert len(below) >= 2
        process.kill()
        process.wait()
        _until(lambda: not [pid for pid in below if _lives(pid)])


@needs_linux
def test_no_jobs_means_no_jobs(data):
    with _serving(data, "--no-jobs") as (process, url):
        _until(lambda: _answers(url))
        assert "jobs" not in {_role(pid) for pid in _children(process.pid)}
