# SPDX-License-Identifier: Apache-2.0
"""A target that is told by its components: some met is partly completed, and its sentence counts them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.evaluate import (
    SCHEMES,
    Figure,
    Nature,
    Plan,
    Status,
    TallyRow,
    evaluate_target,
    tally_rows,
    tell,
    tell_levels,
    tell_turns,
)
from tiendo.evaluate.tests.making import YEAR, judge, quantity, target
from tiendo.evaluate.tests.recomputing import list_wrong_steps
from tiendo.kernel.period import Period

#: A law has no time limit: the machine may be busy.
LAW = settings(deadline=None)
NINE = Period.nine_months(2024)
EXC, ACH, TRACK, LIKELY = Status.EXCEEDED, Status.ACHIEVED, Status.ON_TRACK, Status.LIKELY
RISK, NOT, OPEN = Status.AT_RISK, Status.NOT_ACHIEVED, Status.UNCLASSIFIED
statuses = st.lists(st.sampled_from(list(Status)), min_size=1, max_size=40)
as_ofs = st.sampled_from([NINE, YEAR])


def parent(plan=None, **more):
    plans = (Plan() if plan is None else Plan(quantity(plan)),)
    return target("components", plans=plans, nature=Nature.YES_NO, name="Chuyển đổi số", **more)


def verdict_on(found, as_of=NINE, plan=None, **more):
    return judge(parent(plan), Figure(as_of, components=tuple(found)), as_of=as_of, **more)


@pytest.mark.parametrize(
    ("found", "as_of", "status"),
    [
        ([ACH, EXC], NINE, ACH),
        ([ACH, TRACK], NINE, TRACK),
        ([TRACK, TRACK], NINE, TRACK),
        ([ACH, RISK], NINE, Status.PARTIAL),
        ([ACH, LIKELY, TRACK], NINE, LIKELY),
        ([ACH, OPEN], NINE, Status.PARTIAL),
        ([TRACK, RISK], NINE, RISK),
        ([LIKELY, LIKELY], NINE, LIKELY),
        ([ACH, ACH], YEAR, ACH),
        ([ACH, NOT], YEAR, Status.PARTIAL),
        ([NOT, NOT], YEAR, NOT),
    ],
)
def test_some_met_is_partly_completed_and_none_lost_is_on_track(found, as_of, status):
    assert verdict_on(found, as_of).suggested is status


def test_a_plan_can_ask_for_fewer_than_all():
    met = [ACH, ACH, NOT]
    assert verdict_on(met, YEAR, "2 chỉ tiêu thành phần").suggested is ACH
    assert verdict_on([*met, EXC], YEAR, "2 chỉ tiêu thành phần").suggested is EXC
    assert "yêu cầu ít nhất 2" in tell(verdict_on(met, YEAR, "2 chỉ tiêu thành phần"))


def test_the_sentence_counts_what_is_met_on_track_and_unknown():
    verdict = verdict_on([ACH, EXC, TRACK, RISK, OPEN, LIKELY])
    assert tell(verdict).replace("\u00a0", " ") == (
        "Chuyển đổi số: đạt 2/6 chỉ tiêu thành phần = 33,33 %, 1 đảm bảo tiến độ, 1 có khả năng đạt,"
        " 1 chưa đánh giá được (số liệu đến 30/09/2024): hoàn thành một phần."
    )
    assert tell(verdict, "en") == (
        "Chuyển đổi số: met 2/6 components = 33.33%, 1 on track, 1 likely, 1 not assessed yet"
        " (data to 30 September 2024): partly completed."
    )
    assert tell_turns(verdict).startswith("Thành «đạt» khi tăng ít nhất 4 chỉ tiêu thành phần")


def test_without_components_somebody_must_enter_them():
    verdict = verdict_on([])
    assert (verdict.suggested, verdict.reason) == (OPEN, "no_components")
    assert "hãy nhập các chỉ tiêu thành phần" in tell(verdict)


def test_a_number_is_no_answer_of_components():
    verdict = evaluate_target(parent(), [Figure(NINE, answer=True)], as_of=NINE)
    assert (verdict.suggested, verdict.reason) == (OPEN, "wrong_form")


@LAW
@given(statuses, as_ofs, st.sampled_from(list(SCHEMES.values())))
def test_the_number_met_can_be_counted_and_computed_from_the_sentence(found, as_of, scheme):
    verdict = verdict_on(found, as_of, scheme=scheme)
    sentence = tell(verdict)
    wrong, steps = list_wrong_steps(sentence, 2)
    assert (wrong, steps) == ([], 1)
    met, total = re.search(r"đạt (\d+)/(\d+)", sentence).groups()
    assert (int(met), int(total)) == (sum(one in (EXC, ACH) for one in found), len(found))


@LAW
@given(statuses, st.data())
def test_one_more_met_is_never_worse(found, data):
    place = data.draw(st.integers(0, len(found) - 1))
    better = [*found[:place], ACH, *found[place + 1 :]]
    ranks = [NOT, RISK, Status.PARTIAL, LIKELY, TRACK, ACH]
    low, high = (verdict_on(one).suggested for one in (found, better))
    assert ranks.index(low) <= ranks.index(high)


def test_each_level_is_counted_by_itself_and_rows_within_a_target_are_not():
    tops = [TallyRow(ACH)] * 14 + [TallyRow(Status.PARTIAL)]
    parts = [TallyRow(ACH, level=2)] * 34 + [TallyRow(RISK, level=2)] * 7
    within = [TallyRow(ACH, is_counted=False), TallyRow(ACH, level=2, is_counted=False)]
    levels = [tally_rows([*tops, *parts, *within], level=level) for level in (1, 2)]
    assert tell_levels(levels) == "14/15 chỉ tiêu đạt, 34/41 chỉ tiêu thành phần đạt"
    assert tell_levels(levels, "en") == "14/15 targets met, 34/41 components met"
    assert tell_levels(levels[:1]) == "14/15 chỉ tiêu đạt"
