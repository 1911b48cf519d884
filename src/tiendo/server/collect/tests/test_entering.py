# SPDX-License-Identifier: Apache-2.0
"""Typing into a sheet: drafts, conflicts, what was typed before."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.server.audit.models import Event
from tiendo.server.collect.data import CellEdit, Choice, FlawKind, Outcome, Trouble
from tiendo.server.collect.queries import get_sheet, list_entries
from tiendo.server.collect.services import save_cells
from tiendo.server.collect.tests.making import FIRMS, JOBS, REVENUE, cell, send, state_of, tell_story, type_in
from tiendo.server.figures.models import Observation
from tiendo.server.support.refusals import NotForYou, Refusal

pytestmark = pytest.mark.django_db


def test_the_first_figure_makes_a_sheet_one_that_is_being_typed():
    story = tell_story()
    assert state_of(story.ward) == "open"
    report = type_in(story.ward, story.scope("specialist"), **{REVENUE: "318,4"})
    assert state_of(story.ward) == "entering"
    assert report.cells[0].outcome is Outcome.SAVED
    assert (report.cells[0].cell.value, report.cells[0].cell.step) == (Decimal("318.4"), Decimal("0.1"))
    assert Event.objects.get(verb="collect.enter").detail["cells"] == {REVENUE: "318,4"}


def test_a_draft_is_no_figure():
    story = tell_story()
    type_in(story.ward, story.scope("specialist"), **{REVENUE: "318,4"})
    assert not Observation.objects.exists()


def test_of_two_who_save_at_once_the_second_sees_the_value_of_the_first_and_who_it_was():
    story = tell_story()
    first, second = story.scope("specialist"), story.scope("office")
    save_cells(story.ward, [CellEdit(FIRMS, 0, "12")], scope=first)
    report = save_cells(story.ward, [CellEdit(FIRMS, 0, "15"), CellEdit(JOBS, 0, "240")], scope=second)
    conflict, other = report.cells
    assert conflict.outcome is Outcome.CONFLICT
    assert (conflict.cell.value, conflict.cell.by, conflict.cell.version) == (12, "Trần Thị Hoa", 1)
    assert other.outcome is Outcome.SAVED
    assert cell(story.ward, FIRMS).value == 12


def test_having_seen_it_the_second_may_put_the_own_value_there_and_both_stay_readable():
    story = tell_story()
    save_cells(story.ward, [CellEdit(FIRMS, 0, "12")], scope=story.scope("specialist"))
    save_cells(story.ward, [CellEdit(FIRMS, 1, "15")], scope=story.scope("office"))
    entries = list_entries(story.ward, FIRMS, story.scope("leader"))
    assert [(entry.cell.value, entry.by) for entry in entries] == [(15, "Lê Văn Minh"), (12, "Trần Thị Hoa")]


def test_the_same_again_is_no_conflict_because_an_answer_may_be_lost_on_the_way():
    story = tell_story()
    edit, scope = CellEdit(FIRMS, 0, "12"), story.scope("specialist")
    save_cells(story.ward, [edit], scope=scope)
    report = save_cells(story.ward, [edit], scope=scope)
    assert report.cells[0].outcome is Outcome.SAME
    assert cell(story.ward, FIRMS).version == 1


def test_an_ambiguous_number_keeps_its_text_until_somebody_says_what_it_means():
    story = tell_story()
    scope = story.scope("specialist")
    report = type_in(story.ward, scope, **{REVENUE: "4,974"})
    saved = report.cells[0]
    assert (saved.cell.text, saved.cell.value, saved.cell.trouble) == ("4,974", None, Trouble.AMBIGUOUS)
    assert saved.readings == {Choice.DECIMAL: Decimal("4.974"), Choice.THOUSANDS: Decimal(4974)}
    assert (FlawKind.AMBIGUOUS, (REVENUE,)) in [(flaw.kind, flaw.lines) for flaw in report.flaws]
    report = save_cells(story.ward, [CellEdit(REVENUE, 1, "4,974", Choice.THOUSANDS)], scope=scope)
    assert report.cells[0].cell.value == 4974


def test_what_cannot_be_read_is_kept_as_it_was_typed():
    story = tell_story()
    type_in(story.ward, story.scope("specialist"), **{FIRMS: "mười hai"})
    shown = get_sheet(story.ward, story.scope("specialist")).cells[FIRMS]
    assert (shown.text, shown.trouble) == ("mười hai", Trouble.UNREADABLE)


def test_no_figure_with_its_reason_is_neither_empty_nor_zero():
    story = tell_story()
    scope = story.scope("specialist")
    type_in(story.ward, scope, **{FIRMS: "gap: Sở chưa gửi", JOBS: "0"})
    shown = get_sheet(story.ward, scope).cells
    assert (shown[FIRMS].value, shown[FIRMS].gap_reason, shown[FIRMS].is_empty) == (None, "Sở chưa gửi", False)
    assert (shown[JOBS].value, shown[JOBS].is_empty) == (0, False)
    assert shown[REVENUE].is_empty


def test_nobody_types_into_a_sheet_that_was_sent():
    story = tell_story()
    send(story)
    with pytest.raises(Refusal) as refused:
        type_in(story.ward, story.scope("specialist"), **{FIRMS: "13"})
    assert refused.value.status == 409
    assert cell(story.ward, FIRMS).value == 12


@pytest.mark.parametrize("who", ["outsider", "leader"])
def test_who_may_not_enter_figures_finds_no_sheet_to_type_into(who):
    story = tell_story()
    with pytest.raises(NotForYou):
        type_in(story.ward, story.scope(who), **{FIRMS: "13"})


def test_a_ward_does_not_see_the_sheet_of_another():
    story = tell_story()
    with pytest.raises(NotForYou):
        get_sheet(story.village, story.scope("specialist"))


def test_an_unknown_line_is_refused_and_nothing_of_the_save_stays():
    story = tell_story()
    with pytest.raises(Refusal):
        save_cells(story.ward, [CellEdit(FIRMS, 0, "1"), CellEdit("x", 0, "1")], scope=story.scope("specialist"))
    assert cell(story.ward, FIRMS).version == 0


def test_saving_asks_a_fixed_number_of_queries(django_assert_max_num_queries):
    story = tell_story()
    scope = story.scope("specialist")
    type_in(story.ward, scope, **{FIRMS: "11"})
    with django_assert_max_num_queries(14):
        save_cells(story.ward, [CellEdit(FIRMS, 1, "12")], scope=scope)
