# SPDX-License-Identifier: Apache-2.0
"""Ladders: places of values and of reaches."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tiendo.evaluate import Band, EvaluateError, Ladder, LocalClass, Rung, Scheme, Status
from tiendo.evaluate.exact import Reach
from tiendo.evaluate.ladder import rising

LADDER = Ladder(
    Status.NOT_ACHIEVED,
    (Rung(Fraction(10), Status.ACHIEVED), Rung(Fraction(10), Status.EXCEEDED, is_strict=True)),
)


@pytest.mark.parametrize(("value", "status"), [(9, "not_achieved"), (10, "achieved"), (11, "exceeded")])
def test_a_value_has_the_status_of_the_last_rung_it_reaches(value, status):
    assert LADDER.place(Fraction(value)) == status


@pytest.mark.parametrize(
    ("reach", "statuses"),
    [
        (Reach(Fraction(9), Fraction(10)), ["not_achieved", "achieved"]),
        (Reach(Fraction(9), Fraction(10), is_high_open=True), ["not_achieved"]),
        (Reach(Fraction(10), Fraction(10)), ["achieved"]),
        (Reach(Fraction(10), Fraction(11)), ["achieved", "exceeded"]),
        (Reach(Fraction(10), Fraction(11), is_low_open=True), ["exceeded"]),
        (Reach(None, None), ["not_achieved", "achieved", "exceeded"]),
        (Reach(Fraction(11), None), ["exceeded"]),
        (Reach(None, Fraction(9)), ["not_achieved"]),
    ],
)
def test_a_reach_has_every_status_of_its_values_and_no_other(reach, statuses):
    assert list(LADDER.list_possible(reach)) == statuses


def test_of_all_marks_that_a_value_reaches_the_first_decides():
    ladder = rising((Rung(Fraction(80), Status.LIKELY), Rung(Fraction(75), Status.ON_TRACK)), Status.AT_RISK)
    assert [ladder.place(Fraction(value)) for value in (74, 75, 79, 80, 200)] == [
        "at_risk",
        "on_track",
        "on_track",
        "likely",
        "likely",
    ]


def test_a_lower_mark_of_higher_rank_leaves_nothing_to_the_others():
    ladder = rising((Rung(Fraction(50), Status.ON_TRACK), Rung(Fraction(80), Status.LIKELY)), Status.AT_RISK)
    assert ladder.rungs == (Rung(Fraction(50), Status.ON_TRACK),)


def test_two_rungs_at_one_place_leave_no_room_between():
    same = Ladder(Status.AT_RISK, (Rung(Fraction(1), Status.LIKELY), Rung(Fraction(1), Status.ON_TRACK)))
    assert Status.LIKELY not in same.list_possible(Reach(Fraction(0), Fraction(2)))


def test_a_capped_ladder_keeps_its_limit():
    capped = LADDER.capped(Fraction(10), Status.AT_RISK)
    assert [capped.place(Fraction(value)) for value in (9, 10, 11)] == ["not_achieved", "achieved", "at_risk"]


def test_a_scheme_puts_no_status_into_two_classes():
    twice = (LocalClass((Status.ACHIEVED,), "đạt", "met"), LocalClass((Status.ACHIEVED,), "xong", "done"))
    with pytest.raises(EvaluateError, match="hãy để mỗi mức ở một nhóm"):
        Scheme("twice", (Band(Status.ON_TRACK, 100),), twice)
