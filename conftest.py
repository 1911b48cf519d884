# SPDX-License-Identifier: Apache-2.0
"""What holds for every test: nothing is timed, and the database of the server may be emptied."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings
from pytest_django import DjangoDbBlocker

settings.register_profile("tiendo", deadline=None)  # a busy machine is no fault of the code
settings.load_profile("tiendo")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL only tests that ask a database are run: the others have nothing to say about it."""
    if os.environ.get("TIENDO_TEST_DATABASE") == "postgres":
        asks = [item for item in items if _asks_database(item)]
        config.hook.pytest_deselected(items=[item for item in items if item not in set(asks)])
        items[:] = asks


def _asks_database(item: pytest.Item) -> bool:
    fixtures = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or not {"db", "transactional_db"}.isdisjoint(fixtures)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """After the migrations, takes away what refuses to empty the record: tests with real transactions end so.

    What the migrations install is tested by ``tiendo serve`` on a database of its own.
    """
    from django.db import connection  # noqa: PLC0415 - WONTFIX: tests of the libraries need no Django

    from tiendo.server.audit import triggers  # noqa: PLC0415 - WONTFIX: the same

    with django_db_blocker.unblock():
        triggers.remove(connection)
