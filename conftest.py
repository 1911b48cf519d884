# SPDX-License-Identifier: Apache-2.0
"""What all tests of the server share: a database that they may empty, and counters that begin at nothing."""

from __future__ import annotations

import pytest


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """After the migrations, takes away what refuses to empty the record: tests with real transactions end so.

    What the migrations install is tested beside ``audit.triggers`` and by ``tiendo serve`` on a database of its own.
    """
    from django.db import connection  # noqa: PLC0415 - WONTFIX: tests of the libraries need no Django

    from tiendo.server.audit import triggers  # noqa: PLC0415

    with django_db_blocker.unblock():
        triggers.remove(connection)
