# SPDX-License-Identifier: Apache-2.0
"""All stored targets judged anew: in parts, each of which stands, from where a stopped run was, with nothing lost."""

from __future__ import annotations

import pytest

from tiendo.server.accounts.data import Scope
from tiendo.server.audit.models import Event
from tiendo.server.figures.tests.making import load_quan, make_places
from tiendo.server.targets.models import Verdict
from tiendo.server.targets.services import decide_status, rebuild_verdicts
from tiendo.server.targets.tests.making import office, report, set_target, verdict_of

REVENUE = "state_budget_revenue"
SYSTEM = Scope.system("test")


@pytest.fixture
def targets(db):
    """Three targets with verdicts that an older program computed otherwise."""
    load_quan()
    places = make_places()
    me = office(places.city)
    made = [set_target(me, places.three, REVENUE, "5.208 tỷ đồng", number=str(number)) for number in (1, 2, 3)]
    report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    row = verdict_of(made[0])
    decide_status(made[0], row.period, "at_risk", reason="Chờ kiểm tra", row_version=1, scope=me)
    Verdict.objects.filter(target_id__in=made).update(suggested="at_risk", reason="behind")
    return made


def stati(targets):
    return [verdict_of(target).suggested for target in targets]


def test_every_verdict_is_computed_anew_and_the_former_one_stays(targets):
    parts = list(rebuild_verdicts(scope=SYSTEM, size=2))
    assert [(part.done, part.total, part.fresh) for part in parts] == [(2, 3, 2), (3, 3, 1)]
    assert stati(targets) == ["on_track"] * 3
    assert [verdict_of(target).supersedes.suggested for target in targets] == ["at_risk"] * 3


def test_what_a_person_decided_stays(targets):
    list(rebuild_verdicts(scope=SYSTEM))
    kept = verdict_of(targets[0])
    assert (kept.final, kept.final_reason) == ("at_risk", "Chờ kiểm tra")


def test_a_run_that_was_stopped_goes_on_where_it_was(targets):
    first = next(rebuild_verdicts(scope=SYSTEM, size=1))
    assert stati(targets) == ["on_track", "at_risk", "at_risk"]
    rest = list(rebuild_verdicts(scope=SYSTEM, after=first.place, size=1))
    assert [part.done for part in rest] == [2, 3]
    assert stati(targets) == ["on_track"] * 3


def test_a_second_run_stores_nothing_and_is_no_act(targets):
    list(rebuild_verdicts(scope=SYSTEM))
    rows, acts = Verdict.objects.count(), Event.objects.filter(verb="targets.rebuild").count()
    assert [part.fresh for part in rebuild_verdicts(scope=SYSTEM)] == [0]
    assert (Verdict.objects.count(), Event.objects.filter(verb="targets.rebuild").count()) == (rows, acts)
    assert acts == 1
