# SPDX-License-Identifier: Apache-2.0
"""The picture of a life: bars never lie on each other, lines lead from the end of one bar to the begin of another."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tiendo.lineage import read_pack, trace_life
from tiendo.server.units.drawing import draw_life

PACK = Path(__file__).parents[5] / "packs/units-viet-nam"
BEFORE, AFTER, TODAY = date(2025, 6, 30), date(2025, 7, 1), date(2026, 11, 29)


@pytest.fixture(scope="module")
def atlas():
    return read_pack(PACK)[0]


def draw(atlas, code, day):
    return draw_life(trace_life(atlas, atlas.find_by_code(code, day), day, TODAY), atlas)


def test_a_ward_stands_behind_those_that_were_merged_into_it(atlas):
    drawing = draw(atlas, "27301", AFTER)
    at = {bar.full_name: float(bar.x) for bar in drawing.bars}
    last = at["Phường Chợ Quán (27301 · Thành phố Hồ Chí Minh)"]
    assert at["Phường 1 (27325 · Quận 5)"] == at["Phường 3 (27307 · Quận 5)"] < at["Phường 2 (27307 · Quận 5)"] < last
    assert [(moment.on, moment.act) for moment in drawing.moments] == [
        (date(2025, 1, 1), "1278/NQ-UBTVQH15"),
        (AFTER, "1685/NQ-UBTVQH15"),
    ]
    assert not any(link.is_part for link in drawing.links)


def test_a_divided_ward_and_a_district_that_is_no_more_lead_on_by_broken_lines(atlas):
    for code, count in (("27148", 2), ("774", 3)):
        drawing = draw(atlas, code, BEFORE)
        assert [link.is_part for link in drawing.links] == [True] * count


def test_a_unit_that_never_changed_has_no_picture(atlas):
    assert draw(atlas, "VN", TODAY) is None


@pytest.mark.parametrize(
    ("code", "day"),
    [
        *((code, BEFORE) for code in ("774", "001", "27148", "26833", "18796", "68", "52")),
        *((code, AFTER) for code in ("27301", "26833", "00070", "79", "52", "26732")),
        *((code, date(2020, 6, 30)) for code in ("763", "769", "27319")),
    ],
)
def test_bars_lie_apart_and_lines_join_them(atlas, code, day):
    drawing = draw(atlas, code, day)
    assert sum(bar.is_focus for bar in drawing.bars) == 1
    boxes = [(float(bar.y), float(bar.x), float(bar.x) + float(bar.width)) for bar in drawing.bars]
    for number, (y, left, right) in enumerate(boxes):
        assert 0 <= left < right <= drawing.width
        assert 0 <= y < drawing.height
        assert not [one for one in boxes[:number] if abs(one[0] - y) < 38 and one[1] < right and left < one[2]]
    ends = {(right, y + 19) for y, _, right in boxes}
    begins = {(left, y + 19) for y, left, _ in boxes}
    for link in drawing.links:
        start, _, rest = link.path.removeprefix("M").partition("C")
        assert tuple(map(float, start.split())) in ends
        assert tuple(map(float, rest.split()[-2:])) in begins


def test_a_unit_that_went_under_another_is_told_from_itself_by_what_stood_above(atlas):
    drawing = draw(atlas, "07741", BEFORE)
    assert [(bar.name, bar.place) for bar in drawing.bars[:2]] == [
        ("Xã Tư Mại", "07741 · Huyện Yên Dũng"),
        ("Xã Tư Mại", "07741 · Thành phố Bắc Giang"),
    ]
