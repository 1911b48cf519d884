# SPDX-License-Identifier: Apache-2.0
"""The rows of the board: what they hold, that they add up, that their queries are counted."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.evaluate import Status
from tiendo.kernel.period import Period
from tiendo.server.accounts.data import Role
from tiendo.server.figures.services import record_figures
from tiendo.server.figures.tests.making import figure, load_quan, make_places, scope_of
from tiendo.server.support.refusals import NotForYou
from tiendo.server.targets.data import BoardRow, Cadence, OtherPlan
from tiendo.server.targets.queries import board_rows, find_board, find_target, list_periods, tally, target_detail
from tiendo.server.targets.services import decide_status
from tiendo.server.targets.tests.making import office, plan_for, report, set_target

REVENUE = "state_budget_revenue"
NINE = Period.nine_months(2024)


@pytest.fixture
def places(db):
    load_quan()
    return make_places()


@pytest.fixture
def me(places):
    return office(places.city)


@pytest.fixture
def filled(me, places):
    """Three targets, one with a component, one without a figure."""
    one = set_target(me, places.three, REVENUE, "5.208 tỷ đồng", group="Kinh tế", lead_name="Phòng Tài chính")
    plan_for(me, one, "5.300 tỷ đồng", assigner="tự đăng ký", is_primary=False)
    set_target(me, places.three, "new_enterprises", "2.000", number="2", lead_unit_id=places.five)
    set_target(me, places.three, "party_admissions", "60", number="2.1", parent_number="2", is_counted=False)
    set_target(me, places.three, "wards_without_litter", "90 %", number="3", cadence=Cadence.YEAR)
    report(me, places.three, REVENUE, "quý I năm 2023", "1.200 tỷ đồng")
    report(me, places.three, REVENUE, "quý I năm 2024", "1.390,9 tỷ đồng")
    report(me, places.three, REVENUE, "9 tháng đầu năm 2024", "hơn 4.000 tỷ đồng")
    return one


def test_a_row_holds_plan_result_and_pace(me, places, filled):
    row = board_rows(places.three, 2024, NINE, me)[0]
    assert (row.number, row.group, row.lead, row.plan_value) == ("1", "Kinh tế", "Phòng Tài chính", 5208)
    assert row.other_plans == (OtherPlan(row.other_plans[0].id, "tự đăng ký", Decimal(5300), None, "tỷ đồng"),)
    assert (row.actual, row.qualifier, row.expected, row.due) == (4000, "over", 3906, 75)
    assert [point.value for point in row.spark] == [Decimal("1390.9"), 4000]
    assert (row.suggested, row.final, row.is_stale) == ("on_track", "", False)
    assert row.observation_id


def test_the_board_of_an_earlier_period_knows_nothing_of_later_figures(me, places, filled):
    row = board_rows(places.three, 2024, Period.half(2024, 1), me)[0]
    assert (row.period, row.actual, row.is_stale, len(row.spark)) == ("2024-Q1", Decimal("1390.9"), True, 1)
    assert round(row.growth, 2) == Decimal("15.91")


def test_without_a_period_the_newest_figures_are_shown(me, places, filled):
    row = board_rows(places.three, 2024, None, me)[0]
    assert (row.actual, row.is_stale) == (4000, False)


def test_a_target_without_a_figure_says_so_and_is_never_zero(me, places, filled):
    rows = {row.number: row for row in board_rows(places.three, 2024, NINE, me)}
    assert (rows["2"].suggested, rows["2"].reason, rows["2"].actual) == ("unclassified", "no_figure", None)
    assert (rows["3"].suggested, rows["3"].reason) == ("not_assessable", "collected_yearly")
    assert (rows["2"].lead, rows["2.1"].level) == ("Quận 5", 2)


def test_the_tally_of_a_board_adds_up_with_the_remainder(me, places, filled):
    rows = board_rows(places.three, 2024, NINE, me)
    found = tally(rows)
    assert (found.total, found.remainder, found.count(Status.ON_TRACK)) == (3, 1, 1)
    assert tally(rows, level=2).total == 0


def test_a_persons_word_counts_in_the_tally(me, places, filled):
    decide_status(filled, "2024-01-01/P9M", "likely", reason="Theo họp", row_version=1, scope=me)
    row = board_rows(places.three, 2024, NINE, me)[0]
    assert (row.suggested, row.final, row.status, row.is_decision_old) == ("on_track", "likely", "likely", False)
    assert tally([row]).count(Status.LIKELY) == 1


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(list(Status)), st.sampled_from(["", *Status]), st.booleans(), st.booleans())))
def test_a_tally_always_adds_up_to_its_rows(drawn):
    rows = [
        BoardRow(
            n, None, 1 if is_top else 2, str(n), n, "", "", "", "", "", "", "", "", 0, "", "", is_counted, 1,
            suggested=suggested, final=final,
        )
        for n, (suggested, final, is_top, is_counted) in enumerate(drawn)
    ]  # fmt: skip
    for level in (1, 2):
        found = tally(rows, level=level)
        wanted = [row for row in rows if row.level == level and row.is_counted]
        assert found.total == len(wanted) == sum(number for _, number in found.counts)
        assert found.remainder == sum(row.status == Status.UNCLASSIFIED for row in wanted)


@pytest.mark.parametrize("count", [1, 12])
def test_a_board_costs_three_queries_however_many_targets_it_has(me, places, count, django_assert_num_queries):
    for number in range(count):
        set_target(me, places.three, REVENUE, f"{number + 5} tỷ đồng", number=str(number + 1))
    report(me, places.three, REVENUE, "quý I năm 2024", "3 tỷ đồng")
    report(me, places.three, REVENUE, "9 tháng đầu năm 2024", "4 tỷ đồng")
    with django_assert_num_queries(3):
        rows = board_rows(places.three, 2024, NINE, me)
    assert len(rows) == count


@pytest.mark.parametrize(("role", "sees"), [(Role.READER, 4), (Role.SPECIALIST, 4), (None, 0)])
def test_who_may_see_the_unit_sees_its_board(places, filled, role, sees):
    scope = scope_of(role, places.three)
    assert len(board_rows(places.three, 2024, NINE, scope)) == sees
    assert (find_board(scope, [places.three]) is not None) is (sees > 0)
    assert len(list_periods(places.three, 2024, scope)[:1]) == min(sees, 1)


def test_an_outsider_finds_no_target_by_its_number(places, filled):
    outsider = scope_of(Role.OFFICE, places.five)
    with pytest.raises(NotForYou):
        target_detail(filled, outsider)
    assert board_rows(places.three, 2024, NINE, outsider) == []
    assert find_target(places.three, 2024, REVENUE, outsider) is None


def test_the_page_of_a_target_has_everything_in_a_fixed_number_of_queries(
    me, places, filled, django_assert_max_num_queries
):
    plan_for(me, filled, "5.500 tỷ đồng")
    decide_status(filled, "2024-01-01/P9M", "likely", reason="Theo họp", row_version=1, scope=me)
    with django_assert_max_num_queries(20):
        told = target_detail(filled, me)
    assert [plan.value for plan in told.plans] == [5500, 5300]
    assert [plan.value for plan in told.former_plans] == [5208]
    assert [verdict.period for verdict in told.verdicts] == ["2024-Q1", "2024-01-01/P9M"]
    assert {verdict.final for verdict in told.verdicts} == {"", "likely"}
    assert [row.period.named_year for row in told.figures] == [2023, 2024, 2024]
    assert (told.may_decide, told.may_set, told.unit_name) == (True, True, "Quận 3")
    assert find_target(places.three, 2024, REVENUE, me) == filled


def test_components_stand_under_their_target(me, places, filled):
    parent = find_target(places.three, 2024, "new_enterprises", me)
    assert [row.number for row in target_detail(parent, me).components] == ["2.1"]


def test_recording_many_figures_at_once_or_one_by_one_gives_the_same_board(me, places, filled):
    months = [figure(places.three, "new_enterprises", f"tháng {m}/2024", f"{m * 10}") for m in range(1, 10)]
    record_figures(months[:4], scope=me)
    for one in reversed(months[4:]):
        record_figures([one], scope=me)
    row = next(row for row in board_rows(places.three, 2024, NINE, me) if row.number == "2")
    assert (row.actual, row.period) == (450, "2024-01-01/P9M")
