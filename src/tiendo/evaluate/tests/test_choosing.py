# SPDX-License-Identifier: Apache-2.0
"""Which figure answers, and sums of figures."""

from __future__ import annotations

import pytest

from tiendo.evaluate import (
    EvaluateError,
    FigureStatus,
    Missing,
    Nature,
    Note,
    Reason,
    Status,
    find_figure,
    sum_figures,
)
from tiendo.evaluate.data import Figure
from tiendo.evaluate.tests.making import YEAR, figure, judge, level, quantity, target
from tiendo.kernel.period import ADMINISTRATIVE, CALENDAR, Period

NINE = Period.nine_months(2024)
QUARTERS = [Period.quarter(2024, number) for number in (1, 2, 3, 4)]


def value(found):
    return None if found is None else found.quantity.value


def test_the_firmest_figure_of_the_period_answers():
    figures = [figure(f"{n} hộ", YEAR, status=status) for n, status in enumerate(("actual", "final", "estimate"))]
    figures = [Figure(f.period, f.quantity, status=FigureStatus(f.status)) for f in figures]
    assert value(find_figure(figures, YEAR, Nature.FLOW)) == 1


def test_an_estimate_gives_way_to_the_actual_months():
    figures = [figure("9 hộ", QUARTERS[0], status=FigureStatus.ESTIMATE)]
    figures += [figure("2 hộ", Period.month(2024, month)) for month in (1, 2, 3)]
    assert value(find_figure(figures, QUARTERS[0], Nature.FLOW)) == 6
    figures.append(figure("7 hộ", QUARTERS[0]))
    assert value(find_figure(figures, QUARTERS[0], Nature.FLOW)) == 7


def test_a_flow_is_the_sum_of_its_parts():
    figures = [figure(f"{n} hộ", quarter) for n, quarter in enumerate(QUARTERS, start=1)]
    assert value(find_figure(figures, NINE, Nature.FLOW)) == 6
    assert value(find_figure(figures, YEAR, Nature.FLOW)) == 10


def test_long_parts_and_short_ones_are_joined_without_gap_or_overlap():
    figures = [figure("1 hộ", Period.cumulative(2024, 5)), figure("10 hộ", Period.half(2024, 1))]
    figures += [figure("100 hộ", Period.month(2024, month)) for month in (7, 8, 9)]
    assert value(find_figure(figures, NINE, Nature.FLOW)) == 310


def test_of_rows_of_parts_the_shortest_answers():
    halves = [figure("10 hộ", Period.half(2024, number)) for number in (1, 2)]
    quarters = [figure("3 hộ", quarter) for quarter in QUARTERS]
    assert value(find_figure([*quarters, *halves], YEAR, Nature.FLOW)) == 20


def test_of_two_figures_for_one_month_the_firmer_is_added_also_beside_an_estimate():
    months = [Period.month(2024, month) for month in (1, 2, 3)]
    figures = [figure("100 hộ", months[0], status=FigureStatus.ESTIMATE), figure("1 hộ", months[0])]
    figures += [figure("10 hộ", month, status=FigureStatus.ESTIMATE) for month in months[1:]]
    assert value(find_figure(figures, QUARTERS[0], Nature.FLOW)) == 21


def test_parts_that_have_no_sum_are_a_verdict_and_no_error():
    months = [Period.month(2024, month) for month in (1, 2, 3)]
    mixed = [figure(f"1 {unit}", month) for unit, month in zip(("hộ", "ha", "hộ"), months, strict=True)]
    asked = target("at_least", "10 hộ")
    assert judge(asked, *mixed, as_of=QUARTERS[0]).reason is Reason.UNITS_DIFFER
    whole = figure("1 hộ", QUARTERS[0], status=FigureStatus.FINAL)
    assert judge(asked, whole, *mixed, as_of=QUARTERS[0]).suggested is Status.AT_RISK


def test_a_ratio_of_another_stretch_of_time_does_not_answer():
    rolling = figure("95 %", Period.of_months(2023 * 12 + 6, 2024 * 12 + 5))
    half = Period.half(2024, 1)
    assert find_figure([rolling], half, Nature.RATIO) is None
    assert find_figure([rolling], half, Nature.STOCK) == rolling
    assert find_figure([figure("95 %", QUARTERS[1])], half, Nature.RATIO) is not None


def test_a_report_after_the_span_judges_the_whole_span():
    verdict = judge(target("at_least", "100 hộ"), "99 hộ", as_of=Period.quarter(2025, 1))
    assert (verdict.is_final, verdict.suggested, verdict.cut_off_on) == (True, "not_achieved", YEAR.last_on)


def test_a_gap_leaves_no_sum():
    figures = [figure("1 hộ", QUARTERS[0]), figure("1 hộ", QUARTERS[2])]
    assert find_figure(figures, NINE, Nature.FLOW) is None


