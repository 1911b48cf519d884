# SPDX-License-Identifier: Apache-2.0
"""The desk as a person sees it: who sees what, what a press changes, two reviewers on one page."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from tiendo.server.documents.tests.cast import count_queries, receive
from tiendo.server.intake.models import Finding
from tiendo.server.intake.tests.conftest import read_now
from tiendo.server.jobs.models import Job

PART = {"HX-Request": "true"}


@pytest.fixture
def sign_in(client, cast):
    """Who looks at the pages."""

    def enter(who):
        client.force_login(getattr(cast, who))
        return client

    return enter


@pytest.fixture
def revenue(document, indicators):
    """The finding "1.390,9 tỷ đồng"."""
    return document.findings.get(payload__quote="1.390,9 tỷ đồng")


def press(client, finding, choice="accept", version=None, part=True, **fields):
    data = {"choice": choice, "version": version or finding.row_version, **fields}
    return client.post(reverse("finding-decide", args=[finding.pk]), data, headers=PART if part else {})


def test_the_desk_shows_paper_findings_and_problems(sign_in, document, indicators):
    page = sign_in("specialist").get(reverse("desk", args=[document.pk])).content.decode()
    assert page.count('<li id="p') == document.findings.count()
    assert "2 + 7 + 5 = 14" in page
    assert re.search(r'class="f k-measure" data-f="\d+" id="f\d+"', page)
    assert "Đã duyệt 0/" in page
    assert 'data-key="a"' in page
    assert "<script>" not in page


def test_a_reader_sees_the_desk_without_any_act(sign_in, document, revenue):
    client = sign_in("reader")
    page = client.get(reverse("desk", args=[document.pk])).content.decode()
    assert "1.390,9" in page
    for act in ('data-key="a"', 'data-key="x"', 'data-key="z"', "data-many", 'name="as"', "Kết thúc duyệt"):
        assert act not in page
    assert press(client, revenue).status_code == 404
    assert client.get(reverse("inbox")).status_code == 404
    assert client.get(reverse("finding-edit", args=[revenue.pk])).status_code == 404


def test_an_outsider_finds_no_desk_no_finding_and_an_empty_inbox(sign_in, document, revenue):
    client = sign_in("outsider")
    problem = document.problems.get()
    for name, number in (("desk", document.pk), ("finding", revenue.pk), ("finding-edit", revenue.pk)):
        assert client.get(reverse(name, args=[number])).status_code == 404
    for name, number in (
        ("finding-decide", revenue.pk),
        ("accept-all", document.pk),
        ("undo", document.pk),
        ("finish-review", document.pk),
        ("read-again", document.pk),
        ("problem-settle", problem.pk),
    ):
        data = {"choice": "accept", "version": 1, "as": "asked"}
        assert client.post(reverse(name, args=[number]), data).status_code == 404
    assert "214/BC-UBND" not in client.get(reverse("inbox")).content.decode()


def test_the_inbox_shows_what_waits_oldest_first(sign_in, document, cast):
    later = receive(cast, "Tổng thu ngân sách năm 2020 là 5 tỷ đồng.", "sau.txt")
    read_now(later.pk)
    page = sign_in("specialist").get(reverse("inbox")).content.decode()
    assert page.index("214/BC-UBND") < page.index("sau.txt")
    assert f"0/{document.findings.count()}" in page


def test_the_inbox_and_the_desk_ask_a_fixed_number_of_times(sign_in, document, cast, indicators):
    client = sign_in("specialist")
    client.get(reverse("inbox"))
    desk, inbox = count_queries(client, reverse("desk", args=[document.pk])), count_queries(client, reverse("inbox"))
    text = "\n".join(f"Năm 2020, khu phố {number} có {number + 3} hộ nghèo." for number in range(60))
    other = receive(cast, text, "nhieu.txt")
    read_now(other.pk)
    assert other.findings.count() > 50
    assert count_queries(client, reverse("desk", args=[other.pk])) == desk
    assert count_queries(client, reverse("inbox")) == inbox


def test_a_press_answers_with_the_line_and_the_progress(sign_in, revenue):
    page = press(sign_in("specialist"), revenue).content.decode()
    assert page.startswith(f'<li id="p{revenue.position}"')
    assert 'data-state="accepted"' in page
    assert 'id="progress" class="progress" hx-swap-oob="true"' in page
    assert "Đã duyệt 1/" in page


def test_without_script_a_press_leads_back_to_the_finding(sign_in, revenue, document):
    answer = press(sign_in("specialist"), revenue, part=False)
    assert answer.url == f"{reverse('desk', args=[document.pk])}#p{revenue.position}"


def test_the_slower_of_two_reviewers_sees_what_the_other_decided_and_chooses(client, cast, revenue):
    client.force_login(cast.colleague)
    press(client, revenue)
    client.force_login(cast.specialist)
    answer = press(client, revenue, "reject")
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Lê Văn Bình" in page
    assert "1.390,9" in page
    version = re.search(r'name="version" value="(\d+)"', page)[1]
    assert press(client, revenue, "reject", version=version).status_code == 200
    revenue.refresh_from_db()
    assert (revenue.state, revenue.decided_by) == ("rejected", cast.specialist)


def test_without_script_the_slower_reviewer_gets_a_page(client, cast, revenue):
    client.force_login(cast.colleague)
    press(client, revenue)
    client.force_login(cast.specialist)
    answer = press(client, revenue, "reject", part=False)
    assert answer.status_code == 409
    assert answer.content.decode().startswith("<!doctype html>")


def test_the_form_offers_indicators_and_keeps_what_was_typed(sign_in, revenue, cast):
    client = sign_in("specialist")
    form = client.get(reverse("finding-edit", args=[revenue.pk]), headers=PART).content.decode()
    assert 'value="state_budget_revenue" selected' in form
    assert 'value="9 tháng đầu năm 2020"' in form
    fields = {"becomes": "observation", "indicator": "state_budget_revenue", "unit": cast.ward.pk}
    answer = press(client, revenue, "edit", **fields, period="hôm kia", value="1.391", measure="tỷ đồng")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "“hôm kia” không phải là kỳ" in page
    assert 'name="value" value="1.391"' in page
    assert press(client, revenue, "edit", **fields, period="2020-Q3", value="1.391", measure="").status_code == 200


def test_the_form_is_a_page_without_script(sign_in, revenue):
    page = sign_in("specialist").get(reverse("finding-edit", args=[revenue.pk])).content.decode()
    assert page.startswith("<!doctype html>")
    assert "<form" in page


def test_accept_all_and_taking_back_answer_with_everything_that_changed(sign_in, document, indicators):
    client = sign_in("specialist")
    page = client.post(reverse("accept-all", args=[document.pk]), {"above": "0.5"}, headers=PART).content.decode()
    accepted = Finding.objects.filter(state="accepted").count()
    assert page.count('<li id="p') == accepted > 3
    assert f"Đã nhận {accepted} phát hiện" in page
    page = client.post(reverse("undo", args=[document.pk]), headers=PART).content.decode()
    assert page.count('data-state="proposed"') == accepted


@pytest.mark.parametrize("above", ["x", "-1", "2", "NaN", "1e999"])
def test_a_confidence_that_is_none_is_a_sentence_and_no_fault(sign_in, document, above):
    answer = sign_in("specialist").post(reverse("accept-all", args=[document.pk]), {"above": above}, headers=PART)
    assert answer.status_code == 400
    assert "từ 0 đến 1" in answer.content.decode()


@pytest.mark.parametrize("data", [{}, {"choice": "x", "version": "1"}, {"choice": "accept", "version": "x"}])
def test_a_press_that_makes_no_sense_is_a_sentence_and_no_fault(sign_in, revenue, data):
    answer = sign_in("specialist").post(reverse("finding-decide", args=[revenue.pk]), data, headers=PART)
    assert answer.status_code == 400


def test_a_problem_is_settled_beside_its_figures(sign_in, document):
    client, problem = sign_in("specialist"), document.problems.get()
    address = reverse("problem-settle", args=[problem.pk])
    assert client.post(address, {"as": "ignored"}, headers=PART).status_code == 400
    page = client.post(address, {"as": "ignored", "reason": "Đủ 15."}, headers=PART).content.decode()
    assert "Đủ 15." in page
    assert "Trần Thị Hoa" in page


def test_a_finished_review_leaves_the_inbox(sign_in, document, indicators):
    client = sign_in("specialist")
    client.post(reverse("problem-settle", args=[document.problems.get().pk]), {"as": "asked"})
    for finding in document.findings.all():
        press(client, finding, "reject")
    assert client.post(reverse("finish-review", args=[document.pk])).status_code == 302
    assert "214/BC-UBND" not in client.get(reverse("inbox")).content.decode()


def test_another_reading_is_asked_for_once(sign_in, document):
    client = sign_in("specialist")
    Job.objects.update(state="done")
    assert client.post(reverse("read-again", args=[document.pk])).status_code == 302
    assert client.post(reverse("read-again", args=[document.pk]), headers=PART).status_code == 409
    assert Job.objects.filter(arguments__again=True).count() == 1


def test_the_page_of_a_document_leads_to_its_desk(sign_in, document):
    page = sign_in("specialist").get(reverse("document", args=[document.pk])).content.decode()
    assert reverse("desk", args=[document.pk]) in page


def test_the_desk_is_english_when_asked(sign_in, document, indicators, settings):
    client = sign_in("specialist")
    client.cookies["django_language"] = "en"
    page = client.get(reverse("desk", args=[document.pk])).content.decode()
    assert "Reviewed 0/" in page
    assert "Problem" in page


def test_a_document_whose_reading_has_failed_says_so_and_can_be_read_again(sign_in, cast):
    document = receive(cast)
    Job.objects.update(state="failed")
    page = sign_in("specialist").get(reverse("document", args=[document.pk])).content.decode()
    assert "Việc đọc bị dừng" in page
    assert reverse("read-again", args=[document.pk]) in page
    assert (
        reverse("read-again", args=[document.pk])
        not in sign_in("reader").get(reverse("document", args=[document.pk])).content.decode()
    )
