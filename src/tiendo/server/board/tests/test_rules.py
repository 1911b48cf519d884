# SPDX-License-Identifier: Apache-2.0
"""Order, search and words of the rows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.period import Period
from tiendo.server.board.data import Choice
from tiendo.server.board.rules import name_period, order_rows, read_code, select_rows, spread, write_plan, write_value
from tiendo.server.board.tests.test_drawing import make_row
from tiendo.server.support.statuses import STATUSES
from tiendo.server.targets.data import SparkPoint


def numbers(groups):
    return [(group.name, [row.number for row in group.rows]) for group in groups]


def a_board():
    return [
        make_row(target_id=1, number="1", position=1, group="Kinh tế", suggested="achieved"),
        make_row(target_id=2, number="2", position=2, group="Kinh tế", suggested="at_risk"),
        make_row(target_id=3, number="2.1", position=3, group="Kinh tế", parent_id=2, level=2, suggested="exceeded"),
        make_row(target_id=4, number="3", position=4, group="Xã hội", suggested="unclassified"),
        make_row(target_id=5, number="4", position=5, group="Xã hội", suggested="on_track", final="not_achieved"),
    ]


def test_groups_keep_the_order_of_the_resolution_and_inside_them_the_worst_is_first():
    assert numbers(order_rows(a_board(), "group")) == [("Kinh tế", ["2", "2.1", "1"]), ("Xã hội", ["4", "3"])]


def test_the_whole_table_is_worst_first_and_a_component_stays_behind_its_target():
    assert numbers(order_rows(a_board(), "whole")) == [("", ["4", "2", "2.1", "3", "1"])]


@given(statuses=st.lists(st.sampled_from(sorted(STATUSES)), max_size=20), order=st.sampled_from(["group", "whole"]))
def test_ordering_loses_and_doubles_nothing(statuses, order):
    rows = [
        make_row(target_id=n + 1, number=str(n), position=n, group=f"Nhóm {n % 3}", suggested=code)
        for n, code in enumerate(statuses)
    ]
    shown = [row.number for group in order_rows(rows, order) for row in group.rows]
    assert sorted(shown) == sorted(row.number for row in rows)


@pytest.mark.parametrize(
    ("find", "found"),
    [
        ("ngân sách", 1), ("ngan sach", 1), ("NGÂN SÁCH", 1), ("ngàn sách", 0), ("kinh tế", 1), ("thu kinh te", 1),
        ("budget", 1), ("trường học", 0), ("   ", 1),
    ],
)  # fmt: skip
def test_words_are_found_with_and_without_marks_and_wrong_marks_find_nothing(find, found):
    assert len(select_rows([make_row()], Choice(find=find))) == found


def test_choices_narrow_together():
    rows = a_board()
    rows[0].lead, rows[0].plan_assigner = "Trạm Y tế", "UBND Thành phố"
    assert [row.number for row in select_rows(rows, Choice(lead="Trạm Y tế", source="UBND Thành phố"))] == ["1"]
    assert select_rows(rows, Choice(lead="Trạm Y tế", status="at_risk")) == []
    assert [row.number for row in select_rows(rows, Choice(status="not_achieved"))] == ["4"]


def test_missing_figures_are_the_stale_ones_and_those_that_are_not_there():
    rows = a_board()
    rows[0].is_stale = True
    rows[1].actual, rows[1].reason = None, "no_figure"
    rows[3].actual, rows[3].reason = None, "collected_yearly"
    assert [row.number for row in select_rows(rows, Choice(only="missing"))] == ["1", "2"]


@pytest.mark.parametrize(
    ("rule", "more", "written"),
    [
        ("at_least", {}, "402"),
        ("at_least", {"nature": "ratio", "plan_value": Decimal("96.5")}, "≥ 96,5"),
        ("more_than", {}, "> 402"),
        ("at_most", {}, "≤ 402"),
        ("less_than", {}, "< 402"),
        ("about", {}, "≈ 402"),
        ("between", {"plan_value": Decimal("6.6"), "plan_upper": Decimal("6.8")}, "6,6–6,8"),
        ("reduce_by_percent", {"plan_value": Decimal(75)}, "≥ 75"),
        ("zero", {"plan_value": None}, "0"),
        ("yes_no", {"plan_value": None, "nature": "yes_no"}, "có"),
        ("at_least", {"plan_value": None}, ""),
    ],
)
def test_a_plan_is_written_with_the_sign_of_its_rule(rule, more, written):
    with translation.override("vi"):
        assert write_plan(make_row(rule=rule, **more)) == written


@pytest.mark.parametrize(
    ("actual", "decimals", "written"),
    [
        ("318.4", 1, "318,4"),
        ("318", 1, "318"),
        ("43.4736842", 1, "43,5"),
        ("318.40", 1, "318,4"),
        ("1390.95", 2, "1.390,95"),
    ],
)
def test_a_value_is_written_with_the_digits_it_has_at_most_those_of_the_indicator(actual, decimals, written):
    with translation.override("vi"):
        assert write_value(make_row(actual=Decimal(actual), decimals=decimals)) == written


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        (Period.cumulative(2026, 9), "9 tháng", "9 months"),
        (Period.quarter(2026, 1), "3 tháng", "3 months"),
        (Period.month(2026, 1), "1 tháng", "1 month"),
        (Period.year(2026), "cả năm", "the whole year"),
        (Period.quarter(2026, 3), "quý III năm 2026", "Q3 2026"),
    ],
)
def test_a_period_is_named_in_few_words(period, vi, en):
    with translation.override("vi"):
        assert name_period(period, 2026) == vi
    with translation.override("en"):
        assert name_period(period, 2026) == en


def test_the_months_of_administrative_reports_are_months_too():
    with translation.override("vi"):
        assert name_period(read_code("2025-12-15/P9M"), 2026) == "9 tháng"


def test_a_small_line_is_broken_where_a_month_is_missing_and_not_between_quarters():
    def points(*months):
        return [SparkPoint(date(2026, month, 28), Decimal(month)) for month in months]

    assert spread(points(1, 2, 4), 2026) == [1, 2, None, 4]
    assert spread(points(3, 6, 9), 2026) == [3, 6, 9]
    assert spread(points(9), 2026) == [9]
    assert spread([], 2026) == []
