# SPDX-License-Identifier: Apache-2.0
"""Periods in Vietnamese words."""

from __future__ import annotations

from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.period import ADMINISTRATIVE, Period, PeriodError
from tiendo.kernel.period_words import format_period, parse_period
from tiendo.kernel.tests.strategies import periods


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("năm 2024", Period.year(2024)),
        ("quý I năm 2024", Period.quarter(2024, 1)),
        ("quý IV năm 2024", Period.quarter(2024, 4)),
        ("6 tháng đầu năm 2024", Period.half(2024, 1)),
        ("6 tháng cuối năm 2024", Period.half(2024, 2)),
        ("9 tháng đầu năm 2024", Period.nine_months(2024)),
        ("11 tháng đầu năm 2024", Period.cumulative(2024, 11)),
        ("tháng 9/2024", Period.month(2024, 9)),
        ("tháng 01/2024", Period.month(2024, 1)),
        ("nhiệm kỳ 2020-2025", Period.term(2020, 2025)),
        ("giai đoạn 2021-2025", Period.term(2021, 2025)),
        ("ngày 16/10/2024", Period.day(date(2024, 10, 16))),
        ("từ tháng 11/2023 đến tháng 02/2024", Period(date(2023, 11, 1), date(2024, 2, 29))),
        ("từ ngày 05/10/2024 đến ngày 16/10/2024", Period(date(2024, 10, 5), date(2024, 10, 16))),
    ],
)
def test_words_and_period_are_the_same_both_ways(words, period):
    assert format_period(period) == words
    assert parse_period(words) == period


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("2024", Period.year(2024)),
        ("Cả năm 2024", Period.year(2024)),
        ("QUÝ I/2024", Period.quarter(2024, 1)),
        ("quí 3-2024", Period.quarter(2024, 3)),
        ("quý II 2024", Period.quarter(2024, 2)),
        ("nửa đầu năm 2024", Period.half(2024, 1)),
        ("nửa cuối năm 2024", Period.half(2024, 2)),
        ("sáu tháng cuối năm 2024", Period.half(2024, 2)),
        ("chín tháng năm 2024", Period.nine_months(2024)),
        ("năm tháng đầu năm 2024", Period.cumulative(2024, 5)),
        ("mười một tháng năm 2024", Period.cumulative(2024, 11)),
        ("lũy kế 10 tháng năm 2024", Period.cumulative(2024, 10)),
        ("3 tháng đầu năm 2024", Period.quarter(2024, 1)),
        ("tháng 12-2024", Period.month(2024, 12)),
        ("Tháng\u00a09 năm 2024", Period.month(2024, 9)),
        ("T9/2024", Period.month(2024, 9)),
        ("2020–2025", Period.term(2020, 2025)),
        ("từ tháng 3 đến hết tháng 5 năm 2024", Period(date(2024, 3, 1), date(2024, 5, 31))),
        ("từ 05/10 đến 16/10/2024", Period(date(2024, 10, 5), date(2024, 10, 16))),
        ("16.10.2024", Period.day(date(2024, 10, 16))),
    ],
)
def test_it_reads_other_ways_of_saying_it(words, period):
    assert parse_period(words) == period
    assert parse_period(normalize("NFD", words)) == period


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("quý I", Period.quarter(2024, 1)),
        ("6 tháng cuối năm", Period.half(2024, 2)),
        ("9 tháng", Period.nine_months(2024)),
        ("tháng 9 năm nay", Period.month(2024, 9)),
        ("từ tháng 3 đến tháng 5", Period(date(2024, 3, 1), date(2024, 5, 31))),
        ("ngày 16/10", Period.day(date(2024, 10, 16))),
    ],
)
def test_a_period_without_year_needs_one_from_outside(words, period):
    assert parse_period(words, year=2024) == period
    with pytest.raises(PeriodError, match="chưa có năm"):
        parse_period(words)


def test_months_are_those_of_the_regime():
    quarter = parse_period("quý I năm 2024", regime=ADMINISTRATIVE)
    assert quarter == Period.quarter(2024, 1, ADMINISTRATIVE)
    assert format_period(quarter) == "quý I năm 2024"


@pytest.mark.parametrize(
    "words",
    [
        *("", "quý V năm 2024", "tháng 13/2024", "13 tháng năm 2024", "năm 24", "ngày 30/02/2024", "nhiệm kỳ tới"),
        *("nhiệm kỳ 2025-2020", "từ tháng 5 đến tháng 3 năm 2024", "từ ngày 05/10/2024 đến nay", "tuần 3", "x" * 999),
        *("từ tháng 13 đến tháng 14 năm 2024", "0 tháng năm 2024", "16/10/24"),
    ],
)
def test_what_is_no_period_is_refused_with_a_short_sentence(words):
    with pytest.raises(PeriodError) as refused:
        parse_period(words)
    assert len(str(refused.value)) < 250


@given(periods())
def test_reading_written_words_gives_the_same_period(period):
    assert parse_period(format_period(period), regime=period.regime) == period


@given(st.text(alphabet="tháng quýI/2024-đếnừ69", max_size=60))
def test_any_words_are_read_or_refused(words):
    try:
        period = parse_period(words, year=2024)
    except PeriodError:
        return
    assert parse_period(format_period(period)) == period
