# SPDX-License-Identifier: Apache-2.0
"""A transaction on PostgreSQL is alone, as on SQLite."""

from __future__ import annotations

import threading

import pytest
from django.db import OperationalError, connection, connections, transaction

from tiendo.server.audit.data import Act, Actor
from tiendo.server.audit.models import Event, Head
from tiendo.server.audit.queries import verify_chain
from tiendo.server.audit.services import record

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="on SQLite its own way of locking is used"),
]


def in_thread(work):
    """What it gives back, done on a connection of its own."""
    found = []

    def run():
        try:
            found.append(work())
        finally:
            connections.close_all()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return found[0]


def try_to_begin():
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("SET lock_timeout = '50ms'")
    try:
        with transaction.atomic():
            return "begun"
    except OperationalError:
        return "refused", connection.get_autocommit(), Event.objects.count()


def test_a_second_transaction_waits_and_its_connection_goes_on_when_it_gives_up():
    with transaction.atomic():
        assert in_thread(try_to_begin) == ("refused", True, 0)
    assert in_thread(try_to_begin) == "begun"


def test_who_reads_waits_for_nobody():
    with transaction.atomic():
        record(Act("test.act", "x"), actor=Actor.system("test"))
        assert in_thread(Event.objects.count) == 0


def test_the_lock_is_no_query_of_the_program(django_assert_num_queries):
    with django_assert_num_queries(3), transaction.atomic():
        Head.objects.exists()  # the beginning and the end are counted, on SQLite too


def test_many_who_write_at_once_make_one_chain():
    def write():
        try:
            for _ in range(20):
                with transaction.atomic():
                    record(Act("test.act", "x"), actor=Actor.system("test"))
        finally:
            connections.close_all()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (verify_chain().is_whole, Event.objects.count()) == (True, 80)
