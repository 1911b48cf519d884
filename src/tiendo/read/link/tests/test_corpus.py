# SPDX-License-Identifier: Apache-2.0
"""The corpus of the reader of running text holds."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.read.dimensions.period.data import Anchor
from tiendo.read.engine.scan import scan
from tiendo.read.link.corpus import comparisons, filters, kinds, periods, subjects, topics
from tiendo.read.link.measurements import find_measurements


def _read(text, anchor=periods.REPORT):
    return find_measurements(scan(text), anchor)


@pytest.mark.parametrize(("text", "quotes"), filters.POSITIVE)
def test_it_finds_measurements(text, quotes):
    assert tuple(found.quote for found in _read(text)) == quotes


@pytest.mark.parametrize("text", filters.NEGATIVE)
def test_it_leaves_out_what_measures_nothing(text):
    assert [found.quote for found in _read(text)] == []


@pytest.mark.parametrize(("text", "expected"), kinds.CASES)
def test_it_tells_what_a_quantity_is(text, expected):
    assert [(f.quote, f.value, f.kind) for f in _read(text)] == [(q, Decimal(v), k) for q, v, k in expected]


@pytest.mark.parametrize(("text", "expected"), comparisons.CASES)
def test_it_tells_what_a_quantity_is_compared_with(text, expected):
    assert tuple((found.quote, found.comparison) for found in _read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), [*subjects.CASES, *topics.CASES])
def test_it_tells_what_a_quantity_measures(text, expected):
    found = {measurement.quote: measurement.subject for measurement in _read(text, Anchor())}
    assert {quote: found.get(quote) for quote, _ in expected} == dict(expected)


@pytest.mark.parametrize(("text", "anchor", "expected"), periods.CASES)
def test_it_tells_which_time_governs_a_quantity(text, anchor, expected):
    assert tuple((found.quote, found.period, found.period_quote) for found in _read(text, anchor)) == expected
