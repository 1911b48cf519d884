# SPDX-License-Identifier: Apache-2.0
"""Which points of a series are drawn: one a period, and of a flow only periods that can stand side by side."""

from __future__ import annotations

from decimal import Decimal
from types import SimpleNamespace

from tiendo.kernel.period_words import parse_period
from tiendo.lineage import Quality
from tiendo.server.figures.data import MappedPoint, Nature
from tiendo.server.figures.views.picturing import draw_series, pick_points


def point(period, value, units=(1,), quality=Quality.EXACT):
    figures = tuple(SimpleNamespace(unit_id=unit) for unit in units)
    return MappedPoint(parse_period(period), figures, None if value is None else Decimal(value), quality)


def series(*points, nature=Nature.STOCK):
    meant = SimpleNamespace(
        nature=nature, standards=(), measure="hộ", decimals=0, name_vi="Hộ nghèo", name_en="Poor households"
    )
    return SimpleNamespace(indicator=meant, unit=SimpleNamespace(name="Phường Chợ Quán"), points=points)


def test_of_several_points_of_a_period_the_one_with_a_value_is_drawn():
    refused = point("tháng 5/2025", None, units=(9,), quality=Quality.REFUSED)
    shown = pick_points(series(point("tháng 5/2025", 18), refused, point("tháng 6/2025", 17)))
    assert [one.value for one in shown] == [18, 17]


def test_gaps_stay_inside_and_go_at_the_ends():
    told = [
        ("tháng 1/2025", None),
        ("tháng 2/2025", 9),
        ("tháng 3/2025", None),
        ("tháng 4/2025", 7),
        ("tháng 5/2025", None),
    ]
    assert [one.value for one in pick_points(series(*(point(*one) for one in told)))] == [9, None, 7]


def test_a_month_of_a_flow_does_not_stand_beside_nine_months():
    told = [("quý I năm 2024", 30), ("6 tháng đầu năm 2024", 60), ("tháng 7/2024", 9), ("9 tháng đầu năm 2024", 90)]
    points = [point(*one) for one in told]
    assert [one.value for one in pick_points(series(*points, nature=Nature.FLOW))] == [30, 60, 90]
    assert len(pick_points(series(*points))) == 4


def test_a_break_stands_where_other_units_are_behind_two_values_and_an_estimate_is_hatched():
    chart = draw_series(
        series(
            point("tháng 5/2025", 18, units=(1, 2, 3)),
            point("tháng 6/2025", None, units=(1, 2), quality=Quality.REFUSED),
            point("tháng 7/2025", 17, units=(4,)),
            point("tháng 8/2025", 16, units=(4,), quality=Quality.ESTIMATED),
        )
    )
    assert chart is not None
    assert [(one.after, one.label) for one in chart.breaks] == [(0, "01/07/2025")]
    assert chart.bars is not None
    assert chart.bars.restated == [3]
    assert chart.labels == ["T5/2025", "T6/2025", "T7/2025", "T8/2025"]


def test_one_value_is_no_picture():
    assert draw_series(series(point("tháng 5/2025", 18))) is None
