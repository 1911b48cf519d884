# SPDX-License-Identifier: Apache-2.0
"""Two engines, one truth: the expression on DuckDB gives what the reference engine gives, or leaves it to it."""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal

import pyarrow.parquet as pq
import pytest

from tests.conformance.cases import ADMINISTRATIVE_YEAR, ODD, QUARTER, TERM, YEAR, cases, collect, made_plain
from tests.conformance.comparing import by_expression, by_first_pass, by_reference, differences, tables_of
from tiendo.evaluate import SCHEMES, STANDARD, Status
from tiendo.evaluate.bulk import declining
from tiendo.evaluate.bulk.declining import LEFT
from tiendo.evaluate.bulk.engines import open_duckdb
from tiendo.evaluate.bulk.facts import Observations, complete_targets
from tiendo.evaluate.bulk.running import Known, Wish, evaluate_files
from tiendo.kernel.period import ADMINISTRATIVE, Period

#: The period of the report, the spans of the targets, the scheme.
BATCHES = (
    (Period.quarter(2024, 1), (YEAR,), "standard"),
    (Period.cumulative(2024, 8), (YEAR, QUARTER), "done_or_above_80"),
    (Period.year(2024), (YEAR, TERM), "done_track_partly"),
    (Period.nine_months(2024, ADMINISTRATIVE), (YEAR, ADMINISTRATIVE_YEAR), "standard"),
    (Period(date(2024, 1, 1), date(2024, 10, 16)), (YEAR, ODD), "standard"),
    (Period.month(2023, 6), (YEAR, TERM), "done_or_above_80"),
)
CASES, START = 200, 20261129
#: The expression is no fig leaf: of cases made to be nasty it may leave so many to the reference engine.
MOST_LEFT = 0.3


@pytest.fixture(scope="module")
def duckdb():
    return open_duckdb()


@pytest.mark.parametrize(("as_of", "spans", "code"), BATCHES, ids=lambda value: str(value)[:24])
def test_the_expression_gives_what_the_reference_engine_gives(duckdb, tmp_path, as_of, spans, code):
    made = collect(cases(as_of, spans), CASES, START)
    expected, found = (
        by_reference(made, as_of, SCHEMES[code]),
        by_expression(duckdb, tmp_path, made, as_of, SCHEMES[code]),
    )
    assert expected.keys() == found.keys()
    judged = {plan: row for plan, row in found.items() if row["reason"] != LEFT}
    wrong = {plan: differences(row, expected[plan]) for plan, row in judged.items()}
    assert not {plan: listed for plan, listed in wrong.items() if listed}
    assert len(judged) >= len(found) * (1 - MOST_LEFT)


@pytest.mark.parametrize(("as_of", "spans", "code"), BATCHES[:2], ids=lambda value: str(value)[:24])
def test_most_plain_figures_are_judged_by_the_first_pass_as_by_the_reference_engine(
    duckdb, tmp_path, as_of, spans, code
):
    made = [made_plain(case) for case in collect(cases(as_of, spans), CASES, START)]
    expected = by_reference(made, as_of, SCHEMES[code])
    found = by_first_pass(duckdb, tmp_path, made, as_of, SCHEMES[code])
    judged = {plan: row for plan, row in found.items() if row["reason"] not in (LEFT, declining.ODD)}
    assert not [listed for plan, row in judged.items() if (listed := differences(row, expected[plan]))]
    assert len(judged) > len(found) / 2


def test_the_cases_reach_every_status_and_most_reasons():
    seen = Counter()
    for as_of, spans, code in BATCHES:
        made = collect(cases(as_of, spans), CASES, START)
        for row in by_reference(made, as_of, SCHEMES[code]).values():
            seen.update((f"status {row['status']}", f"reason {row['reason']}"))
    assert {f"status {status.value}" for status in Status} <= seen.keys()
    assert len([name for name in seen if name.startswith("reason")]) >= 18


def test_what_a_whole_file_gives_is_what_the_reference_engine_gives(tmp_path):
    as_of, spans, code = BATCHES[1]
    made = collect(cases(as_of, spans), 60, START)
    paths = [str(tmp_path / f"{name}.parquet") for name in ("observations", "targets", "out")]
    for table, path in zip(tables_of(made), paths[:2], strict=True):
        pq.write_table(table, path)
    told = []
    summary = evaluate_files(
        Wish(*paths, as_of, SCHEMES[code], part_size=25), open_duckdb(), lambda *at: told.append(at)
    )
    found = {row["plan"]: row for row in pq.read_table(paths[2]).to_pylist()}
    expected = by_reference(made, as_of, SCHEMES[code])
    assert found.keys() == expected.keys()
    assert not [listed for plan, row in found.items() if (listed := differences(row, expected[plan]))]
    assert 0 < summary.left < summary.verdicts == len(made)
    assert told[-1] == (len(made), len(made))
    assert len(told) > 1


