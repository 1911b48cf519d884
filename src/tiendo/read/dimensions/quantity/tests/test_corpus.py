# SPDX-License-Identifier: Apache-2.0
"""The quantity corpus holds."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.read.dimensions.quantity.corpus import NEGATIVE, NO_NUMBERS, POSITIVE
from tiendo.read.dimensions.quantity.data import UnitClass
from tiendo.read.dimensions.quantity.rules import read_quantity
from tiendo.read.dimensions.quantity.units import match_unit
from tiendo.read.text.shadow import cast

_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")


def _read(text):
    norm = cast(text).norm
    return read_quantity(norm, *_DIGITS.search(norm).span())


@pytest.mark.parametrize(("text", "quote", "value", "unit", "second", "is_range"), POSITIVE)
def test_it_reads_value_unit_and_second_value(text, quote, value, unit, second, is_range):
    mention = _read(text)
    assert text[mention.start : mention.end] == quote
    assert mention.value == Decimal(value)
    assert mention.unit == unit
    assert mention.second == (None if second is None else Decimal(second))
    assert mention.is_range is is_range


@pytest.mark.parametrize("text", NEGATIVE)
def test_it_finds_no_unit_where_there_is_none(text):
    mention = _read(text)
    assert (mention.unit, mention.unit_class) == ("", UnitClass.NONE)


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_it_refuses_digits_that_are_no_number(text):
    assert read_quantity(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("text", "step"),
    [("26,7%", "0.1"), ("5.208 tỷ đồng", "1"), ("23 vạn người", "10000"), ("2 tỷ 150 triệu", "1"), ("4,974 hộ", "1")],
)
def test_it_keeps_the_place_of_the_last_printed_digit(text, step):
    assert _read(text).step == Decimal(step)


@pytest.mark.parametrize(
    ("text", "unit_class"),
    [
        ("5%", UnitClass.PERCENT),
        ("5 điểm %", UnitClass.POINT),
        ("5 tỷ", UnitClass.MONEY),
        ("5 triệu usd", UnitClass.MONEY),
        ("5 triệu m2", UnitClass.MEASURE),
        ("5 nghìn hộ", UnitClass.NOUN),
        ("5 flycam", UnitClass.WORD),
        ("5 và", UnitClass.NONE),
    ],
)
def test_it_says_what_kind_of_unit_it_is(text, unit_class):
    assert match_unit(text, 1).unit_class is unit_class


@given(st.text(alphabet="0123456789.,/-% tỷriệuđồngđếnhộxãm2", max_size=40))
def test_a_quantity_lies_where_its_digits_are(words):
    norm = cast("12" + words).norm
    end = _DIGITS.match(norm).end()
    mention = read_quantity(norm, 0, end)
    if mention is not None:
        assert mention.start == 0
        assert end <= mention.number_end <= len(norm)
        assert end <= mention.end <= len(norm)
        assert mention.step > 0
