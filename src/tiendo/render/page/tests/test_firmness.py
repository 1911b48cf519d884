# SPDX-License-Identifier: Apache-2.0
"""What is an estimate by its own words, and how it is named."""

from __future__ import annotations

import pytest

from tiendo.kernel.findings import CellRef, Kind, Measurement, Span
from tiendo.kernel.quantity import Qualifier
from tiendo.render.lang import Lang
from tiendo.render.page.firmness import name_hedge, name_kind, says_estimate
from tiendo.render.tests.factories import quantity


def figure(printed="123.905,7", kind=Kind.ACTUAL, column=None):
    place = {"span": Span(0, 9)} if column is None else {"cell": CellRef(0, 1, 2, "Doanh thu", column)}
    return Measurement(quantity("123905.7", "tỷ đồng"), printed, "Doanh thu", kind, **place)


@pytest.mark.parametrize(
    ("one", "before"),
    [
        (figure(), "Tổng thu ngân sách ước thực hiện 9 tháng là "),
        (figure(), "Tổng mức bán lẻ ước đạt "),
        (figure("ước 123.905,7", column="TH quý I"), ""),
        (figure(column="Ước TH 9 tháng"), ""),
        (figure(column="ƯTH cả năm 2024"), ""),
        (figure(kind=Kind.FORECAST), "cả năm dự kiến "),
    ],
)
def test_a_figure_that_says_uoc_is_an_estimate(one, before):
    assert says_estimate(one, before)


@pytest.mark.parametrize(
    ("one", "before"),
    [
        (figure(), "Tổng thu ngân sách đạt "),
        (figure(), "Năm trước ước 90 tỷ đồng. Năm nay đạt "),
        (figure(), "ước mơ; đạt khoảng "),
        (figure(column="TH 9 tháng"), ""),
        (figure(column="Nước sạch"), ""),
        (figure(kind=Kind.TARGET), "ước đạt "),
    ],
)
def test_every_other_figure_is_as_firm_as_it_is_printed(one, before):
    assert not says_estimate(one, before)


@pytest.mark.parametrize(
    ("approx", "named"), [(Qualifier.ABOUT, "ước"), (Qualifier.EXACT, "ước"), (Qualifier.OVER, "ước hơn")]
)
def test_an_estimate_is_named_uoc_and_never_khoang(approx, named):
    assert name_hedge(approx, Lang.VI, is_estimate=True) == named
    assert name_hedge(Qualifier.ABOUT, Lang.VI, is_estimate=False) == "khoảng"


def test_an_estimated_result_is_told_from_a_counted_one():
    assert name_kind(figure(), Lang.VI, is_estimate=True) == "ước thực hiện"
    assert name_kind(figure(), Lang.EN, is_estimate=False) == "actual"
