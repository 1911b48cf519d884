# SPDX-License-Identifier: Apache-2.0
"""The database of an installation as Django is told of it: SQLite in the data folder, or PostgreSQL by its address."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tiendo.server.project.environment import Environment

#: Seconds that one who writes waits for the others.
PATIENCE = 20


def describe_database(environment: Environment) -> dict[str, Any]:
    """The entry of ``DATABASES``.

    Raises:
        ValueError: the address of the database is none of PostgreSQL.
    """
    if environment.database:
        return describe_postgresql(environment.database)
    return describe_sqlite(environment.data)


def describe_sqlite(data: Path) -> dict[str, Any]:
    """The one file of an installation that is not told of a server."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": data / "tiendo.sqlite3",
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # IMMEDIATE: a transaction that reads and then writes never fails with "database is locked"
            "transaction_mode": "IMMEDIATE",
            "timeout": PATIENCE,
            "init_command": (
                # FULL: what was acknowledged survives a power cut, not only a killed process
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA mmap_size=134217728; "
                "PRAGMA cache_size=-20000; PRAGMA temp_store=MEMORY;"
            ),
        },
        "TEST": {"NAME": data / "test.sqlite3"},  # a file: the browser's server is another thread
    }


def describe_postgresql(address: str) -> dict[str, Any]:
    """A server, by ``postgresql://user:password@host:port/name?sslmode=…`` as its own programs take it.

    Raises:
        ValueError: something else, or the driver is not installed; the message is for a person.
    """
    try:
        from psycopg import ProgrammingError  # noqa: PLC0415 - CONFIG: only where PostgreSQL is used
        from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415 - CONFIG: the same
    except ImportError as error:
        raise ValueError("TIENDO_DATABASE: pip install 'tiendo[postgresql]'") from error
    if not address.startswith(("postgresql://", "postgres://")):
        raise ValueError("TIENDO_DATABASE: postgresql://…")
    try:
        parts = {key: str(value) for key, value in conninfo_to_dict(address).items() if value is not None}
    except ProgrammingError as error:
        raise ValueError("TIENDO_DATABASE: postgresql://…") from error
    if "dbname" not in parts:
        raise ValueError("TIENDO_DATABASE: postgresql://…/NAME")
    own = {name: parts.pop(key, "") for name, key in _OWN.items()}
    parts["options"] = f"{parts.get('options', '')} -c lock_timeout={PATIENCE}s".strip()
    return {
        "ENGINE": "tiendo.server.project.postgresql",
        **own,
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,  # a server that was started anew is met by a new connection, not by an error page
        "OPTIONS": parts,
    }


_OWN = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
