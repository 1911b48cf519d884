# SPDX-License-Identifier: Apache-2.0
"""The invariants of the field, by their numbers. Source: DOMAIN 15.

Each stands here once, told over the parts as they work together; cases and laws of a single part are beside it.

| no. | here | not here, because the app is not there yet |
| --- | --- | --- |
| 1 | targets | tasks, dossiers, households |
| 2 | corrections | a locked period: with the forms that collect figures |
| 3 | figures, verdicts, sums | the kind of denominator of a rate of disbursement: investment |
| 4, 5, 7, 10–12 | whole | |
| 6 | the calendar | items that are open or closed, pauses: tasks and dossiers |
| 8 | | the budget year of thirteen months: investment |
| 9 | days off, standards | limits of procedures: dossiers |
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from unicodedata import normalize

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.evaluate import Status
from tiendo.kernel.numbers import format_number, parse_number
from tiendo.kernel.period_words import parse_period
from tiendo.kernel.vietnamese import search_key, sort_key
from tiendo.lineage import (
    Amount,
    Atlas,
    Change,
    Extent,
    Kind,
    Level,
    Quality,
    UnitVersion,
    Value,
    make_crosswalk,
    read_pack,
    restate,
    tell,
)
from tiendo.server.accounts.data import Role
from tiendo.server.board.tests.story import YEAR, tell_story
from tiendo.server.figures.data import Correction, Hindrance, SeriesWish
from tiendo.server.figures.models import Observation
from tiendo.server.figures.queries import find_indicator, get_provenance, read_parts, read_series
from tiendo.server.figures.services import correct_figure, load_indicators
from tiendo.server.figures.tests.making import ME, PACKS, load_quan, make_person, make_places, quantity
from tiendo.server.targets.queries import board_rows, tally
from tiendo.server.targets.tests.making import office, plan_for, report, set_target, verdict_of
from tiendo.workdays import UnknownYearError, add_working_days, is_working_day, vietnam

REVENUE, RATE = "state_budget_revenue", "health_insurance"
COUNTRY = Path(PACKS) / "units-viet-nam"


@pytest.fixture
def places(db):
    load_quan()
    load_indicators(PACKS / "indicators-phuong-xa", actor=ME)
    return make_places()


@pytest.fixture
def me(places):
    return office(places.city)


def test_01_the_buckets_of_verdicts_add_up_to_the_targets_of_their_level(db):
    story = tell_story()
    rows = board_rows(story.ward, YEAR, None, story.scope("office"))
    for level in (1, 2):
        counted = [row for row in rows if row.level == level and row.is_counted]
        found = tally(rows, level=level)
        assert found.total == len(counted)
        assert dict(found.counts) == {status: Counter(row.status for row in counted)[status] for status in Status}
    assert Status.UNCLASSIFIED in dict(tally(rows).counts)


def test_02_a_correction_is_a_new_version_and_what_was_known_then_is_told_as_it_was(places, me, client):
    row = report(me, places.three, REVENUE, "quý I/2024", "1.390,9 tỷ đồng")
    Observation.objects.update(recorded_at=timezone.now() - timedelta(days=10))
    then = timezone.now() - timedelta(days=5)
    before = read_series(places.three, REVENUE, me, SeriesWish(as_of=then)).points
    correct_figure(row, Correction("cộng sót một phường", quantity("1.391,2 tỷ đồng")), scope=me)
    assert read_series(places.three, REVENUE, me, SeriesWish()).points[0].value == Decimal("1391.2")
    after = read_series(places.three, REVENUE, me, SeriesWish(as_of=then)).points
    assert [(point.period, point.value) for point in after] == [(point.period, point.value) for point in before]
    client.force_login(make_person(Role.READER, None))
    page = client.get(f"/figures/{row}/").content.decode()
    assert "1.390,9" in page
    assert "1.391,2" in page
    with pytest.raises(TypeError):
        Observation.objects.get(pk=row).delete()


def test_03_a_rate_can_print_its_parts_its_regime_its_cut_off_and_its_source(places, me):
    target = set_target(me, places.three, "wards_without_litter", "90 %", rule="share_of_units")
    row = report(me, places.three, "wards_without_litter", "9 tháng đầu năm 2024", "13/13 phường")
    verdict = verdict_of(target)
    assert "13/13 phường" in verdict.sentence_vi.replace("\u00a0", " ")
    told = get_provenance(row, me)
    figure = told.figure
    assert (figure.numerator.value, figure.denominator.value, figure.denominator.unit) == (13, 13, "phường")
    assert (figure.period.regime.code, figure.period.last_on) == ("calendar", date(2024, 9, 30))
    assert told.sources[0].row.recorded_by
    assert verdict.observation_id == row


def test_04_a_ratio_rolls_up_as_sum_over_sum_and_bare_percentages_do_not(places, me):
    report(me, places.three, RATE, "năm 2024", "90/100 người")
    report(me, places.five, RATE, "năm 2024", "10/300 người")
    whole = read_parts(places.city, RATE, parse_period("năm 2024"), me, None).whole
    assert (whole.value, whole.numerator.value, whole.denominator.value) == (25, 100, 400)
    report(me, places.three, RATE, "năm 2023", "90 %")
    report(me, places.five, RATE, "năm 2023", "10 %")
    bare = read_parts(places.city, RATE, parse_period("năm 2023"), me, None).whole
    assert (bare.value, bare.hindrance) == (None, Hindrance.BARE_RATIO)


def test_04_a_sum_across_a_split_without_weights_is_refused_in_one_sentence_with_unit_and_date():
    day = date(2025, 7, 1)
    old = UnitVersion("a", "27148", "Phường 4", Level.COMMUNE, valid_to=day)
    new = [
        UnitVersion(f"n{n}", f"2{n}", name, Level.COMMUNE, valid_from=day)
        for n, name in enumerate(("Bàn Cờ", "Xuân Hòa"))
    ]
    links = [Change(day, Kind.SPLIT, Extent.PART, "a", one.unit_id) for one in new]
    walk = make_crosswalk(Atlas([old, *new], links), date(2025, 6, 30), day, Level.COMMUNE)
    rows = list(restate(walk, [Value("a", "poor", "2025-Q2", Amount(Fraction(30)))]))
    alone = [row for row in rows if len(row.targets) == 1]
    assert {row.quality for row in alone} == {Quality.REFUSED}
    assert all("Phường 4 (27148)" in tell(row, walk) and "01/07/2025" in tell(row, walk) for row in alone)
    assert [row.amount.total for row in rows if len(row.targets) == 2] == [30]  # both together are exact


def test_05_there_is_no_share_of_a_plan_of_zero_or_of_none_and_no_clamping_at_a_hundred(places, me):
    zero = set_target(me, places.three, REVENUE, "0 tỷ đồng")
    none = set_target(me, places.three, "lanes_upgraded", number="2")
    more = set_target(me, places.three, "neighbourhood_works", "39 công trình", number="3")
    report(me, places.three, REVENUE, "năm 2024", "10 tỷ đồng")
    report(me, places.three, "lanes_upgraded", "năm 2024", "14 tuyến")
    report(me, places.three, "neighbourhood_works", "năm 2024", "128 công trình")
    assert verdict_of(zero).achievement is None
    row = next(row for row in board_rows(places.three, 2024, None, me) if row.target_id == none)
    assert row.achievement is None
    assert verdict_of(more).achievement > 328


def test_06_a_deadline_depends_on_dates_and_calendar_alone_and_an_old_calendar_stays_as_it_was():
    national, start = vietnam(), date(2026, 11, 20)
    due = add_working_days(start, 3, national)
    local = national.with_days(national.unsettled, "local")  # one more day off, 24 November
    assert (due, add_working_days(start, 3, local)) == (date(2026, 11, 25), date(2026, 11, 26))
    assert is_working_day(date(2026, 11, 24), national)
    assert add_working_days(start, 3, national) == due


def test_07_two_plans_have_two_verdicts_and_the_primary_one_counts(places, me):
    target = set_target(me, places.three, REVENUE, "100 tỷ đồng")
    plan_for(me, target, "200 tỷ đồng", assigner="tự đăng ký", is_primary=False, decided_on=date(2024, 2, 1))
    report(me, places.three, REVENUE, "năm 2024", "121 tỷ đồng")
    verdict = verdict_of(target)
    (own,) = verdict.arithmetic["beside"]
    assert (verdict.suggested, own["suggested"]) == ("exceeded", "not_achieved")
    assert tally(board_rows(places.three, 2024, None, me)).count(Status.EXCEEDED) == 1


def test_09_what_comes_from_law_names_its_source_and_holds_on_the_day_of_the_event(places):
    assert all(row.source for row in vietnam().days.values())
    with pytest.raises(UnknownYearError):
        is_working_day(date(2099, 1, 5), vietnam())
    standards = find_indicator("poor_households").standards
    assert all(standard.source for standard in standards)
    for day in (date(2020, 12, 31), date(2021, 12, 31), date(2022, 1, 1), date(2026, 12, 31), date(2027, 1, 1)):
        holding = [
            one
            for one in standards
            if (one.first_on is None or one.first_on <= day) and (one.last_on is None or day <= one.last_on)
        ]
        assert len(holding) == 1


def test_10_a_code_means_something_only_together_with_a_day():
    atlas, _faults = read_pack(COUNTRY)
    before = atlas.find_by_code("26833", date(2025, 6, 30), Level.COMMUNE)
    after = atlas.find_by_code("26833", date(2025, 7, 1), Level.COMMUNE)
    assert (before.name, after.name) == ("Phường Long Thạnh Mỹ", "Phường Long Bình")
    assert before.unit_id != after.unit_id


def test_11_words_are_found_and_put_in_order_as_people_spell_them():
    def fold(text):
        return search_key(text, has_marks=True)

    assert fold("hoà") == fold("hòa")
    assert fold("uỷ") == fold("ủy")
    assert fold("quý") != fold("quỳ")
    assert sort_key("Phường 2") < sort_key("Phường 10")
    assert fold(normalize("NFD", "Phường Hòa Bình")) == fold("Phường Hòa Bình")


def test_12_numbers_are_read_as_they_are_written_here():
    assert parse_number("1.234").value == 1234
    assert parse_number("26,7").value == parse_number("26.7").value == Decimal("26.7")


@settings(deadline=None)
@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=3))
def test_12_a_number_that_was_written_is_read_as_the_same_number(value):
    assert parse_number(format_number(value)).value == value
