# SPDX-License-Identifier: Apache-2.0
"""People who do the same thing at the same moment, on real transactions: nothing is lost, nothing is done twice."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connections

from tiendo.server.collect.data import CellEdit
from tiendo.server.collect.models import CellEntry, Submission
from tiendo.server.collect.services import save_cells, submit_sheet
from tiendo.server.collect.tests.making import FIRMS, JOBS, REVENUE, cell, state_of, tell_story, type_in
from tiendo.server.figures.models import Observation
from tiendo.server.support.refusals import Refusal

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 4


def at_once(act):
    """What the act gives to each of several people who begin together."""
    gate = Barrier(PEOPLE)

    def run(number):
        try:
            gate.wait()
            return act(number)
        except Refusal as refusal:
            return refusal.status
        finally:
            connections.close_all()

    with ThreadPoolExecutor(PEOPLE) as pool:
        return list(pool.map(run, range(PEOPLE)))


def test_of_all_who_save_one_cell_at_once_one_is_first_and_the_others_are_told():
    story = tell_story()
    scope = story.scope("specialist")
    reports = at_once(lambda n: save_cells(story.ward, [CellEdit(FIRMS, 0, str(10 + n))], scope=scope))
    outcomes = sorted(report.cells[0].outcome.value for report in reports)
    assert outcomes == ["conflict"] * (PEOPLE - 1) + ["saved"]
    stands = cell(story.ward, FIRMS).value
    assert {report.cells[0].cell.value for report in reports} == {stands}
    assert CellEntry.objects.count() == 1


def test_those_who_save_different_cells_at_once_all_save():
    story = tell_story()
    scope = story.scope("specialist")
    lines = [REVENUE, FIRMS, JOBS, "health_insurance"]
    at_once(lambda n: save_cells(story.ward, [CellEdit(lines[n], 0, "10")], scope=scope))
    assert [cell(story.ward, line).version for line in lines] == [1] * PEOPLE


def test_a_sheet_that_is_sent_by_several_at_once_is_sent_once():
    story = tell_story()
    scope = story.scope("specialist")
    type_in(story.ward, scope, **{REVENUE: "318,4", FIRMS: "12", JOBS: "240"})
    answers = at_once(lambda _n: submit_sheet(story.ward, scope=scope))
    assert sorted(answers) == [1] + [409] * (PEOPLE - 1)
    assert state_of(story.ward) == "submitted"
    assert Submission.objects.count() == 1
    assert Observation.objects.count() == 3
