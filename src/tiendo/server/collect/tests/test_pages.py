# SPDX-License-Identifier: Apache-2.0
"""The pages as a person meets them, in both languages of the product."""

from __future__ import annotations

import json
import re

import pytest
from django.test import override_settings

from tiendo.kernel.period import Period
from tiendo.server.accounts.tests.cast import client_of
from tiendo.server.collect.models import Form, FormVersion, Sheet
from tiendo.server.collect.services import open_period, submit_sheet
from tiendo.server.collect.tests.making import (
    FIRMS,
    JOBS,
    RATE,
    REVENUE,
    cell,
    in_force,
    send,
    send_and_lock,
    state_of,
    tell_story,
    type_in,
)
from tiendo.server.figures.services import record_figures
from tiendo.server.figures.tests.making import figure
from tiendo.server.targets.tests.making import set_target

pytestmark = pytest.mark.django_db


def client(story, who="specialist"):
    return client_of(getattr(story.cast, who))


def save(story, cells, who="specialist"):
    answer = client(story, who).post(
        f"/collect/{story.ward}/cells/", json.dumps({"cells": cells}), content_type="application/json"
    )
    return answer.status_code, answer.json()


def text_of(answer):
    body = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return re.sub(r"\s+", " ", body)


def test_my_reports_say_what_is_overdue_first_and_in_words():
    story = tell_story()
    open_period(story.form, Period.month(2030, 1), scope=story.scope("office"))
    shown = text_of(client(story).get("/collect/"))
    assert shown.index("Quá hạn") < shown.index("Biểu kinh tế")
    assert re.search(r"quá hạn \d+ ngày", shown)
    assert "Phường Chợ Quán" in shown
    assert "Xã Tân Lập" not in shown


def test_the_office_sees_every_unit_and_how_punctual_each_is():
    story = tell_story()
    shown = text_of(client(story, "office").get("/collect/"))
    assert "Xã Tân Lập" in shown
    assert "đúng hạn" in shown.lower()


def test_the_list_asks_a_fixed_number_of_queries(django_assert_num_queries):
    story = tell_story()
    page = client(story, "office")
    page.get("/collect/")
    with django_assert_num_queries(9):
        page.get("/collect/")
    for month in (5, 6, 7):
        open_period(story.form, Period.month(2026, month), scope=story.scope("office"))
    with django_assert_num_queries(9):
        page.get("/collect/")


def test_the_grid_shows_the_period_before_the_same_period_and_the_plan_beside_the_cell():
    story = tell_story()
    office, ward = story.scope("office"), story.cast.ward
    set_target(office, ward, REVENUE, "402 tỷ đồng", year=2026)
    told = [("8 tháng 2026", "281,5 tỷ đồng"), ("9 tháng 2025", "286,8 tỷ đồng")]
    record_figures([figure(ward, REVENUE, period, text) for period, text in told], scope=office)
    shown = text_of(client(story).get(f"/collect/{story.ward}/"))
    assert "281,5" in shown
    assert "286,8" in shown
    assert "402" in shown
    assert "lũy kế" in shown


def test_a_figure_that_is_known_already_is_offered_with_its_source():
    story = tell_story()
    number = record_figures(
        [figure(story.cast.ward, JOBS, "tháng 9/2026", "250 lao động")], scope=story.scope("office")
    )
    page = client(story).get(f"/collect/{story.ward}/").content.decode()
    assert 'data-take="250"' in page
    assert f"/figures/{number[0]}/" in page


def test_saving_one_cell_tells_what_became_of_it_and_what_is_wrong_now():
    story = tell_story()
    status, told = save(story, [{"line": FIRMS, "version": 0, "text": "mười hai"}])
    assert status == 200
    assert told["cells"][FIRMS]["outcome"] == "saved"
    assert told["marks"][FIRMS] == "wrong"
    assert "mười hai" in told["under"][FIRMS]
    status, told = save(story, [{"line": FIRMS, "version": 1, "text": "12"}])
    assert told["marks"][FIRMS] == ""
    assert (told["filled"], told["state"]) == (1, "đang nhập")


def test_an_ambiguous_number_offers_both_readings():
    story = tell_story()
    _status, told = save(story, [{"line": REVENUE, "version": 0, "text": "4,974"}])
    assert 'data-choice="decimal"' in told["under"][REVENUE]
    assert 'data-choice="thousands"' in told["under"][REVENUE]
    assert "4.974 tỷ đồng" in told["under"][REVENUE].replace("\xa0", " ")
    save(story, [{"line": REVENUE, "version": 1, "text": "4,974", "choice": "thousands"}])
    assert cell(story.ward, REVENUE).value == 4974


def test_a_conflict_names_the_other_and_the_value():
    story = tell_story()
    save(story, [{"line": FIRMS, "version": 0, "text": "12"}])
    _status, told = save(story, [{"line": FIRMS, "version": 0, "text": "15"}], "office")
    assert told["cells"][FIRMS]["outcome"] == "conflict"
    assert "Trần Thị Hoa" in told["cells"][FIRMS]["sentence"]
    assert "12" in told["cells"][FIRMS]["sentence"]


