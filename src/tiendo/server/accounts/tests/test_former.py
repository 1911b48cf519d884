# SPDX-License-Identifier: Apache-2.0
"""The right to read follows the land; no right to change anything does (ADR 0010)."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.server.accounts.data import Act, Role
from tiendo.server.accounts.models import Grant
from tiendo.server.accounts.queries import find_units, keep_permitted, may, permitted
from tiendo.server.accounts.tests.cast import client_of, make_cast, make_grant, make_person, make_unit, scope_of
from tiendo.server.units.models import UnitBelow, UnitVersion

CHANGING = [act for act in Act if act is not Act.VIEW]


@pytest.fixture
def cast(db):
    return make_cast()


@pytest.fixture
def former(cast):
    """Quận 5, which is no more; part of its land is in the ward. The loader of units writes the pair."""
    unit = make_unit("774", "Quận 5", parent=cast.elsewhere)
    UnitVersion.objects.filter(unit_id=unit).update(valid_from=None, valid_to=date(2025, 7, 1))
    UnitBelow.objects.bulk_create(
        UnitBelow(above_id=above, below_id=unit, is_former=True) for above in (cast.ward, cast.province)
    )
    return unit


@pytest.fixture
def rows(former):
    """Something that belongs to it."""
    return Grant.objects.filter(pk=make_grant(make_person("b", "Người Hai"), Role.READER, former).pk)


@pytest.mark.parametrize("part", ["leader", "specialist", "office", "keeper"])
def test_who_reads_a_unit_reads_what_stood_on_its_land(cast, former, rows, part):
    scope = scope_of(getattr(cast, part))
    assert may(scope, Act.VIEW, former)
    assert permitted(rows, scope).exists()
    assert keep_permitted([former, cast.elsewhere], scope, Act.VIEW) == {former}


@pytest.mark.parametrize("act", CHANGING)
@pytest.mark.parametrize("part", ["leader", "specialist", "office", "keeper"])
def test_nobody_changes_anything_of_it_by_that_right(cast, former, rows, part, act):
    scope = scope_of(getattr(cast, part))
    assert not may(scope, act, former)
    assert not permitted(rows, scope, act).exists()
    assert keep_permitted([former], scope, act) == set()
    assert former not in [row.id for row in find_units("quan 5", scope, act)]


def test_a_right_over_what_is_no_more_does_not_lead_to_what_came_after(cast, former):
    scope = scope_of(make_person("cu", "Người Cũ", Role.READER, former))
    assert may(scope, Act.VIEW, former)
    assert not may(scope, Act.VIEW, cast.ward)


def test_what_else_stood_under_the_former_unit_is_not_read_with_it(cast, former):
    other = make_unit("27331", "Phường 8", parent=former)
    assert not may(scope_of(cast.specialist), Act.VIEW, other)


def test_a_right_over_an_office_of_the_ward_reaches_nothing_former(cast, former):
    office = make_unit("P01", "Phòng Kinh tế", parent=cast.ward)
    scope = scope_of(make_person("phong", "Người Phòng", Role.OFFICE, office))
    assert not may(scope, Act.VIEW, former)


def test_the_page_of_a_unit_says_when_what_belongs_to_it_is_withheld(cast, former):
    words = "ngoài phạm vi bạn được xem"
    stranger = make_person("xa", "Người Xa", Role.READER, cast.village)
    assert words in client_of(stranger).get(f"/units/{cast.ward}/").content.decode()
    for unit in (cast.ward, cast.province):
        assert words not in client_of(cast.leader).get(f"/units/{unit}/").content.decode()
