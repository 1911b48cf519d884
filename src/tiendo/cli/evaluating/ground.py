# SPDX-License-Identifier: Apache-2.0
"""Where former units went, for the command over whole tables: what crosses whole as a table, the rest one by one.

What is here: units by code, crosswalks of the maps that figures were reported on, figures through ``tiendo.lineage``.
Not here: options and sentences of the command (``run``), judging (``tiendo.evaluate.bulk``).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from typing import Any

from tiendo.evaluate.bulk.facts import can_be_added
from tiendo.evaluate.bulk.maps import Part
from tiendo.evaluate.bulk.maps.ground import Key, Row
from tiendo.lineage import (
    Amount,
    Atlas,
    Basis,
    Crosswalk,
    Group,
    LineageError,
    Quality,
    Restated,
    make_crosswalk,
    restate_period,
    tell,
)

#: Decimals of an apportioned figure.
_DECIMALS = 9
_SOFTEST = ("estimate", "actual", "final")
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Place:
    """A unit of the map that is asked for, on one former map."""

    crosswalk: Crosswalk
    group: Group


class OtherMap:
    """The map of a day, as ``tiendo.evaluate.bulk.maps.Ground`` asks.

    Args:
        atlas: of all units.
        day: of the map.
        units: codes of the plans' units on that day.
        window: first and last day on which figures end.
        bases: by which divided units are apportioned, in order of preference.

    Raises:
        LineageError: a code that no unit, or several, bore on that day.
    """

    def __init__(
        self, atlas: Atlas, day: date, units: Iterable[str], window: tuple[date, date], bases: Sequence[Basis] = ()
    ) -> None:
        found = {code: atlas.find_by_code(code, day) for code in sorted(set(units))}
        unknown = next((code for code, unit in found.items() if unit is None), None)
        if unknown is not None:
            raise LineageError(
                f"Ngày {day:%d/%m/%Y} không có đơn vị mang mã {unknown}; hãy xem lại cột unit của tệp chỉ tiêu.",
                f"On {day.isoformat()} no unit bore the code {unknown}; check the column unit of the targets.",
            )
        levels = sorted({unit.level for unit in found.values() if unit is not None})
        first, last = window
        self.last_days = [*(one - _DAY for one in sorted(atlas.days) if first < one <= last), last]
        self._walks = [[make_crosswalk(atlas, one, day, level, bases) for level in levels] for one in self.last_days]
        self._places: dict[tuple[int, str], _Place] = {}
        self._sources: list[set[str]] = []
        for number, walks in enumerate(self._walks):
            self._sources.append({unit.code for walk in walks for unit in walk.sources.values()})
            for walk in walks:
                places = ((unit.code, _Place(walk, group)) for group in walk.groups for unit in group.targets)
                self._places.update(((number, code), place) for code, place in places)

    @property
    def fingerprint(self) -> str:
        """Changes with the map and with everything that is known of the way to it."""
        return sha256(repr((self.last_days, list(self.parts()))).encode()).hexdigest()

    def parts(self) -> Iterator[Part]:
        """All parts of all former maps, those of no weight left out."""
        for (number, code), place in self._places.items():
            group = place.group
            inside = _weighty(group)
            is_exact = len(group.targets) == 1 and group.quality is Quality.EXACT
            for source in inside:
                yield Part(number, source, code, len(inside), is_exact)

    def knows(self, map_: int, unit: str) -> bool:
        """Whether a unit was on a former map."""
        return unit in self._sources[map_]

    def list_sources(self, keys: Iterable[Key]) -> set[Key]:
        """The former units that belong to some units, with the same indicators."""
        found = set[Key]()
        for unit, indicator in keys:
            places = (self._places.get((number, unit)) for number in range(len(self.last_days)))
            found |= {(source, indicator) for place in places if place for source in _weighty(place.group)}
        return found

    def restate(self, keys: Iterable[Key], rows: Mapping[Key, Sequence[Row]]) -> Mapping[Key, Sequence[Row]]:
        """The figures of some units, one by one, from those of their parts."""
        return {key: list(self._restate(*key, rows)) for key in keys}

    def quality(self, target: str, first_on: date, last_on: date) -> tuple[str, str | None]:
        """Whether what is said of some days is exact or estimated, and by which bases."""
        numbers = range(self._map_of(first_on), self._map_of(last_on) + 1)
        groups = [place.group for number in numbers if (place := self._places.get((number, target)))]
        bases = dict.fromkeys(basis.value for group in groups for basis in group.bases)
        estimated = any(group.quality is Quality.ESTIMATED for group in groups)
        return (Quality.ESTIMATED if estimated else Quality.EXACT).value, "|".join(bases) or None

    def _map_of(self, day: date) -> int:
        return min(bisect_left(self.last_days, day), len(self.last_days) - 1)

    def _restate(self, unit: str, indicator: str, rows: Mapping[Key, Sequence[Row]]) -> Iterator[Row]:
        for number in range(len(self.last_days)):
            place = self._places.get((number, unit))
            if place is None:
                continue
            periods: defaultdict[tuple[Any, ...], dict[str, list[Row]]] = defaultdict(dict)
            for source in _weighty(place.group):
                for row in rows.get((source, indicator), ()):
                    if self._map_of(row["last_on"]) == number:
                        periods[_period_of(row)].setdefault(source, []).append(row)
            for _, given in sorted(periods.items(), key=lambda item: [str(part) for part in item[0]]):
                yield from _restate_one(place, (unit, indicator), given)


def _weighty(group: Group) -> list[str]:
    """The parts that must have a figure, by code."""
    return [part.source.code for part in group.parts if part.share or part.is_open]


def _period_of(row: Row) -> tuple[Any, ...]:
    return row["first_on"], row["last_on"], row.get("regime") or "calendar"


def _restate_one(place: _Place, key: Key, given: Mapping[str, Sequence[Row]]) -> Iterator[Row]:
    """The figures of one period."""
    group = place.group
    first = next(iter(given.values()))[0]
    if len(group.targets) == len(group.parts) == 1 and group.parts[0].is_exact:
        yield from ({**row, "unit": key[0]} for row in given[group.parts[0].source.code])
        return
    chosen = {code: max(rows, key=_firmness) for code, rows in given.items()}
    present = {code: row for code, row in chosen.items() if row.get("missing") is None}
    if not present:
        yield {**first, "unit": key[0]}
        return
    why = _why_no_sum(list(present.values()))
    made: Mapping[str, Any] = {}
    if why is None:
        made, why = _sum(place, key, present)
    about = {name: first[name] for name in ("first_on", "last_on", "regime")}
    status = min((row.get("status") or "actual" for row in present.values()), key=_SOFTEST.index)
    told = made if why is None else {"missing": "not_restated", "why": why}
    yield {**about, "unit": key[0], "indicator": key[1], "status": status, **told}


def _firmness(row: Row) -> tuple[bool, int]:
    return row.get("missing") is None, _SOFTEST.index(row.get("status") or "actual")


def _why_no_sum(rows: Sequence[Row]) -> str | None:
    """Why figures are no amounts of one kind."""
    measures = {(row.get("measure") or "", row.get("denominator_measure") or "") for row in rows}
    if len(measures) > 1:
        return "Số liệu của các đơn vị cũ khác đơn vị tính; hãy nhập cùng một đơn vị tính."
    for row in rows:
        hedges = {row.get("hedge") or "exact", row.get("denominator_hedge") or "exact"}
        is_number = row.get("value") is not None or row.get("numerator") is not None
        if not is_number or row.get("upper") is not None or row.get("is_change") or hedges != {"exact"}:
            return "Chỉ cộng được số chính xác của các đơn vị cũ, không cộng số ước chừng, mức tăng giảm hoặc có/không."
    return None


def _sum(place: _Place, key: Key, rows: Mapping[str, Row]) -> tuple[Mapping[str, Any], str | None]:
    """The number, or why there is none."""
    ids = {part.source.code: part.source.unit_id for part in place.group.parts}
    amounts = {ids[code]: _amount(row) for code, row in rows.items()}
    some = next(iter(rows.values()))
    period = f"{some['first_on']:%d/%m/%Y}-{some['last_on']:%d/%m/%Y}"
    try:
        found = list(restate_period(place.crosswalk, key[1], period, amounts))
    except LineageError as error:
        return {}, error.message
    row = next(one for one in found if _is_of(one, place.group, key[0]))
    if row.amount is None:
        return {}, tell(row, place.crosswalk)
    measures = {name: some.get(name) for name in ("measure", "denominator_measure")}
    if row.amount.denominator is None:
        return {**measures, "value": _decimal(row.amount.total)}, None
    parts = {"numerator": _decimal(row.amount.total), "denominator": _decimal(row.amount.denominator)}
    return measures | parts, None


def _is_of(row: Restated, group: Group, code: str) -> bool:
    return row.group is group and [unit.code for unit in row.targets] == [code]


def _amount(row: Row) -> Amount:
    if row.get("numerator") is not None:
        return Amount(Fraction(row["numerator"]), Fraction(row["denominator"]))
    return Amount(Fraction(row["value"]), is_bare_ratio=not can_be_added(row.get("measure") or ""))


def _decimal(number: Fraction) -> Decimal:
    """The number; of an apportioned one so many decimals that a table has room for it."""
    return Decimal(round(number * 10**_DECIMALS)).scaleb(-_DECIMALS).normalize()
