# SPDX-License-Identifier: Apache-2.0
"""Results of past years are looked for once, however many verdicts, profiles and forecasts rest on them."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest

from tiendo.evaluate import (
    Figure,
    Nature,
    Plan,
    Rule,
    RuleKind,
    Shelf,
    Target,
    choosing,
    evaluate_plans,
    list_seasons,
    profile_phasing,
)
from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Quantity

UNIT = "tỷ đồng"
FIGURES = [
    Figure(Period.cumulative(year, month), Quantity(Decimal(month * 10 + year - 2020), UNIT))
    for year in range(2022, 2027)
    for month in (*range(1, 10), 12)
]
TARGET = Target(
    "1", "Thu", Period.year(2026), Rule(RuleKind.AT_LEAST),
    (Plan(Quantity(Decimal(130), UNIT)), Plan(Quantity(Decimal(150), UNIT), is_primary=False)), Nature.FLOW,
)  # fmt: skip


@pytest.fixture
def looked_for(monkeypatch):
    """How often each period was looked for among all figures."""
    counts: Counter[tuple[Period, Nature]] = Counter()
    find = choosing._find

    def count(shelf, needed, nature):
        counts[needed, nature] += 1
        return find(shelf, needed, nature)

    monkeypatch.setattr(choosing, "_find", count)
    return counts


def test_several_cut_offs_look_for_each_result_once(looked_for):
    shelf = Shelf(FIGURES)
    for month in range(1, 10):
        needed = Period.cumulative(2026, month)
        profile_phasing(TARGET, shelf, needed)
        list_seasons(TARGET, shelf, needed, UNIT)
    assert set(looked_for.values()) == {1}


def test_two_plans_are_judged_by_one_look_at_the_past(looked_for):
    evaluate_plans(TARGET, FIGURES, as_of=Period.cumulative(2026, 9))
    assert set(looked_for.values()) == {1}


@pytest.mark.parametrize("month", [1, 6, 9])
def test_what_was_kept_is_what_the_figures_say(month):
    shelf, needed = Shelf(FIGURES), Period.cumulative(2026, month)
    for _ in range(2):
        assert list_seasons(TARGET, shelf, needed, UNIT) == list_seasons(TARGET, FIGURES, needed, UNIT)
    assert [one.span.last_on.year for one in list_seasons(TARGET, shelf, needed, UNIT)] == [2022, 2023, 2024, 2025]


def test_results_in_another_unit_are_kept_apart():
    shelf, needed = Shelf(FIGURES), Period.cumulative(2026, 9)
    billions, millions = (list_seasons(TARGET, shelf, needed, unit) for unit in (UNIT, "triệu đồng"))
    assert [one.at * 1000 for one in billions] == [one.at for one in millions]
