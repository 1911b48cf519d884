# SPDX-License-Identifier: Apache-2.0
"""What becomes of a cell when its sheet is sent, case by case."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tiendo.server.collect.rules.sources import Held, Way, find_way

TEN, TWELVE = Held(Decimal(10), Decimal(1)), Held(Decimal(12), Decimal(1))
GAP, OTHER_GAP = Held(None, reason="chưa có"), Held(None, reason="không phát sinh")


@pytest.mark.parametrize(
    ("new", "in_force", "is_ours", "way"),
    [
        (TEN, None, False, Way.RECORD),
        (GAP, None, False, Way.RECORD),
        (TEN, TEN, True, Way.KEEP),
        (TEN, TEN, False, Way.RECORD),  # a further source of the same value
        (TWELVE, TEN, True, Way.CORRECT),
        (TWELVE, TEN, False, Way.CLASH),
        (GAP, TEN, True, Way.WITHDRAW),
        (GAP, TEN, False, Way.CLASH),
        (TEN, GAP, False, Way.RECORD),
        (TEN, GAP, True, Way.RECORD),
        (GAP, GAP, True, Way.KEEP),
        (OTHER_GAP, GAP, True, Way.RECORD),
        (Held(Decimal("26.7"), Decimal("0.1")), Held(Decimal("26.71"), Decimal("0.01")), False, Way.RECORD),
        (Held(Decimal("26.7"), Decimal("0.1")), Held(Decimal("26.9"), Decimal("0.1")), False, Way.CLASH),
        (Held(Decimal("0"), Decimal(1)), GAP, False, Way.RECORD),  # zero is a value
        (GAP, Held(Decimal("0"), Decimal(1)), False, Way.CLASH),
    ],
)
def test_each_case_has_its_way(new, in_force, is_ours, way):
    assert find_way(new, in_force, is_ours=is_ours, is_written=is_ours) is way
