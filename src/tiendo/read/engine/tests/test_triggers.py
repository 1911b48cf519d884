# SPDX-License-Identifier: Apache-2.0
"""Words of finders are found where they stand."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.read.engine.scan import scan
from tiendo.read.engine.triggers import Trigger

_WORDS = ("giao", "giao ban", "ban", "phó ban")
WHOLE = Trigger(_WORDS)
PARTS = Trigger(("ban",), ("“", "an c"))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Giao Ban nông nghiệp", [(0, 4, "giao"), (0, 8, "giao ban"), (5, 8, "ban")]),
        ("đã giao, phó ban", [(3, 7, "giao"), (9, 16, "phó ban"), (13, 16, "ban")]),
        ("giaothông ban2", []),
        ("", []),
    ],
)
def test_whole_words_are_found_in_order(text, places):
    assert scan(text).found(WHOLE) == places


def test_parts_count_inside_other_words_and_signs_too():
    assert scan("“ban công” lan").found(PARTS) == [(0, 1, "“"), (1, 4, "ban"), (2, 6, "an c")]


def test_a_trigger_made_after_a_text_was_looked_through_is_found_too():
    seen = scan("xã Hiền Lương")
    assert seen.found(WHOLE) == []
    assert seen.found(Trigger(("hiền lương",))) == [(3, 13, "hiền lương")]


@pytest.mark.parametrize(
    ("start", "end", "has"), [(0, 4, True), (0, 3, False), (1, 8, True), (6, 12, False), (9, 9, False)]
)
def test_it_tells_whether_a_word_stands_in_a_range(start, end, has):
    assert scan("giao ban nay").has(WHOLE, start, end) is has


@given(st.text(alphabet="gia obn,phó", max_size=60))
def test_it_finds_what_a_search_for_each_word_finds(text):
    seen = scan(text)
    expected = sorted(
        (found.start(), found.end(), word)
        for word in _WORDS
        for found in re.finditer(rf"(?<!\w){word}(?!\w)", seen.shadow.norm)
    )
    assert seen.found(WHOLE) == expected
