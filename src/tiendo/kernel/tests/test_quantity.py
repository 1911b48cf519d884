# SPDX-License-Identifier: Apache-2.0
"""What a printed number stands for: rounded or cut, hedged, counted."""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.quantity import PUBLISHED_SLACK, Interval, Qualifier, Quantity, range_interval


def printed(value, step="1", qualifier="exact", unit="%"):
    return Quantity(Decimal(value), unit, Decimal(step), Qualifier(qualifier))


@pytest.mark.parametrize(
    ("quantity", "possible", "impossible"),
    [
        (printed("26.7", "0.1"), ["26.65", "26.7", "26.79999"], ["26.64999", "26.8"]),
        (printed("64"), ["63.5", "64.99"], ["65", "63.49"]),
        (printed("-26.7", "0.1"), ["-26.65", "-26.79"], ["-26.8", "-26.6"]),
        (printed("0.0", "0.1"), ["0", "0.09", "-0.09"], ["0.1", "-0.1"]),
        (printed("230000", "10000"), ["225000", "239999"], ["224999", "240000"]),
        (printed("96", qualifier="over"), ["96.01", "97.5"], ["96", "95.9", "110"]),
        (printed("20", qualifier="over"), ["20.1", "29"], ["20", "31"]),
        (printed("68", qualifier="under"), ["67.9", "65"], ["68", "68.1", "60"]),
        (printed("35", qualifier="under"), ["34.46"], ["35", "43.4"]),
        (printed("-5", qualifier="over"), ["-5.2"], ["-5", "-4.9"]),
        (printed("-5", qualifier="under"), ["-4.9"], ["-5", "-5.2"]),
        (printed("3200", qualifier="about"), ["2900", "3500"], ["2800", "3600"]),
        (printed("90", qualifier="at_least"), ["90", "1000"], ["89.99"]),
        (printed("4", qualifier="at_most"), ["4", "0"], ["4.01"]),
        (printed("-5", qualifier="at_least"), ["-5", "-75"], ["-4.9"]),
        (printed("-5", qualifier="at_most"), ["-5", "0"], ["-5.1"]),
        (printed("0", qualifier="over"), ["0.5"], ["0", "-0.5"]),
    ],
)
def test_the_widest_reading_of_a_print(quantity, possible, impossible):
    interval = quantity.interval()
    assert [v for v in possible if not interval.contains(Decimal(v))] == []
    assert [v for v in impossible if interval.contains(Decimal(v))] == []


@pytest.mark.parametrize(
    ("quantity", "low", "high"),
    [
        (printed("96", qualifier="over"), "96", "97"),
        (printed("95", qualifier="over"), "95", "100"),
        (printed("90", qualifier="over"), "90", "99"),
        (printed("1000", qualifier="over"), "1000", "1100"),
        (printed("9700", qualifier="under"), "9600", "9700"),
        (printed("1390.9", "0.1", "about"), "1390.8", "1391.0"),
        (printed("0.1", "0.1", "over"), "0.1", "0.2"),
    ],
)
def test_a_hedge_usually_stays_within_the_next_round_number(quantity, low, high):
    usual = quantity.usual_interval()
    assert (usual.low, usual.high) == (Decimal(low), Decimal(high))


def test_a_count_is_what_it_says_unless_it_is_hedged():
    assert printed("217").interval(is_counted=True) == Interval.exactly(217)
    assert printed("0").interval(is_counted=True) == Interval.exactly(0)
    assert printed("217").usual_interval(is_counted=True) == Interval.exactly(217)
    assert printed("600", qualifier="over").interval(is_counted=True).contains(Decimal(605))


def test_a_wrong_last_digit_of_an_exact_share_is_seen():
    share = (Interval.exactly(13) / Interval.exactly(20)).scaled(Decimal(100))
    assert printed("65").interval().overlaps(share)
    assert not printed("64").interval().overlaps(share)
    assert not printed("66").interval().overlaps(share)


def test_revenue_over_its_estimate_agrees_with_the_printed_share():
    revenue, estimate = printed("1390.9", "0.1", unit="tỷ đồng"), printed("5208", unit="tỷ đồng")
    share = (revenue.interval() / estimate.interval()).scaled(Decimal(100))
    assert share.overlaps(printed("26.7", "0.1").interval())
    assert not share.overlaps(printed("27.6", "0.1").interval())


def test_a_range_reaches_from_the_least_to_the_greatest_value_that_its_ends_stand_for():
    growth = range_interval(printed("11.5", "0.1"), printed("12.4", "0.1"))
    assert growth == Interval(Decimal("11.45"), Decimal("12.5"), is_high_open=True)
    decrease = range_interval(printed("-1"), printed("-3", qualifier="at_least"))
    assert decrease == Interval(None, Decimal("-0.5"))


def test_a_cut_share_and_its_complement_agree_within_the_slack_of_official_tables():
    rest = (Interval.exactly(223) / Interval.exactly(16274)).scaled(Decimal(100))
    stated = printed("1.38", "0.01").interval()
    assert not stated.overlaps(rest)
    assert stated.widened(PUBLISHED_SLACK).overlaps(rest)


true_values = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, places=6)
steps = st.integers(-3, 4).map(lambda exponent: Decimal(1).scaleb(exponent))


@given(true_values, steps, st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN]))
def test_the_interval_of_a_rounded_or_cut_print_contains_the_true_value(value, step, rounding):
    shown = value.quantize(step, rounding=rounding)
    assert Quantity(shown, "tỷ đồng", step).interval().contains(value)


@given(true_values, steps)
def test_the_hedged_print_contains_the_true_value(value, step):
    size = abs(value)
    below, above = size.quantize(step, rounding=ROUND_FLOOR), size.quantize(step, rounding=ROUND_CEILING)
    sign = -1 if value < 0 else 1
    if below < size:
        assert Quantity(sign * below, "", step, Qualifier.OVER).usual_interval().contains(value) or below == 0
        assert Quantity(sign * above, "", step, Qualifier.UNDER).usual_interval().contains(value)
    assert Quantity(sign * above, "", step, Qualifier.ABOUT).usual_interval().contains(value)


@given(true_values, steps, st.sampled_from(Qualifier), st.booleans())
def test_the_usual_reading_lies_within_the_widest(value, step, qualifier, counted):
    quantity = Quantity(value.quantize(step), "", step, qualifier)
    usual, widest = quantity.usual_interval(is_counted=counted), quantity.interval(is_counted=counted)
    assert usual.intersection(widest) == usual
    assert not usual.is_empty
