# SPDX-License-Identifier: Apache-2.0
"""A chart as plain data: what ``support/chart.html`` draws and writes as a table. Exact figures in, text out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from tiendo.server.support.data import Words

Values = Sequence[Decimal | int | None]


@dataclass(frozen=True, slots=True)
class Series:
    """One row of figures, one for each label; None where there is none.

    Attributes:
        marks: indexes with a hollow dot (what is registered), for a line.
        restated: indexes that were computed on other boundaries, hatched, for bars.
        cuts: indexes after which a line stops and begins anew, because its two sides are not the same thing.
        urls: where each figure comes from, one for each value, empty where there is none; for bars.
    """

    name: Words
    values: Values
    marks: Sequence[int] = ()
    restated: Sequence[int] = ()
    cuts: Sequence[int] = ()
    urls: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Fan:
    """A forecast: the likely course and two bands around it, as (low, high); None before it begins.

    Attributes:
        inner, outer: the bands of 50 and of 80 in a hundred.
        inner_name, outer_name: how the table names them.
    """

    name: Words
    median: Values
    inner: tuple[Values, Values]
    outer: tuple[Values, Values]
    inner_name: Words = ""
    outer_name: Words = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A boundary or a method changed after the label with this index."""

    after: int
    label: Words
    note: Words = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """What is missing to the plan at one label: from the figure to what is due."""

    at: int
    start: Decimal
    end: Decimal
    label: Words


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart over periods.

    Attributes:
        labels: of the periods ("T1").
        sentence: what the picture says, for who does not see it.
        unit, decimals: of all its figures.
        bars: what was done; line: what is planned; ghost: the year before, behind; fan: the forecast.
        current: index of the period that the page speaks of.
    """

    labels: Sequence[str]
    sentence: Words
    unit: str = ""
    decimals: int = 1
    bars: Series | None = None
    line: Series | None = None
    ghost: Series | None = None
    fan: Fan | None = None
    breaks: Sequence[Break] = field(default_factory=tuple)
    gap: Gap | None = None
    current: int | None = None

    def rows(self) -> list[tuple[Words, Sequence[Any]]]:
        """Every series with its name, for the table; an entry of a band is a pair (low, high)."""
        rows: list[tuple[Words, Sequence[Any]]] = [
            (part.name, part.values) for part in (self.line, self.bars, self.ghost) if part is not None
        ]
        if self.fan is not None:
            rows.append((self.fan.name, self.fan.median))
            bands = ((self.fan.inner_name, self.fan.inner), (self.fan.outer_name, self.fan.outer))
            rows += [(name, list(zip(*band, strict=True))) for name, band in bands if name]
        return rows

    def as_json(self) -> dict[str, Any]:
        """What the script is told; figures as text, for JSON has only binary floats."""
        told: dict[str, Any] = {
            "labels": list(self.labels),
            "sentence": str(self.sentence),
            "unit": self.unit,
            "decimals": self.decimals,
            "current": self.current,
            "breaks": [{"after": one.after, "label": str(one.label), "note": str(one.note)} for one in self.breaks],
        }
        for key, part in (("bars", self.bars), ("line", self.line), ("ghost", self.ghost)):
            if part is not None:
                told[key] = _series(part)
        if self.fan is not None:
            told["fan"] = _fan(self.fan)
        if self.gap is not None:
            gap = self.gap
            told["gap"] = {"at": gap.at, "from": str(gap.start), "to": str(gap.end), "label": str(gap.label)}
        return told


def _texts(values: Values) -> list[str | None]:
    return [None if value is None else f"{Decimal(value):f}" for value in values]


def _series(series: Series) -> dict[str, Any]:
    return {
        "name": str(series.name),
        "values": _texts(series.values),
        "marks": list(series.marks),
        "restated": list(series.restated),
        "cuts": list(series.cuts),
    }


def _fan(fan: Fan) -> dict[str, Any]:
    return {
        "name": str(fan.name),
        "median": _texts(fan.median),
        "inner": [_texts(edge) for edge in fan.inner],
        "outer": [_texts(edge) for edge in fan.outer],
    }
