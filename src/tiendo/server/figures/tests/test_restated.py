# SPDX-License-Identifier: Apache-2.0
"""What changed after it was reported stands in a register; what was known on a day can be asked for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tiendo.server.accounts.data import Role
from tiendo.server.figures.data import Correction, FigureWish
from tiendo.server.figures.models import Observation
from tiendo.server.figures.queries import list_figures, list_restated
from tiendo.server.figures.services import correct_figure, record_figures, withdraw_figure
from tiendo.server.figures.tests.making import (
    figure,
    load_quan,
    make_document,
    make_person,
    make_places,
    quantity,
    read_from,
    scope_of,
    specialist,
)

REVENUE = "state_budget_revenue"


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def me(places):
    return specialist(places.city)


def _record(me, unit, text, **more):
    return record_figures([figure(unit, REVENUE, "quý I năm 2024", text, **more)], scope=me)[0]


def test_a_correction_stands_in_the_register_with_both_values_and_why(me, places):
    first = _record(me, places.three, "1.390,9 tỷ đồng")
    correct_figure(first, Correction("cộng thiếu một khoản", quantity("1.399 tỷ đồng")), scope=me)
    page = list_restated(me)
    assert page.total == 1
    change = page.rows[0]
    assert (change.old.id, str(change.new.value), change.unit_name) == (first, "1399", "Quận 3")
    assert "cộng thiếu một khoản" in change.new.note


def test_a_second_source_and_a_first_value_are_no_change(me, places):
    quote = "Thu ngân sách quý I đạt 1.390,9 tỷ đồng."
    document = make_document(places.three, quote)
    _record(me, places.three, "1.390,9 tỷ đồng")
    _record(me, places.three, "1.390,9 tỷ đồng", source=read_from(document, quote, "1.390,9 tỷ đồng"))
    _record(me, places.five, "812 tỷ đồng")
    assert list_restated(me).total == 0


def test_a_withdrawal_is_a_change(me, places):
    first = _record(me, places.three, "1.390,9 tỷ đồng")
    withdraw_figure(first, reason="của quận khác", scope=me)
    change = list_restated(me).rows[0]
    assert change.new.is_missing
    assert list_restated(me, unit_id=places.five).total == 0


def test_the_register_goes_through_the_filter(me, places):
    first = _record(me, places.three, "1 tỷ đồng")
    correct_figure(first, Correction("sai", quantity("2 tỷ đồng")), scope=me)
    assert list_restated(scope_of(Role.READER, places.three)).total == 1
    assert list_restated(scope_of(Role.READER, places.five)).total == 0


def test_the_page_of_changes_and_the_list_of_a_day(client, me, places):
    first = _record(me, places.three, "1.390,9 tỷ đồng")
    Observation.objects.filter(pk=first).update(recorded_at=timezone.now() - timedelta(days=10))
    correct_figure(first, Correction("cộng thiếu", quantity("1.399 tỷ đồng")), scope=me)
    client.force_login(make_person(Role.READER, places.three))
    page = client.get("/figures/restated/").content.decode()
    assert "1.390,9 tỷ đồng" in page
    assert "1.399 tỷ đồng" in page
    assert "cộng thiếu" in page
    then = (timezone.localdate() - timedelta(days=5)).isoformat()
    shown = client.get(f"/figures/?unit={places.three}&as_of={then}").content.decode()
    assert "1.390,9" in shown
    assert "1.399" not in shown
    assert "1.399" in client.get(f"/figures/?unit={places.three}").content.decode()


def test_nothing_was_known_before_it_was_recorded(me, places):
    _record(me, places.three, "1 tỷ đồng")
    wish = FigureWish(as_of=timezone.now() - timedelta(days=1))
    assert list_figures(places.three, me, wish).total == 0


def test_queries_do_not_grow_with_changes(me, places, django_assert_num_queries):
    for value in range(1, 8):
        rows = Observation.objects.filter(is_current=True)
        if value == 1:
            _record(me, places.three, "1 tỷ đồng")
        else:
            correct_figure(rows.get().pk, Correction("lại", quantity(f"{value} tỷ đồng")), scope=me)
    with django_assert_num_queries(4):
        assert list_restated(me).total == 6
