# SPDX-License-Identifier: Apache-2.0
"""The laws of the fuzzer hold for its seeds, for what it once found, and for a few inputs of each run."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.pieces import PIECES
from tests.fuzz.targets import SEEDS, TARGETS
from tiendo.read.files.pdf import scan

FOUND = sorted(path for path in (Path(__file__).parent / "found").glob("*/*") if path.is_file())


@pytest.fixture(autouse=True)
def _no_recognition(monkeypatch):
    """Optical recognition is another program."""
    monkeypatch.setattr(scan, "is_available", lambda: False)


@pytest.mark.parametrize(("name", "seed"), [(name, seed) for name, seeds in SEEDS.items() for seed in seeds])
def test_the_laws_hold_for_the_seeds(name, seed):
    TARGETS[name](seed)


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_the_laws_hold_for_what_was_once_found(path):
    TARGETS[path.parent.name](path.read_bytes())


@settings(deadline=None, max_examples=60)
@given(st.binary(max_size=80))
def test_the_laws_hold_for_texts_of_pieces(data):
    TARGETS["phrases"](data)


@settings(deadline=None, max_examples=200)
@given(st.sampled_from(["numbers", "periods"]), st.text(alphabet="0123456789.,-/ QMPđếntừtháng quýnăIV", max_size=24))
def test_the_laws_hold_for_numbers_and_periods(name, content):
    TARGETS[name](content.encode())


def test_every_target_has_seeds():
    assert set(SEEDS) == set(TARGETS)


def test_a_byte_reaches_every_piece():
    assert len(PIECES) <= 256
