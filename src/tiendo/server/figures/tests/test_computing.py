# SPDX-License-Identifier: Apache-2.0
"""Figures that are computed from others follow them in the same transaction, and never hide what is missing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.server.figures.data import Correction
from tiendo.server.figures.models import Observation
from tiendo.server.figures.services import (
    correct_figure,
    import_figures,
    load_indicators,
    record_figures,
    withdraw_figure,
)
from tiendo.server.figures.signals import figures_changed
from tiendo.server.figures.tests.making import ME, figure, make_places, quantity, specialist
from tiendo.server.support.packs import PackError
from tiendo.server.support.refusals import Refusal

_LINE = """  - code: {code}
    name: {name}
    name_en: {code}
    sector: society
    measure: {measure}
    nature: {nature}
    direction: none
    roll_up: {roll_up}
"""


def _line(code, measure, nature, formula=""):
    roll_up = "ratio" if nature == "ratio" else "sum"
    text = _LINE.format(code=code, name=code.replace("_", " "), measure=f'"{measure}"', nature=nature, roll_up=roll_up)
    return text + (f'    formula: "{formula}"\n' if formula else "")


USUAL = (
    _line("poor", "hộ", "stock"),
    _line("near_poor", "hộ", "stock"),
    _line("households", "hộ", "stock"),
    _line("all_poor", "hộ", "stock", "poor + near_poor"),
    _line("poor_rate", "%", "ratio", "all_poor / households"),
    _line("poor_change", "%", "ratio", "all_poor / same_period(all_poor) - 1"),
    _line("debt", "hộ", "stock", "previous(debt) + poor"),
)


@pytest.fixture
def load(tmp_path):
    def _load(*lines):
        (tmp_path / "pack.yaml").write_text("kind: indicators\ncode: thu\ntitle: Thử\nfiles: [a.yaml]\n", "utf-8")
        (tmp_path / "a.yaml").write_text("indicators:\n" + "".join(lines), "utf-8")
        return load_indicators(tmp_path, actor=ME)

    return _load


@pytest.fixture
def places(db, load):
    load(*USUAL)
    return make_places()


@pytest.fixture
def me(places):
    return specialist(places.city)


def _give(me, unit, period="năm 2024", **values):
    return record_figures([figure(unit, code, period, text) for code, text in values.items()], scope=me)


def _of(code, unit, period="2024"):
    return Observation.objects.get(indicator__code=code, unit_id=unit, period=period, is_current=True)


def test_a_computed_figure_follows_when_all_it_rests_on_is_there(me, places):
    _give(me, places.three, poor="12 hộ", near_poor="8 hộ")
    assert _of("all_poor", places.three).value == 20
    assert not Observation.objects.filter(indicator__code="poor_rate").exists()
    _give(me, places.three, households="4.000 hộ")
    rate = _of("poor_rate", places.three)
    assert (rate.numerator, rate.denominator, rate.value) == (20, 4000, None)
    assert (rate.source, rate.printed, rate.quote) == ("formula", "20 / 4.000", "all poor / households")
    made_from = {row.indicator.code for row in Observation.objects.filter(pk__in=rate.anchor["figures"])}
    assert made_from == {"all_poor", "households"}


def test_a_correction_goes_all_the_way_and_the_former_rate_stays_readable(me, places):
    poor = _give(me, places.three, poor="12 hộ", near_poor="8 hộ", households="4.000 hộ")[0]
    before = _of("poor_rate", places.three)
    correct_figure(poor, Correction("đếm lại", quantity("16 hộ")), scope=me)
    after = _of("poor_rate", places.three)
    assert (after.numerator, after.supersedes_id) == (24, before.pk)


def test_a_withdrawn_figure_leaves_a_gap_that_names_it(me, places):
    ids = _give(me, places.three, poor="12 hộ", near_poor="8 hộ", households="4.000 hộ")
    withdraw_figure(ids[2], reason="nhầm", scope=me)
    rate = _of("poor_rate", places.three)
    assert (rate.value, rate.numerator, rate.gap) == (None, None, "not_reported")
    assert "households" in rate.missing_reason


def test_an_estimate_makes_an_estimate_and_both_stand_beside_each_other(me, places):
    _give(me, places.three, households="4.000 hộ", near_poor="8 hộ")
    record_figures([figure(places.three, "poor", "năm 2024", "12 hộ", status="estimate")], scope=me)
    _give(me, places.three, poor="10 hộ")
    rows = Observation.objects.filter(indicator__code="all_poor", is_current=True)
    assert {row.status: row.value for row in rows} == {"estimate": Decimal(20), "actual": Decimal(18)}


def test_a_hedge_reaches_what_is_computed(me, places):
    _give(me, places.three, poor="hơn 12 hộ", near_poor="8 hộ")
    total = _of("all_poor", places.three)
    assert (total.value, total.qualifier) == (20, "over")


def test_zero_below_the_line_computes_nothing(me, places):
    _give(me, places.three, poor="0 hộ", near_poor="0 hộ", households="0 hộ")
    assert _of("all_poor", places.three).value == 0
    assert not Observation.objects.filter(indicator__code="poor_rate").exists()


def test_growth_looks_a_year_back_and_follows_when_that_year_changes(me, places):
    _give(me, places.three, poor="12 hộ", near_poor="8 hộ")
    _give(me, places.three, "năm 2023", poor="20 hộ", near_poor="5 hộ")
    assert _of("poor_change", places.three).value == -20


def test_a_chain_over_periods_follows_to_its_end(me, places):
    for quarter in ("I", "II", "III"):
        _give(me, places.three, f"quý {quarter} năm 2024", poor="10 hộ")
    record_figures([figure(places.three, "debt", "quý IV năm 2023", "5 hộ")], scope=me)
    assert [_of("debt", places.three, f"2024-Q{quarter}").value for quarter in (1, 2, 3)] == [15, 25, 35]


def test_a_printed_rate_stays_in_the_record_behind_the_computed_one(me, places):
    _give(me, places.three, poor="12 hộ", near_poor="8 hộ")
    printed = _give(me, places.three, all_poor="25 hộ")[0]
    total = _of("all_poor", places.three)
    assert (total.value, total.source, total.supersedes_id) == (20, "formula", printed)
    assert "25" in total.note


def test_a_printed_figure_that_agrees_is_a_further_source(me, places):
    _give(me, places.three, poor="12 hộ", near_poor="8 hộ")
    _give(me, places.three, all_poor="20 hộ")
    assert _of("all_poor", places.three).deed == "confirm"
    assert _of("all_poor", places.three).value == 20


def test_a_computed_figure_is_not_changed_by_hand(me, places):
    _give(me, places.three, poor="12 hộ", near_poor="8 hộ")
    total = _of("all_poor", places.three)
    with pytest.raises(Refusal):
        correct_figure(total.pk, Correction("muốn thế", quantity("9 hộ")), scope=me)
    with pytest.raises(Refusal):
        withdraw_figure(total.pk, reason="muốn thế", scope=me)


def test_the_apps_above_hear_of_computed_figures_with_the_given_ones(me, places):
    told = []

    def hear(sender, *, keys, **_):
        told.append({Observation.objects.filter(indicator_id=key.indicator_id).first().indicator.code for key in keys})

    figures_changed.connect(hear)
    try:
        _give(me, places.three, poor="12 hộ", near_poor="8 hộ")
    finally:
        figures_changed.disconnect(hear)
    assert told == [{"poor", "near_poor", "all_poor"}]


def test_imported_figures_are_computed_with_too(me, places, tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("unit_code,indicator,period,value\nthree,poor,2024,12\nthree,near_poor,2024,8\n", "utf-8")
    import_figures(path, scope=me)
    assert _of("all_poor", places.three).value == 20


def test_statements_do_not_grow_with_units(me, places, django_assert_max_num_queries):
    _give(me, places.three, poor="1 hộ")
    both = [
        figure(unit, code, "năm 2024", "9 hộ") for unit in (places.three, places.five) for code in ("poor", "near_poor")
    ]
    with django_assert_max_num_queries(60):
        record_figures(both, scope=me)
    assert Observation.objects.filter(indicator__code="all_poor", is_current=True).count() == 2


@pytest.mark.parametrize(
    ("lines", "number", "words"),
    [
        ((_line("a", "hộ", "stock", "b +"), _line("b", "hộ", "stock")), 10, "thiếu|missing"),
        ((_line("a", "hộ", "stock", "b"), _line("b", "tỷ đồng", "flow")), 10, "đồng"),
        ((_line("a", "hộ", "stock", "no_such"),), 10, "no_such"),
        ((_line("a", "hộ", "stock", "b"), _line("b", "hộ", "stock", "a")), 10, "a → b → a|b → a → b"),
    ],
)
def test_a_formula_with_a_fault_is_told_with_its_line_and_loads_nothing(db, load, lines, number, words):
    with pytest.raises(PackError, match=words) as caught:
        load(*lines)
    assert caught.value.faults[0].line == number
