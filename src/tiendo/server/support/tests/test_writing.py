# SPDX-License-Identifier: Apache-2.0
"""Figures, dates and periods as pages write them, in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.numbers import parse_number
from tiendo.kernel.period import Period
from tiendo.server.support import writing

D = Decimal


@pytest.fixture(autouse=True)
def _vietnamese():
    with translation.override("vi"):
        yield


@pytest.mark.parametrize(
    ("value", "decimals", "vietnamese", "english"),
    [
        (D("1234567.8"), None, "1.234.567,8", "1,234,567.8"),
        (D("26.70"), None, "26,70", "26.70"),
        (D("26.7"), 2, "26,70", "26.70"),
        (D("0.05"), 1, "0,1", "0.1"),
        (D("-3.2"), 1, "−3,2", "−3.2"),
        (D("-0.04"), 1, "0,0", "0.0"),
        (18, None, "18", "18"),
        (0, 1, "0,0", "0.0"),
        (None, 1, "—", "—"),
    ],
)
def test_figures_in_both_languages(value, decimals, vietnamese, english):
    assert writing.write_figure(value, decimals) == vietnamese
    with translation.override("en"):
        assert writing.write_figure(value, decimals) == english


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**15), max_value=10**15))
def test_a_written_figure_reads_back_as_the_same_figure(value):
    with translation.override("vi"):
        assert parse_number(writing.write_figure(value)).value == value


def test_a_float_is_never_a_figure():
    with pytest.raises(TypeError):
        writing.write_figure(26.7)


@pytest.mark.parametrize(
    ("write", "value", "vietnamese", "english"),
    [
        (writing.write_percent, D("127.34"), "127,3\u00a0%", "127.3%"),
        (writing.write_percent, None, "—", "—"),
        (writing.write_growth, D("11"), "+11,0\u00a0%", "+11.0%"),
        (writing.write_growth, D("-15.94"), "−15,9\u00a0%", "−15.9%"),
        (writing.write_growth, None, "—", "—"),
        (writing.write_points, D("-15.94"), "−15,9\u00a0điểm", "−15.9\u00a0points"),
        (writing.write_points, D("1.5"), "+1,5\u00a0điểm", "+1.5\u00a0points"),
        (writing.write_points, D("0.02"), "0,0\u00a0điểm", "0.0\u00a0points"),
        (writing.write_points, None, "—", "—"),
        (writing.write_signed, D("1000"), "+1.000,0", "+1,000.0"),
    ],
)
def test_shares_and_changes_in_both_languages(write, value, vietnamese, english):
    assert write(value, 1) == vietnamese
    with translation.override("en"):
        assert write(value, 1) == english


def test_a_unit_is_held_to_its_number_and_a_dash_has_none():
    assert writing.write_quantity(D("5208"), "tỷ đồng") == "5.208\u00a0tỷ đồng"
    assert writing.write_quantity(None, "tỷ đồng") == "—"


def test_days_and_moments_are_those_of_the_installation():
    late = datetime(2026, 10, 14, 18, 30, tzinfo=UTC)  # half past one of the next day in Vietnam
    assert writing.write_day(date(2026, 1, 5)) == "05/01/2026"
    assert writing.write_day(late) == "15/10/2026"
    assert writing.write_moment(late) == "15/10/2026\u00a001:30"
    assert writing.write_day(None) == writing.write_moment(None) == "—"


@pytest.mark.parametrize(
    ("period", "vietnamese", "english"),
    [
        ("2024", "năm 2024", "2024"),
        ("2024-Q1", "quý I năm 2024", "Q1 2024"),
        ("2024-01-01/P9M", "9 tháng đầu năm 2024", "9 months of 2024"),
        (Period.month(2024, 9), "tháng 9/2024", "09/2024"),
        ("", "—", "—"),
        (None, "—", "—"),
    ],
)
def test_periods_in_both_languages(period, vietnamese, english):
    assert writing.write_period(period) == vietnamese
    with translation.override("en"):
        assert writing.write_period(period) == english


@pytest.mark.parametrize(
    ("name", "letters"), [("Trần Thu Hà", "TH"), ("Nguyễn Văn Đông", "VĐ"), ("admin", "A"), ("  ", "")]
)
def test_a_person_has_the_letters_of_middle_and_given_name(name, letters):
    assert writing.initials(name) == letters
