# SPDX-License-Identifier: Apache-2.0
"""The hedge corpus holds."""

from __future__ import annotations

import re

import pytest

from tiendo.kernel.quantity import Qualifier
from tiendo.read.dimensions.hedge.corpus import NEGATIVE, PLACES, POSITIVE
from tiendo.read.dimensions.hedge.rules import find_hedge
from tiendo.read.text.shadow import cast

_QUANTITY = re.compile(r"[0-9.,]*[0-9] ?(?:%|[^\W\d]+)?")


def _hedge(text, floor=0):
    before, _, behind = cast(text).norm.partition("|")
    norm, start = before + behind, len(before)
    qualifier, at = find_hedge(norm, floor, start, _QUANTITY.match(norm, start).end())
    return qualifier, norm[at:start]


@pytest.mark.parametrize(("text", "qualifier", "words"), POSITIVE)
def test_it_finds_the_hedge_next_to_a_number(text, qualifier, words):
    assert _hedge(text) == (qualifier, words)


@pytest.mark.parametrize("text", NEGATIVE)
def test_it_finds_none_where_there_is_none(text):
    assert _hedge(text) == (Qualifier.EXACT, "")


@pytest.mark.parametrize("text", PLACES)
def test_a_place_is_no_hedge_and_its_preposition_no_subject(text):
    assert _hedge(text) == (Qualifier.EXACT, "trên ")


def test_it_does_not_look_behind_the_floor():
    text = "hơn |12%"
    assert _hedge(text, floor=4) == (Qualifier.EXACT, "")
