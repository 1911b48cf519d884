# SPDX-License-Identifier: Apache-2.0
"""Figures of former units for plans of today's: the expression gives what lineage and the reference engine give."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from tests.conformance.cases import draw_one
from tests.conformance.comparing import arrow_table, differences
from tests.conformance.ground import CHANGED_ON, MERGED, TARGETS, TODAY, make_atlas, tables
from tiendo.cli.evaluating.ground import OtherMap
from tiendo.evaluate import STANDARD
from tiendo.evaluate.bulk.columns import OBSERVATIONS
from tiendo.evaluate.bulk.columns import TARGETS as TARGET_COLUMNS
from tiendo.evaluate.bulk.engines import open_duckdb
from tiendo.evaluate.bulk.looking import TableError
from tiendo.evaluate.bulk.running import Wish, evaluate_files
from tiendo.kernel.period import Period
from tiendo.lineage import Basis, LineageError

WINDOW = (date(2022, 12, 31), date(2024, 10, 31))
INDICATORS, START = 30, 20261129


def other_map(*bases, units=TARGETS):
    return OtherMap(make_atlas(), TODAY, units, WINDOW, bases)


def judged(tmp_path, targets, figures, as_of, ground, *, is_expression):
    """The rows of the file of verdicts, by plan."""
    paths = [str(tmp_path / f"{name}-{is_expression}.parquet") for name in ("observations", "targets", "out")]
    for rows, columns, path in zip((figures, targets), (OBSERVATIONS, TARGET_COLUMNS), paths, strict=False):
        pq.write_table(arrow_table(rows, columns), path)
    wish = Wish(*paths, as_of, STANDARD, is_expression, part_size=60, ground=ground)
    evaluate_files(wish, open_duckdb(), lambda done, total: None)
    return {row["plan"]: row for row in pq.read_table(paths[2]).to_pylist()}


@pytest.mark.parametrize("as_of", [Period.nine_months(2024), Period.half(2024, 1), Period.month(2024, 7)], ids=str)
def test_plans_of_todays_units_are_judged_as_by_lineage_and_the_reference_engine(tmp_path, as_of):
    targets, figures = draw_one(tables(INDICATORS), START)
    ground = other_map(Basis.POPULATION)
    expected, found = (
        judged(tmp_path, targets, figures, as_of, ground, is_expression=is_expression)
        for is_expression in (False, True)
    )
    assert expected.keys() == found.keys()
    names = ("quality", "basis", "why")
    wrong = [
        listed
        for plan, row in found.items()
        if (listed := differences(row, expected[plan])) or any(row[name] != expected[plan][name] for name in names)
    ]
    assert not wrong
    assert Counter(row["judged_by"] for row in found.values())["expression"] > len(found) / 5


def figures_of(units, value=Decimal(4), months=range(1, 10), **more):
    periods = [Period.month(2024, month) for month in months]
    return [
        {"unit": unit, "indicator": "i", "first_on": one.first_on, "last_on": one.last_on, "value": value,
         "measure": "hộ"} | more
        for unit in units for one in periods
    ]  # fmt: skip


def plan_of(unit, value=Decimal(144)):
    return {"plan": unit, "unit": unit, "indicator": "i", "rule": "at_least", "value": value, "measure": "hộ",
            "span_first_on": date(2024, 1, 1), "span_last_on": date(2024, 12, 31)}  # fmt: skip


@pytest.mark.parametrize(
    ("unit", "figures", "bases", "told"),
    [
        ("101", figures_of(MERGED, months=range(1, 7)), (), ("pace_kept", 72, "exact", None)),
        ("101", figures_of(MERGED[:2], months=range(1, 7)), (), ("not_restated", None, "refused", None)),
        ("201", figures_of(["21"], months=range(1, 7), hedge="about"), (), ("behind", 24, "exact", None)),
        ("302", figures_of(["31"], months=range(1, 7)), (Basis.POPULATION,), ("behind", 18, "estimated", "population")),
        ("302", figures_of(["31"], months=range(1, 7)), (), ("not_restated", None, "refused", None)),
        ("401", figures_of(["41"], months=range(1, 7)), (Basis.POPULATION,), ("not_restated", None, "refused", None)),
        ("501", figures_of(["501"], months=range(1, 7)), (), ("behind", 24, "exact", None)),
    ],
)
def test_what_crosses_is_exact_estimated_or_refused(tmp_path, unit, figures, bases, told):
    reported = Period.half(2024, 1)
    for is_expression in (True, False):
        rows = judged(tmp_path, [plan_of(unit)], figures, reported, other_map(*bases), is_expression=is_expression)
        row = rows[unit]
        assert (row["reason"], row["actual"], row["quality"], row["basis"]) == told
        assert (row["why"] is not None) == (told[0] == "not_restated")
        if told[0] == "not_restated":
            assert row["status"] == "not_assessable"


def test_figures_of_both_maps_make_one_sum(tmp_path):
    figures = figures_of(MERGED, months=range(1, 7)) + figures_of(["101"], Decimal(12), months=range(7, 10))
    rows = judged(tmp_path, [plan_of("101")], figures, Period.nine_months(2024), other_map(), is_expression=True)
    assert (rows["101"]["actual"], rows["101"]["judged_by"]) == (108, "expression")


def test_a_unit_that_was_not_on_the_map_of_its_figures_is_named(tmp_path):
    figures = figures_of(["101"], months=range(1, 7))
    with pytest.raises(TableError, match="101"):
        judged(tmp_path, [plan_of("101")], figures, Period.half(2024, 1), other_map(), is_expression=True)


def test_a_plan_of_a_unit_that_is_not_on_the_map_is_refused():
    with pytest.raises(LineageError, match="11"):
        other_map(units=["11"])


def test_the_maps_meet_where_units_changed():
    assert other_map().last_days == [date(2024, 6, 30), WINDOW[1]]
    assert CHANGED_ON <= TODAY
