# SPDX-License-Identifier: Apache-2.0
"""The pack of the whole country: loaded once, held against the official counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tiendo.server.audit.data import Actor
from tiendo.server.units import queries
from tiendo.server.units.data import AmbiguousUnitError, Level
from tiendo.server.units.models import Unit, UnitBelow, UnitVersion
from tiendo.server.units.services import load_units

PACK = Path(__file__).parents[5] / "packs/units-viet-nam"
ME = Actor.system("test")
BEFORE, AFTER = date(2025, 6, 30), date(2025, 7, 1)


@pytest.fixture(scope="module")
def country(django_db_setup, django_db_blocker):
    """Loaded once for this file, and taken out again: three seconds of work."""
    with django_db_blocker.unblock():
        report = load_units(PACK, actor=ME)
        yield report
        from django.core.management import call_command  # noqa: PLC0415 - WONTFIX: needs the settings

        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def loaded(country, db):
    return country


def count(level, day):
    return UnitVersion.objects.filter(queries._on(day), level=level).count()


@pytest.mark.parametrize(
    ("level", "day", "official"),
    [("province", BEFORE, 63), ("district", BEFORE, 696), ("commune", BEFORE, 10_035),
     ("province", AFTER, 34), ("district", AFTER, 0), ("commune", AFTER, 3_321)],
)  # fmt: skip
def test_the_counts_are_the_official_ones(loaded, level, day, official):
    assert count(level, day) == official


def test_every_change_is_placed(loaded):
    assert loaded.unplaced == ()


def test_the_same_pack_again_does_nothing(loaded):
    before = set(Unit.objects.values_list("id", flat=True))
    assert load_units(PACK, actor=ME).is_unchanged
    assert set(Unit.objects.values_list("id", flat=True)) == before


def test_a_code_resolves_only_together_with_a_date(loaded):
    old, new = queries.find_by_code("26833", BEFORE), queries.find_by_code("26833", AFTER)
    assert (old.name, new.name) == ("Phường Long Thạnh Mỹ", "Phường Long Bình")
    assert old.id != new.id


def test_a_district_is_found_without_marks_on_a_day_on_which_it_existed(loaded):
    assert queries.find_by_name("quan 9", date(2020, 10, 7)).code == "763"
    assert queries.find_by_name("Quận 9", date(2021, 1, 1)) is None


def test_one_name_of_many_units_asks_for_more(loaded):
    with pytest.raises(AmbiguousUnitError):
        queries.find_by_name("Xã Tân Lập", BEFORE)


def test_the_city_of_2025_has_168_communes(loaded):
    city = queries.find_by_code("79", AFTER, level=Level.PROVINCE)
    assert len(queries.list_children(city.id, AFTER)) == 168


def test_no_version_has_a_parent_that_was_not_in_force(loaded):
    for day in (date(2020, 6, 1), BEFORE, AFTER, date(2026, 5, 1)):
        versions = UnitVersion.objects.filter(queries._on(day), parent__isnull=False)
        in_force = UnitVersion.objects.filter(queries._on(day)).values("unit_id")
        if day.year > 2020:  # outside Ho Chi Minh City the record begins on 1/11/2021
            assert not versions.exclude(parent__in=in_force).exists()


def test_the_tree_below_holds_every_parent_there_ever_was(loaded):
    walked = {(version.parent_id, version.unit_id) for version in UnitVersion.objects.filter(parent__isnull=False)}
    assert walked <= set(UnitBelow.objects.values_list("above_id", "below_id"))


def test_search_begins_with_units_whose_words_begin_so(loaded):
    names = [row.name for row in queries.search_units("cho quan", AFTER)]
    assert names == ["Phường Chợ Quán"]
