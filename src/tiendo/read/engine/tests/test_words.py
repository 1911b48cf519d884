# SPDX-License-Identifier: Apache-2.0
"""Word lists as patterns."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.read.engine.words import find_last, one_of, split_phrases, whole

_PHRASES = st.lists(
    st.text(alphabet="abđ (.", min_size=1, max_size=6).map(str.strip).filter(bool), min_size=1, max_size=8
)


def test_a_list_may_run_over_lines():
    assert split_phrases("tăng | tăng\n  thêm\n| giảm |") == ["tăng", "tăng thêm", "giảm"]


@pytest.mark.parametrize(
    ("text", "found"), [("tăng thêm", "tăng thêm"), ("tăng thê", "tăng"), ("tính", "tính"), ("giảm", None)]
)
def test_it_takes_the_longest_phrase(text, found):
    match = re.match(one_of("tăng | tăng thêm | tính"), text)
    assert (match and match.group()) == found


@pytest.mark.parametrize(("text", "count"), [("đạt, đạt", 2), ("đạtx xđạt", 0), ("(đạt)", 1), ("đạt được", 1)])
def test_whole_words_only(text, count):
    assert len(re.findall(whole("đạt | đạt được"), text)) == count


def test_it_finds_the_last_match_of_a_range():
    text = "đạt, đạt, đạt"
    assert find_last(re.compile("đạt"), text, 0, 9).start() == 5
    assert find_last(re.compile("đạt"), text, 1, 4) is None


@given(_PHRASES, st.text(alphabet="abđ (.", max_size=12))
def test_it_agrees_with_a_plain_alternation(phrases, text):
    phrases = [" ".join(phrase.split()) for phrase in phrases]
    plain = re.compile("|".join(map(re.escape, sorted(phrases, key=len, reverse=True))))
    assert [found.span() for found in re.finditer(one_of("|".join(phrases)), text)] == [
        found.span() for found in plain.finditer(text)
    ]
