# SPDX-License-Identifier: Apache-2.0
"""The ways that ``bench.evaluate`` compares: the expression, SQL by hand, pandas, and the command as it is used.

All write the same columns of the same verdicts, on the map of the plans' units. SQL and pandas know what they are
given: monthly figures, two rules, units that crossed as wholes; the expression does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

INDICATORS, MONTHS, FORMER_MONTHS = 200, 60, 54
NINE = 9
#: Rows of a unit and an indicator: its two former units reported 54 months, it itself six.
ROWS = 2 * FORMER_MONTHS + MONTHS - FORMER_MONTHS
WAYS = ("sql", "careful", "expression", "pandas", "command")
COLUMNS = (
    "plan", "status", "reason", "actual", "expected", "achievement", "margin", "due_share", "growth",
)  # fmt: skip

_MAKE = """
COPY (SELECT 'u' || lpad(u::VARCHAR, 5, '0') || CASE WHEN m < {former} THEN h ELSE '' END AS unit,
  'i' || lpad(i::VARCHAR, 3, '0') AS indicator,
  (DATE '2020-01-01' + to_months(m))::DATE AS first_on,
  (DATE '2020-01-01' + to_months(m + 1) - INTERVAL 1 DAY)::DATE AS last_on,
  ((hash(u, i, m, h) % 100000) / 1000 + CASE WHEN i % 10 < 7 THEN 50 + m ELSE 20 END)::DECIMAL(18, 3) AS value,
  CASE WHEN i % 10 < 7 THEN 'tỷ đồng' ELSE 'hộ' END AS measure
  FROM range({units}) AS us(u), (VALUES ('a'), ('b')) AS halves(h), range({indicators}) AS inds(i),
    range({months}) AS ms(m)
  WHERE m < {former} OR h = 'a' ORDER BY u, h, i, m)
TO '{folder}/observations.parquet' (ROW_GROUP_SIZE 245760);
COPY (SELECT 'p' || lpad(u::VARCHAR, 5, '0') || lpad(i::VARCHAR, 3, '0') AS plan,
  'u' || lpad(u::VARCHAR, 5, '0') AS unit, 'i' || lpad(i::VARCHAR, 3, '0') AS indicator,
  DATE '2024-01-01' AS span_first_on, DATE '2024-12-31' AS span_last_on,
  CASE WHEN i % 10 < 7 THEN 'at_least' ELSE 'at_most' END AS rule,
  CASE WHEN i % 10 < 7 THEN 'flow' ELSE 'stock' END AS nature,
  (CASE WHEN i % 10 < 7 THEN 2900 ELSE 60 END + hash(u, i) % 300)::DECIMAL(18, 3) AS value,
  CASE WHEN i % 10 < 7 THEN 'tỷ đồng' ELSE 'hộ' END AS measure
  FROM range({units}) AS us(u), range({indicators}) AS inds(i) ORDER BY u, i)
TO '{folder}/targets.parquet';
COPY (SELECT 'u' || lpad(u::VARCHAR, 5, '0') || h AS unit, 'u' || lpad(u::VARCHAR, 5, '0') AS target,
  CASE WHEN h = '' THEN 1 ELSE 2 END AS parts FROM range({units}) AS us(u), (VALUES ('a'), ('b'), ('')) AS halves(h))
