# SPDX-License-Identifier: Apache-2.0
"""Interval arithmetic: no possible result is lost, ends know whether they belong."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tiendo.kernel.interval import Interval


def between(low, high, brackets="[]"):
    ends = [None if end is None else Decimal(str(end)) for end in (low, high)]
    return Interval(*ends, is_low_open=brackets[0] == "(", is_high_open=brackets[1] == ")")


@pytest.mark.parametrize(
    ("one", "other", "overlaps"),
    [
        (between(1, 2), between(2, 3), True),
        (between(1, 2, "[)"), between(2, 3), False),
        (between(1, 2), between(2, 3, "(]"), False),
        (between(1, None), between(None, 1), True),
        (between(1, None, "(]"), between(None, 1), False),
        (between(None, None), between(5, 5), True),
        (between(1, 2), between(3, 4), False),
    ],
)
def test_intervals_overlap_when_they_share_a_value(one, other, overlaps):
    assert one.overlaps(other) is overlaps
    assert other.overlaps(one) is overlaps
    assert one.intersection(other).is_empty is not overlaps


@pytest.mark.parametrize(
    ("result", "expected"),
    [
        (between(1, 2) + between(10, 20, "[)"), between(11, 22, "[)")),
        (between(1, 2) - between(10, 20, "[)"), between(-19, -8, "(]")),
        (between(1, None) + between(None, 2), between(None, None)),
        (between(1, None) - between(None, 2), between(-1, None)),
        (between(-2, 3) * between(4, 5), between(-10, 15)),
        (between(0, 1) * between(2, None), between(0, None)),
        (between(0, 1, "(]") * between(2, 3), between(0, 3, "(]")),
        (between(-1, 1, "()") * between(2, 2), between(-2, 2, "()")),
        (between(13, 13) / between(20, 20), between("0.65", "0.65")),
        (between(1, 2) / between(4, 8, "[)"), between("0.125", "0.5", "(]")),
        (between(1, 2) / between(-8, -4), between("-0.5", "-0.125")),
        (between(1, 2) / between(0, 4), between("0.25", None)),
        (between(1, 2) / between(-4, 0), between(None, "-0.25")),
        (between(1, 2) / between(-1, 4), between(None, None)),
        (between(0, 2) / between(4, None), between(0, "0.5")),
        (between(1, 2) / between(4, None), between(0, "0.5", "(]")),
        (-between(1, None, "(]"), between(None, -1, "[)")),
        (between(1, 2).shifted(Decimal(-1)), between(0, 1)),
        (between(1, 2, "[)").scaled(Decimal(-3)), between(-6, -3, "(]")),
        (between(1, 2, "()").widened(Decimal("0.5")), between("0.5", "2.5")),
        (between(1, 4, "[)").intersection(between(2, None, "(]")), between(2, 4, "()")),
    ],
)
def test_arithmetic_gives_the_expected_ends(result, expected):
    assert (result.low, result.high) == (expected.low, expected.high)
    assert (result.is_low_open, result.is_high_open) == (expected.is_low_open, expected.is_high_open)


def test_a_divisor_that_can_only_be_zero_is_refused_with_a_sentence():
    with pytest.raises(ZeroDivisionError, match="Số chia bằng 0"):
        between(1, 2) / Interval.exactly(0)


numbers = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, places=3)


@st.composite
def intervals_with_a_value(draw):
    value = draw(numbers)
    below, above = draw(st.none() | numbers), draw(st.none() | numbers)
    low, high = (None if end is None else sign * abs(end) + value for end, sign in ((below, -1), (above, 1)))
    return (
        Interval(
            low,
            high,
            draw(st.booleans()) and low not in (None, value),
            draw(st.booleans()) and high not in (None, value),
        ),
        value,
    )


def holds(interval, value):
    """Membership of a fraction."""
    above = interval.low is None or (value > interval.low if interval.is_low_open else value >= Fraction(interval.low))
    below = interval.high is None or (
        value < interval.high if interval.is_high_open else value <= Fraction(interval.high)
    )
    return above and below


@given(intervals_with_a_value(), intervals_with_a_value())
def test_the_result_of_two_possible_values_is_a_possible_result(one, other):
    (a, x), (b, y) = one, other
    assert a.contains(x)
    assert (a + b).contains(x + y)
    assert (a - b).contains(x - y)
    assert holds(a * b, Fraction(x) * Fraction(y))
    assert a.scaled(y).contains(x * y)
    assert a.shifted(y).contains(x + y)
    assert (-a).contains(-x)


@given(intervals_with_a_value(), intervals_with_a_value())
def test_the_quotient_of_two_possible_values_is_a_possible_quotient(one, other):
    (a, x), (b, y) = one, other
    assume(y != 0)
    assert holds(a / b, Fraction(x) / Fraction(y))


@given(intervals_with_a_value(), intervals_with_a_value())
def test_intersection_agrees_with_membership(one, other):
    (a, x), (b, y) = one, other
    both = a.intersection(b)
    assert both.contains(x) == b.contains(x)
    assert both.contains(y) == a.contains(y)
    assert both == b.intersection(a)


@given(intervals_with_a_value(), intervals_with_a_value())
def test_the_hull_holds_both_and_what_lies_between(one, other):
    (a, x), (b, y) = one, other
    hull = a.hull(b)
    assert all(hull.contains(value) for value in (x, y, (x + y) / 2))
    assert hull == b.hull(a)
    assert a.hull(a) == a
    assert hull.intersection(a) == a
