# SPDX-License-Identifier: Apache-2.0
"""What a text in a cell says."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.server.collect.data import Choice, Trouble
from tiendo.server.collect.rules.typed import read_typed
from tiendo.server.figures.data import Nature


@pytest.mark.parametrize(
    ("text", "value", "step"),
    [
        ("1.234,5", "1234.5", "0.1"),
        ("1234.5", "1234.5", "0.1"),
        ("1234,50", "1234.50", "0.01"),
        ("1.234", "1234", "1"),
        ("1.234.567", "1234567", "1"),
        ("0", "0", "1"),
        ("0,125", "0.125", "0.001"),
        (" 26,7 tỷ đồng ", "26.7", "0.1"),
        ("(12)", "-12", "1"),
        ("-3,5", "-3.5", "0.1"),
    ],
)
def test_a_number_is_read_in_vietnamese_and_in_plain_form(text, value, step):
    read = read_typed(text, "tỷ đồng", Nature.FLOW)
    assert (read.value, read.step, read.trouble) == (Decimal(value), Decimal(step), Trouble.NONE)


def test_an_ambiguous_number_is_asked_about_and_says_what_it_may_mean():
    read = read_typed("4,974", "tỷ đồng", Nature.FLOW)
    assert read.value is None
    assert read.trouble is Trouble.AMBIGUOUS
    assert read.readings == {Choice.DECIMAL: Decimal("4.974"), Choice.THOUSANDS: Decimal(4974)}


@pytest.mark.parametrize(("choice", "value"), [(Choice.DECIMAL, "4.974"), (Choice.THOUSANDS, "4974")])
def test_once_the_person_has_chosen_it_is_read_so(choice, value):
    assert read_typed("4,974", "tỷ đồng", Nature.FLOW, choice).value == Decimal(value)


def test_a_choice_changes_nothing_about_a_clear_number():
    assert read_typed("1.234,5", "", Nature.FLOW, Choice.THOUSANDS).value == Decimal("1234.5")


@pytest.mark.parametrize("text", ["abc", "12 13", "1.2.3", "26,7 km", "12%", "="])
def test_what_is_no_number_of_this_unit_is_told(text):
    assert read_typed(text, "tỷ đồng", Nature.FLOW).trouble is Trouble.UNREADABLE


def test_an_empty_text_is_neither_zero_nor_trouble():
    read = read_typed("  ", "tỷ đồng", Nature.FLOW)
    assert (read.value, read.trouble) == (None, Trouble.NONE)


@pytest.mark.parametrize(("text", "value"), [("Có", 1), ("đạt", 1), ("x", 1), ("Không", 0), ("chưa", 0)])
def test_an_answer_is_yes_or_no(text, value):
    assert read_typed(text, "có/không", Nature.YES_NO).value == value


def test_another_word_is_no_answer():
    assert read_typed("gần xong", "có/không", Nature.YES_NO).trouble is Trouble.ANSWER
