# SPDX-License-Identifier: Apache-2.0
"""Codes of periods: SDMX and the short form of findings, both ways."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.period import ADMINISTRATIVE, CALENDAR, Period, PeriodError
from tiendo.kernel.period_codes import format_sdmx, format_short, parse_sdmx, parse_short
from tiendo.kernel.tests.strategies import periods


@pytest.mark.parametrize(
    ("period", "sdmx", "short"),
    [
        (Period.year(2024), "2024", "2024"),
        (Period.half(2024, 1), "2024-S1", "2024-01/2024-06"),
        (Period.quarter(2024, 1), "2024-Q1", "2024-Q1"),
        (Period.month(2024, 9), "2024-09", "2024-09"),
        (Period.nine_months(2024), "2024-01-01/P9M", "2024-01/2024-09"),
        (Period.cumulative(2024, 11), "2024-01-01/P11M", "2024-01/2024-11"),
        (Period.term(2020, 2025), "2020-01-01/P6Y", "2020/2025"),
        (Period.day(date(2024, 10, 16)), "2024-10-16", "2024-10-16"),
        (Period(date(2024, 10, 1), date(2024, 10, 16)), "2024-10-01/P16D", "2024-10-01/2024-10-16"),
        (Period.quarter(2024, 1, ADMINISTRATIVE), "2023-12-15/P3M", "2024-Q1"),
        (Period.year(2024, ADMINISTRATIVE), "2023-12-15/P1Y", "2024"),
    ],
)
def test_both_codes_of_a_period(period, sdmx, short):
    assert (format_sdmx(period), format_short(period)) == (sdmx, short)
    assert parse_sdmx(sdmx, period.regime) == period
    assert parse_short(short, period.regime) == period


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2024-A1", Period.year(2024)),
        ("2024-M09", Period.month(2024, 9)),
        ("2024-01-01/2024-03-31", Period.quarter(2024, 1)),
        ("2024-01-01/P1Y6M", Period(date(2024, 1, 1), date(2025, 6, 30))),
        ("2024-01-15/P1M", Period(date(2024, 1, 15), date(2024, 2, 14))),
    ],
)
def test_other_spellings_of_sdmx_are_read(text, period):
    assert parse_sdmx(text) == period


@pytest.mark.parametrize(
    "text",
    [
        *("", "24", "2024-13", "2024-Q5", "2024-S3", "2024-02-30", "2024-1", "2024-01-01/P", "2024-01-01/P0D"),
        *("2024-01-31/P1M", "2024/", "9 tháng", "2024-01-01/P9W", "0000", "٢٠٢٤", "x" * 1000, "2024-W05"),
    ],
)
def test_what_is_no_code_is_refused_with_a_short_sentence(text):
    for parse in (parse_sdmx, parse_short):
        with pytest.raises(PeriodError) as refused:
            parse(text)
        assert len(str(refused.value)) < 200


def test_the_short_form_goes_forward_in_time():
    for text in ("2025/2020", "2024-09/2024-01", "2024-10-16/2024-10-01"):
        with pytest.raises(PeriodError):
            parse_short(text)


@given(periods())
def test_reading_a_written_code_gives_the_same_period(period):
    assert parse_sdmx(format_sdmx(period), period.regime) == period
    assert parse_short(format_short(period), period.regime) == period


@given(st.sampled_from([CALENDAR, ADMINISTRATIVE]), st.text(alphabet="0123456789-/QSPMYD", max_size=24))
def test_any_code_that_is_read_is_written_so_that_it_is_read_again(regime, text):
    for parse, write in ((parse_sdmx, format_sdmx), (parse_short, format_short)):
        try:
            period = parse(text, regime)
        except PeriodError:
            continue
        assert parse(write(period), regime) == period