def test_numbers_with_too_many_digits_are_left_and_never_wrong(duckdb, tmp_path):
    as_of = Period.quarter(2024, 1)
    for power in (9, 15, 18, 19, 24, 28):
        target = {"plan": "p", "unit": "u", "indicator": "i", "rule": "increase_by_percent", "nature": "stock",
                  "span_first_on": date(2024, 1, 1), "span_last_on": date(2024, 12, 31), "value": Decimal(10),
                  "measure": "%", "base_value": Decimal(10**power), "base_measure": "hộ",
                  "base_first_on": date(2023, 1, 1), "base_last_on": date(2023, 12, 31)}  # fmt: skip
        figure = {"unit": "u", "indicator": "i", "first_on": as_of.first_on, "last_on": as_of.last_on,
                  "value": Decimal(11 * 10 ** (power - 1)), "measure": "hộ"}  # fmt: skip
        made = [(target, [figure])]
        row = by_expression(duckdb, tmp_path, made, as_of, STANDARD, decimals=9)["p"]
        if row["reason"] == LEFT:
            assert power > 9
        else:
            assert not differences(row, by_reference(made, as_of, STANDARD)["p"])
    assert row["reason"] == LEFT


def monthly(months, **changes):
    """A plan of 120 for the year and a figure of 30 for each month, some of them changed."""
    target = {"plan": "p", "unit": "u", "indicator": "i", "rule": "at_least", "value": Decimal(120), "measure": "ha",
              "span_first_on": date(2024, 1, 1), "span_last_on": date(2024, 12, 31)}  # fmt: skip
    keys = {"unit": "u", "indicator": "i", "value": Decimal(30), "measure": "ha"}
    periods = [Period.month(2024, month) for month in months]
    rows = [keys | {"first_on": one.first_on, "last_on": one.last_on} for one in periods]
    rows[0] |= changes
    return [(target, rows)]


@pytest.mark.parametrize(
    ("made", "is_plain"),
    [
        (monthly((1, 2, 3)), True),
        (monthly((1, 2)), True),
        (monthly((1, 2, 3), hedge="exact", status="actual"), True),
        (monthly((1, 2, 3), hedge="about"), False),
        (monthly((1, 2, 3), measure="m²"), False),
        (monthly((1, 2, 3), status="final"), False),
        (monthly((1, 2, 3), is_change=True), False),
        (monthly((1, 2, 3), last_on=date(2024, 1, 30)), False),
        (monthly((1, 1, 1)), False),
        (monthly((1, 2, 3), value=None, missing="not_reported"), False),
    ],
)
def test_only_groups_of_exact_months_in_one_unit_and_of_one_status_are_plain(duckdb, tmp_path, made, is_plain):
    as_of = Period.quarter(2024, 1)
    paths = [str(tmp_path / f"{name}.parquet") for name in ("observations", "targets")]
    for table, path in zip(tables_of(made), paths, strict=True):
        pq.write_table(table, path)
    observations, targets = (duckdb.read(path) for path in paths)
    known = Known.of(Observations(observations), complete_targets(targets), duckdb, as_of)
    assert (known.careful is None) is is_plain
    expected = by_reference(made, as_of, STANDARD)["p"]
    found = by_expression(duckdb, tmp_path, made, as_of, STANDARD)["p"]
    assert found["reason"] == LEFT or not differences(found, expected)


def test_amounts_of_thirteen_digits_with_three_decimals_are_judged(duckdb, tmp_path):
    made = monthly((1, 2, 3), value=Decimal(10**13))
    as_of = Period.quarter(2024, 1)
    found = by_expression(duckdb, tmp_path, made, as_of, STANDARD)["p"]
    assert not differences(found, by_reference(made, as_of, STANDARD)["p"])
    made[0][0]["value"] = Decimal(10**14)
    found = by_expression(duckdb, tmp_path, made, as_of, STANDARD)["p"]
    assert not differences(found, by_reference(made, as_of, STANDARD)["p"])


def test_a_target_of_components_is_refused_with_a_sentence(tmp_path):
    made = monthly((1, 2, 3))
    made[0][0].update(rule="components", value=Decimal(3))
    paths = [str(tmp_path / f"{name}.parquet") for name in ("observations", "targets", "out")]
    for table, path in zip(tables_of(made), paths[:2], strict=True):
        pq.write_table(table, path)
    evaluate_files(Wish(*paths, Period.quarter(2024, 1)), open_duckdb(), lambda done, total: None)
    row = pq.read_table(paths[2]).to_pylist()[0]
    assert (row["status"], row["reason"]) == ("unclassified", "refused")
    assert "chỉ tiêu thành phần" in row["why"]


def test_an_odd_group_of_huge_numbers_does_not_break_plain_ones(duckdb, tmp_path):
    as_of = Period.quarter(2024, 1)
    (target, rows), (huge, huger) = monthly((1, 2, 3))[0], monthly((1, 2, 3), hedge="about")[0]
    for row in (huge, *huger):
        row |= {"unit": "v"}
    made = [(target, rows), (huge | {"plan": "q"}, [row | {"value": Decimal(10**16)} for row in huger])]
    found = by_first_pass(duckdb, tmp_path, made, as_of, STANDARD)
    assert found["q"]["reason"] == declining.ODD
    assert not differences(found["p"], by_reference(made[:1], as_of, STANDARD)["p"])
