# SPDX-License-Identifier: Apache-2.0
"""The allotment of a city's target to its districts: sums, gaps, the page, the permission filter."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tiendo.server.accounts.data import Role
from tiendo.server.accounts.tests.cast import client_of
from tiendo.server.figures.tests.making import load_quan, make_person, make_places
from tiendo.server.support.refusals import NotForYou
from tiendo.server.targets.queries import allotment_view
from tiendo.server.targets.tests.making import office, report, set_target

REVENUE = "state_budget_revenue"


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def me(places):
    return office(places.city)


@pytest.fixture
def city(me, places):
    return set_target(me, places.city, REVENUE, "402 tỷ đồng", name="Thu ngân sách")


def test_the_plans_of_the_units_below_are_added_and_the_rest_is_told(me, places, city):
    set_target(me, places.three, REVENUE, "380 tỷ đồng")
    view = allotment_view(city, me)
    assert [(row.unit_name, row.value) for row in view.rows] == [("Quận 3", 380), ("Quận 5", None)]
    assert (view.total, view.rest, view.allotment.has_gap) == (380, 22, True)
    assert "22 tỷ đồng chưa phân bổ; 1 đơn vị chưa được giao: Quận 5" in view.sentence_vi
    assert "22 tỷ đồng is not allotted yet" in view.sentence_en


def test_what_the_units_are_given_in_another_year_or_indicator_does_not_count(me, places, city):
    set_target(me, places.three, REVENUE, "380 tỷ đồng", year=2023)
    set_target(me, places.five, "new_enterprises", "380")
    assert allotment_view(city, me).total == 0


def test_a_second_target_on_the_same_indicator_is_told_and_not_added(me, places, city):
    set_target(me, places.three, REVENUE, "380 tỷ đồng")
    set_target(me, places.three, REVENUE, "12 tỷ đồng", number="2", rule="at_most")
    view = allotment_view(city, me)
    assert (view.total, view.others) == (380, 1)


def test_a_ratio_is_held_beside_the_one_above(me, places):
    top = set_target(me, places.city, "public_investment_disbursement_rate", "95 %")
    set_target(me, places.three, "public_investment_disbursement_rate", "95 %")
    set_target(me, places.five, "public_investment_disbursement_rate", "90 %")
    view = allotment_view(top, me)
    assert (view.total, [(row.difference, row.is_laxer) for row in view.rows]) == (None, [(0, False), (-5, True)])
    assert "nhẹ hơn: Quận 5" in view.sentence_vi


def test_more_targets_cost_no_more_queries(me, places, city):
    set_target(me, places.three, REVENUE, "380 tỷ đồng")
    with CaptureQueriesContext(connection) as few:
        allotment_view(city, me)
    set_target(me, places.five, REVENUE, "22 tỷ đồng")
    report(me, places.five, REVENUE, "quý I năm 2024", "9 tỷ đồng")
    with CaptureQueriesContext(connection) as many:
        assert allotment_view(city, me).rest == 0
    assert len(many) <= len(few) + 1  # the verdicts that there are now


def test_only_who_may_see_the_unit_above_sees_its_allotment(places, me, city):
    with pytest.raises(NotForYou):
        allotment_view(city, office(places.three))
    page = reverse("target-allotment", args=[city])
    assert client_of(make_person(Role.OFFICE, places.five)).get(page).status_code == 404


def test_the_page_shows_the_sentence_and_every_unit(me, places, city):
    set_target(me, places.three, REVENUE, "380 tỷ đồng")
    html = client_of(make_person(Role.READER, places.city)).get(reverse("target-allotment", args=[city]))
    text = html.content.decode()
    assert html.status_code == 200
    for part in ("Tổng giao cho các đơn vị", "Quận 3", "Quận 5", "94,5"):
        assert part in text


def test_a_unit_with_none_below_says_so(me, places):
    lowest = set_target(me, places.three, REVENUE, "380 tỷ đồng")
    assert allotment_view(lowest, me).rows == ()
