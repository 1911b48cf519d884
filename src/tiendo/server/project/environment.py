# SPDX-License-Identifier: Apache-2.0
"""What the environment says: every setting that an installation can make, with its default. Nothing of Django here."""

from __future__ import annotations

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Mode(StrEnum):
    """What the installation is for."""

    PRODUCTION = "production"
    DEMO = "demo"  # on this machine, for a look: a secret is made and kept in the data folder
    TEST = "test"


@dataclass(frozen=True, slots=True)
class Environment:
    """The settings of an installation.

    Attributes:
        data: folder of the database and of the files; everything that must be saved lies in it.
        database: address of a PostgreSQL; empty: SQLite in the data folder.
        secret_key: signs sessions; empty when production has none (a check then refuses to start).
        hosts: names under which the pages may be asked for.
        is_https: whether the pages are reached over https (cookies then travel over nothing else).
        proxies: how many proxies of one's own stand in front; so many addresses of X-Forwarded-For are believed.
        upload_limit_mb: largest file that is taken.
    """

    mode: Mode
    data: Path
    database: str
    secret_key: str
    hosts: tuple[str, ...]
    is_https: bool
    proxies: int
    upload_limit_mb: int

    @property
    def is_production(self) -> bool:
        """Whether strangers can reach the installation."""
        return self.mode is Mode.PRODUCTION


def read_environment(values: Mapping[str, str] | None = None) -> Environment:
    """The settings from ``TIENDO_*`` variables (docs/reference/settings.md)."""
    values = os.environ if values is None else values
    mode = Mode(values.get("TIENDO_MODE", Mode.PRODUCTION))
    data = Path(values.get("TIENDO_DATA", "data")).absolute()
    hosts = tuple(filter(None, (host.strip() for host in values.get("TIENDO_HOSTS", "").split(","))))
    return Environment(
        mode=mode,
        data=data,
        database=values.get("TIENDO_DATABASE", ""),
        secret_key=values.get("TIENDO_SECRET_KEY", "") or _local_secret(mode, data),
        hosts=hosts if mode is Mode.PRODUCTION else (*hosts, "localhost", "127.0.0.1", "[::1]", "testserver"),
        is_https=values.get("TIENDO_HTTPS", "1" if mode is Mode.PRODUCTION else "0") == "1",
        proxies=int(values.get("TIENDO_PROXIES", "0")),
        upload_limit_mb=int(values.get("TIENDO_UPLOAD_LIMIT_MB", "64")),
    )


def _local_secret(mode: Mode, data: Path) -> str:
    """A secret of this machine, made once; production must bring its own."""
    if mode is Mode.PRODUCTION:
        return ""
    if mode is Mode.TEST:
        return secrets.token_urlsafe(50)
    path = data / "secret-key"
    if not path.exists():
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.with_suffix(f".{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(50), "utf-8")
        try:
            os.link(fresh, path)  # fails when another process was first
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text("utf-8")
