# SPDX-License-Identifier: Apache-2.0
"""Whose land a unit that is no more lies in, on small histories and on that of Ho Chi Minh City."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.server.units import heirs, rules
from tiendo.server.units.data import Level
from tiendo.server.units.rules import ChangeLine, UnitLine

REFORM = date(2025, 7, 1)


def line(code, parent="", until=REFORM, since=None, level=None):
    level = level or rules.LEVEL_BY_LENGTH[len(code)]
    return UnitLine(code, code, "", level, parent, since, until, 0)


def change(before, after, kind="merge", on=REFORM, part="whole"):
    return ChangeLine(on, "", "", kind, part, before, after, "", "", "", 0)


def layout(units, changes):
    numbered = [UnitLine(*[getattr(one, name) for name in UnitLine.__slots__[:-1]], number)
                for number, one in enumerate(units, 2)]  # fmt: skip
    return rules.lay_out(numbered, changes, prefix="x")


def reads(units, changes):
    """Pairs of codes: who reads what is no more."""
    laid = layout(units, changes)
    pairs = heirs.inherit(laid.versions, laid.links, rules.close(laid.versions))
    return {tuple(origin.split(":")[2].replace("@2025-07-01", "'") for origin in pair) for pair in pairs}


#: A city with a district of three wards; two of them become one, the third one another; the district is abolished.
CITY = (line("79"), line("79", until=None, since=REFORM), line("774", "79"))
WARDS = (line("27301", "774"), line("27304", "774"), line("27307", "774"))
NEW = (line("27301", "79", until=None, since=REFORM), line("27343", "79", until=None, since=REFORM))
CHANGES = (change("79", "79"), change("774", "", kind="abolish"), change("27301", "27301"), change("27304", "27301"),
           change("27307", "27343"))  # fmt: skip


def test_a_ward_inherits_the_wards_and_the_abolished_district_on_its_land_and_not_the_city_above():
    found = reads([*CITY, *WARDS, *NEW], CHANGES)
    assert {former for heir, former in found if heir == "27301'"} == {"27301", "27304", "774"}
    assert {former for heir, former in found if heir == "27343'"} == {"27307", "774"}


def test_the_city_of_today_inherits_the_former_city_and_everything_that_stood_under_it():
    found = reads([*CITY, *WARDS, *NEW], CHANGES)
    assert {former for heir, former in found if heir == "79'"} == {"79", "774", "27301", "27304", "27307"}


def test_nothing_is_inherited_from_a_unit_that_goes_on():
    units = [line("79", until=None), line("27301", "79", until=None), line("27304", "79", until=None)]
    assert reads(units, [change("27301", "27304", kind="transfer", part="part")]) == set()


def test_a_divided_ward_is_read_by_all_who_have_a_part_of_its_land():
    units = [line("79", until=None), line("27301", "79"),
             line("27310", "79", until=None, since=REFORM), line("27313", "79", until=None, since=REFORM)]  # fmt: skip
    found = reads(
        units, [change("27301", "27310", "split", part="part"), change("27301", "27313", "split", part="rest")]
    )
    assert found == {("27310'", "27301"), ("27313'", "27301")}


def test_a_chain_of_mergers_is_followed_to_its_end():
    first = date(2025, 1, 1)
    units = [line("79", until=None), line("27307", "79", until=first), line("27308", "79", since=first),
             line("27309", "79", until=None, since=REFORM)]  # fmt: skip
    found = reads(units, [change("27307", "27308", on=first), change("27308", "27309")])
    assert {former for heir, former in found if heir == "27309'"} == {"27307", "27308@2025-01-01"}


def test_an_office_goes_the_way_of_the_unit_it_belonged_to():
    office = line("P01", "774", level=Level.OFFICE)
    found = reads([*CITY, *WARDS, *NEW, office], CHANGES)
    assert {("27301'", "P01"), ("27343'", "P01"), ("79'", "P01")} <= found


def test_units_that_lead_to_each_other_end():
    units = [line("27301", ""), line("27304", "")]
    laid = layout(units, [])
    links = [rules.Link("x:commune:27301", "x:commune:27304", change("27301", "27304")),
             rules.Link("x:commune:27304", "x:commune:27301", change("27304", "27301"))]  # fmt: skip
    assert heirs.inherit(laid.versions, links, rules.close(laid.versions)) == set()


@pytest.fixture(scope="module")
def country():
    """The real pack, laid out; no database."""
    from pathlib import Path  # noqa: PLC0415 - WONTFIX: only this fixture reads files

    from tiendo.server.support.packs import open_pack  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.units.reading import read_pack  # noqa: PLC0415 - WONTFIX: the same

    units, changes = read_pack(open_pack(Path(__file__).parents[5] / "packs/units-viet-nam"))
    return rules.lay_out(units, changes, prefix="vn")


def test_every_unit_of_the_country_that_is_no_more_can_be_read_where_its_land_is(country):
    found = heirs.inherit(country.versions, country.links, rules.close(country.versions))
    ended = {origin for origin, versions in country.versions.items() if versions[-1].valid_to is not None}
    assert ended == {former for _heir, former in found}


@pytest.mark.parametrize(
    ("former", "wanted"),
    [
        ("vn:district:774", {"Phường Chợ Quán", "Phường An Đông", "Phường Chợ Lớn"}),
        ("vn:province:74", set()),  # the city took its place, no ward does
        ("vn:district:763", {"Phường Long Bình", "Phường Long Phước", "Phường Long Trường", "Phường Phước Long",
                             "Phường Tăng Nhơn Phú"}),  # Quận 9: its own five wards, not the twelve of Thủ Đức
    ],
)  # fmt: skip
def test_the_wards_that_read_a_former_unit_are_those_on_its_own_land(country, former, wanted):
    found = heirs.inherit(country.versions, country.links, rules.close(country.versions))
    names = {country.versions[heir][-1].name for heir, one in found if one == former and ":commune:" in heir}
    assert names == wanted
