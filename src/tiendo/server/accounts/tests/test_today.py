# SPDX-License-Identifier: Apache-2.0
"""What is administered and handed in goes by the tree of today; what is seen reaches back."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.server.accounts.data import Act, Role
from tiendo.server.accounts.queries import find_units, keep_permitted, may
from tiendo.server.accounts.tests.cast import client_of, make_cast, make_person, make_unit, scope_of
from tiendo.server.units.models import UnitBelow, UnitVersion

OF_TODAY = [Act.ADMINISTER, Act.UPLOAD]


@pytest.fixture
def cast(db):
    return make_cast()


@pytest.fixture
def moved(cast):
    """A commune that was under the province and is now under another one."""
    unit = make_unit("30001", "Xã Tân Lập", parent=cast.province)
    UnitVersion.objects.filter(unit_id=unit).update(valid_to=date(2026, 1, 1))
    last = UnitVersion.objects.get(unit_id=unit)
    UnitVersion.objects.create(
        pack_id="cast", unit_id=unit, code="30001", name=last.name, level=last.level, parent_id=cast.elsewhere,
        valid_from=date(2026, 1, 1), search_key=last.search_key, exact_key=last.exact_key, sort_key=last.sort_key,
    )  # fmt: skip
    UnitBelow.objects.create(above_id=cast.elsewhere, below_id=unit)
    return unit


@pytest.fixture
def ended(cast):
    """A district that is no more, last under the province."""
    unit = make_unit("774", "Quận 5", parent=cast.province)
    UnitVersion.objects.filter(unit_id=unit).update(valid_from=None, valid_to=date(2025, 7, 1))
    return unit


@pytest.fixture
def keepers(cast):
    """The administrators of the province where the commune was, and of the one where it is."""
    return [
        scope_of(make_person(name, "Người Giữ", Role.ADMINISTRATOR, unit))
        for name, unit in (("cu", cast.province), ("moi", cast.elsewhere))
    ]


@pytest.mark.parametrize("act", OF_TODAY)
def test_a_unit_that_has_moved_is_handled_where_it_is_now(keepers, moved, act):
    former, present = keepers
    assert (may(former, act, moved), may(present, act, moved)) == (False, True)
    assert (keep_permitted([moved], former, act), keep_permitted([moved], present, act)) == (set(), {moved})
    assert [row.id for row in find_units("tan lap", present, act)] == [moved]
    assert moved not in [row.id for row in find_units("tan lap", former, act)]


def test_its_former_figures_are_still_seen_from_where_it_was(keepers, moved):
    assert [may(keeper, Act.VIEW, moved) for keeper in keepers] == [True, True]


@pytest.mark.parametrize("act", OF_TODAY)
def test_a_unit_that_is_no_more_stands_where_it_last_stood(keepers, ended, act):
    former, present = keepers
    assert (may(former, act, ended), may(present, act, ended)) == (True, False)
    assert [row.name for row in find_units("quan 5", former, act)] == ["Quận 5"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("cho quan", ["Phường Chợ Quán"]),
        ("CHỢ QUÁN", ["Phường Chợ Quán"]),
        ("Chợ Quân", []),  # marks that are typed decide
        ("26740", ["Phường Chợ Quán"]),
        ("hong", []),  # lies outside
        ("", []),
    ],
)
def test_a_field_finds_units_with_and_without_marks(cast, words, names):
    scope = scope_of(make_person("giu", "Người Giữ", Role.ADMINISTRATOR, cast.province))
    assert [row.name for row in find_units(words, scope, Act.ADMINISTER)] == names


def test_the_list_under_the_field_is_for_administrators_and_of_their_units(cast):
    page = client_of(cast.keeper).get("/people/units/?q=cho").content.decode()
    assert 'data-text="Phường Chợ Quán (26740)"' in page
    assert "data-text" not in client_of(cast.keeper).get("/people/units/?q=tan+lap").content.decode()
    assert client_of(cast.specialist).get("/people/units/?q=cho").status_code == 404


def test_what_the_list_writes_into_the_field_is_understood(cast):
    values = {"full_name": "Lý An", "username": "an", "role": "reader", "unit": "Phường Chợ Quán (26740)"}
    assert client_of(cast.administrator).post("/people/new/", values).status_code == 200
