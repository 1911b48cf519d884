# SPDX-License-Identifier: Apache-2.0
"""Rows that go around the models arrive as the models would have written them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError

from tiendo.server.jobs.models import Schedule
from tiendo.server.support.rows import insert, moment

NOON = datetime(2026, 11, 29, 12, 0, 0, 123456, tzinfo=UTC)


@pytest.mark.parametrize("at_once", [1, 2, 100])
def test_every_row_is_written_in_its_order_however_many_go_into_a_statement(db, at_once):
    rows = [(f"kind.{number}", moment(NOON)) for number in range(5)]
    insert("jobs_schedule", ["kind", "due_at"], rows, at_once=at_once)
    assert list(Schedule.objects.order_by("pk").values_list("kind", "due_at")) == [(kind, NOON) for kind, _ in rows]


@pytest.mark.parametrize("at_once", [1, 2])
def test_no_row_is_no_statement_and_no_moment_is_null(db, django_assert_num_queries, at_once):
    with django_assert_num_queries(0):
        insert("jobs_schedule", ["kind", "due_at"], [], at_once=at_once)
    assert moment(None) is None


def test_what_the_table_forbids_is_refused(db):
    with pytest.raises(IntegrityError):
        insert("jobs_schedule", ["kind", "due_at"], [("twice", moment(NOON)), ("twice", moment(NOON))])


def test_no_value_is_taken_for_a_part_of_the_statement(db):
    insert("jobs_schedule", ["kind", "due_at"], [("'); DROP TABLE x; -- %s", moment(NOON))], at_once=3)
    assert Schedule.objects.get().kind.startswith("')")