TO '{folder}/crossing.parquet';
"""

_JUDGED = """
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
FROM judged) TO '{folder}/{way}.parquet'
"""

#: It takes every row for a month and every unit for one that crossed whole: 6 × 2 + 3 rows are nine months.
_SQL = """
COPY (
WITH figures AS (
  SELECT unit, indicator,
    sum(CASE WHEN first_on >= DATE '2024-01-01' THEN value END) AS summed,
    sum(CASE WHEN first_on < DATE '2024-01-01' THEN value END) AS past,
    count(CASE WHEN first_on >= DATE '2024-01-01' THEN 1 END) AS n,
    count(CASE WHEN first_on < DATE '2024-01-01' THEN 1 END) AS past_n,
    max(CASE WHEN last_on = DATE '2024-09-30' THEN value END) AS last,
    max(CASE WHEN last_on = DATE '2023-09-30' THEN value END) AS past_last
  FROM '{folder}/observations.parquet'
  WHERE last_on BETWEEN DATE '2024-01-31' AND DATE '2024-09-30'
    OR last_on BETWEEN DATE '2023-01-31' AND DATE '2023-09-30'
  GROUP BY unit, indicator),
crossed AS (
  SELECT target AS unit, indicator, sum(summed) AS summed, sum(past) AS past, sum(n) AS n, sum(past_n) AS past_n,
    sum(last) AS last, sum(past_last) AS past_last
  FROM figures JOIN '{folder}/crossing.parquet' USING (unit) GROUP BY target, indicator),
chosen AS (
  SELECT t.plan, t.value AS goal, t.nature = 'flow' AS is_flow,
    CASE WHEN t.nature = 'flow' THEN CASE WHEN n = 15 THEN summed END ELSE last END AS actual,
    CASE WHEN t.nature = 'flow' THEN CASE WHEN past_n = 18 THEN past END ELSE past_last END AS past
  FROM '{folder}/targets.parquet' AS t LEFT JOIN crossed USING (unit, indicator)),
"""

#: The same result of any file with these columns: each row is one of the months and each month is there once, figures
#: are in the unit of the plan, all parts of a unit have figures of the same months.
_CAREFUL = """
COPY (
WITH months AS (
  SELECT first_on::DATE AS first_on, (first_on + INTERVAL 1 MONTH - INTERVAL 1 DAY)::DATE AS last_on,
    1::BIGINT << (row_number() OVER (ORDER BY first_on) - 1) AS bit, first_on >= DATE '2024-07-01' AS is_new
  FROM (SELECT unnest(generate_series(DATE '2023-01-01', DATE '2023-09-01', INTERVAL 1 MONTH)
    || generate_series(DATE '2024-01-01', DATE '2024-09-01', INTERVAL 1 MONTH)) AS first_on)),
figures AS (
  SELECT unit, indicator, measure, last_on >= DATE '2024-07-01' AS is_new,
    sum(CASE WHEN last_on >= DATE '2024-01-01' THEN value END) AS summed,
    sum(CASE WHEN last_on < DATE '2024-01-01' THEN value END) AS past,
    max(CASE WHEN last_on = DATE '2024-09-30' THEN value END) AS last,
    max(CASE WHEN last_on = DATE '2023-09-30' THEN value END) AS past_last,
    count(*) AS n, count(bit) AS known, bit_or(bit) AS bits
  FROM '{folder}/observations.parquet' LEFT JOIN months USING (first_on, last_on)
  WHERE last_on BETWEEN DATE '2024-01-31' AND DATE '2024-09-30'
    OR last_on BETWEEN DATE '2023-01-31' AND DATE '2023-09-30'
  GROUP BY unit, indicator, measure, 4),
crossed AS (
  SELECT target AS unit, indicator, measure, is_new, sum(summed) AS summed, sum(past) AS past, sum(last) AS last,
    sum(past_last) AS past_last, max(bits) AS bits, bool_and(n = known AND bit_count(bits) = known)
      AND count(*) = max(parts) AND min(bits) = max(bits) AS is_clean
  FROM figures JOIN '{folder}/crossing.parquet' USING (unit) GROUP BY target, indicator, measure, is_new),
joined AS (
  SELECT unit, indicator, measure, sum(summed) AS summed, sum(past) AS past, sum(last) AS last,
    sum(past_last) AS past_last, bit_or(bits) AS bits, bool_and(is_clean) AS is_clean
  FROM crossed GROUP BY unit, indicator, measure),
chosen AS (
  SELECT t.plan, t.value AS goal, t.nature = 'flow' AS is_flow,
    CASE WHEN is_clean THEN CASE WHEN is_flow THEN CASE WHEN bits & (511 << 9) = 511 << 9 THEN summed END
      ELSE last END END AS actual,
    CASE WHEN is_clean THEN CASE WHEN is_flow THEN CASE WHEN bits & 511 = 511 THEN f.past END
      ELSE past_last END END AS past
  FROM '{folder}/targets.parquet' AS t LEFT JOIN joined AS f USING (unit, indicator, measure)),
"""

_COMPARE = """
SELECT count(*) FROM '{folder}/{way}.parquet' AS a FULL JOIN '{folder}/expression.parquet' AS b USING (plan)
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

    units = max(1, round(millions * 1e6 / INDICATORS / ROWS))
    made = {"folder": folder, "units": units, "indicators": INDICATORS, "months": MONTHS, "former": FORMER_MONTHS}
    duckdb.execute(_MAKE.format(**made))
    size = sum(path.stat().st_size for path in Path(folder).glob("*.parquet"))
    return Made(units * INDICATORS * ROWS, units * INDICATORS, size / 1e6)


def prepare(way: str, folder: Path) -> Callable[[], object]:
    """What runs the way; its libraries are loaded by now."""
    ways = {"expression": _expression, "pandas": _pandas, "command": _command}
    return ways[way](folder) if way in ways else _sql(folder, way)


def _sql(folder: Path, way: str) -> Callable[[], object]:
    import duckdb  # noqa: PLC0415 - WONTFIX: each way imports what it needs

    query = {"sql": _SQL, "careful": _CAREFUL}[way] + _JUDGED
    return lambda: duckdb.execute(query.format(folder=folder, way=way))


def _expression(folder: Path) -> Callable[[], object]:
    import ibis  # noqa: PLC0415 - WONTFIX: each way imports what it needs

    from tiendo.evaluate.bulk import expression, facts, running  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.evaluate.bulk.engines import Running  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.kernel.period import Period  # noqa: PLC0415 - WONTFIX: the same

    connection, as_of = ibis.duckdb.connect(), Period.nine_months(2024)
    connection.to_pyarrow(ibis.memtable({"a": [1]}))  # loads what Ibis loads at its first query

    def run() -> None:
        given, asked = (connection.read_parquet(folder / f"{name}.parquet") for name in ("observations", "targets"))
        observations = facts.Observations(given, ground=_read_ground(folder))
        targets = facts.complete_targets(asked)
        known = running.Known.of(observations, targets, Running(connection), as_of)
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
    return lambda: evaluate_files(replace(wish, ground=_read_ground(folder)), open_duckdb(), lambda done, total: None)


class _Crossing:
    """Where the former units of the bench went; all of them went as wholes."""

    fingerprint = "bench"
    last_days = (date(2024, 6, 30), date(2024, 10, 31))

    def __init__(self, parts: Sequence[Any]) -> None:
        self._parts = parts
        self._known = {(part.map, part.source) for part in parts}

    def parts(self) -> Sequence[Any]:
        return self._parts

    def knows(self, map_: int, unit: str) -> bool:
        return (map_, unit) in self._known

    def list_sources(self, keys: Iterable[tuple[str, str]]) -> set[tuple[str, str]]:
        raise SystemExit("some groups are not plain: the bench does not restate one by one")

    def restate(self, keys: Any, rows: Mapping[Any, Any]) -> Mapping[Any, Any]:  # noqa: ANN401 (never called)
        raise SystemExit("some groups are not plain: the bench does not restate one by one")

    def quality(self, target: str, first_on: date, last_on: date) -> tuple[str, str | None]:
        return "exact", None


def _read_ground(folder: Path) -> _Crossing:
    import pyarrow.parquet as pq  # noqa: PLC0415 - WONTFIX: each way imports what it needs

    from tiendo.evaluate.bulk.maps import Part  # noqa: PLC0415 - WONTFIX: the same

    rows = pq.read_table(folder / "crossing.parquet").to_pylist()
    return _Crossing([Part(row["parts"] % 2, row["unit"], row["target"], row["parts"], True) for row in rows])


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
        figures["last"] = figures["value"].where(figures["month"] == NINE)
        offered = figures.groupby(keys, sort=False).agg(
            summed=("value", "sum"), n=("value", "size"), last=("last", "last")
        )
        crossing = pq.read_table(folder / "crossing.parquet").to_pandas()
        offered = (
            offered.reset_index().merge(crossing, on="unit").drop(columns="unit").rename(columns={"target": "unit"})
        )
        offered = offered.groupby(keys, sort=False)[["summed", "n", "last"]].sum(min_count=1)
        now = offered.xs(2024, level="year").add_prefix("now_")
        past = offered.xs(2023, level="year").add_prefix("past_")
        rows = read("targets", ["plan", "unit", "indicator", "nature", "value"])
        rows = rows.merge(now, how="left", on=keys[:2]).merge(past, how="left", on=keys[:2])
        is_flow, goal = rows["nature"] == "flow", rows["value"]
        actual, before = (
            rows[f"{side}_summed"].where(rows[f"{side}_n"] == count).where(is_flow, rows[f"{side}_last"])
            for side, count in (("now", 15), ("past", 18))
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


def count_differences(folder: str, way: str) -> int:
    """Rows in which the expression and another way differ: statuses at all, numbers by more than one part in 10⁹."""
    import duckdb  # noqa: PLC0415 - WONTFIX: each way imports what it needs

    tests = "".join(
        f" OR (a.{name} IS NULL) <> (b.{name} IS NULL) OR abs(a.{name} - b.{name}) > 1e-9 * greatest(1, abs(a.{name}))"
        for name in COLUMNS[3:]
    )
    found = duckdb.execute(_COMPARE.format(folder=folder, way=way, numbers=tests)).fetchone()
    return int(found[0]) if found else -1
