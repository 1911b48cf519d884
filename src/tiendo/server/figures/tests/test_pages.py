# SPDX-License-Identifier: Apache-2.0
"""The pages of figures: what they show, to whom, with how many queries."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tiendo.kernel.period import Period
from tiendo.server.accounts.data import Role
from tiendo.server.accounts.tests.cast import client_of
from tiendo.server.figures.data import Correction, FigureInput, Gap
from tiendo.server.figures.models import Observation
from tiendo.server.figures.services import correct_figure, record_figures, withdraw_figure
from tiendo.server.figures.tests.making import (
    figure,
    load_quan,
    make_document,
    make_person,
    make_places,
    quantity,
    read_from,
    specialist,
)

REVENUE, Q1 = "state_budget_revenue", "quý I năm 2024"
QUOTE = "Tổng thu ngân sách Nhà nước là 1.390,9 tỷ đồng, đạt 26,7% so với dự toán năm là 5.208 tỷ đồng."


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def row(places):
    """A figure that was read from a document and corrected twice."""
    me = specialist(places.three)
    source = read_from(make_document(places.three, QUOTE), QUOTE, "1.390,9 tỷ đồng")
    first = record_figures([figure(places.three, REVENUE, Q1, "1.390,9 tỷ đồng", source=source)], scope=me)[0]
    second = correct_figure(first, Correction("Kho bạc đối chiếu", quantity("1.391 tỷ đồng")), scope=me)
    return correct_figure(second, Correction("Đối chiếu <lại>", quantity("1.392,5 tỷ đồng")), scope=me)


@pytest.fixture
def enter(places):
    def do(role, unit_id):
        return client_of(make_person(role, unit_id))

    return do


def words(response):
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(unescape(text).replace("\u00a0", " ").split())


def test_the_page_of_a_figure_shows_the_sentence_the_words_and_every_value(enter, places, row):
    response = enter(Role.READER, places.three).get(reverse("figure", args=[row]))
    html, text = response.content.decode(), words(response)
    assert "<mark>1.390,9 tỷ đồng</mark>, đạt 26,7%" in html
    assert "Số 1.392,5 lấy từ đâu" in text
    assert "Báo cáo quý I năm 2024" in text
    assert re.search(r'href="/documents/\d+/\?at=31-46#at"', html)
    assert "Văn bản in 1.390,9 tỷ đồng; đã đính chính: Đối chiếu <lại>" in text
    assert [unescape(one) for one in re.findall(r"<del>(.*?)</del>", html)] == ["1.391 tỷ đồng", "1.390,9 tỷ đồng"]
    assert "lý do: Kho bạc đối chiếu" in text
    assert "Đối chiếu &lt;lại&gt;" in html
    assert "Trần Thị Hoa" in text


def test_a_figure_that_was_printed_in_another_unit_says_what_it_is(enter, places):
    quote = "Thu ngân sách 1.390.900 triệu đồng."
    source = read_from(make_document(places.three, quote), quote, "1.390.900 triệu đồng")
    given = figure(places.three, REVENUE, Q1, "1.390.900 triệu đồng", source=source)
    shown = record_figures([given], scope=specialist(places.three))[0]
    text = words(enter(Role.READER, places.three).get(reverse("figure", args=[shown])))
    assert "1.390.900 triệu đồng = 1.390,9 tỷ đồng" in text


def test_a_hedge_before_a_bare_number_is_no_other_unit(enter, places):
    quote = "Thu ngân sách | hơn 1.390,9"
    source = read_from(make_document(places.three, quote), quote, "hơn 1.390,9")
    given = figure(places.three, REVENUE, Q1, "hơn 1.390,9 tỷ đồng", source=source)
    shown = record_figures([given], scope=specialist(places.three))[0]
    assert "hơn 1.390,9 = " not in words(enter(Role.READER, places.three).get(reverse("figure", args=[shown])))


def test_a_former_value_leads_to_the_one_in_force(enter, places, row):
    first = Observation.objects.order_by("pk").first().pk
    response = enter(Role.READER, places.three).get(reverse("figure", args=[first]))
    assert "Nay đang dùng một giá trị khác." in words(response)
    assert reverse("figure", args=[row]) in response.content.decode()


def test_the_panel_beside_another_page_is_the_same_without_a_frame(enter, places, row):
    response = enter(Role.READER, places.three).get(reverse("figure", args=[row]), headers={"HX-Request": "true"})
    assert response.content.decode().lstrip().startswith("<div")
    assert "<mark>1.390,9 tỷ đồng</mark>" in response.content.decode()


def test_the_page_is_written_in_english_too(enter, places, row):
    client = enter(Role.READER, places.three)
    client.cookies["django_language"] = "en"
    text = words(client.get(reverse("figure", args=[row])))
    assert "State budget revenue" in text
    assert "Where 1,392.5 comes from" in text
    assert "reason: Kho bạc đối chiếu" in text


@pytest.mark.parametrize(("role", "status"), [(Role.READER, 200), (Role.OFFICE, 200), (None, 404)])
def test_only_who_may_see_the_unit_sees_the_page(enter, places, row, role, status):
    assert enter(role, places.three).get(reverse("figure", args=[row])).status_code == status


def test_an_outsider_finds_nothing_by_address_or_list(enter, places, row):
    client = enter(Role.OFFICE, places.five)
    assert client.get(reverse("figure", args=[row])).status_code == 404
    assert client.get(reverse("figures"), {"unit": places.three}).status_code == 404
    assert "Chưa có số liệu nào" in words(client.get(reverse("figures")))


@pytest.mark.parametrize("address", ["figures/", "figures/1/"])
def test_who_has_not_signed_in_is_sent_to_do_so(client, places, settings, address):
    settings.LOGIN_URL = "/sign-in/"
    assert client.get(f"/{address}").status_code == 302


def test_a_document_that_the_person_may_not_see_is_not_named(enter, places):
    city_paper = read_from(make_document(places.city, QUOTE), QUOTE, "1.390,9 tỷ đồng")
    me = specialist(places.city)
    shown = record_figures([figure(places.three, REVENUE, Q1, "1.390,9 tỷ đồng", source=city_paper)], scope=me)[0]
    text = words(enter(Role.READER, places.three).get(reverse("figure", args=[shown])))
    assert "Báo cáo quý I năm 2024" not in text
    assert "1.390,9 tỷ đồng" in text


def test_a_gap_says_why_and_is_never_zero(enter, places, row):
    gap = withdraw_figure(
        record_figures([figure(places.three, "new_enterprises", Q1, "534")], scope=specialist(places.three))[0],
        reason="Chưa đối chiếu", scope=specialist(places.three),
    )  # fmt: skip
    client = enter(Role.READER, places.three)
    assert "chưa có số: Chưa đối chiếu" in words(client.get(reverse("figure", args=[gap])))
    assert "chưa có số" in words(client.get(reverse("figures"), {"find": "doanh nghiệp"}))


@pytest.mark.parametrize(
    ("asked", "shown", "hidden"),
    [
        ({}, ["Thu ngân sách nhà nước", "Kết nạp đảng viên", "13/13"], []),
        ({"period": "2024-Q1"}, ["Thu ngân sách nhà nước"], ["Kết nạp đảng viên"]),
        ({"sector": "party"}, ["Kết nạp đảng viên"], ["Thu ngân sách nhà nước"]),
        ({"find": "dang vien"}, ["Kết nạp đảng viên"], ["Thu ngân sách nhà nước"]),
        ({"find": "xyz"}, ["Không có số liệu nào khớp"], ["Kết nạp đảng viên"]),
        ({"page": "99"}, ["Kết nạp đảng viên"], []),
        ({"page": "²"}, ["Kết nạp đảng viên"], []),
    ],
)
def test_the_list_is_narrowed_by_period_sector_and_words(enter, places, row, asked, shown, hidden):
    more = [
        figure(places.three, "party_admissions", "năm 2024", "217 đảng viên"),
        figure(places.three, "wards_without_litter", "năm 2024", "13/13 phường"),
    ]
    record_figures(more, scope=specialist(places.three))
    text = words(enter(Role.READER, places.three).get(reverse("figures"), asked))
    assert all(word in text for word in shown)
    table = text.partition("Ngày ghi")[2]
    assert not [word for word in hidden if word in table]


@pytest.mark.parametrize("unit", ["0", "x", "9" * 30])
def test_a_unit_that_is_not_there_is_not_found(enter, places, row, unit):
    assert enter(Role.READER, places.three).get(reverse("figures"), {"unit": unit}).status_code == 404


def test_a_figure_that_is_not_there_is_not_found(enter, places, row):
    assert enter(Role.READER, places.three).get(f"/figures/{'9' * 30}/").status_code == 404


def test_the_list_costs_the_same_queries_however_long_it_is(enter, places):
    days = [Period.day(Period.year(2024).first_on.replace(month=m, day=d)) for m in range(1, 6) for d in range(1, 13)]
    inputs = [
        FigureInput(places.three, "party_admissions", day, gap=Gap.NOT_REPORTED, gap_reason="Chưa gửi") for day in days
    ]
    client, counts = enter(Role.READER, places.three), []
    for part in (inputs[:2], inputs[2:]):
        record_figures(part, scope=specialist(places.three))
        with CaptureQueriesContext(connection) as queries:
            text = words(client.get(reverse("figures")))
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 14
    assert "trang 1/2" in text


def test_a_correction_from_the_page_is_kept_with_its_reason(enter, places, row):
    client = enter(Role.SPECIALIST, places.three)
    given = {"value": "1.400,25", "reason": "Sở đối chiếu"}
    response = client.post(reverse("figure-correct", args=[row]), given, headers={"HX-Request": "true"})
    assert "1.400,25 tỷ đồng" in words(response)
    assert "lý do: Sở đối chiếu" in words(response)


@pytest.mark.parametrize("given", [{"value": "nhiều", "reason": "x"}, {"value": "5", "reason": ""}, {}])
def test_a_correction_that_says_nothing_is_refused_in_one_sentence(enter, places, row, given):
    client = enter(Role.SPECIALIST, places.three)
    response = client.post(reverse("figure-correct", args=[row]), given, headers={"HX-Request": "true"})
    assert response.status_code == 400
    assert 'role="alert"' in response.content.decode()
    assert Observation.objects.count() == 3


def test_a_withdrawal_from_the_page_brings_the_former_value_back(enter, places, row):
    client = enter(Role.SPECIALIST, places.three)
    response = client.post(reverse("figure-withdraw", args=[row]), {"reason": "Đính chính nhầm"}, follow=True)
    assert "Số 1.391 lấy từ đâu" in words(response)


def test_two_people_at_once_do_not_overwrite_each_other(enter, places, row):
    client = enter(Role.SPECIALIST, places.three)
    client.post(reverse("figure-correct", args=[row]), {"value": "5", "reason": "x"})
    response = client.post(
        reverse("figure-correct", args=[row]), {"value": "6", "reason": "y"}, headers={"HX-Request": "true"}
    )
    assert response.status_code == 409


@pytest.mark.parametrize("act", ["figure-correct", "figure-withdraw"])
def test_a_reader_changes_nothing_and_sees_no_form(enter, places, row, act):
    client = enter(Role.READER, places.three)
    assert client.post(reverse(act, args=[row]), {"value": "5", "reason": "x"}).status_code == 404
    assert "Đính chính giá trị" not in words(client.get(reverse("figure", args=[row])))
    assert Observation.objects.count() == 3
