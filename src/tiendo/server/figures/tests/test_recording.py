# SPDX-License-Identifier: Apache-2.0
"""Figures are only added: what supersedes what, who may, what is told."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import permutations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tiendo.kernel.period import Period
from tiendo.server.accounts.data import Role
from tiendo.server.audit.models import Event
from tiendo.server.figures.data import Correction, Deed, FigureInput, FigureStatus, Gap
from tiendo.server.figures.models import Observation
from tiendo.server.figures.queries import figures_as_of, get_figure, get_provenance, series
from tiendo.server.figures.services import correct_figure, record_figures, withdraw_figure
from tiendo.server.figures.signals import figures_changed
from tiendo.server.figures.tests.making import (
    figure,
    load_quan,
    make_document,
    make_places,
    quantity,
    read_from,
    scope_of,
    specialist,
)  # fmt: skip
from tiendo.server.support.refusals import NotForYou, Refusal

REVENUE, Q1 = "state_budget_revenue", "quý I năm 2024"


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def me(places):
    return specialist(places.three)


def record(me, places, text, indicator=REVENUE, period=Q1, **more):
    return record_figures([figure(places.three, indicator, period, text, **more)], scope=me)[0]


def current(places):
    rows = Observation.objects.filter(is_current=True).order_by("indicator_id", "period", "status")
    return [(row.indicator.code, row.period, row.status, row.value) for row in rows.select_related("indicator")]


def test_a_figure_is_kept_in_the_unit_of_its_indicator_exactly(me, places):
    row = get_figure(record(me, places, "1.390.900 triệu đồng"), me)
    assert (row.value, row.step, row.period) == (Decimal("1390.900"), Decimal("0.001"), Period.quarter(2024, 1))


@pytest.mark.parametrize(
    ("indicator", "text"), [(REVENUE, "26,7 %"), ("party_admissions", "5 tỷ đồng"), (REVENUE, "có"),
                            ("no_poor_households", "0 hộ"), ("wards_without_litter", "13/0 phường")],
)  # fmt: skip
def test_a_figure_that_measures_something_else_is_refused_in_one_sentence(me, places, indicator, text):
    with pytest.raises(Refusal):
        record(me, places, text, indicator)
    assert not Observation.objects.exists()


def test_an_indicator_that_nobody_knows_is_refused(me, places):
    with pytest.raises(Refusal) as refusal:
        record(me, places, "5 tỷ đồng", "nothing")
    assert refusal.value.field == "indicator"


def test_a_batch_is_all_or_nothing(me, places):
    good, bad = figure(places.three, REVENUE, Q1, "5 tỷ đồng"), figure(places.three, REVENUE, Q1, "5 hộ")
    with pytest.raises(Refusal):
        record_figures([good, bad], scope=me)
    assert not Observation.objects.exists()
    assert not Event.objects.filter(verb="figures.record").exists()


def test_the_same_figure_from_the_same_place_is_written_once(me, places):
    source = read_from(make_document(places.three, "Thu 1.390,9 tỷ đồng."), "Thu 1.390,9 tỷ đồng.", "1.390,9 tỷ đồng")
    first = record(me, places, "1.390,9 tỷ đồng", source=source)
    assert record(me, places, "1.390,9 tỷ đồng", source=source) == first
    assert Observation.objects.count() == Event.objects.filter(verb="figures.record").count() == 1


def test_a_value_from_another_source_that_disagrees_is_kept_and_told(me, places):
    text = "Thu 1.390,9 tỷ đồng."
    source = read_from(make_document(places.three, text), text, "1.390,9 tỷ đồng")
    first = record(me, places, "1.390,9 tỷ đồng", source=source)
    second = record(me, places, "1.930,9 tỷ đồng")
    row = get_figure(second, me)
    assert (row.supersedes_id, row.is_current) == (first, True)
    assert "1.390,9" in row.note
    assert Event.objects.get(subject=f"figure:{second}").detail["disagrees"] is True


@pytest.mark.parametrize("text", ["1.390,9 tỷ đồng", "hơn 1.390 tỷ đồng", "1.391 tỷ đồng"])
def test_a_coarser_print_of_the_same_value_is_no_disagreement(me, places, text):
    source = read_from(make_document(places.three, "1.390,9"), "1.390,9", "1.390,9")
    record(me, places, "1.390,9 tỷ đồng", source=source)
    assert get_figure(record(me, places, text), me).note == ""


def test_actual_estimate_and_final_stand_beside_each_other(me, places):
    for status in (FigureStatus.ESTIMATE, FigureStatus.ACTUAL, FigureStatus.FINAL):
        record(me, places, "5 tỷ đồng", status=status)
    assert Observation.objects.filter(is_current=True).count() == 3


def test_only_the_mark_of_being_current_is_ever_updated(me, places):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        first = record(me, places, "5 tỷ đồng")
        second = correct_figure(first, Correction("Đánh máy nhầm", quantity("6 tỷ đồng")), scope=me)
        withdraw_figure(second, reason="Nhập nhầm quận", scope=me)
    touching = [q["sql"] for q in queries if q["sql"].startswith(("UPDATE", "DELETE")) and "figures_" in q["sql"]]
    assert len(touching) == 2
    assert all(re.search('SET "is_current" = (0|false) WHERE', sql) for sql in touching)


def test_a_row_refuses_to_be_saved_or_deleted_by_itself(me, places):
    row = Observation.objects.get(pk=record(me, places, "5 tỷ đồng"))
    with pytest.raises(TypeError):
        row.save()
    with pytest.raises(TypeError):
        row.delete()


def test_two_corrections_are_all_readable_with_their_reasons(me, places):
    first = record(me, places, "5 tỷ đồng")
    second = correct_figure(first, Correction("Đánh máy nhầm", quantity("6 tỷ đồng")), scope=me)
    third = correct_figure(second, Correction("Kho bạc đối chiếu lại", quantity("6,5 tỷ đồng")), scope=me)
    told = get_provenance(first, me)
    assert [(row.id, row.value, row.note) for row in told.revisions] == [
        (third, Decimal("6.5"), "Kho bạc đối chiếu lại"), (second, Decimal(6), "Đánh máy nhầm"), (first, Decimal(5), "")
    ]  # fmt: skip
    assert told.current_id == third
    assert {row.recorded_by for row in told.revisions} == {"Trần Thị Hoa"}


def test_a_correction_of_a_value_that_is_no_longer_in_force_is_refused(me, places):
    first = record(me, places, "5 tỷ đồng")
    correct_figure(first, Correction("Đánh máy nhầm", quantity("6 tỷ đồng")), scope=me)
    with pytest.raises(Refusal) as refusal:
        correct_figure(first, Correction("Cũng nhầm", quantity("7 tỷ đồng")), scope=me)
    assert refusal.value.status == 409


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_correction_or_withdrawal_without_a_reason_is_refused(me, places, reason):
    first = record(me, places, "5 tỷ đồng")
    with pytest.raises(Refusal):
        correct_figure(first, Correction(reason, quantity("6 tỷ đồng")), scope=me)
    with pytest.raises(Refusal):
        withdraw_figure(first, reason=reason, scope=me)


def test_a_withdrawal_brings_the_former_value_back_as_a_new_row(me, places):
    source = read_from(make_document(places.three, "5 tỷ đồng"), "5 tỷ đồng", "5 tỷ đồng")
    record(me, places, "5 tỷ đồng", source=source)
    second = record(me, places, "9 tỷ đồng")
    row = get_figure(withdraw_figure(second, reason="Số của quận khác", scope=me), me)
    assert (row.value, row.deed, row.note, row.source) == (Decimal(5), Deed.WITHDRAW, "Số của quận khác", source)
    assert row.supersedes_id == second


def test_a_withdrawal_of_the_only_value_leaves_a_gap_with_its_reason(me, places):
    first = record(me, places, "5 tỷ đồng")
    row = get_figure(withdraw_figure(first, reason="Chưa đối chiếu", scope=me), me)
    assert (row.is_missing, row.gap, row.gap_reason) == (True, Gap.NOT_REPORTED, "Chưa đối chiếu")
    with pytest.raises(Refusal):
        withdraw_figure(row.id, reason="Lần nữa", scope=me)


def test_a_withdrawn_value_never_comes_back(me, places):
    record(me, places, "5 tỷ đồng")
    second = record(me, places, "9 tỷ đồng")
    restored = withdraw_figure(second, reason="Nhầm", scope=me)
    row = get_figure(withdraw_figure(restored, reason="Cũng nhầm", scope=me), me)
    assert row.is_missing
    assert get_figure(record(me, places, "7 tỷ đồng"), me).supersedes_id == row.id


def test_a_gap_is_filled_by_a_value_and_never_laid_over_one(me, places):
    gap = FigureInput(places.three, REVENUE, Period.quarter(2024, 1), gap=Gap.NOT_REPORTED, gap_reason="Chưa gửi")
    [first] = record_figures([gap], scope=me)
    second = record(me, places, "5 tỷ đồng", status=FigureStatus.ESTIMATE)
    assert get_figure(second, me).supersedes_id == first
    with pytest.raises(Refusal):
        record_figures([gap], scope=me)
    with pytest.raises(Refusal):
        record_figures([replace(gap, gap_reason=" ", indicator="new_enterprises")], scope=me)


@pytest.mark.parametrize("role", [Role.READER, None])
def test_who_may_not_review_records_nothing(places, role):
    with pytest.raises(NotForYou):
        record(scope_of(role, places.three), places, "5 tỷ đồng")


@pytest.mark.parametrize("role", [Role.SPECIALIST, Role.OFFICE, Role.ADMINISTRATOR])
def test_who_may_review_records(places, role):
    assert record(scope_of(role, places.city), places, "5 tỷ đồng")


def test_a_figure_of_another_unit_does_not_exist_for_a_person(me, places):
    other = specialist(places.five)
    first = record(me, places, "5 tỷ đồng")
    for act in (
        lambda: get_figure(first, other),
        lambda: get_provenance(first, other),
        lambda: withdraw_figure(first, reason="Thử", scope=other),
        lambda: correct_figure(first, Correction("Thử", quantity("6 tỷ đồng")), scope=other),
    ):
        with pytest.raises(NotForYou):
            act()
    assert series(places.three, REVENUE, other) == []


def test_the_apps_above_are_told_once_with_all_keys_in_the_transaction(me, places):
    told = []

    def listen(*, keys, actor, **_):
        told.append((len(keys), actor, connection.in_atomic_block))

    figures_changed.connect(listen, weak=False)
    try:
        months = [figure(places.three, REVENUE, f"tháng {month}/2024", "5 tỷ đồng") for month in range(1, 13)]
        record_figures([*months, months[0]], scope=me)
        record_figures(months, scope=me)  # nothing new, nobody is told
    finally:
        figures_changed.disconnect(listen)
    assert told == [(12, me.actor, True)]


def test_a_receiver_that_fails_undoes_the_figure(me, places):
    def fail(**_):
        raise RuntimeError

    figures_changed.connect(fail, weak=False)
    try:
        with pytest.raises(RuntimeError):
            record(me, places, "5 tỷ đồng")
    finally:
        figures_changed.disconnect(fail)
    assert not Observation.objects.exists()
    assert not Event.objects.filter(verb="figures.record").exists()


def test_a_batch_costs_the_same_statements_per_act_however_many_figures_it_has(me, places):
    days = [Period.day(Period.year(2024).first_on.replace(month=m, day=d)) for m in range(1, 13) for d in range(1, 29)]
    inputs = [replace(figure(places.three, REVENUE, Q1, "5 tỷ đồng"), period=day) for day in days]
    with CaptureQueriesContext(connection) as few:
        record_figures(inputs[:1], scope=me)
    with CaptureQueriesContext(connection) as many:
        record_figures(inputs[1:], scope=me)
    selects = [[q["sql"] for q in queries if q["sql"].startswith("SELECT")] for queries in (few, many)]
    assert len(selects[0]) == len(selects[1])
    assert len(many) < 30


def test_recording_in_any_order_or_parts_gives_the_same_values(places):
    me = specialist(places.three)
    inputs = [
        figure(places.three, REVENUE, Q1, "1.390,9 tỷ đồng"),
        figure(places.three, REVENUE, Q1, "1.400 tỷ đồng", status=FigureStatus.ESTIMATE),
        figure(places.three, "new_enterprises", Q1, "534 doanh nghiệp"),
        figure(places.three, REVENUE, "9 tháng đầu năm 2024", "4.000 tỷ đồng"),
    ]
    record_figures(inputs, scope=me)
    wanted = current(places)
    for order in permutations(inputs):
        record_figures(order[:2], scope=me)
        record_figures(order[2:], scope=me)
    assert current(places) == wanted
    assert Observation.objects.count() == 4


def test_figures_are_known_as_of_any_moment(me, places):
    before = timezone.now()
    first = record(me, places, "5 tỷ đồng")
    between = timezone.now()
    second = correct_figure(first, Correction("Đánh máy nhầm", quantity("6 tỷ đồng")), scope=me)
    after = timezone.now()
    known = [[row.id for row in figures_as_of(moment, places.three, me)] for moment in (before, between, after)]
    assert known == [[], [first], [second]]


def test_both_parts_of_a_ratio_are_kept(me, places):
    row = get_figure(record(me, places, "11/13 phường", "wards_without_litter"), me)
    assert (row.numerator, row.denominator, row.value) == (quantity("11 phường"), quantity("13 phường"), None)
    assert not row.is_missing
