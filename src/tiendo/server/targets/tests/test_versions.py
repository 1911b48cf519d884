# SPDX-License-Identifier: Apache-2.0
"""Several plans with versions: a report keeps the version it used, both verdicts stand side by side."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.kernel.quantity import Quantity
from tiendo.server.figures.data import Correction
from tiendo.server.figures.services import correct_figure
from tiendo.server.figures.tests.making import load_quan, make_places, quantity
from tiendo.server.targets.data import Deed
from tiendo.server.targets.models import Plan, Verdict
from tiendo.server.targets.rules.facts import PlanFacts
from tiendo.server.targets.rules.versions import plans_on
from tiendo.server.targets.services import withdraw_plan
from tiendo.server.targets.tests.making import office, plan_for, report, set_target, verdict_of

REVENUE = "state_budget_revenue"
FIRST, NINE = "2024-Q1", "2024-01-01/P9M"


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def me(places):
    return office(places.city)


@pytest.fixture
def target(me, places):
    target = set_target(me, places.three, REVENUE)
    plan_for(me, target, "100 tỷ đồng", decided_on=date(2023, 12, 20), act="25/NQ-HĐND")
    report(me, places.three, REVENUE, "quý I năm 2024", "30 tỷ đồng")
    report(me, places.three, REVENUE, "9 tháng đầu năm 2024", "121 tỷ đồng")
    return target


def test_a_change_in_july_leaves_the_report_of_march_as_it_was(me, places, target):
    before = verdict_of(target, FIRST)
    plan_for(me, target, "200 tỷ đồng", decided_on=date(2024, 7, 15), act="31/NQ-HĐND")
    assert verdict_of(target, FIRST).pk == before.pk
    assert (verdict_of(target, NINE).achievement, verdict_of(target, NINE).plan.version) == (Decimal("60.5"), 2)
    assert "31/NQ-HĐND" in verdict_of(target, NINE).sentence_vi


def test_a_late_correction_of_march_is_judged_by_the_version_of_march(me, places, target):
    plan_for(me, target, "200 tỷ đồng", decided_on=date(2024, 7, 15))
    row = verdict_of(target, FIRST).observation_id
    correct_figure(row, Correction("Nhầm", quantity("20 tỷ đồng")), scope=me)
    assert (verdict_of(target, FIRST).achievement, verdict_of(target, FIRST).plan.version) == (20, 1)


def test_a_plan_of_which_nobody_knows_the_day_holds_for_the_whole_year(me, places, target):
    plan_for(me, target, "200 tỷ đồng")
    assert [verdict_of(target, period).plan.version for period in (FIRST, NINE)] == [2, 2]


def test_another_assigner_decides_from_the_day_of_its_decision(me, places, target):
    city = plan_for(me, target, "110 tỷ đồng", assigner="UBND Thành phố", decided_on=date(2024, 7, 15))
    assert verdict_of(target, FIRST).plan.assigner == "HĐND quận"
    assert verdict_of(target, FIRST).arithmetic["beside"] == []
    assert verdict_of(target, NINE).plan_id == city
    assert verdict_of(target, NINE).achievement == 110
    assert verdict_of(target, NINE).arithmetic["plans_told"]["vi"].replace("\u00a0", " ") == (
        "Đạt 110 % kế hoạch UBND Thành phố giao, 121 % kế hoạch HĐND quận giao."
    )
    withdraw_plan(city, reason="Thành phố rút lại", scope=me)
    assert verdict_of(target, NINE).plan.assigner == "HĐND quận"


def test_own_commitment_has_a_verdict_beside_the_one_that_counts(me, places, target):
    plan_for(me, target, "200 tỷ đồng", assigner="tự đăng ký", is_primary=False, decided_on=date(2024, 2, 1))
    verdict = verdict_of(target, NINE)
    (own,) = verdict.arithmetic["beside"]
    assert (verdict.suggested, own["suggested"], own["achievement"]) == ("exceeded", "likely", "60.5")
    assert "mức tự đăng ký" in own["sentence"]["vi"]
    assert own["plan"] == Plan.objects.get(assigner="tự đăng ký").pk
    assert Verdict.objects.filter(target=target, is_current=True, period=NINE).count() == 1


def row(version, decided=None, deed=Deed.SET, *, is_current=False, assigner="A", is_primary=True):
    value = Quantity(Decimal(version), "hộ")
    return PlanFacts(version, value, None, assigner, "", is_primary, decided, version, is_current, deed)


JAN, JUL = date(2024, 1, 1), date(2024, 7, 1)


@pytest.mark.parametrize(
    ("versions", "early", "late"),
    [
        ([row(1, JAN), row(2, JUL, is_current=True)], [1], [2]),
        ([row(1, JUL, is_current=True)], [1], [1]),  # nothing else was there
        ([row(1, JAN), row(2, JUL), row(3, JAN, Deed.WITHDRAW, is_current=True)], [3], [3]),
        ([row(1, JAN), row(2, JAN, Deed.WITHDRAW)], [], []),
        ([row(1, JAN), row(2, JUL), row(3, JAN, Deed.WITHDRAW), row(4, JUL, is_current=True)], [3], [4]),
        ([row(1, JAN), row(2, JAN, Deed.ASIDE, is_current=True, is_primary=False)], [2], [2]),
    ],
)
def test_what_was_withdrawn_never_holds_and_what_stood_before_holds_until_the_change(versions, early, late):
    for day, wanted in ((date(2024, 3, 31), early), (date(2024, 9, 30), late)):
        assert [plan.id for plan in plans_on(versions, day)] == wanted


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("ABC"), st.none() | st.dates(date(2023, 6, 1), date(2024, 12, 31)), st.booleans()),
        max_size=12,
    ),
    st.dates(date(2024, 1, 1), date(2024, 12, 31)),
)
def test_there_is_never_more_than_one_primary_plan_nor_two_of_one_assigner(drawn, day):
    last = {assigner: place for place, (assigner, _, _) in enumerate(drawn)}
    chief = next((assigner for assigner, _, is_primary in reversed(drawn) if is_primary), "")
    versions = [
        row(place + 1, decided, is_current=last[assigner] == place, assigner=assigner, is_primary=assigner == chief)
        for place, (assigner, decided, _) in enumerate(drawn)
    ]
    held = plans_on(versions, day)
    assert sum(plan.is_primary for plan in held) == (1 if chief else 0)
    assert len({plan.assigner for plan in held}) == len(held)
    assert all(plan.decided_on is None or plan.decided_on <= day for plan in held if not plan.is_primary)
