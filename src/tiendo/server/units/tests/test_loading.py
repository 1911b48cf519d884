# SPDX-License-Identifier: Apache-2.0
"""A pack with a fault loads nothing and says where the fault is."""

from __future__ import annotations

import pytest

from tiendo.server.audit.data import Actor
from tiendo.server.support.packs import PackError
from tiendo.server.units.models import Unit, UnitVersion
from tiendo.server.units.services import load_units

ME = Actor.system("test")
HEADER = "code,name,name_en,level,parent_code,valid_from,valid_to\n"
MANIFEST = "kind: units\ncode: thu\ntitle: Thử\nfiles: [units.csv]\n"


@pytest.fixture
def pack(tmp_path):
    def make(rows, manifest=MANIFEST):
        (tmp_path / "pack.yaml").write_text(manifest, "utf-8")
        (tmp_path / "units.csv").write_text(HEADER + rows, "utf-8")
        return tmp_path

    return make


@pytest.mark.parametrize(
    ("rows", "place"),
    [("01,Tỉnh A,,tinh,,,\n", "units.csv:2"), ("01,Tỉnh A,,province,,2025-07-01,2025-07-01\n", "units.csv:2"),
     ("01,Tỉnh A,,province,,,\n00001,Xã A,,commune,99,,\n", "units.csv:3"), ("01,Tỉnh A,,province,,\n", "units.csv:2"),
     ("01,Tỉnh A,,commune,,,\n", "units.csv:2"), ("01,Tỉnh A,,province,,1/7/2025,\n", "units.csv:2")],
)  # fmt: skip
def test_a_fault_is_told_with_file_and_line_and_nothing_is_loaded(db, pack, rows, place):
    with pytest.raises(PackError) as error:
        load_units(pack(rows), actor=ME)
    assert place in str(error.value)
    assert not Unit.objects.exists()


def test_a_word_that_nobody_knows_is_a_fault_of_its_line(db, pack):
    with pytest.raises(PackError) as error:
        load_units(pack("01,Tỉnh A,,province,,,\n", MANIFEST + "colour: red\n"), actor=ME)
    assert "pack.yaml:5" in str(error.value)


def test_a_corrected_pack_changes_names_and_keeps_the_unit(db, pack):
    load_units(pack("01,Tinh A,,province,,,\n"), actor=ME)
    before = Unit.objects.get().pk
    load_units(pack("01,Tỉnh A,,province,,,\n"), actor=ME)
    assert (Unit.objects.get().pk, UnitVersion.objects.get().name) == (before, "Tỉnh A")
