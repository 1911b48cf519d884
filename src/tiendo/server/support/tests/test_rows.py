# SPDX-License-Identifier: Apache-2.0
"""Rows that go around the models arrive whole, in their order, and as values only."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, connection

from tiendo.server.support.rows import insert, moment

NOON = datetime(2026, 11, 29, 12, 0, 0, 123456, tzinfo=UTC)
COLUMNS = ("name", "at")


@pytest.fixture
def read(db):
    """What stands in a table of two columns, as it was written."""
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE rows_of_a_test (name varchar(60) PRIMARY KEY, at timestamp)")

    def run():
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, at FROM rows_of_a_test ORDER BY name")
            return cursor.fetchall()

    return run


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_every_row_is_written_however_many_go_into_a_statement(read, at_once):
    rows = [(f"row {number}", moment(NOON)) for number in range(5)]
    insert("rows_of_a_test", COLUMNS, rows, at_once=at_once)
    assert [name for name, _ in read()] == [name for name, _ in rows]
    assert {str(at) for _, at in read()} == {"2026-11-29 12:00:00.123456"}


@pytest.mark.parametrize("at_once", [1, 2])
def test_no_row_is_no_statement_and_no_moment_is_null(db, django_assert_num_queries, at_once):
    with django_assert_num_queries(0):
        insert("rows_of_a_test", COLUMNS, [], at_once=at_once)
    assert moment(None) is None


@pytest.mark.parametrize("at_once", [1, 2])
def test_what_the_table_forbids_is_refused(read, at_once):
    with pytest.raises(IntegrityError):
        insert("rows_of_a_test", COLUMNS, [("twice", None), ("twice", None)], at_once=at_once)


@pytest.mark.parametrize("at_once", [1, 2])
def test_no_value_is_taken_for_a_part_of_the_statement(read, at_once):
    insert("rows_of_a_test", COLUMNS, [("'); DROP TABLE x; -- %s", None)], at_once=at_once)
    assert read() == [("'); DROP TABLE x; -- %s", None)]
