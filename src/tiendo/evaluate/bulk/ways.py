# SPDX-License-Identifier: Apache-2.0
"""From the unit of a figure to the unit that is wanted: factors that are mostly the same for all rows.

What is here: what of the way is a constant, what needs a table. Not here: which units convert (``facts``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import ibis

from tiendo.evaluate.bulk.facts import Conversion, Facts, is_percentage, list_conversions
from tiendo.evaluate.bulk.partial import NO, WHOLE, YES, Kind, Rows, Seen, Value, constant, null, real, truth
from tiendo.evaluate.bulk.partial.whole import MOST_DIGITS

_WHOLES = ("plain_up", "plain_down", "ratio_up", "ratio_down")
_KEYS = ("source", "bottom", "target")
#: Numbers travel as text: every engine keeps their digits, and a missing one stays missing.
_TEXTS = dict.fromkeys((*_KEYS, *_WHOLES, "plain", "ratio"), "string")
_WAY = _TEXTS | dict.fromkeys(("is_same", "is_strange"), "boolean")
#: Pairs of names of the same unit for which a test is written out; more are looked up in the table.
_MOST_PAIRS = 12

WayRow = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Want:
    """Which figure is turned into which unit.

    Attributes:
        side: of the figure: now or past.
        target: the column of the wanted unit.
        parts: what of the way is asked.
    """

    side: str
    target: str
    parts: tuple[str, ...]


def add_ways(rows: Rows, facts: Facts) -> Rows:
    """The rows with what turns their figures into the wanted unit, and into the unit in which growth is told.

    The columns are led by ``way``, ``now_way`` and ``past_way``; null where there is no way.
    """
    up_and_down = ("plain_up", "plain_down", "ratio_up", "ratio_down", "is_same", "is_strange")
    wants = {"way": Want("now", "wanted", up_and_down)}
    same: dict[str, Value] = {}
    for side in ("now", "past"):
        if facts.has_ratio or (side == "past" and not facts.is_one_measure):
            wants[f"{side}_way"] = Want(side, "told", ("plain", "ratio"))
        else:  # growth is told in the figure's own unit
            same |= {f"{side}_way_plain": real(1.0), f"{side}_way_ratio": null(Kind.REAL)}
    rows = rows.mutate(same)
    for prefix, want in wants.items():
        rows = _add_way(rows, prefix, want, facts)
    return rows


def _add_way(rows: Rows, prefix: str, want: Want, facts: Facts) -> Rows:
    table = [_way_row(way, facts) for way in list_conversions(facts)]
    source, target = rows[f"{want.side}_f_measure"], rows[want.target]
    made: dict[str, Value] = {}
    for part in want.parts:
        known = _known(table, part, source, target)
        if part.startswith("ratio") and not facts.has_ratio:
            known = null(Kind.WHOLE if part in _WHOLES else Kind.REAL)
        if known is not None:
            made[f"{prefix}_{part}"] = known
    left = [part for part in want.parts if f"{prefix}_{part}" not in made]
    return (_join(rows, table, prefix, want, left) if left else rows).mutate(made)


def _known(table: Sequence[WayRow], part: str, source: Value, target: Value) -> Value | None:
    """The part, when it is the same on all ways or can be told by names.

    Where there is no way the part may be anything: such a row is declined before the part is asked for.
    """
    found = {row[part] for row in table} - {None}
    if part == "is_same":
        return _is_same(table, source, target)
    if len(found) > 1:
        return None
    if part == "is_strange":
        return truth(found == {True})
    if not found:
        return null(Kind.WHOLE if part in _WHOLES else Kind.REAL)
    only = found.pop()
    return constant(int(only)) if part in _WHOLES else real(float(only))


def _is_same(table: Sequence[WayRow], source: Value, target: Value) -> Value | None:
    if all(row["is_same"] for row in table):
        return YES
    pairs = sorted(
        {(row["source"], row["target"]) for row in table if row["is_same"] and row["source"] != row["target"]}
    )
    if len(pairs) > _MOST_PAIRS:
        return None
    found = source.equals(target)
    for one, other in pairs:
        found |= source.equals(one) & target.equals(other)
    return found


def _join(rows: Rows, table: Sequence[WayRow], prefix: str, want: Want, parts: Sequence[str]) -> Rows:
    ways = ibis.memtable(list(table), schema=ibis.schema(_WAY))
    wholes = {part: ways[part].cast(WHOLE) for part in parts if part in _WHOLES}
    reals = {part: ways[part].cast("float64") for part in parts if part in ("plain", "ratio")}
    ways = ways.mutate(**wholes, **reals).select(*_KEYS, *parts).rename(lambda name: f"{prefix}_{name}")
    keys = zip((f"{want.side}_f_measure", f"{want.side}_f_denominator_measure", want.target), _KEYS, strict=True)
    asked = [(rows[name], f"{prefix}_{key}") for name, key in keys]
    joined = rows.join(
        lambda held: held.left_join(ways, [value.at(held) == ways[key] for value, key in asked]),
        {},
    )
    most = {part: max(int(row[part]) for row in table if row[part] is not None) for part in wholes}
    return joined.mutate({f"{prefix}_{part}": _as_whole(joined[f"{prefix}_{part}"], most[part]) for part in wholes})


def _as_whole(number: Value, most: int) -> Value:
    if constant(most).is_narrow:
        return Value(Kind.WHOLE, lambda given: given.cast("int64"), [number], Seen(most=most))
    return Value(Kind.WHOLE, lambda given: given, [number], Seen(most=most))


def is_percent(target: Value, facts: Facts) -> Value:
    """Whether a difference in the unit is told in points."""
    percentages = [measure for measure in facts.wanted if is_percentage(measure)]
    return target.isin(percentages).coalesce(NO) if percentages else NO


def _way_row(way: Conversion, facts: Facts) -> WayRow:
    plain_up, plain_down = _factors(way.plain, facts.plan_scale - facts.scale)
    ratio_up, ratio_down = _factors(way.quotient, facts.plan_scale)
    return {
        "source": way.source,
        "bottom": way.bottom,
        "target": way.target,
        "plain_up": plain_up,
        "plain_down": plain_down,
        "ratio_up": ratio_up,
        "ratio_down": ratio_down,
        "plain": _real(way.plain),
        "ratio": _real(way.quotient),
        "is_same": way.is_same,
        "is_strange": way.quotient is None or (way.plain is None and way.is_same),
    }


def _factors(exponent: int | None, shift: int) -> tuple[str | None, str | None]:
    """Ten to the exponent and the shift, as what is multiplied and what is divided by; as text, which keeps digits."""
    if exponent is None or abs(exponent + shift) >= MOST_DIGITS:
        return None, None
    power = exponent + shift
    return str(10 ** max(power, 0)), str(10 ** max(-power, 0))


def _real(exponent: int | None) -> str | None:
    return None if exponent is None else f"1e{exponent}"
