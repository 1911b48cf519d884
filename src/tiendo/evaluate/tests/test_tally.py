# SPDX-License-Identifier: Apache-2.0
"""Tallies add up, whatever is counted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.evaluate import (
    SCHEMES,
    EvaluateError,
    Status,
    TallyRow,
    add_tallies,
    complete_tally,
    tally_groups,
    tally_rows,
    tally_statuses,
)

#: A law has no time limit: the machine may be busy.
LAW = settings(deadline=None)

statuses = st.sampled_from(list(Status))
rows = st.lists(st.builds(TallyRow, statuses, st.integers(1, 2), st.sampled_from(["Kinh tế", "Xã hội"]), st.booleans()))


@LAW
@given(st.lists(statuses))
def test_every_target_is_counted_once(found):
    tally = tally_statuses(found)
    assert tally.total == len(found)
    assert [status for status, _ in tally.counts] == list(Status)


@LAW
@given(rows, st.integers(1, 2))
def test_groups_add_up_to_their_level(found, level):
    assert add_tallies(tally_groups(found, level=level).values()) == tally_rows(found, level=level)


@LAW
@given(rows)
def test_levels_add_up_to_the_counted_rows(found):
    total = sum(tally_rows(found, level=level).total for level in (1, 2))
    assert total == sum(row.is_counted for row in found)


@LAW
@given(st.lists(statuses), st.sampled_from(list(SCHEMES.values())))
def test_classes_of_a_locality_add_up_with_their_remainder(found, scheme):
    numbers = [number for _, number in tally_statuses(found).by_class(scheme)]
    assert sum(numbers) == len(found)
    assert min(numbers) >= 0


@LAW
@given(st.dictionaries(statuses, st.integers(0, 50)), st.integers(0, 50))
def test_a_stated_tally_is_completed_to_its_total(parts, left):
    total = sum(parts.values()) + left
    tally = complete_tally(total, parts)
    assert (tally.total, tally.remainder) == (total, parts.get(Status.UNCLASSIFIED, 0) + left)


@pytest.mark.parametrize(
    ("total", "parts", "message"),
    [
        (20, {Status.ACHIEVED: 13, Status.LIKELY: 9}, "13 + 9 = 22, nhiều hơn tổng số 20 chỉ tiêu; hãy kiểm tra"),
        (20, {Status.ACHIEVED: 21, Status.LIKELY: -3}, "hãy kiểm tra lại các nhóm"),
    ],
)
def test_more_than_there_are_is_refused(total, parts, message):
    with pytest.raises(EvaluateError) as refused:
        complete_tally(total, parts)
    assert message in str(refused.value)


def test_rows_within_a_target_are_shown_and_not_counted():
    listed = [TallyRow(Status.ACHIEVED), TallyRow(Status.ACHIEVED, is_counted=False), TallyRow(Status.PARTIAL, level=2)]
    assert (tally_rows(listed).total, tally_rows(listed, level=2).count(Status.PARTIAL)) == (1, 1)
