# SPDX-License-Identifier: Apache-2.0
"""Generated cases through the reference engine and through the expression, side by side."""

from __future__ import annotations

from decimal import Decimal
from math import isclose

import pyarrow as pa
import pyarrow.parquet as pq

from tiendo.evaluate.bulk.columns import OBSERVATIONS, TARGETS, Kind
from tiendo.evaluate.bulk.expression import build_verdicts, stages_apart
from tiendo.evaluate.bulk.facts import Observations, complete_targets
from tiendo.evaluate.bulk.looking import look
from tiendo.evaluate.bulk.rows import judge_row
from tiendo.evaluate.bulk.running import Known

NUMBERS = ("actual", "expected", "achievement", "margin", "due_share", "tolerance", "growth")
TEXTS = ("plan", "as_of", "scheme", "is_final", "status", "reason", "possible", "is_growth_in_points", "below_all")
NEAR = 1e-9


def arrow_table(rows, columns, decimals=3):
    """Rows as an Arrow table with every described column."""
    kinds = {
        Kind.TEXT: pa.string(), Kind.DATE: pa.date32(), Kind.TRUTH: pa.bool_(),
        Kind.EXACT: pa.decimal128(38 if decimals > 3 else 20, decimals),
        Kind.STEPS: pa.list_(pa.struct([("until", pa.date32()), ("due", pa.decimal128(12, 3))])),
    }  # fmt: skip
    fields = [pa.field(column.name, kinds[column.kind]) for column in columns]
    return pa.Table.from_pylist(rows, schema=pa.schema(fields))


def tables_of(cases, decimals=3):
    """The cases as the two tables."""
    targets = arrow_table([target for target, _ in cases], TARGETS, decimals)
    return arrow_table([figure for _, figures in cases for figure in figures], OBSERVATIONS, decimals), targets


def by_expression(engine, folder, cases, as_of, scheme, decimals=3):
    """The verdicts of the expression, by plan."""
    observations, targets = _read(engine, folder, cases, decimals)
    facts = look(observations, targets, engine, as_of)
    with stages_apart():
        found = engine.to_pyarrow(build_verdicts(observations, targets, facts, as_of, scheme))
    found = {row["plan"]: row for row in found.to_pylist()}
    first_plain = Known.of(observations, targets, engine, as_of).judge(targets, engine, scheme)
    for row in first_plain.to_pylist():
        assert not differences(row, found[row["plan"]]), (row["plan"], differences(row, found[row["plan"]]))
    return found


def by_first_pass(engine, folder, cases, as_of, scheme):
    """The verdicts of the plain groups, by plan; others with the reason odd."""
    observations, targets = _read(engine, folder, cases)
    known = Known.of(observations, targets, engine, as_of)
    with stages_apart():
        found = engine.to_pyarrow(build_verdicts(known.groups, targets, known.plain, as_of, scheme))
    return {row["plan"]: row for row in found.to_pylist()}


def _read(engine, folder, cases, decimals=3):
    paths = [str(folder / f"{name}.parquet") for name in ("observations", "targets")]
    for table, path in zip(tables_of(cases, decimals), paths, strict=True):
        pq.write_table(table, path)
    observations, targets = (engine.read(path) for path in paths)
    return Observations(observations), complete_targets(targets)


def by_reference(cases, as_of, scheme):
    """The verdicts of the reference engine, by plan."""
    return {target["plan"]: judge_row(target, figures, as_of, scheme) for target, figures in cases}


def differences(one, other):
    """What two rows do not agree in."""
    found = [name for name in TEXTS if one.get(name) != other.get(name)]
    found += [name for name in NUMBERS if not is_near(one.get(name), other.get(name))]
    if ladder_of(one) != ladder_of(other):
        found.append("marks")
    return [(name, one.get(name), other.get(name)) for name in found]


def is_near(one, other):
    """Equal to one part in 10⁹."""
    if one is None or other is None:
        return one is other
    return isclose(one, other, rel_tol=NEAR, abs_tol=NEAR)


def ladder_of(row):
    """The marks that decide anything, from above: a lower one of lower rank is never the first that is reached."""
    marks, number = [], 1
    while f"mark_{number}_from" in row:
        at, is_strict = row[f"mark_{number}_from"], row[f"mark_{number}_is_strict"]
        status = row[f"mark_{number}_status"]
        if status is not None:
            marks.append((Decimal(at).quantize(Decimal("1e-7")), is_strict, status))
        number += 1
    kept = []
    for mark in marks:
        if not kept or mark[:2] < kept[-1][:2]:
            kept.append(mark)
    return kept