@pytest.mark.parametrize("body", ["{", "[]", '{"cells": [{"line": 5}]}', '{"cells": "x"}'])
def test_what_cannot_be_read_is_refused_in_words(body):
    story = tell_story()
    answer = client(story).post(f"/collect/{story.ward}/cells/", body, content_type="application/json")
    assert answer.status_code == 400
    assert answer.json()["refused"]


def test_without_script_the_whole_form_is_saved_at_once():
    story = tell_story()
    sent = {
        f"text-{FIRMS}": "12", f"version-{FIRMS}": "0", f"gap-{JOBS}": "not_reported", f"reason-{JOBS}": "chưa có",
        f"version-{JOBS}": "0", f"version-{RATE}": "0", f"version-{REVENUE}": "0", f"text-{REVENUE}": "4,974",
        f"choice-{REVENUE}": "decimal",
    }  # fmt: skip
    answer = client(story).post(f"/collect/{story.ward}/cells/", sent)
    assert answer.url == f"/collect/{story.ward}/"
    assert cell(story.ward, FIRMS).value == 12
    assert cell(story.ward, JOBS).gap_reason == "chưa có"
    assert str(cell(story.ward, REVENUE).value) == "4.974"
    assert cell(story.ward, RATE).version == 0


def test_the_whole_way_over_the_pages():
    story = tell_story()
    ward, office = client(story), client(story, "office")
    address = f"/collect/{story.ward}/"
    type_in(story.ward, story.scope("specialist"), **{REVENUE: "318,4", FIRMS: "12", JOBS: "240"})
    ward.post(f"{address}submit/")
    assert state_of(story.ward) == "submitted"
    office.post(f"{address}return/", {"reason": "", f"back-{JOBS}": "thiếu tháng 9"})
    assert state_of(story.ward) == "returned"
    assert "thiếu tháng 9" in text_of(ward.get(address))
    type_in(story.ward, story.scope("specialist"), **{JOBS: "260"})
    ward.post(f"{address}submit/")
    office.post(f"{address}approve/")
    office.post(f"{address}lock/")
    assert state_of(story.ward) == "locked"
    office.post(f"{address}correct/", {"line": FIRMS, "text": "14", "reason": "cộng sót"})
    assert state_of(story.ward) == "corrected"
    assert in_force(story.cast.ward, FIRMS).value == 14
    shown = text_of(office.get(address))
    assert "cộng sót" in shown
    assert "Lần gửi 3" in shown


def test_a_refusal_is_one_sentence_on_the_page_that_leads_to_the_cell():
    story = tell_story()
    type_in(story.ward, story.scope("specialist"), **{REVENUE: "318,4", FIRMS: "12"})
    page = client(story)
    answer = page.post(f"/collect/{story.ward}/submit/")
    assert answer.url.endswith(f"#row-{JOBS}")
    assert "chưa gửi" in text_of(page.get(f"/collect/{story.ward}/"))


def test_an_act_on_what_somebody_changed_meanwhile_is_told_and_not_done():
    story = tell_story()
    send(story)
    seen = Sheet.objects.get(pk=story.ward).row_version
    office = client(story, "office")
    office.post(f"/collect/{story.ward}/approve/", {"row_version": seen})
    office.post(f"/collect/{story.ward}/return/", {"row_version": seen, "reason": "xem lại"})
    assert state_of(story.ward) == "approved"


@pytest.mark.parametrize(("who", "acts"), [("specialist", 0), ("leader", 0), ("office", 2)])
def test_only_who_may_review_is_offered_to(who, acts):
    story = tell_story()
    send(story)
    page = client(story, who).get(f"/collect/{story.ward}/").content.decode()
    assert sum(f"/{name}/" in page for name in ("return", "approve")) == acts


def test_two_sources_that_disagree_stand_side_by_side_for_the_office():
    story = tell_story()
    record_figures([figure(story.cast.ward, JOBS, "tháng 9/2026", "250 lao động")], scope=story.scope("office"))
    send(story)
    office = client(story, "office")
    assert "Nguồn khác" in text_of(office.get(f"/collect/{story.ward}/"))
    office.post(f"/collect/{story.ward}/settle/", {"line": JOBS, "holds": "form", "reason": "theo sổ"})
    assert in_force(story.cast.ward, JOBS).value == 240


def test_the_office_approves_and_locks_the_sheets_of_all_units_at_once_but_those_with_a_task():
    story = tell_story()
    office, scope = client(story, "office"), story.scope("office")
    record_figures([figure(story.cast.village, JOBS, "tháng 9/2026", "250 lao động")], scope=scope)
    send(story)
    type_in(story.village, scope, **{REVENUE: "100,5", FIRMS: "3", JOBS: "40"})
    submit_sheet(story.village, scope=scope)
    address = f"/collect/forms/{story.form}/"
    assert "Duyệt 2 biểu đã gửi" in text_of(office.get(address))
    office.post(f"{address}together/", {"period": "2026-09", "move": "approve"})
    assert (state_of(story.ward), state_of(story.village)) == ("approved", "submitted")
    assert "vướng mắc: 1 biểu" in text_of(office.get(address))
    office.post(f"{address}together/", {"period": "2026-09", "move": "lock"})
    assert (state_of(story.ward), state_of(story.village)) == ("locked", "submitted")


