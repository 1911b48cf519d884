# SPDX-License-Identifier: Apache-2.0
"""Requests for explanations: the table of states, who may do what, the order of the list, the pages."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tiendo.server.accounts.data import Role
from tiendo.server.accounts.tests.cast import client_of
from tiendo.server.audit.models import Event
from tiendo.server.figures.tests.making import load_quan, make_person, make_places, scope_of
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.targets.data import Move, State
from tiendo.server.targets.models import Explanation, ExplanationMove
from tiendo.server.targets.queries import list_explanations, target_explanations
from tiendo.server.targets.rules import find_state, is_late, step_to
from tiendo.server.targets.services import ask_explanation, move_explanation
from tiendo.server.targets.tests.making import office, report, set_target

REVENUE = "state_budget_revenue"
PART = {"HX-Request": "true"}
A, R, C = Move.ANSWER, Move.REMIND, Move.CLOSE

#: state | after an answer | after a reminder | after closing; None: cannot be done.
STATES = [
    (State.ASKED, State.ANSWERED, State.REMINDED, State.CLOSED),
    (State.REMINDED, State.ANSWERED, State.REMINDED, State.CLOSED),
    (State.ANSWERED, State.ANSWERED, None, State.CLOSED),
    (State.CLOSED, None, None, None),
]


@pytest.mark.parametrize("row", STATES, ids=lambda row: row[0])
def test_the_table_of_states(row):
    assert [step_to(row[0], move) for move in (A, R, C)] == list(row[1:])


def test_every_state_is_reached_and_closed_is_the_end():
    reached = {find_state(moves) for length in range(4) for moves in product(Move, repeat=length)}
    assert reached == set(State)
    assert find_state([A, C, A, R]) is State.CLOSED


@pytest.mark.parametrize(
    ("state", "days", "late"),
    [(State.ASKED, 0, False), (State.ASKED, 1, True), (State.REMINDED, 1, True), (State.ANSWERED, 9, False),
     (State.CLOSED, 9, False)],
)  # fmt: skip
def test_only_what_waits_can_be_late_and_not_on_its_last_day(state, days, late):
    due = date(2024, 10, 16)
    assert is_late(state, due, due + timedelta(days=days)) is late


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def me(places):
    return office(places.three)


@pytest.fixture
def unit(places):
    return scope_of(Role.SPECIALIST, places.three, "Trần Thị Hoa")


@pytest.fixture
def target(me, places):
    target = set_target(me, places.three, REVENUE, "100 tỷ đồng", name="Thu ngân sách")
    report(me, places.three, REVENUE, "9 tháng đầu năm 2024", "30 tỷ đồng")
    return target


def today():
    return timezone.localdate()


def ask(target, me, days=7, question="Vì sao thu mới đạt 30 %?"):
    return ask_explanation(target, question, today() + timedelta(days=days), scope=me)


def of(target, scope):
    return target_explanations(target, scope, today=today())


def test_the_walk_from_the_question_to_the_end_stays_readable(me, unit, target):
    asked = ask(target, me)
    move_explanation(asked, R, "Cần trước họp giao ban", scope=me)
    assert of(target, me).rows[0].state is State.REMINDED
    move_explanation(asked, A, "Hai khoản thu lớn vào quý IV", scope=unit)
    move_explanation(asked, C, scope=me)
    (row,) = of(target, me).rows
    assert (row.state, row.period, row.asked_status) == (State.CLOSED, "2024-01-01/P9M", "at_risk")
    assert [(one.move, one.by) for one in row.moves] == [(R, "Lê Minh Khoa"), (A, "Trần Thị Hoa"), (C, "Lê Minh Khoa")]
    verbs = list(Event.objects.filter(subject=f"explanation:{asked}").order_by("pk").values_list("verb", flat=True))
    assert verbs == ["targets.ask", "targets.remind", "targets.answer", "targets.close"]


def test_nothing_of_a_request_is_ever_changed(me, unit, target):
    with CaptureQueriesContext(connection) as queries:
        asked = ask(target, me)
        move_explanation(asked, A, "Vì thu cuối năm", scope=unit)
        move_explanation(asked, C, scope=me)
    changing = [q["sql"] for q in queries if q["sql"].startswith(("UPDATE", "DELETE"))]
    assert not [sql for sql in changing if "explanation" in sql]


def test_one_request_about_a_target_is_open_at_a_time(me, target):
    first = ask(target, me)
    with pytest.raises(Refusal) as refusal:
        ask(target, me)
    assert refusal.value.status == 409
    move_explanation(first, C, "Đã rõ", scope=me)
    assert of(target, me).can_ask
    ask(target, me)
    assert len(of(target, me).rows) == 2


@pytest.mark.parametrize(("question", "days"), [("  ", 7), ("x" * 2001, 7), ("Vì sao?", -1)])
def test_a_request_without_words_or_with_a_day_that_is_over_is_refused(me, target, question, days):
    with pytest.raises(Refusal):
        ask(target, me, days, question)
    assert not Explanation.objects.exists()


@pytest.mark.parametrize(("done", "move", "text"), [([], A, " "), ([], C, ""), ([A], R, "x"), ([C], A, "x")])
def test_what_cannot_be_done_is_refused_and_leaves_no_row(me, target, done, move, text):
    asked = ask(target, me)
    for one in done:
        move_explanation(asked, one, "Vì thu cuối năm", scope=me)
    before = ExplanationMove.objects.count()
    with pytest.raises(Refusal):
        move_explanation(asked, move, text, scope=me)
    assert ExplanationMove.objects.count() == before


@pytest.mark.parametrize(
    ("role", "may_ask", "may_answer"),
    [(Role.OFFICE, True, True), (Role.SPECIALIST, False, True), (Role.READER, False, False), (None, False, False)],
)
def test_the_office_asks_and_the_unit_answers(places, me, target, role, may_ask, may_answer):
    asked = ask(target, me)
    scope = scope_of(role, places.three)

    def is_allowed(act):
        try:
            act()
        except NotForYou:
            return False
        return True

    assert is_allowed(lambda: move_explanation(asked, R, "", scope=scope)) is may_ask
    assert is_allowed(lambda: move_explanation(asked, A, "Vì thu cuối năm", scope=scope)) is may_answer
    assert is_allowed(lambda: move_explanation(asked, C, "Đã rõ", scope=scope)) is may_ask
    assert is_allowed(lambda: ask(target, scope)) is may_ask


def test_an_outsider_finds_no_request_and_no_target(places, me, target):
    asked = ask(target, me)
    outsider = office(places.five)
    assert list_explanations(outsider, today=today()) == []
    for act in (lambda: of(target, outsider), lambda: move_explanation(asked, A, "x", scope=outsider)):
        with pytest.raises(NotForYou):
            act()


def test_the_worst_targets_stand_first_and_closed_requests_last(places, me, target):
    good = set_target(me, places.three, "new_enterprises", "100", number="2")
    report(me, places.three, "new_enterprises", "9 tháng đầu năm 2024", "90")
    open_ = set_target(me, places.three, "party_admissions", "100", number="3")
    done = set_target(me, places.three, "building_violations", "100", number="4")
    asked = [ask(one, me, days) for one, days in ((good, 1), (open_, 9), (done, 1), (target, 5))]
    move_explanation(asked[2], C, "Đã rõ", scope=me)
    rows = list_explanations(me, today=today())
    assert [row.number for row in rows] == ["1", "3", "2", "4"]
    late = list_explanations(me, today=today() + timedelta(days=2))
    assert [row.is_late for row in late] == [False, False, True, False]


def test_more_requests_cost_no_more_queries(places, me, target):
    ask(target, me)
    with CaptureQueriesContext(connection) as few:
        list_explanations(me, today=today())
    for number in range(2, 9):
        ask(set_target(me, places.three, "new_enterprises", "9", number=str(number)), me)
    with CaptureQueriesContext(connection) as many:
        assert len(list_explanations(me, today=today())) == 8
    assert len(few) == len(many)


def client(places, role):
    return client_of(make_person(role, places.three, "Phạm Thu Hà"))


def test_a_form_answers_htmx_with_the_part_and_a_browser_with_the_way_back(places, target):
    given = {"question": "Vì sao?", "due_on": (today() + timedelta(days=3)).isoformat(), "next": "/targets/1/"}
    html = client(places, Role.OFFICE).post(reverse("explanation-ask", args=[target]), given, headers=PART)
    assert html.status_code == 200
    assert "Vì sao?" in html.content.decode()
    assert "<html" not in html.content.decode()
    asked = Explanation.objects.get().pk
    answer = client(places, Role.SPECIALIST).post(
        reverse("explanation-answer", args=[asked]), {"text": "Thu <b>cuối năm</b>"}
    )
    assert answer.headers["Location"] == reverse("target-explanations", args=[target])
    page = client(places, Role.READER).get(answer.headers["Location"]).content.decode()
    assert "Thu &lt;b&gt;cuối năm&lt;/b&gt;" in page
    assert "<form" not in page.partition('class="card explanations"')[2].partition("</section>")[0]


@pytest.mark.parametrize(("given", "status"), [({"due_on": "mai"}, 400), ({"due_on": "2020-01-01"}, 400), ({}, 400)])
def test_a_form_with_a_fault_says_one_sentence(places, target, given, status):
    response = client(places, Role.OFFICE).post(
        reverse("explanation-ask", args=[target]), {"question": "Vì sao?", **given}, headers=PART
    )
    assert response.status_code == status
    assert 'role="alert"' in response.content.decode()


def test_the_list_narrows_by_state_and_shows_no_outsider_anything(places, me, target):
    ask(target, me)
    reader = client(places, Role.READER)
    assert "Thu ngân sách" in reader.get(reverse("explanations")).content.decode()
    assert "Thu ngân sách" not in reader.get(reverse("explanations") + "?state=closed").content.decode()
    outsider = client_of(make_person(Role.OFFICE, places.five, "Bùi Văn Xa"))
    assert "Thu ngân sách" not in outsider.get(reverse("explanations")).content.decode()
    assert outsider.get(reverse("target-explanations", args=[target])).status_code == 404
