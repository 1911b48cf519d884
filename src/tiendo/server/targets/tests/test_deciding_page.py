# SPDX-License-Identifier: Apache-2.0
"""Deciding from a page: the answer for htmx, the way back without scripts, refusals."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tiendo.server.accounts.data import Role
from tiendo.server.accounts.tests.cast import client_of
from tiendo.server.figures.tests.making import load_quan, make_person, make_places
from tiendo.server.targets.tests.making import office, report, set_target, verdict_of

PART = {"HX-Request": "true"}


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def target(places):
    me = office(places.three)
    target = set_target(me, places.three, "state_budget_revenue", "5.208 tỷ đồng")
    report(me, places.three, "state_budget_revenue", "quý I năm 2024", "1.390,9 tỷ đồng")
    return target


@pytest.fixture
def post(places, target):
    def do(role=Role.OFFICE, unit_id=None, headers=PART, **given):
        client = client_of(make_person(role, unit_id or places.three, "Lê Minh Khoa"))
        form = {"period": "2024-Q1", "status": "likely", "reason": "Theo họp", "row_version": "1", **given}
        return client.post(reverse("target-decide", args=[target]), form, headers=headers)

    return do


def test_a_decision_answers_with_both_statuses_and_the_next_version(post, target):
    html = post().content.decode()
    assert "Dự kiến hoàn thành" in html
    assert "Hệ thống gợi ý: Đảm bảo tiến độ" in html
    assert "Kết luận: Lê Minh Khoa" in html
    assert 'name="row_version" value="2"' in html
    assert verdict_of(target).final == "likely"


@pytest.mark.parametrize(("given", "status"), [
    ({"row_version": "7"}, 409), ({"row_version": ""}, 400), ({"status": "great"}, 400), ({"reason": ""}, 400),
    ({"period": "2024-Q3"}, 400),
])  # fmt: skip
def test_a_refusal_is_one_sentence_and_nothing_is_written(post, target, given, status):
    response = post(**given)
    assert response.status_code == status
    assert 'role="alert"' in response.content.decode()
    assert verdict_of(target).final == ""


@pytest.mark.parametrize("role", [Role.READER, Role.SPECIALIST, None])
def test_who_may_not_decide_finds_no_such_target(post, target, role):
    assert post(role).status_code == 404
    assert verdict_of(target).final == ""


def test_an_office_of_another_unit_finds_no_such_target(post, places):
    assert post(unit_id=places.five).status_code == 404


@pytest.mark.parametrize(("after", "wanted"), [("/targets/", "/targets/"), ("https://example.org/", "/"), ("", "/")])
def test_without_scripts_the_person_goes_back_to_a_page_of_ours(post, after, wanted):
    response = post(headers={}, next=after)
    assert (response.status_code, response["Location"]) == (302, wanted)