def test_a_level_is_the_last_one_and_never_a_sum():
    figures = [figure(f"{n} hộ", quarter) for n, quarter in enumerate(QUARTERS, start=1)]
    assert value(find_figure(figures, NINE, Nature.STOCK)) == 3
    assert find_figure(figures[:2], NINE, Nature.STOCK) is None


def test_a_ratio_over_time_is_sum_over_sum():
    figures = [figure("1/2 hồ sơ", QUARTERS[0]), figure("8/8 hồ sơ", QUARTERS[1])]
    asked = target("at_least", "90 %", nature=Nature.RATIO)
    verdict = judge(asked, *figures, as_of=Period.half(2024, 1))
    assert verdict.achievement_pct == 100
    assert (verdict.figure.numerator.value, verdict.figure.denominator.value) == (9, 10)


def test_units_that_satisfy_a_condition_are_counted_once():
    figures = [figure("12/13 phường", QUARTERS[0]), figure("13/13 phường", QUARTERS[1])]
    verdict = judge(target("share_of_units", "90 %", nature=Nature.RATIO), *figures, as_of=Period.half(2024, 1))
    assert verdict.actual == 100


def test_figures_of_several_units_are_rolled_up_as_ratio_of_sums():
    rolled = sum_figures([figure("90/100 hộ"), figure("1/10 hộ")])
    assert (rolled.numerator.value, rolled.denominator.value) == (91, 110)


def test_a_sum_is_an_estimate_when_one_part_is():
    rolled = sum_figures([figure("1 tỷ đồng"), figure("500 triệu đồng", status=FigureStatus.ESTIMATE)])
    assert (rolled.quantity.value, rolled.status) == (quantity("1,5 tỷ đồng").value, FigureStatus.ESTIMATE)


@pytest.mark.parametrize(
    ("parts", "hedge"),
    [
        (("hơn 20 hộ", "5 hộ"), "over"),
        (("gần 20 hộ", "5 hộ"), "under"),
        (("gần 20 hộ", "không quá 5 hộ"), "under"),
        (("hơn 20 hộ", "gần 5 hộ"), "about"),
        (("10 hộ", "5 hộ"), "exact"),
    ],
)
def test_the_hedge_of_a_sum_is_that_of_its_parts(parts, hedge):
    assert sum_figures([figure(part) for part in parts]).quantity.qualifier == hedge


@pytest.mark.parametrize(
    "figures",
    [
        [],
        [figure("90 %"), figure("80 %")],
        [figure("90/100 hộ"), figure("80 hộ")],
        [figure("3 hộ"), Figure(YEAR, missing=Missing.NOT_REPORTED)],
        [figure("75 %", is_change=True)],
    ],
)
def test_percentages_and_gaps_have_no_sum(figures):
    with pytest.raises(EvaluateError, match="hãy nhập"):
        sum_figures(figures)


def test_figures_of_another_regime_answer_with_a_note():
    found = figure("75 hộ", Period.nine_months(2024, ADMINISTRATIVE))
    verdict = judge(target("at_least", "100 hộ"), found, as_of=NINE)
    assert (verdict.suggested, verdict.notes) == ("on_track", (Note.MIXED_REGIMES,))
    assert verdict.cut_off_on == found.period.last_on
    assert judge(target("at_least", "100 hộ"), "75 hộ", as_of=NINE).notes == ()


def test_a_report_of_december_ends_the_year_whatever_day_it_ends_on():
    asked = target("at_least", "100 hộ", span=Period.year(2024, CALENDAR))
    found = figure("99 hộ", Period.year(2024, ADMINISTRATIVE))
    assert judge(asked, found, as_of=Period.month(2024, 12, ADMINISTRATIVE)).suggested == "not_achieved"


def test_a_level_of_the_last_day_answers_for_the_year():
    found = figure("95 %", Period.day(YEAR.last_on))
    assert judge(level("at_least", "95 %"), found).suggested == "achieved"


@pytest.mark.parametrize(
    "build",
    [
        lambda: Figure(YEAR),
        lambda: Figure(YEAR, quantity("1 hộ"), answer=True),
        lambda: Figure(YEAR, numerator=quantity("1 hộ")),
        lambda: Figure(YEAR, quantity("3 hộ"), upper=quantity("2 hộ")),
        lambda: target("between", "3 hộ"),
        lambda: target("at_least", "3–4 hộ"),
        lambda: target("at_least", "3 hộ", plans=()),
        lambda: target("reduce_by_percent", "3 %"),
        lambda: target("about", "3 %", tolerance=quantity("-1 %").value),
    ],
)
def test_nonsense_is_refused_with_a_sentence_that_says_what_to_do(build):
    with pytest.raises(EvaluateError, match="hãy "):
        build()
