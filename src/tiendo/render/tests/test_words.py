# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tiendo.kernel.findings import ClaimType, Kind
from tiendo.kernel.problem import Severity
from tiendo.kernel.quantity import Qualifier
from tiendo.render import words
from tiendo.render.lang import Lang
from tiendo.render.tests.factories import quantity, report


@pytest.mark.parametrize(
    ("code", "vietnamese", "english"),
    [
        ("2024", "2024", "2024"),
        ("2024-Q1", "quý 1/2024", "Q1 2024"),
        ("2024-09", "tháng 9/2024", "09/2024"),
        ("2024-01/2024-09", "9 tháng 2024", "9 months of 2024"),
        ("2023-11/2024-02", "tháng 11/2023–2/2024", "11/2023–02/2024"),
        ("2020/2025", "2020–2025", "2020–2025"),
        ("2026-12-15", "15/12/2026", "15/12/2026"),
        ("2024-01-01/P9M", "2024-01-01/P9M", "2024-01-01/P9M"),
        (None, "", ""),
    ],
)
def test_periods_are_said_in_words(code, vietnamese, english):
    assert words.period(code, Lang.VI) == vietnamese
    assert words.period(code, Lang.EN) == english


@pytest.mark.parametrize(
    ("value", "vietnamese", "english"),
    [("1390.9", "1.390,9", "1,390.9"), ("-17", "−17", "−17"), ("5208", "5.208", "5,208")],
)
def test_figures_follow_the_language(value, vietnamese, english):
    assert words.figure(Decimal(value)) == vietnamese
    assert words.figure(Decimal(value), Lang.EN) == english


def test_a_figure_too_long_to_write_out_is_not_lost():
    assert words.figure(Decimal("1E+5000")) == "1E+5000"


def test_a_second_value_is_a_denominator_or_an_upper_bound():
    found = replace(report().reading.measurements[3], second=quantity("20"))
    assert words.value_of(found) == "15/20"
    assert words.value_of(replace(found, is_range=True)) == "15–20"


@pytest.mark.parametrize(
    ("base", "said"),
    [("plan", "so với kế hoạch"), ("same_period", "so với cùng kỳ"), ("baseline:đầu nhiệm kỳ", "so với đầu nhiệm kỳ")],
)
def test_a_comparison_names_its_base(base, said):
    assert words.comparison(base, Lang.VI) == said


@pytest.mark.parametrize(
    ("labels", "codes"),
    [
        (words.KINDS, Kind),
        (words.HEDGES, Qualifier),
        (words.SEVERITY, Severity),
        (words.CLAIMS, ClaimType),
    ],
)
def test_every_code_has_a_label_in_both_languages(labels, codes):
    assert set(labels) == {code.value for code in codes}
    assert all(len(pair) == 2 for pair in labels.values())


def test_english_print_has_no_space_before_a_per_cent_sign():
    assert words.with_unit("26,7", "%") == "26,7\u00a0%"
    assert words.with_unit("26.7", "%", Lang.EN) == "26.7%"
    assert words.with_unit("5", "hộ", Lang.EN) == "5\u00a0hộ"
    assert words.with_unit("5", "") == "5"
