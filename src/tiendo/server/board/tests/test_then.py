# SPDX-License-Identifier: Apache-2.0
"""Pages as they were known on a day: what was reported at a meeting stays what it was, whatever is corrected later."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tiendo.evaluate import DONE_OR_ABOVE_80, RuleKind
from tiendo.server.accounts.tests.cast import client_of
from tiendo.server.board.tests.story import NINE, YEAR, tell_story
from tiendo.server.figures.data import Correction
from tiendo.server.figures.services import correct_figure
from tiendo.server.figures.tests.making import quantity
from tiendo.server.targets.data import Move, PhaseInput, PlanInput, TargetInput
from tiendo.server.targets.models import Plan
from tiendo.server.targets.queries import allotment_view, board_rows, get_scheme, target_detail
from tiendo.server.targets.services import (
    ask_explanation,
    assign_target,
    decide_status,
    move_explanation,
    set_phasing,
    set_plan,
    set_scheme,
    withdraw_plan,
)

REPORTED, MEETING, LATER, NOW = (
    datetime(2026, month, day, 3, tzinfo=UTC) for month, day in ((10, 5), (10, 16), (11, 2), (11, 29))
)
THEN = "as_of=2026-10-16"


@pytest.fixture
def at(monkeypatch):
    """``at(moment)``: it is this time from now on."""
    return lambda moment: monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture
def story(db, at):
    """Told on 5 October; the meeting was on the 16th; it is the end of November when the test looks back."""
    at(REPORTED)
    return tell_story()


def _correct_everything(story):
    """A figure, a plan, a phasing, a scheme, a name and two decisions, all after the meeting."""
    office = story.scope("office")
    rows = {row.number: row for row in board_rows(story.ward, YEAR, None, office)}
    for number, told in (("1", "250,1 tỷ đồng"), ("2", "88,2 %")):
        correct_figure(rows[number].observation_id, Correction("Nhầm kỳ", quantity(told)), scope=office)
    set_plan(PlanInput(story.targets["3"], quantity(_double(rows["3"])), assigner=rows["3"].plan_assigner,
                       act="31/NQ-HĐND"), scope=office)  # fmt: skip
    withdraw_plan(rows["15"].plan_id, reason="Giao nhầm đơn vị", scope=office)
    set_phasing(story.targets["1"], [PhaseInput(date(YEAR, 12, 31), Decimal(1))], scope=office)
    set_scheme(story.ward, YEAR, DONE_OR_ABOVE_80, scope=office)
    given = TargetInput(story.ward, rows["6"].indicator, YEAR, "6", "Tên mới", RuleKind(rows["6"].rule),
                        group=rows["6"].group, lead_name="Phòng mới", position=rows["6"].position)  # fmt: skip
    assign_target(given, scope=office, row_version=rows["6"].row_version)
    assign_target(replace(given, number="99", name="Chỉ tiêu giao sau", position=99), scope=office)
    decide_status(story.targets["13"], NINE, "achieved", reason="Đã thẩm định.",
                  row_version=rows["13"].row_version, scope=office)  # fmt: skip


def _told(rows):
    """The rows without the lock of their forms, which is always that of now."""
    return [replace(row, row_version=0) for row in rows]


def _double(row):
    return f"{row.plan_value * 2:f} {row.plan_measure}".replace(".", ",")


def test_the_board_of_the_day_of_the_meeting_is_told_exactly_as_it_was(story, at):
    at(MEETING)
    scope = story.scope("leader")
    reported = board_rows(story.ward, YEAR, None, scope)
    at(LATER)
    _correct_everything(story)
    at(NOW)
    now = board_rows(story.ward, YEAR, None, scope)
    then = board_rows(story.ward, YEAR, None, scope, MEETING)
    assert _told(then) == _told(reported)
    changed = {row.number for row, was in zip(now, reported, strict=False) if row != was}
    assert {"1", "2", "3", "6", "13", "15"} <= changed
    assert get_scheme(story.ward, YEAR, scope, MEETING) != get_scheme(story.ward, YEAR, scope)


def test_one_target_is_told_with_the_plans_steps_figures_and_verdicts_of_that_day(story, at):
    at(MEETING)
    scope = story.scope("office")
    reported = {number: target_detail(key, scope) for number, key in story.targets.items()}
    split = allotment_view(story.targets["1"], scope)
    at(LATER)
    _correct_everything(story)
    at(NOW)
    for number, key in story.targets.items():
        then = target_detail(key, scope, moment=MEETING)
        was = reported[number]
        figures = tuple(replace(row, is_current=True) for row in then.figures)  # which of them hold now is the ledger's
        row = replace(then.row, row_version=was.row.row_version)
        assert replace(then, row=row, figures=figures, may_decide=True, may_set=True) == was, number
        assert not then.may_decide
        assert not then.may_set
    assert allotment_view(story.targets["1"], scope, MEETING) == split


def test_the_page_says_so_leads_back_and_offers_nothing_to_do(story, at, words_of):
    at(LATER)
    _correct_everything(story)
    at(NOW)
    client = client_of(story.cast.office)
    board = f"/board/{story.ward}/{YEAR}/"
    page, now = (client.get(f"{board}?{query}") for query in (THEN, ""))
    assert "Như đã biết ngày 16/10/2026" in words_of(page)
    assert "Như đã biết ngày" not in words_of(now)
    assert "Tên mới" not in words_of(page)
    assert "Chỉ tiêu giao sau" not in words_of(page)
    assert "Theo cách xếp loại" not in words_of(page)
    assert "Cần xử lý trước khi chốt" not in words_of(page)
    assert f'href="{board}?">Về hiện tại' in page.content.decode()


def test_every_link_of_a_former_day_stays_on_that_day(story, at):
    at(NOW)
    client = client_of(story.cast.office)
    target = story.targets["1"]
    places = (f"/board/{story.ward}/{YEAR}/", f"/targets/{target}/", f"/targets/{target}/allotment/",
              f"/targets/{target}/explanations/", "/explanations/",
              f"/targets/{target}/plans/{Plan.objects.filter(target=target).latest('pk').pk}/")  # fmt: skip
    for place in places:
        page = client.get(f"{place}?{THEN}").content.decode().partition("<main")[2].partition("</main>")[0]
        links = re.findall(r'href="(/(?:board|targets|explanations)/[^"]*)"', page)
        assert links
        assert [link for link in links if THEN not in link] == [place + "?"], place  # the way back to now alone


def test_the_act_on_a_target_is_not_offered_in_the_past(story, at):
    at(NOW)
    client = client_of(story.cast.office)
    address = f"/targets/{story.targets['1']}/"
    assert f'action="{address}decide/"' in client.get(address).content.decode()
    page = client.get(f"{address}?{THEN}").content.decode()
    assert "/decide/" not in page
    assert "/ask/" not in client.get(f"{address}explanations/?{THEN}", headers={"HX-Request": "true"}).content.decode()


def test_a_request_for_an_explanation_is_told_as_it_stood(story, at, words_of):
    at(REPORTED)
    asked = ask_explanation(story.targets["3"], "Vì sao chậm?", date(2026, 10, 12), scope=story.scope("office"))
    at(LATER)
    move_explanation(asked, Move.ANSWER, "Do thiếu vốn.", scope=story.scope("specialist"))
    at(NOW)
    client = client_of(story.cast.office)
    now, then = (words_of(client.get(f"/explanations/?state=open&{query}")) for query in ("", THEN))
    assert "Đã giải trình 12/10/2026" in now
    assert "Quá hạn 12/10/2026" in then  # on the 16th that day was over
    told = client.get(f"/targets/{story.targets['3']}/explanations/?{THEN}")
    assert "Do thiếu vốn" not in words_of(told)
    before = client.get("/explanations/?as_of=2026-10-04")
    assert "Vì sao chậm?" not in words_of(before)


def test_before_anything_was_known_the_board_is_empty_and_a_target_is_not_there(story, at, words_of):
    at(NOW)
    client = client_of(story.cast.office)
    page = client.get(f"/board/{story.ward}/{YEAR}/?as_of=2026-10-04")
    assert "chưa có chỉ tiêu năm 2026" in words_of(page)
    answer = client.get(f"/targets/{story.targets['1']}/?as_of=2026-10-04")
    assert answer.status_code == 404
    assert "Ngày 04/10/2026 chỉ tiêu này chưa có trong sổ" in words_of(answer)


@pytest.mark.parametrize("day", ["hôm qua", "2026-13-01", "16/10/2026", "9" * 400])
def test_what_is_no_day_is_refused_in_words(story, day, words_of):
    answer = client_of(story.cast.leader).get(f"/board/{story.ward}/{YEAR}/", {"as_of": day})
    assert answer.status_code == 400
    assert "không phải là ngày" in words_of(answer)


@pytest.mark.parametrize("day", ["2026-11-29", "2026-12-24", ""])
def test_a_day_that_is_not_over_is_now(story, at, day, words_of):
    at(NOW)
    told = words_of(client_of(story.cast.leader).get(f"/board/{story.ward}/{YEAR}/", {"as_of": day}))
    assert "Như đã biết ngày" not in told
    assert "Cần xử lý trước khi chốt" in told


def test_what_is_open_leads_to_the_board_of_the_day(story, at):
    at(NOW)
    answer = client_of(story.cast.leader).get(f"/board/{story.ward}/{YEAR}/open/?{THEN}&period=2026-Q1")
    assert answer.headers["Location"] == f"/board/{story.ward}/{YEAR}/?period=2026-Q1&{THEN}"


def test_a_former_day_asks_a_fixed_number_of_queries(story, at, django_assert_num_queries):
    at(LATER)
    _correct_everything(story)
    at(NOW)
    client = client_of(story.cast.leader)
    board = f"/board/{story.ward}/{YEAR}/?{THEN}"
    client.get(board)  # from then on it is a locality looked at lately
    with CaptureQueriesContext(connection) as few:
        client.get(f"{board}&find=zzz")
    with django_assert_num_queries(len(few)):
        client.get(board)


def test_for_who_may_not_see_the_ward_there_is_no_past_either(story, at):
    at(NOW)
    client = client_of(story.cast.outsider)
    target = f"/targets/{story.targets['1']}/"
    for address in (f"/board/{story.ward}/{YEAR}/", target, f"{target}allotment/", f"{target}explanations/"):
        assert client.get(f"{address}?{THEN}").status_code == 404
