# SPDX-License-Identifier: Apache-2.0
"""The period corpus holds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.read.dimensions.period.corpus import NEGATIVE, NEWS, NINE_MONTHS, POSITIVE, UNKNOWN
from tiendo.read.dimensions.period.patterns import TIME
from tiendo.read.dimensions.period.resolve import resolve
from tiendo.read.dimensions.period.rules import find_times
from tiendo.read.text.shadow import cast

_FORM = re.compile(r"\d{4}(?:-Q[1-4]|-\d\d(?:-\d\d|/\d{4}-\d\d)?|-\d\d/\d{4}-\d\d|/\d{4})?")
_WORDS = (
    "năm tháng quý ngày đầu cuối từ đến cả nhiệm kỳ giai đoạn nay trước 2024 2025 9 12 31/7 I ( , - / của hết".split()
)


def _times(text, anchor):
    norm = cast(text).norm
    return tuple((text[t.start : t.end], t.period, t.role) for t in find_times(norm, 0, len(norm), anchor))


@pytest.mark.parametrize(("text", "anchor", "times"), POSITIVE)
def test_it_finds_times_and_what_they_do(text, anchor, times):
    assert _times(text, anchor) == times


@pytest.mark.parametrize("anchor", [UNKNOWN, NEWS, NINE_MONTHS])
@pytest.mark.parametrize("text", NEGATIVE)
def test_it_finds_no_time_where_there_is_none(text, anchor):
    assert _times(text, anchor) == ()


@given(st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join))
def test_looking_around_pivots_misses_nothing(text):
    norm = cast(text).norm
    everywhere = [found.span() for found in TIME.finditer(norm) if not _says_nothing(found)]
    found = [(time.start, time.end) for time in find_times(norm, 0, len(norm), NINE_MONTHS)]
    # two days that bound one span are one time
    assert {start for start, _ in found} <= {start for start, _ in everywhere}
    assert {end for _, end in found} <= {end for _, end in everywhere}
    assert all(any(start <= one and other <= end for start, end in found) for one, other in everywhere)


def _says_nothing(found):
    return resolve(found, NINE_MONTHS) is None


@given(st.lists(st.sampled_from(_WORDS), max_size=25).map(" ".join))
def test_periods_have_their_form(text):
    norm = cast(text).norm
    for time in find_times(norm, 0, len(norm), NEWS):
        assert time.period is None or _FORM.fullmatch(time.period)
