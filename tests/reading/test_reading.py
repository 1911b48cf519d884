# SPDX-License-Identifier: Apache-2.0
"""The reader keeps what it can on our own annotated texts: floors, not the last digit of a score."""

from __future__ import annotations

import pytest

from tests.reading.scoring import Tally, tally

FLOORS = {"kind": 0.95, "unit": 0.97, "approx": 0.97, "comparison": 0.96, "period": 0.95}


@pytest.fixture(scope="module")
def counted() -> Tally:
    return tally()


def test_it_finds_the_measurements_and_hardly_anything_else(counted: Tally) -> None:
    assert counted.f1() >= 0.97


@pytest.mark.parametrize("name", FLOORS)
def test_it_reads_their_attributes(counted: Tally, name: str) -> None:
    assert counted.share(name) >= FLOORS[name]


def test_it_names_what_they_measure(counted: Tally) -> None:
    assert sum(counted.subject) / len(counted.subject) >= 0.82


def test_it_calls_no_true_claim_wrong(counted: Tally) -> None:
    assert counted.false_alarms == []
