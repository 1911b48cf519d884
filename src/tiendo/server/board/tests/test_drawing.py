# SPDX-License-Identifier: Apache-2.0
"""What is drawn fast is what the components draw, and nothing from outside becomes markup."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tiendo.server.board.data import Group
from tiendo.server.board.drawing import NumberWriter, RowWriter, draw_bar, draw_spark, say_counts
from tiendo.server.support import writing
from tiendo.server.support.statuses import STATUSES, find_look
from tiendo.server.targets.data import BoardRow

NUMBERS = st.decimals(min_value=-(10**9), max_value=10**9, allow_nan=False, allow_infinity=False, places=4)
LANGUAGES = ("vi", "en")


def make_row(**more):
    given = {
        "target_id": 7, "parent_id": None, "level": 1, "number": "2", "position": 2, "group": "I. Kinh tế",
        "name": "Thu ngân sách", "name_en": "Budget revenue", "lead": "Phòng Kinh tế", "indicator": "revenue",
        "measure": "tỷ đồng", "nature": "flow", "direction": "up", "decimals": 1, "rule": "at_least",
        "cadence": "month", "is_counted": True, "row_version": 1, "plan_id": 3, "plan_value": Decimal(402),
        "plan_measure": "tỷ đồng", "verdict_id": 5, "actual": Decimal("318.4"), "observation_id": 11,
        "achievement": Decimal("79.20398"), "expected": Decimal("301.5"), "growth": Decimal("11.018"),
        "suggested": "on_track", "reason": "pace_kept",
    }  # fmt: skip
    return BoardRow(**{**given, **more})


def draw(row, language="vi"):
    with translation.override(language):
        return RowWriter(2026, "?period=2026-01-01/P9M").write([Group("", (row,))])


def by_component(tag, **values):
    return Template("{% load components %}{% " + tag + " %}").render(Context(values)).strip()


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=st.none() | NUMBERS, due=st.none() | NUMBERS, status=st.sampled_from(sorted(STATUSES)))
def test_a_bar_is_that_of_the_component(language, value, due, status):
    with translation.override(language):
        expected = by_component("progress value due status", value=value, due=due, status=status)
        label = re.search(r'aria-label="([^"]*)"', expected)[1]
        assert draw_bar(value, due, find_look(status).style, label) == expected


@given(values=st.lists(st.none() | NUMBERS, max_size=12))
def test_a_small_line_is_that_of_the_component(values):
    assert draw_spark(values) == by_component("spark values", values=values)


@pytest.mark.parametrize("language", LANGUAGES)
@given(value=NUMBERS)
def test_numbers_are_written_as_everywhere_else(language, value):
    with translation.override(language):
        numbers = NumberWriter()
        assert numbers.figure(value) == writing.write_figure(value)
        assert numbers.percent(value) == writing.write_percent(value, 1)
        assert numbers.change(value, is_points=True) == writing.write_points(value, 1)
        assert numbers.change(value, is_points=False) == writing.write_growth(value, 1)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("value", "due"), [("79.2", "75"), ("127.31", None), ("48.2", "75.0")])
def test_the_bar_of_a_row_says_the_same_as_the_component(language, value, due):
    expected = None if due is None else Decimal(due) * 402 / 100
    row = draw(make_row(achievement=Decimal(value), expected=expected), language)
    with translation.override(language):
        bar = by_component(
            "progress value due status",
            value=Decimal(value),
            due=None if due is None else expected * 100 / 402,
            status="on_track",
        )
    assert bar in row


@pytest.mark.parametrize("code", sorted(STATUSES))
def test_the_chip_is_that_of_the_component(code):
    row = draw(make_row(suggested="exceeded", final=code))
    with translation.override("vi"):
        assert by_component('status code "" suggested', code=code, suggested="exceeded") in row


def test_a_number_leads_to_its_source_and_a_name_to_its_target():
    row = draw(make_row())
    assert '<a class="src" href="/figures/11/" title="Xem nguồn số liệu">318,4</a>' in row
    assert '<a class="src" href="/targets/7/plans/3/"' in row
    assert '<a href="/targets/7/?period=2026-01-01/P9M">Thu ngân sách</a>' in row


def test_what_a_figure_is_not_is_said_before_it():
    assert '<span class="qual">ước</span>' in draw(make_row(is_estimate=True, qualifier="about"))
    assert '<span class="qual">ước, hơn</span>' in draw(make_row(is_estimate=True, qualifier="over"))
    stale = make_row(is_stale=True, last_on=date(2026, 8, 31))
    assert '<span class="qual">số T8</span>' in draw(stale)
    missing = draw(
        make_row(actual=None, observation_id=None, achievement=None, suggested="unclassified", reason="no_figure")
    )
    assert "chưa có số" in missing
    assert ">0<" not in missing


def test_text_from_outside_never_becomes_markup():
    evil = '<img src=x onerror="alert(1)">&\''
    row = make_row(
        name=evil, lead=evil, number=evil, measure=evil, plan_measure=evil, plan_assigner=evil, plan_act=evil
    )
    for language in LANGUAGES:
        with translation.override(language):
            drawn = RowWriter(2026, '?"><b>').write([Group(evil, (row,))])
        assert "<img" not in drawn
        assert "<b>" not in drawn.replace("<b></b>", "")


def test_a_ceiling_says_whether_it_is_kept_for_it_has_no_share():
    row = make_row(rule="at_most", achievement=None, reason="behind", suggested="at_risk")
    assert '<span class="num">chưa đạt</span>' in draw(row)
    assert "≤ 402" in draw(row)


def test_the_head_of_a_group_counts_targets_and_not_their_components():
    rows = [make_row(), make_row(suggested="at_risk"), make_row(level=2, parent_id=7)]
    with translation.override("vi"):
        assert say_counts(rows).replace("\u00a0", " ") == "2 chỉ tiêu: 1 nguy cơ không đạt · 1 đảm bảo tiến độ"
    with translation.override("en"):
        assert say_counts(rows[:1]).replace("\u00a0", " ") == "1 target: 1 on track"
