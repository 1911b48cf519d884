# SPDX-License-Identifier: Apache-2.0
"""From a sheet to figures: sent, sent back, approved, locked, corrected; nothing locked changes by the way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tiendo.server.audit.models import Event
from tiendo.server.collect.data import CellEdit, Correction, State
from tiendo.server.collect.models import SubmittedCell
from tiendo.server.collect.queries import get_sheet, name_states
from tiendo.server.collect.services import (
    approve_sheet,
    correct_sheet,
    lock_sheet,
    return_sheet,
    save_cells,
    settle_clash,
    submit_sheet,
)
from tiendo.server.collect.services.guarding import refuse_locked
from tiendo.server.collect.tests.making import (
    FIRMS,
    JOBS,
    REVENUE,
    in_force,
    send,
    send_and_lock,
    state_of,
    tell_story,
    type_in,
    versions,
)
from tiendo.server.figures.data import Correction as FigureCorrection
from tiendo.server.figures.data import FigureKey
from tiendo.server.figures.models import Observation
from tiendo.server.figures.services import correct_figure, record_figures, withdraw_value
from tiendo.server.figures.tests.making import figure, quantity
from tiendo.server.support.refusals import NotForYou, Refusal
from tiendo.server.targets.tests.making import set_target, verdict_of

pytestmark = pytest.mark.django_db


def test_what_is_sent_becomes_figures_with_the_sheet_as_their_source():
    story = tell_story()
    assert send(story) == 1
    found = in_force(story.cast.ward, REVENUE)
    assert (found.value, found.period, found.status) == (Decimal("318.4"), "2026-01-01/P9M", "actual")
    assert found.anchor == {"sheet": story.ward, "version": 1, "line": REVENUE}
    assert (found.quote, found.printed) == ("Biểu kinh tế – xã hội hằng tháng", "318,4")
    assert in_force(story.cast.ward, FIRMS).period == "2026-09"
    assert name_states([found.pk]) == {found.pk: State.SUBMITTED}


def test_the_verdict_moves_in_the_same_transaction():
    story = tell_story()
    target = set_target(story.scope("office"), story.cast.ward, REVENUE, "402 tỷ đồng", year=2026)
    send(story)
    assert verdict_of(target).actual == Decimal("318.4")


def test_a_gap_is_recorded_as_one():
    story = tell_story()
    send(story, **{FIRMS: "gap: Sở chưa gửi"})
    found = in_force(story.cast.ward, FIRMS)
    assert (found.status, found.value, found.missing_reason) == ("missing", None, "Sở chưa gửi")


def test_an_empty_cell_that_is_wanted_stops_the_sheet_and_nothing_is_recorded():
    story = tell_story()
    type_in(story.ward, story.scope("specialist"), **{REVENUE: "318,4", FIRMS: "12"})
    with pytest.raises(Refusal) as refused:
        submit_sheet(story.ward, scope=story.scope("specialist"))
    assert refused.value.field == JOBS
    assert state_of(story.ward) == "entering"
    assert not Observation.objects.exists()


def test_a_warning_stops_until_there_is_a_note():
    checks = [{"kind": "change", "lines": [FIRMS], "against": "previous", "rise_pct": 50}]
    story = tell_story(checks=checks)
    scope = story.scope("specialist")
    record_figures([figure(story.cast.ward, FIRMS, "tháng 8/2026", "5 doanh nghiệp")], scope=scope)
    with pytest.raises(Refusal):
        send(story)
    save_cells(story.ward, [CellEdit(FIRMS, 1, "12", note="đợt đăng ký tập trung")], scope=scope)
    submit_sheet(story.ward, scope=scope)
    assert in_force(story.cast.ward, FIRMS).note == "đợt đăng ký tập trung"


def test_the_office_sends_one_cell_back_and_the_ward_mends_it():
    story = tell_story()
    send(story)
    return_sheet(story.ward, "Xem lại số việc làm", {JOBS: "thiếu tháng 9"}, scope=story.scope("office"))
    scope = story.scope("specialist")
    assert get_sheet(story.ward, scope).cells[JOBS].sent_back == "thiếu tháng 9"
    with pytest.raises(Refusal):
        submit_sheet(story.ward, scope=scope)
    type_in(story.ward, scope, **{JOBS: "260"})
    assert submit_sheet(story.ward, scope=scope) == 2
    found = in_force(story.cast.ward, JOBS)
    assert (found.value, found.deed, found.supersedes.value) == (260, "correct", 240)
    assert "Xem lại số việc làm" in found.note
    # what was not touched is not written again
    assert Observation.objects.filter(indicator__code=FIRMS).count() == 1
    assert versions(story.ward)[1][JOBS] == (240, "")
    assert versions(story.ward)[2][JOBS] == (260, "")


def test_a_value_that_turns_out_to_be_none_is_withdrawn_and_the_gap_says_why():
    story = tell_story()
    send(story)
    return_sheet(story.ward, "Chưa phải số chính thức", {}, scope=story.scope("office"))
    type_in(story.ward, story.scope("specialist"), **{JOBS: "gap: chờ số chính thức"})
    submit_sheet(story.ward, scope=story.scope("specialist"))
    found = in_force(story.cast.ward, JOBS)
    assert (found.value, found.missing_reason) == (None, "chờ số chính thức")


def test_a_return_without_any_word_is_refused():
    story = tell_story()
    send(story)
    with pytest.raises(Refusal):
        return_sheet(story.ward, " ", {}, scope=story.scope("office"))


@pytest.mark.parametrize("act", [approve_sheet, lock_sheet])
@pytest.mark.parametrize("who", ["specialist", "leader", "outsider", "keeper"])
def test_a_ward_does_not_approve_what_it_sends_to_the_office_above(act, who):
    story = tell_story()
    send(story)
    with pytest.raises(NotForYou):
        act(story.ward, scope=story.scope(who))


def test_an_act_on_an_old_view_is_told_that_somebody_was_faster():
    story = tell_story()
    send(story)
    seen = get_sheet(story.ward, story.scope("office")).row.row_version
    approve_sheet(story.ward, scope=story.scope("office"), row_version=seen)
    with pytest.raises(Refusal) as refused:
        return_sheet(story.ward, "xem lại", {}, scope=story.scope("office"), row_version=seen)
    assert refused.value.status == 409


def test_a_locked_figure_changes_by_no_other_way_than_a_correction_of_its_sheet():
    story = tell_story()
    send_and_lock(story)
    scope, ward = story.scope("office"), story.cast.ward
    held = in_force(ward, FIRMS)
    tries = [
        lambda: correct_figure(held.pk, FigureCorrection("nhầm", quantity("13 doanh nghiệp")), scope=scope),
        lambda: withdraw_value(held.pk, reason="nhầm", scope=scope),
        lambda: record_figures([figure(ward, FIRMS, "tháng 9/2026", "13 doanh nghiệp")], scope=scope),
        lambda: return_sheet(story.ward, "xem lại", {}, scope=scope),
        lambda: type_in(story.ward, scope, **{FIRMS: "13"}),
        lambda: submit_sheet(story.ward, scope=scope),
    ]
    for attempt in tries:
        with pytest.raises(Refusal) as refused:
            attempt()
        assert refused.value.status == 409
        assert in_force(ward, FIRMS).pk == held.pk
        assert state_of(story.ward) == "locked"


def test_what_a_lock_costs_does_not_grow_with_what_is_locked(django_assert_max_num_queries):
    story = tell_story()
    send_and_lock(story)
    keys = [FigureKey(story.cast.ward, in_force(story.cast.ward, FIRMS).indicator_id, "2026-08", "calendar",
                      date(2026, 8, 1), date(2026, 8, 31))]  # fmt: skip
    with django_assert_max_num_queries(2):
        refuse_locked(keys)


def test_a_further_source_of_the_locked_value_and_figures_elsewhere_pass():
    story = tell_story()
    send_and_lock(story)
    scope, ward = story.scope("office"), story.cast.ward
    record_figures([figure(ward, FIRMS, "tháng 9/2026", "12 doanh nghiệp")], scope=scope)
    record_figures([figure(ward, FIRMS, "tháng 8/2026", "13 doanh nghiệp")], scope=scope)
    record_figures([figure(story.cast.village, FIRMS, "tháng 9/2026", "13 doanh nghiệp")], scope=scope)
    assert Observation.objects.filter(unit=ward, indicator__code=FIRMS).count() == 3


def test_a_correction_makes_a_new_version_and_both_survive():
    story = tell_story()
    send_and_lock(story)
    office = story.scope("office")
    assert correct_sheet(story.ward, "cộng sót một tổ", [Correction(FIRMS, "14")], scope=office) == 2
    assert state_of(story.ward) == "corrected"
    assert versions(story.ward)[1][FIRMS] == (12, "")
    assert versions(story.ward)[2][FIRMS] == (14, "")
    found = in_force(story.cast.ward, FIRMS)
    assert (found.value, found.note, found.supersedes.value) == (14, "cộng sót một tổ", 12)
    assert correct_sheet(story.ward, "đếm lại", [Correction(FIRMS, "13")], scope=office) == 3
    assert [version.reason for version in get_sheet(story.ward, office).versions] == ["đếm lại", "cộng sót một tổ", ""]


@pytest.mark.parametrize("corrections", [[Correction(FIRMS, "12")], [Correction(FIRMS, "")], [Correction(FIRMS, "?")]])
def test_a_correction_that_corrects_nothing_is_refused(corrections):
    story = tell_story()
    send_and_lock(story)
    with pytest.raises(Refusal):
        correct_sheet(story.ward, "lý do", corrections, scope=story.scope("office"))
    assert state_of(story.ward) == "locked"
    assert len(versions(story.ward)) == 1


def test_a_correction_needs_its_reason_and_the_office():
    story = tell_story()
    send_and_lock(story)
    with pytest.raises(Refusal):
        correct_sheet(story.ward, "", [Correction(FIRMS, "14")], scope=story.scope("office"))
    with pytest.raises(NotForYou):
        correct_sheet(story.ward, "lý do", [Correction(FIRMS, "14")], scope=story.scope("specialist"))


def test_a_locked_value_may_turn_out_to_be_none():
    story = tell_story()
    send_and_lock(story)
    gap = Correction(FIRMS, gap="not_reported", gap_reason="Sở đã rút số")
    correct_sheet(story.ward, "Sở đã rút số", [gap], scope=story.scope("office"))
    assert in_force(story.cast.ward, FIRMS).missing_reason == "Sở đã rút số"


def test_the_same_figure_from_another_source_is_confirmed_and_another_one_is_a_task_for_the_office():
    story = tell_story()
    ward = story.cast.ward
    known = [
        figure(ward, FIRMS, "tháng 9/2026", "12 doanh nghiệp"),
        figure(ward, JOBS, "tháng 9/2026", "250 lao động"),
    ]
    record_figures(known, scope=story.scope("office"))
    send(story)
    assert in_force(ward, FIRMS).deed == "confirm"
    assert in_force(ward, JOBS).value == 250  # nothing is overwritten
    page = get_sheet(story.ward, story.scope("office"))
    assert page.row.has_clash
    assert page.versions[0].clashes == {JOBS: in_force(ward, JOBS).pk}
    with pytest.raises(Refusal):
        approve_sheet(story.ward, scope=story.scope("office"))


@pytest.mark.parametrize(("takes_form", "value"), [(True, 240), (False, 250)])
def test_the_office_decides_which_source_holds_and_the_lock_keeps_that_one(takes_form, value):
    story = tell_story()
    ward, office = story.cast.ward, story.scope("office")
    record_figures([figure(ward, JOBS, "tháng 9/2026", "250 lao động")], scope=office)
    send(story)
    settle_clash(story.ward, JOBS, takes_form=takes_form, reason="theo sổ theo dõi", scope=office)
    approve_sheet(story.ward, scope=office)
    lock_sheet(story.ward, scope=office)
    assert in_force(ward, JOBS).value == value
    with pytest.raises(Refusal):
        record_figures([figure(ward, JOBS, "tháng 9/2026", "999 lao động")], scope=office)
    with pytest.raises(Refusal):
        settle_clash(story.ward, JOBS, takes_form=True, reason="lại", scope=office)


def test_what_somebody_corrected_on_the_page_of_the_figure_is_not_overwritten_by_sending_again():
    story = tell_story()
    send(story)
    office = story.scope("office")
    held = in_force(story.cast.ward, FIRMS)
    return_sheet(story.ward, "xem lại việc làm", {}, scope=office)
    correct_figure(held.pk, FigureCorrection("theo sổ đăng ký", quantity("15 doanh nghiệp")), scope=office)
    submit_sheet(story.ward, scope=story.scope("specialist"))
    assert in_force(story.cast.ward, FIRMS).value == 15
    assert FIRMS in get_sheet(story.ward, office).versions[0].clashes


def test_what_another_source_said_before_comes_back_as_a_task_and_not_as_a_gap():
    story = tell_story()
    ward, office = story.cast.ward, story.scope("office")
    record_figures([figure(ward, JOBS, "tháng 9/2026", "250 lao động")], scope=office)
    send(story)
    settle_clash(story.ward, JOBS, takes_form=True, reason="theo biểu", scope=office)
    return_sheet(story.ward, "xem lại", {}, scope=office)
    type_in(story.ward, story.scope("specialist"), **{JOBS: "gap: chờ số chính thức"})
    submit_sheet(story.ward, scope=story.scope("specialist"))
    assert in_force(ward, JOBS).value == 250
    assert JOBS in get_sheet(story.ward, office).versions[0].clashes


def test_a_printed_value_that_rounds_to_the_other_is_no_disagreement():
    story = tell_story()
    ward = story.cast.ward
    record_figures([figure(ward, REVENUE, "9 tháng 2026", "318,42 tỷ đồng")], scope=story.scope("office"))
    send(story)
    assert not SubmittedCell.objects.filter(clash__isnull=False).exists()


def test_a_figure_that_changed_after_the_approval_is_not_locked():
    story = tell_story()
    send(story)
    office = story.scope("office")
    approve_sheet(story.ward, scope=office)
    held = in_force(story.cast.ward, FIRMS)
    correct_figure(held.pk, FigureCorrection("nhầm", quantity("99 doanh nghiệp")), scope=office)
    with pytest.raises(Refusal):
        lock_sheet(story.ward, scope=office)
    assert state_of(story.ward) == "approved"


def test_every_act_stands_in_the_record_with_the_unit():
    story = tell_story()
    send_and_lock(story)
    correct_sheet(story.ward, "đếm lại", [Correction(FIRMS, "13")], scope=story.scope("office"))
    verbs = Event.objects.filter(subject=f"sheet:{story.ward}").values_list("verb", "unit_id")
    named = ["enter", "submit", "approve", "lock", "correct"]
    assert list(verbs) == [(f"collect.{name}", story.cast.ward) for name in named]
