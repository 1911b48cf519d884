# SPDX-License-Identifier: Apache-2.0
"""The numeral corpus holds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.read.dimensions.numeral.corpus import COUNTS, NAMES, NEGATIVE, POSITIVE
from tiendo.read.dimensions.numeral.rules import LONGEST_RUN, find_runs, is_name, is_year, word_before
from tiendo.read.text.shadow import cast


def _runs(text):
    return [text[start:end] for start, end in find_runs(cast(text))]


def _is_name(text, *, has_measure=False):
    norm = cast(text).norm
    start = len(norm.rstrip("0123456789"))
    return is_name(norm, start, has_measure=has_measure, is_large=len(norm) - start > 2, has_noun=False)


@pytest.mark.parametrize(("text", "runs"), POSITIVE)
def test_it_finds_the_digits_that_may_be_a_quantity(text, runs):
    assert tuple(_runs(text)) == runs


@pytest.mark.parametrize("text", NEGATIVE)
def test_it_leaves_out_times_identifiers_and_list_numbers(text):
    assert _runs(text) == []


@pytest.mark.parametrize("text", NAMES)
def test_it_knows_digits_that_are_part_of_a_name(text):
    assert _is_name(text)


@pytest.mark.parametrize("text", COUNTS)
def test_it_does_not_take_a_count_for_a_name(text):
    assert not _is_name(text)


@pytest.mark.parametrize(("text", "is_named"), [("chỉ thị 16", False), ("xã 16", False), ("lần thứ 16", True)])
def test_before_a_measure_only_ordinals_and_times_are_names(text, is_named):
    assert _is_name(text, has_measure=True) is is_named


@pytest.mark.parametrize(
    ("text", "is_one"), [("2024", True), ("1899", False), ("2100", False), ("2.024", False), ("20245", False)]
)
def test_it_knows_the_form_of_a_year(text, is_one):
    assert is_year(text, 0, len(text)) is is_one


@pytest.mark.parametrize(
    ("text", "word"), [("của quận 5", "quận"), ("(quận 5", "quận"), ("quận5", "quận"), ("- 5", ""), ("5", "")]
)
def test_it_finds_the_word_before_digits(text, word):
    assert word_before(text, len(text) - 1) == word


@given(st.text(alphabet="0123456789.,/- :gh%aăđ()", max_size=60))
def test_runs_are_in_order_apart_and_of_digits(text):
    norm = cast(text).norm
    last = 0
    for start, end in find_runs(cast(text)):
        assert last <= start < end <= start + LONGEST_RUN
        assert norm[start].isdigit()
        assert norm[end - 1].isdigit()
        last = end
