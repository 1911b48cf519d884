# SPDX-License-Identifier: Apache-2.0
"""What is measured is what is there: a bench is seldom run, so a room that moved would be missed late."""

from __future__ import annotations

import importlib

import pytest

from tests.architecture.tree import files

#: What make bench runs; the parts of one of them are loaded with it.
BENCHES = [path.stem for path in files(".py", under=("bench",)) if path.parent.name == "bench" and path.stem[0] != "_"]


@pytest.mark.parametrize("module", BENCHES)
def test_every_bench_finds_the_rooms_it_measures(module):
    assert callable(importlib.import_module(f"bench.{module}").main)
