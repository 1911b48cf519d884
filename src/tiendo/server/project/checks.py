# SPDX-License-Identifier: Apache-2.0
"""System checks: what is unsafe or missing, each in one sentence that says what to do. An error stops ``tiendo serve``.

What is here: settings and the data folder. Not here: checks that ask the database (``list_advice``).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register  # noqa: A004 - WONTFIX: Django's name
from django.utils.translation import gettext as _

from tiendo.server.project.environment import Environment

_SHORTEST_SECRET, _FEWEST_SIGNS = 50, 10


@register()
def check_environment(app_configs: Sequence[Any] | None, **_kwargs: Any) -> list[CheckMessage]:
    """What the settings of this installation lack."""
    environment: Environment = settings.ENVIRONMENT
    return [*_check_data(environment.data), *(_check_production(environment) if environment.is_production else ())]


def _check_production(environment: Environment) -> Iterator[CheckMessage]:
    if not environment.secret_key:
        yield Error(
            _("TIENDO_SECRET_KEY is missing: set it to a long random text of your own, and keep it secret."),
            id="tiendo.E001",
        )
    elif len(environment.secret_key) < _SHORTEST_SECRET or len(set(environment.secret_key)) < _FEWEST_SIGNS:
        yield Error(_("TIENDO_SECRET_KEY is too easy to guess: set 50 random signs or more."), id="tiendo.E002")
    if not environment.hosts:
        yield Error(
            _("TIENDO_HOSTS is missing: set the names under which people open the pages, parted by commas."),
            id="tiendo.E003",
        )
    if "*" in environment.hosts:
        yield Error(_("TIENDO_HOSTS must not be *: name the hosts one by one."), id="tiendo.E004")
    if settings.DEBUG:
        yield Error(_("DEBUG is on: it shows the inside of the program to everybody. Turn it off."), id="tiendo.E005")
    if not environment.is_https:
        yield Warning(
            _("Pages go over the network without https, passwords too: put a proxy with a certificate in front."),
            id="tiendo.W001",
        )


def _check_data(data: Path) -> Iterator[CheckMessage]:
    folder = {"folder": data}
    if not data.is_dir() or not os.access(data, os.R_OK | os.W_OK | os.X_OK):
        yield Error(
            _("The data folder %(folder)s cannot be written: make it, or give it to the user that runs tiendo.")
            % folder,
            id="tiendo.E006",
        )
    elif os.name == "posix" and stat.S_IMODE(data.stat().st_mode) & stat.S_IRWXO:
        yield Error(
            _("The data folder %(folder)s is open to every user of this machine: run chmod o-rwx on it.") % folder,
            id="tiendo.E007",
        )


def list_advice() -> Iterator[CheckMessage]:
    """What is missing in the database; asked when it is there."""
    from tiendo.server.accounts.queries import has_administrator  # noqa: PLC0415 - WONTFIX: models must be there first

    if not has_administrator():
        yield Warning(
            _("Nobody administers this installation yet: run tiendo user add NAME --role administrator."),
            id="tiendo.W002",
        )
