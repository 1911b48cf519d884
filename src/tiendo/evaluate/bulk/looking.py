# SPDX-License-Identifier: Apache-2.0
"""Looks at two tables once: are they what they must be, and which forms occur in them.

What is here: checks with one sentence each, and ``Facts``. Not here: building the expression.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from math import ceil
from typing import Any, Protocol

import ibis.expr.datatypes as dt
import ibis.expr.operations as ops
import ibis.expr.types as ir
import pyarrow as pa

from tiendo.evaluate.bulk.columns import MOST_DECIMALS, OBSERVATIONS, TARGETS, Column, Kind
from tiendo.evaluate.bulk.facts import Facts, Observations, due_scale, scale_of
from tiendo.evaluate.bulk.partial import Seen
from tiendo.evaluate.bulk.spans import REGIMES, Ask, last_days
from tiendo.evaluate.data import Direction, FigureStatus, Missing, Nature, PhasingKind, RuleKind
from tiendo.kernel.period import Period
from tiendo.kernel.quantity import Qualifier

_OF_FIGURES = {"status": FigureStatus, "missing": Missing, "hedge": Qualifier, "denominator_hedge": Qualifier}
_OF_TARGETS = {"base_hedge": Qualifier, "rule": RuleKind, "nature": Nature, "direction": Direction,
               "phasing": PhasingKind}  # fmt: skip
_CODES = {name: [code.value for code in kinds] for name, kinds in (_OF_FIGURES | _OF_TARGETS).items()}
_CODES |= {name: list(REGIMES) for name in ("regime", "base_regime")}
#: Columns of targets that say which rules and units occur; the first two are units of measure.
_ASKED = ("measure", "base_measure", "regime", "base_regime", "base_hedge", "rule", "nature", "direction", "phasing")
_SPAN = ("span_first_on", "span_last_on")
_NUMBERS = ("value", "upper", "step", "tolerance", "base_value", "base_step", "phasing_whole", "phasing_start")
#: Of these it is asked only whether they are there.
_PLACES = ("base_first_on", "base_last_on", "phasing_steps", "is_collected_yearly")
_FIRMNESS = {"estimate": 0, "actual": 1, "final": 2}
#: Columns whose values together tell which forms of figures occur.
_FORMS = ("measure", "denominator_measure", "regime", "status", "missing", "hedge", "denominator_hedge")


class TableError(Exception):
    """A table is not what it must be.

    Attributes:
        table: "observations" or "targets".
        column: the column it is about.
        found: what was found there; empty when the column is missing.
        wanted: what must be there.
    """

    def __init__(self, table: str, column: str, found: str, wanted: str) -> None:
        super().__init__(f"{table}.{column}: {found or 'missing'} (wanted: {wanted})")
        self.table, self.column, self.found, self.wanted = table, column, found, wanted


class Backend(Protocol):
    """What executes an expression."""

    def to_pyarrow(self, table: ir.Table, /) -> pa.Table:
        """The rows of a table."""


def check_columns(table: ir.Table, name: str) -> None:
    """Whether the columns are there and hold what they must.

    Raises:
        TableError: the first that is not so.
    """
    for column in OBSERVATIONS if name == "observations" else TARGETS:
        if column.name not in table.columns:
            if column.is_needed:
                raise TableError(name, column.name, "", column.kind.value)
            continue
        kind = table[column.name].type()
        if not _fits(kind, column):
            raise TableError(name, column.name, str(kind), column.kind.value)


def _fits(kind: dt.DataType, column: Column) -> bool:
    if kind.is_null():
        return not column.is_needed
    tests = {
        Kind.TEXT: kind.is_string(),
        Kind.DATE: kind.is_date(),
        Kind.TRUTH: kind.is_boolean(),
        Kind.EXACT: kind.is_integer() or _is_narrow(kind),
        Kind.STEPS: _are_steps(kind),
    }
    return bool(tests[column.kind])


def _are_steps(kind: dt.DataType) -> bool:
    fields = getattr(getattr(kind, "value_type", None), "fields", {})
    return {"until", "due"} <= set(fields) and fields["until"].is_date() and _is_narrow(fields["due"])


def _is_narrow(kind: dt.DataType) -> bool:
    return bool(kind.is_decimal()) and (kind.scale or 0) <= MOST_DECIMALS


def look(observations: Observations, targets: ir.Table, backend: Backend, as_of: Period) -> Facts:
    """The facts of the observations and the complete targets, as far as they matter at the period of the report.

    Raises:
        TableError: a code that is not known, a row that is no figure.
    """
    asked = look_at_targets(targets, backend)
    rows = relevant(observations, asked.spans, as_of)
    seen = _rows(backend, _forms(rows, observations.table.columns))
    _check_contents(seen)
    for name in _FORMS[2:]:
        _check_codes("observations", name, (row.get(name) for row in seen))
    pairs = sorted({(row.get("measure") or "", row.get("denominator_measure") or "") for row in seen})
    has_reach = any(row.get("has_upper") or _is_hedged(row) for row in seen)
    names = ("value", "upper", "numerator", "denominator", "step")
    return replace(
        facts_of(asked, targets, pairs, scale_of(rows, *names) + int(has_reach)),
        has_reach=has_reach,
        has_ratio=any(row.get("has_numerator") for row in seen),
        firmness=tuple(sorted({_FIRMNESS[row.get("status") or "actual"] for row in seen})) or (1,),
        regimes=tuple(sorted({row.get("regime") or "calendar" for row in seen})) or ("calendar",),
    )


@dataclass(frozen=True, slots=True)
class Asked:
    """What the targets ask for: units of measure, natures, and what was seen of their columns by span."""

    measures: frozenset[str]
    natures: frozenset[str]
    plans: Mapping[Period, Mapping[str, Seen]]

    @property
    def spans(self) -> tuple[Period, ...]:
        """The spans of the targets, in order."""
        return tuple(self.plans)

    def asks_for_levels(self, span: Period) -> bool:
        """Whether what stands at the end of a stretch can answer for a target of the span."""
        seen = self.plans[span]
        natures, rules = (seen[name].texts or frozenset() for name in ("nature", "rule"))
        return bool(natures - {"flow"}) or "share_of_units" in rules


def look_at_targets(targets: ir.Table, backend: Backend) -> Asked:
    """What the complete targets ask for.

    Raises:
        TableError: a code that is not known.
    """
    given = [name for name in (*_ASKED, *_SPAN) if not _is_absent(targets, name)]
    counted = [name for name in (*_NUMBERS, *_PLACES) if not _is_absent(targets, name)]
    made: dict[str, ir.Value] = {"rows": targets.count()} | {f"has_{name}": targets[name].count() for name in counted}
    made |= {f"most_{name}": targets[name].abs().max() for name in counted if name in _NUMBERS}
    asked = _rows(backend, targets.group_by(given).aggregate(**made))
    for name in _ASKED[2:]:
        _check_codes("targets", name, (row.get(name) for row in asked))
    spans: dict[tuple[date, date, str], list[dict[str, Any]]] = {}
    for row in asked:
        key = (row["span_first_on"], row["span_last_on"], row.get("regime") or "calendar")
        spans.setdefault(key, []).append(row)
    return Asked(
        measures=frozenset(row.get(name) or "" for row in asked for name in ("measure", "base_measure")),
        natures=frozenset(row.get("nature") or "flow" for row in asked),
        plans={_span(*key): _seen(spans[key]) for key in sorted(spans)},
    )


def _is_absent(targets: ir.Table, name: str) -> bool:
    """Whether a column was not in the file: ``complete`` made it of nothing."""
    made = targets.op()
    return isinstance(made, ops.Project) and not made.values[name].find(ops.Field)


def _seen(rows: list[dict[str, Any]]) -> dict[str, Seen]:
    """What was seen of the targets of one span."""
    total = sum(row["rows"] for row in rows)
    seen = {}
    for name in _ASKED:
        found = {row.get(name) for row in rows}
        texts = frozenset(text for text in found if text is not None)
        seen[name] = Seen(texts, is_never_null=None not in found, is_always_null=not texts)
    for name in (*_NUMBERS, *_PLACES):
        count = sum(row.get(f"has_{name}", 0) for row in rows)
        most = max((ceil(row[f"most_{name}"]) for row in rows if row.get(f"most_{name}") is not None), default=0)
        known = most if name in _NUMBERS else None
        seen[name] = Seen(most=known, is_never_null=count == total, is_always_null=not count)
    return seen


def facts_of(asked: Asked, targets: ir.Table, pairs: Iterable[tuple[str, str]], scale: int) -> Facts:
    """The facts where all figures are exact calendar figures of one status, in these units and with these decimals."""
    known = tuple(sorted(pairs))
    return Facts(
        pairs=known or (("", ""),),
        wanted=tuple(sorted(asked.measures | {measure for measure, _ in known} | {""})),
        scale=scale,
        plan_scale=scale_of(targets, "value", "upper", "step", "tolerance", "base_value", "phasing_start"),
        due_scale=due_scale(targets),
        has_reach=False,
        has_ratio=False,
        has_ratio_nature="ratio" in asked.natures,
        adds_up=bool(asked.natures & {"flow", "ratio"}),
        firmness=(1,),
        regimes=("calendar",),
        is_one_measure=False,
        spans=asked.spans,
        plans=asked.plans,
        figures={},
    )


def relevant(observations: Observations, spans: Iterable[Period], as_of: Period) -> ir.Table:
    """The figures that can have to do with a verdict at the period of the report."""
    asks = [Ask.of(span, as_of) for span in spans]
    periods = [period for ask in asks for period in (ask.needed, ask.before) if period is not None]
    if not periods:
        return observations.ending().limit(0)
    return observations.ending(within=[last_days(periods)])


def _forms(observations: ir.Table, given: Iterable[str]) -> ir.Table:
    """Which forms of figures occur, one row each; columns that the file does not have are not asked."""
    named = [name for name in _FORMS if name in given]
    parts = [name for name in ("value", "upper", "numerator", "denominator", "answer") if name in given]
    has = {f"has_{name}": observations[name].notnull() for name in parts}
    if "upper" in given:
        has["turns"] = (observations.upper < observations.value).coalesce(False)
    has["is_backward"] = observations.first_on > observations.last_on
    return observations.select(*named, **has).distinct()


def _check_contents(seen: Iterable[dict[str, Any]]) -> None:
    """Whether every row is one figure: a number, a ratio, an answer or a gap.

    Raises:
        TableError: a row that is not.
    """
    for row in seen:
        has = {name: row.get(f"has_{name}", False) for name in ("value", "upper", "numerator", "denominator", "answer")}
        number = sum([has["value"], has["numerator"], has["answer"], row.get("missing") is not None])
        if number != 1:
            raise TableError(
                "observations", "value", f"{number} contents in one row", "one of value, numerator, answer, missing"
            )
        if has["numerator"] != has["denominator"]:
            raise TableError("observations", "denominator", "a numerator alone", "numerator and denominator")
        if row.get("turns") or (has["upper"] and not has["value"]):
            raise TableError("observations", "upper", "smaller than value", "a second number that is not smaller")
        if row["is_backward"] is not False:
            raise TableError("observations", "last_on", "before first_on, or null", "a last day")


def _is_hedged(row: dict[str, Any]) -> bool:
    return any(row.get(name) not in (None, "exact") for name in ("hedge", "denominator_hedge"))


def _span(first_on: date, last_on: date, regime: str) -> Period:
    return Period(first_on, last_on, REGIMES[regime])


def _check_codes(table: str, column: str, found: Iterable[Any]) -> None:
    names = _CODES[column]
    for code in found:
        if code is not None and code not in names:
            raise TableError(table, column, str(code), ", ".join(names))


def _rows(backend: Backend, table: ir.Table) -> list[dict[str, Any]]:
    return list(backend.to_pyarrow(table).to_pylist())
