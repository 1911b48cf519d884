# SPDX-License-Identifier: Apache-2.0
"""The ways that ``bench.evaluate`` compares: the expression, SQL by hand, pandas, and the command as it is used.

All write the same columns of the same verdicts. SQL and pandas know what they are given: monthly figures, one unit of
measure, two rules; the expression does not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

INDICATORS, MONTHS = 200, 60
NINE = 9
WAYS = ("sql", "expression", "pandas", "command")
COLUMNS = (
    "plan", "status", "reason", "actual", "expected", "achievement", "margin", "due_share", "growth",
)  # fmt: skip

_MAKE = """
COPY (SELECT 'u' || lpad(u::VARCHAR, 5, '0') AS unit, 'i' || lpad(i::VARCHAR, 3, '0') AS indicator,
  (DATE '2020-01-01' + to_months(m))::DATE AS first_on,
  (DATE '2020-01-01' + to_months(m + 1) - INTERVAL 1 DAY)::DATE AS last_on,
  ((hash(u, i, m) % 100000) / 1000 + CASE WHEN i % 10 < 7 THEN 50 + m ELSE 20 END)::DECIMAL(18, 3) AS value,
  CASE WHEN i % 10 < 7 THEN 'tỷ đồng' ELSE 'hộ' END AS measure
  FROM range({units}) AS us(u), range({indicators}) AS inds(i), range({months}) AS ms(m) ORDER BY u, i, m)
TO '{folder}/observations.parquet' (ROW_GROUP_SIZE 245760);
COPY (SELECT 'p' || lpad(u::VARCHAR, 5, '0') || lpad(i::VARCHAR, 3, '0') AS plan,
  'u' || lpad(u::VARCHAR, 5, '0') AS unit, 'i' || lpad(i::VARCHAR, 3, '0') AS indicator,
  DATE '2024-01-01' AS span_first_on, DATE '2024-12-31' AS span_last_on,
  CASE WHEN i % 10 < 7 THEN 'at_least' ELSE 'at_most' END AS rule,
  CASE WHEN i % 10 < 7 THEN 'flow' ELSE 'stock' END AS nature,
  (CASE WHEN i % 10 < 7 THEN 1700 ELSE 60 END + hash(u, i) % 300)::DECIMAL(18, 3) AS value,
  CASE WHEN i % 10 < 7 THEN 'tỷ đồng' ELSE 'hộ' END AS measure
  FROM range({units}) AS us(u), range({indicators}) AS inds(i) ORDER BY u, i)
