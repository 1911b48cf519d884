# SPDX-License-Identifier: Apache-2.0
"""The pack of the whole country: loaded once, held against the official counts."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from tiendo import lineage
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


@pytest.mark.parametrize(("start", "end"), [(BEFORE, AFTER), (AFTER, BEFORE)])
@pytest.mark.parametrize("bases", [(), (lineage.Basis.POPULATION,)])
def test_the_stored_units_make_the_same_crosswalk_as_the_files(loaded, start, end, bases):
    files, _ = lineage.read_pack(PACK)

    def groups(atlas, level):
        walk = lineage.make_crosswalk(atlas, start, end, level, bases)
        return [
            ([unit.code for unit in group.targets], group.quality, [(p.source.code, p.share) for p in group.parts])
            for group in walk.groups
        ]

    for level in (lineage.Level.PROVINCE, lineage.Level.DISTRICT, lineage.Level.COMMUNE):
        assert groups(queries.get_atlas(), level) == groups(files, level)


def test_the_atlas_is_made_once_and_anew_when_something_was_loaded(loaded):
    made = queries.get_atlas()
    assert queries.get_atlas() is made
    UnitVersion.objects.filter(code="27301").order_by("-id").first().delete()
    assert queries.get_atlas() is not made


@pytest.fixture
def browser(db):
    """Somebody who may read; ``accounts`` stands above this app and is asked for by name."""
    person = get_user_model().objects.create(username="lan", full_name="Lan", search_key="lan", sort_key="lan")
    apps.get_model("accounts", "Grant").objects.create(user=person, role="reader", valid_from=date(2020, 1, 1))
    client = Client()
    client.force_login(person, settings.AUTHENTICATION_BACKENDS[-1])
    return client


def page_of(browser, code, day):
    response = browser.get(reverse("unit", args=[queries.find_by_code(code, day).id]))
    assert response.status_code == 200
    return response.content.decode()


def test_the_page_of_a_ward_draws_what_it_came_from_with_the_acts(loaded, browser):
    page = page_of(browser, "27301", AFTER)
    picture = page[page.index('<div class="life"') : page.index("</div>", page.index('<div class="life"'))]
    for name in ("Phường Chợ Quán", "Phường 1", "Phường 2", "Phường 3", "Phường 4"):
        assert f">{name}<" in picture
    assert picture.count('class="life-bar') == 6
    assert picture.count("focus") == 1
    assert "1685/NQ-UBTVQH15" in picture
    assert "1278/NQ-UBTVQH15, " not in picture
    assert page.count("1278/NQ-UBTVQH15") == 3


def test_the_page_of_a_district_that_is_no_more_leads_to_the_wards_on_its_land(loaded, browser):
    page = page_of(browser, "774", BEFORE)
    for code in ("27301", "27316", "27343"):
        assert reverse("unit", args=[queries.find_by_code(code, AFTER).id]) in page
    assert "không còn từ 01/07/2025" in page


def test_a_unit_that_never_changed_has_no_picture(loaded, browser):
    page = page_of(browser, "VN", AFTER)
    assert "<svg viewBox" not in page[page.index("<main") :]


def test_a_unit_that_is_not_there_has_no_page(loaded, browser):
    assert browser.get(reverse("unit", args=[10**9])).status_code == 404


def test_a_page_of_a_unit_costs_a_fixed_number_of_queries(loaded, browser, django_assert_max_num_queries):
    small, large = (queries.find_by_code(code, BEFORE).id for code in ("27307", "001"))
    browser.get(reverse("unit", args=[small]))  # the atlas is made
    counts = []
    for unit in (small, large):
        with django_assert_max_num_queries(30) as found:
            assert browser.get(reverse("unit", args=[unit])).status_code == 200
        counts.append(len(found))
    assert counts[0] == counts[1]


def test_units_are_found_by_name_without_marks_and_by_code(loaded, browser):
    ward = reverse("unit", args=[queries.find_by_code("27301", AFTER).id])
    for words in ("cho quan", "Chợ Quán", "27301"):
        assert ward in browser.get(reverse("units"), {"find": words}).content.decode()
    assert "Không có đơn vị nào" in browser.get(reverse("units"), {"find": "chờ quân"}).content.decode()


def test_without_words_the_provinces_of_today_are_listed(loaded, browser):
    page = browser.get(reverse("units")).content.decode()
    assert page.count('<tr role="row">') == 1 + 34


def test_the_list_of_units_costs_a_fixed_number_of_queries(loaded, browser, django_assert_max_num_queries):
    counts = []
    for words in ("cho quan", "phuong 1"):
        with django_assert_max_num_queries(20) as found:
            browser.get(reverse("units"), {"find": words})
        counts.append(len(found))
    assert counts[0] == counts[1]


def test_a_unit_lists_what_stands_directly_under_it(loaded, browser):
    page = page_of(browser, "774", BEFORE)
    assert reverse("unit", args=[queries.find_by_code("27325", BEFORE).id]) in page
    assert "vào ngày cuối cùng" in page


def test_a_unit_leads_to_its_figures_only_where_the_person_may_see_some(loaded, browser):
    assert f"unit={queries.find_by_code('774', BEFORE).id}" not in page_of(browser, "774", BEFORE)
