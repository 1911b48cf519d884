# SPDX-License-Identifier: Apache-2.0
"""What is due: overdue first and never hidden, each person only what is theirs."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.kernel.period import Period
from tiendo.server.collect.queries import count_timeliness, list_sheets
from tiendo.server.collect.queries.lists import SheetWish
from tiendo.server.collect.services import open_period, return_sheet
from tiendo.server.collect.tests.making import send, send_and_lock, tell_story

pytestmark = pytest.mark.django_db
BEFORE, AFTER = date(2026, 10, 1), date(2026, 10, 6)


def test_overdue_comes_first_then_what_was_sent_back_then_what_is_due_then_what_waits():
    story = tell_story()
    office = story.scope("office")
    send(story)
    old = open_period(story.form, Period.month(2026, 8), scope=office)
    later = open_period(story.form, Period.month(2026, 10), scope=office)
    shown = [row.id for row in list_sheets(office, BEFORE).rows]
    assert shown == [*old, story.village, *later, story.ward]
    return_sheet(story.ward, "xem lại", {}, scope=office)
    assert [row.id for row in list_sheets(office, BEFORE).rows][:3] == [*old, story.ward]


def test_counts_of_the_groups_are_of_all_sheets_and_a_group_narrows_the_rows():
    story = tell_story()
    send_and_lock(story)
    found = list_sheets(story.scope("office"), AFTER, SheetWish(group="late"))
    assert found.counts == {"late": 1, "returned": 0, "due": 0, "review": 0, "done": 1}
    assert [row.id for row in found.rows] == [story.village]


def test_a_ward_sees_its_own_and_an_outsider_nothing():
    story = tell_story()
    assert [row.id for row in list_sheets(story.scope("specialist"), BEFORE).rows] == [story.ward]
    assert not list_sheets(story.scope("outsider"), BEFORE).rows
    assert len(list_sheets(story.scope("leader"), BEFORE).rows) == 2


def test_it_says_how_much_is_filled_in():
    story = tell_story()
    send(story)
    rows = {row.id: (row.filled, row.lines) for row in list_sheets(story.scope("office"), BEFORE).rows}
    assert rows == {story.ward: (3, 4), story.village: (0, 4)}


def test_the_list_asks_a_fixed_number_of_queries(django_assert_num_queries):
    story = tell_story()
    office = story.scope("office")
    for month in (6, 7, 8):
        open_period(story.form, Period.month(2026, month), scope=office)
    with django_assert_num_queries(3):
        list_sheets(office, BEFORE)


def test_timeliness_counts_what_is_missing_first():
    story = tell_story()
    send(story)  # today is long after the day
    village, ward = count_timeliness(story.scope("office"), date(2026, 12, 1))
    assert (village.unit_id, village.missing, village.late) == (story.cast.village, 1, 0)
    assert ward.in_time + ward.late == 1