TO '{folder}/targets.parquet';
"""

_SQL = """
COPY (
WITH figures AS (
  SELECT unit, indicator,
    sum(value) FILTER (first_on >= DATE '2024-01-01') AS summed,
    sum(value) FILTER (first_on < DATE '2024-01-01') AS past,
    count(*) FILTER (first_on >= DATE '2024-01-01') AS n,
    count(*) FILTER (first_on < DATE '2024-01-01') AS past_n,
    max(value) FILTER (last_on = DATE '2024-09-30') AS last,
    max(value) FILTER (last_on = DATE '2023-09-30') AS past_last
  FROM '{folder}/observations.parquet'
  WHERE last_on BETWEEN DATE '2024-01-31' AND DATE '2024-09-30'
    OR last_on BETWEEN DATE '2023-01-31' AND DATE '2023-09-30'
  GROUP BY unit, indicator),
chosen AS (
  SELECT t.plan, t.value AS goal, t.nature = 'flow' AS is_flow,
    CASE WHEN t.nature = 'flow' THEN CASE WHEN n = 9 THEN summed END ELSE last END AS actual,
    CASE WHEN t.nature = 'flow' THEN CASE WHEN past_n = 9 THEN past END ELSE past_last END AS past
  FROM '{folder}/targets.parquet' AS t LEFT JOIN figures USING (unit, indicator)),
judged AS (
  SELECT *, CASE WHEN actual IS NULL THEN 'unclassified' WHEN NOT is_flow AND actual <= goal THEN 'on_track'
    WHEN NOT is_flow THEN 'at_risk' WHEN actual > goal THEN 'exceeded' WHEN actual = goal THEN 'achieved'
    WHEN actual * 12 >= goal * 9 THEN 'on_track'
    WHEN actual * 60 >= goal * 36 THEN 'likely' ELSE 'at_risk' END AS status
  FROM chosen)
SELECT plan, status, CASE WHEN actual IS NULL THEN 'no_figure' WHEN status = 'exceeded' THEN 'better'
    WHEN status = 'achieved' THEN 'satisfied' WHEN status = 'on_track' THEN 'pace_kept'
    WHEN status = 'likely' THEN 'in_band'
    ELSE 'behind' END AS reason,
  actual::DOUBLE AS actual, CASE WHEN is_flow THEN goal * 9 / 12 ELSE goal END::DOUBLE AS expected,
  CASE WHEN is_flow THEN actual::DOUBLE / goal::DOUBLE END AS achievement,
  CASE WHEN is_flow THEN actual - goal ELSE goal - actual END::DOUBLE AS margin,
  CASE WHEN is_flow THEN 0.75::DOUBLE ELSE 1::DOUBLE END AS due_share,
  CASE WHEN past > 0 THEN (actual - past)::DOUBLE / past::DOUBLE * 100 END AS growth
FROM judged) TO '{folder}/sql.parquet'
"""

_COMPARE = """
SELECT count(*) FROM '{folder}/sql.parquet' AS a FULL JOIN '{folder}/expression.parquet' AS b USING (plan)
WHERE a.status IS DISTINCT FROM b.status OR a.reason IS DISTINCT FROM b.reason {numbers}
"""


@dataclass(frozen=True, slots=True)
class Made:
    """How much was made."""

    observations: int
    targets: int
    megabytes: float


def make_tables(folder: str, millions: float) -> Made:
    """Two Parquet files with so many observations; the units of the whole country have 40 million."""
    import duckdb  # noqa: PLC0415 - WONTFIX: each way imports what it needs

    units = max(1, round(millions * 1e6 / INDICATORS / MONTHS))
    duckdb.execute(_MAKE.format(folder=folder, units=units, indicators=INDICATORS, months=MONTHS))
    size = sum(path.stat().st_size for path in Path(folder).glob("*.parquet"))
    return Made(units * INDICATORS * MONTHS, units * INDICATORS, size / 1e6)


def prepare(way: str, folder: Path) -> Callable[[], object]:
    """What runs the way; its libraries are loaded by now."""
    return {"sql": _sql, "expression": _expression, "pandas": _pandas, "command": _command}[way](folder)


def _sql(folder: Path) -> Callable[[], object]:
    import duckdb  # noqa: PLC0415 - WONTFIX: each way imports what it needs

    return lambda: duckdb.execute(_SQL.format(folder=folder))


def _expression(folder: Path) -> Callable[[], object]:
    import ibis  # noqa: PLC0415 - WONTFIX: each way imports what it needs

    from tiendo.evaluate.bulk import expression, facts, running  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.evaluate.bulk.engines import Running  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.kernel.period import Period  # noqa: PLC0415 - WONTFIX: the same

    connection, as_of = ibis.duckdb.connect(), Period.nine_months(2024)
    connection.to_pyarrow(ibis.memtable({"a": [1]}))  # loads what Ibis loads at its first query

    def run() -> None:
        given, asked = (connection.read_parquet(folder / f"{name}.parquet") for name in ("observations", "targets"))
        observations, targets = facts.Observations(given), facts.complete_targets(asked)
        known = running.Known.of(observations, targets, Running(connection), as_of)
        if known.careful is not None:
            raise SystemExit("some groups are not plain: the verdicts of the first pass are not all verdicts")
        with expression.stages_apart():
            made = expression.build_verdicts(known.groups, targets, known.plain, as_of)
            connection.to_parquet(made.select(*COLUMNS), folder / "expression.parquet")

    return run


def _command(folder: Path) -> Callable[[], object]:
    from tiendo.evaluate.bulk.engines import open_duckdb  # noqa: PLC0415 - WONTFIX: each way imports what it needs
    from tiendo.evaluate.bulk.running import Wish, evaluate_files  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.kernel.period import Period  # noqa: PLC0415 - WONTFIX: the same

    paths = [str(folder / f"{name}.parquet") for name in ("observations", "targets", "command")]
    wish = Wish(*paths, Period.nine_months(2024))
    return lambda: evaluate_files(wish, open_duckdb(), lambda done, total: None)


def _pandas(folder: Path) -> Callable[[], object]:
    import numpy as np  # noqa: PLC0415 - WONTFIX: each way imports what it needs
    import pandas as pd  # noqa: PLC0415 - WONTFIX: the same
    import pyarrow as pa  # noqa: PLC0415 - WONTFIX: the same
    import pyarrow.parquet as pq  # noqa: PLC0415 - WONTFIX: the same

    def read(name: str, columns: list[str]) -> pd.DataFrame:
        table = pq.read_table(folder / f"{name}.parquet", columns=columns)
        place = table.schema.get_field_index("value")
        return table.set_column(place, "value", table["value"].cast(pa.float64())).to_pandas()

    def run() -> None:
        figures = read("observations", ["unit", "indicator", "last_on", "value"])
        figures["last_on"] = pd.to_datetime(figures["last_on"])
        year, month = figures["last_on"].dt.year, figures["last_on"].dt.month
        figures = figures[year.isin([2023, 2024]) & (month <= NINE)].assign(year=year, month=month)
        keys = ["unit", "indicator", "year"]
        offered = figures.groupby(keys, sort=False).agg(
            summed=("value", "sum"), n=("value", "size"), last=("value", "last")
        )
        now = offered.xs(2024, level="year").add_prefix("now_")
        past = offered.xs(2023, level="year").add_prefix("past_")
        rows = read("targets", ["plan", "unit", "indicator", "nature", "value"])
        rows = rows.merge(now, how="left", on=keys[:2]).merge(past, how="left", on=keys[:2])
        is_flow, goal = rows["nature"] == "flow", rows["value"]
        actual, before = (
            rows[f"{side}_summed"].where(rows[f"{side}_n"] == NINE).where(is_flow, rows[f"{side}_last"])
            for side in ("now", "past")
        )
        tests = [actual.isna(), ~is_flow & (actual <= goal), ~is_flow, actual > goal, actual == goal,
                 actual * 12 >= goal * 9, actual * 60 >= goal * 36]  # fmt: skip
        statuses = ["unclassified", "on_track", "at_risk", "exceeded", "achieved", "on_track", "likely"]
        status = pd.Series(np.select(tests, statuses, "at_risk"), index=rows.index)
        reasons = {"unclassified": "no_figure", "on_track": "pace_kept", "at_risk": "behind", "exceeded": "better",
                   "achieved": "satisfied", "likely": "in_band"}  # fmt: skip
        pd.DataFrame(
            {
                "plan": rows["plan"], "status": status, "reason": status.map(reasons), "actual": actual,
                "expected": np.where(is_flow, goal * 0.75, goal), "achievement": (actual / goal).where(is_flow),
                "margin": np.where(is_flow, actual - goal, goal - actual), "due_share": np.where(is_flow, 0.75, 1.0),
                "growth": ((actual - before) / before * 100).where(before > 0),
            }
        ).to_parquet(folder / "pandas.parquet")  # fmt: skip

    return run


def count_differences(folder: str) -> int:
    """Rows in which the expression and the SQL differ: statuses at all, numbers by more than one part in 10⁹."""
    import duckdb  # noqa: PLC0415 - WONTFIX: each way imports what it needs

    tests = "".join(
        f" OR (a.{name} IS NULL) <> (b.{name} IS NULL) OR abs(a.{name} - b.{name}) > 1e-9 * greatest(1, abs(a.{name}))"
        for name in COLUMNS[3:]
    )
    found = duckdb.execute(_COMPARE.format(folder=folder, numbers=tests)).fetchone()
    return int(found[0]) if found else -1