@pytest.mark.parametrize("who", ["leader", "specialist", "keeper"])
def test_nobody_else_reviews_for_all_units(who):
    story = tell_story()
    send(story)
    answer = client(story, who).post(f"/collect/forms/{story.form}/together/", {"period": "2026-09"})
    assert (answer.status_code, state_of(story.ward)) == (404, "submitted")


def test_the_page_of_a_unit_leads_to_its_sheets():
    story = tell_story()
    assert f"/collect/?unit={story.cast.ward}" in client(story).get(f"/units/{story.cast.ward}/").content.decode()
    other = client(story).get(f"/units/{story.cast.village}/").content.decode()
    assert "/collect/?unit=" not in other


def test_everything_that_stood_in_a_cell_can_be_read():
    story = tell_story()
    scope = story.scope("specialist")
    for text in ("11", "12", "gap: rút lại"):
        type_in(story.ward, scope, **{FIRMS: text})
    shown = text_of(client(story, "leader").get(f"/collect/{story.ward}/cells/{FIRMS}/"))
    assert shown.index("rút lại") < shown.index(" 12 ") < shown.index(" 11 ")


def build(story, who="office", **more):
    sent = {
        "title": "Biểu thu ngân sách", "cadence": "quarter", "regime": "calendar", "due_kind": "days",
        "due_days": "5", "unit": story.cast.province, "units": [story.cast.ward], "line": [REVENUE, FIRMS],
        f"reach-{REVENUE}": "to_date", f"low-{FIRMS}": "0", f"moved-{REVENUE}": "30",
        "formulas": f"{FIRMS} >= 0 * {FIRMS}", **more,
    }  # fmt: skip
    return client(story, who).post("/collect/forms/new/", sent)


def test_an_office_builds_a_form_and_opens_a_period_for_its_units():
    story = tell_story()
    answer = build(story)
    form = Form.objects.get(code="bieu-thu-ngan-sach")
    assert answer.url == f"/collect/forms/{form.pk}/"
    definition = FormVersion.objects.get(form=form).definition
    assert [line["reach"] for line in definition["lines"]] == ["to_date", "period"]
    assert [check["kind"] for check in definition["checks"]] == ["arithmetic", "change", "range"]
    office = client(story, "office")
    assert "5 ngày làm việc" in text_of(office.get(answer.url))
    office.post(f"{answer.url}open/", {"period": "2026-Q3", "due_on": ""})
    assert Sheet.objects.get(form=form).unit_id == story.cast.ward


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"title": ""}, "tên biểu"),
        ({"line": []}, "ít nhất một chỉ tiêu"),
        ({"units": []}, "ít nhất một đơn vị"),
        ({"due_days": "1"}, "2 ngày làm việc"),
        ({"formulas": "a b c"}, "Quy tắc"),
        ({"formulas": "nobody = new_enterprises"}, "nobody"),
    ],
)
def test_what_is_wrong_with_a_form_is_one_sentence_and_nothing_is_lost(more, told):
    story = tell_story()
    answer = build(story, **more)
    assert answer.status_code == 400
    assert told in text_of(answer)
    assert f'value="{REVENUE}" checked' in answer.content.decode() or not more.get("line", True)
    assert Form.objects.count() == 1


def test_changing_a_form_keeps_what_the_page_does_not_show():
    checks = [{"kind": "outlier", "lines": [FIRMS], "limit": 4}]
    story = tell_story(checks=checks)
    office = client(story, "office")
    page = office.get(f"/collect/forms/{story.form}/edit/")
    assert "1 quy tắc khác" in text_of(page)
    sent = {
        "title": "Biểu mới", "cadence": "month", "regime": "calendar", "due_kind": "day", "due_day": "20",
        "due_after": "0", "units": [story.cast.ward], "line": [FIRMS],
    }  # fmt: skip
    office.post(f"/collect/forms/{story.form}/edit/", sent)
    version = FormVersion.objects.get(form=story.form, is_current=True)
    assert (version.number, version.title) == (2, "Biểu mới")
    assert [check["kind"] for check in version.definition["checks"]] == ["outlier"]
    assert version.definition["due"] == {"working_days": None, "day": 20, "months_after": 0}


@override_settings(LANGUAGE_CODE="en")
@pytest.mark.parametrize("page", ["", "{ward}/", "forms/", "forms/{form}/", "forms/new/", "forms/{form}/edit/"])
def test_every_page_stands_in_english_too(page):
    story = tell_story()
    send_and_lock(story)
    office = client(story, "office")
    office.cookies["django_language"] = "en"
    answer = office.get(f"/collect/{page.format(ward=story.ward, form=story.form)}")
    assert answer.status_code == 200
    assert "My reports" in text_of(answer)
