# SPDX-License-Identifier: Apache-2.0
"""What lies in one unit is found without the whole country, and is what the whole crosswalk says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.lineage import Basis, Level, Way, list_cover, make_crosswalk, make_crosswalk_around, read_pack
from tiendo.lineage.tests.making import worlds
from tiendo.lineage.tests.test_country import AFTER, BEFORE, PACK


@pytest.fixture(scope="module")
def atlas():
    return read_pack(PACK)[0]


def _group_of(walk, unit_id):
    return next((group for group in walk.groups if unit_id in {unit.unit_id for unit in group.targets}), None)


@given(worlds(), st.data())
def test_the_group_of_a_unit_is_that_of_the_whole_map(world, data):
    atlas = world.atlas
    start, end = (data.draw(st.sampled_from(world.days)) for _ in range(2))
    bases = data.draw(st.sampled_from([(), (Basis.POPULATION,)]))
    target = data.draw(st.sampled_from(list_cover(atlas, end, Level.COMMUNE)))
    whole = make_crosswalk(atlas, start, end, Level.COMMUNE, bases)
    around = make_crosswalk_around(Way(atlas, start, end, Level.COMMUNE, bases), target)
    assert _group_of(around, target.unit_id) == _group_of(whole, target.unit_id)
    assert len(around.sources) <= len(whole.sources)


@pytest.mark.parametrize("code", ["27301", "27154", "26833", "27439", "00004"])
@pytest.mark.parametrize(
    ("start", "level"), [(BEFORE, Level.COMMUNE), (date(2020, 12, 1), Level.COMMUNE), (BEFORE, Level.DISTRICT)]
)
def test_a_ward_of_the_country_is_found_among_few(atlas, code, start, level):
    target = atlas.find_by_code(code, AFTER)
    to_level = None if level is Level.COMMUNE else Level.COMMUNE
    whole = make_crosswalk(atlas, start, AFTER, level, (), to_level)
    around = make_crosswalk_around(Way(atlas, start, AFTER, level, (), to_level), target)
    assert _group_of(around, target.unit_id) == _group_of(whole, target.unit_id)
    assert len(around.sources) < 400  # of 10,035; the divided wards of Hà Nội hang together
