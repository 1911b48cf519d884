# SPDX-License-Identifier: Apache-2.0
"""Dates in their written forms."""

from __future__ import annotations

from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.dates import DateError, format_date, format_official_date, make_date, parse_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, date(2024, 10, 16)) for text in ("16/10/2024", "16-10-2024", "16.10.2024", "ngày 16/10/2024")),
        *((text, date(2024, 10, 16)) for text in ("16 / 10 / 2024", "2024-10-16", "Ngày\u00a016 tháng 10 năm 2024")),
        ("ngày 05 tháng 01 năm 2026", date(2026, 1, 5)),
        ("ngày 5 tháng 1, năm 2026", date(2026, 1, 5)),
        ("05 tháng 01 năm 2026", date(2026, 1, 5)),
        ("5/1/2026", date(2026, 1, 5)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_it_reads_a_date(text, expected):
    assert parse_date(text) == expected
    assert parse_date(normalize("NFD", text)) == expected


def test_a_date_without_year_needs_one_from_outside():
    assert parse_date("16/10", year=2024) == date(2024, 10, 16)
    assert parse_date("ngày 16 tháng 10", year=2024) == date(2024, 10, 16)
    assert parse_date("16/10/2023", year=2024) == date(2023, 10, 16)
    with pytest.raises(DateError, match="chưa có năm"):
        parse_date("16/10")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("30/02/2024", "có 29 ngày"),
        ("31/4/2024", "có 30 ngày"),
        ("0/4/2024", "có 30 ngày"),
        ("10/16/2024", "Không có tháng 16"),
        ("1/1/0000", "Không có năm 0"),
        ("16/10/24", "không phải là ngày"),
        ("16/10-2024", "không phải là ngày"),
        ("tháng 12-2024", "không phải là ngày"),
        ("hôm nay", "không phải là ngày"),
        ("", "không phải là ngày"),
        ("1" * 1000, "…"),
    ],
)
def test_it_refuses_what_is_no_day_and_says_why(text, sentence):
    with pytest.raises(DateError, match=sentence):
        parse_date(text)


def test_the_official_form_has_zeros_for_small_days_and_the_first_two_months():
    assert format_official_date(date(2026, 1, 5)) == "ngày 05 tháng 01 năm 2026"
    assert format_official_date(date(2026, 2, 15)) == "ngày 15 tháng 02 năm 2026"
    assert format_official_date(date(2026, 3, 9)) == "ngày 09 tháng 3 năm 2026"
    assert format_date(date(2026, 3, 9)) == "09/03/2026"


@given(st.dates())
def test_reading_a_written_date_gives_the_same_day(day):
    assert parse_date(format_date(day)) == day
    assert parse_date(format_official_date(day)) == day
    assert parse_date(day.isoformat()) == day
    assert make_date(day.year, day.month, day.day) == day
