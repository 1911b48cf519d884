# SPDX-License-Identifier: Apache-2.0
"""Makes up figures for every commune of today's Ho Chi Minh City, on the maps before and after 1 July 2025.

All values are invented, drawn from a seed; only codes and days of the units are real (``packs/units-viet-nam``). A unit
that came from others gets about the sum of theirs, so that a series over the changes looks like one. Run as
``python -m sample.country``; the same bytes come out every time.
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
FILE: Final = "country/tp-ho-chi-minh-2024-2026.csv"
UNITS: Final = ROOT / "packs" / "units-viet-nam"
SEED: Final = 20250701
CITY: Final = "79"
#: Their land is in the city since 1 July 2025. Source: resolution 202/2025/QH15.
PROVINCES: Final = (CITY, "74", "77")
QUARTERS: Final = tuple((year, quarter) for year in (2024, 2025, 2026) for quarter in (1, 2, 3, 4))[:-1]
REFORM: Final = date(2025, 7, 1)
NOTE: Final = "Số tự đặt"
HEAD: Final = ("unit_code", "indicator", "period", "value", "numerator", "denominator", "note")
#: Share of the year in each quarter, in per cent.
_FLOW: Final = (21, 24, 26, 29)


@dataclass(frozen=True, slots=True)
class Unit:
    """A commune or district for as long as it was one and the same; ``weight`` is about its share in everything."""

    code: str
    level: str
    parent: str
    since: date
    until: date
    weight: float

    def was_there(self, day: date) -> bool:
        """Whether it was in force on a day."""
        return self.since <= day < self.until


def build() -> bytes:
    """The file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEAD)
    writer.writerows(_list_rows(_list_units()))
    return out.getvalue().encode()


def _list_units() -> list[Unit]:
    """Communes and districts of the three provinces, those that came from others with the weight of these."""
    rows = [row for row in _read("units.csv") if row["level"] in ("district", "commune")]
    districts = {row["code"] for row in rows if row["level"] == "district" and row["parent_code"] in PROVINCES}
    own = [row for row in rows if row["parent_code"] in {*districts, CITY}]
    changes = [row for row in _read("changes.csv") if row["to_code"]]
    found: list[Unit] = []
    for row in sorted(own, key=lambda row: (row["valid_from"], row["code"])):
        since, until = _day(row["valid_from"], date.min), _day(row["valid_to"], date.max)
        weight = 0.0 if row["level"] == "district" else _weigh(row, since, changes, found)
        found.append(Unit(row["code"], row["level"], row["parent_code"], since, until, weight))
    return found


def _weigh(row: dict[str, str], since: date, changes: list[dict[str, str]], before: list[Unit]) -> float:
    weight = 0.0
    for change in changes:
        if change["date"] != row["valid_from"] or change["to_code"] != row["code"]:
            continue
        parts = [c for c in changes if (c["date"], c["from_code"]) == (change["date"], change["from_code"])]
        share = float(change["share"]) if change["share"] else 1 / len(parts)
        weight += share * sum(u.weight for u in before if u.code == change["from_code"] and u.until == since)
    return weight or random.Random(f"{SEED}:{row['code']}").uniform(0.4, 1.8)  # noqa: S311 - WONTFIX: no secret


def _list_rows(units: list[Unit]) -> Iterator[tuple[str, ...]]:
    for year, quarter in QUARTERS:
        last = date(year + quarter // 4, quarter % 4 * 3 + 1, 1).toordinal() - 1
        there = [unit for unit in units if unit.was_there(date.fromordinal(last))]
        communes = [unit for unit in there if unit.level == "commune"]
        for unit in communes:
            yield from _communal(unit, year, quarter)
        if date.fromordinal(last) >= REFORM:
            yield from (_revenue(unit.code, unit.weight, year, quarter) for unit in communes)
            continue
        for district in there:
            if district.level == "district":
                weight = sum(unit.weight for unit in communes if unit.parent == district.code)
                yield _revenue(district.code, weight, year, quarter)


def _communal(unit: Unit, year: int, quarter: int) -> Iterator[tuple[str, ...]]:
    """What a commune reports itself: a flow, a level, a ratio with both parts."""
    draw = random.Random(f"{SEED}:{unit.code}:{unit.since}:{year}:{quarter}")  # noqa: S311 - WONTFIX: no secret
    period, years = f"{year}-Q{quarter}", year - 2024 + quarter / 4
    firms = round(unit.weight * _FLOW[quarter - 1] * draw.uniform(0.85, 1.15))
    poor = round(unit.weight * 60 * 0.88**years * draw.uniform(0.97, 1.03))
    files = round(unit.weight * 900 * draw.uniform(0.9, 1.1)) + 20
    late = round(files * draw.uniform(0.002, 0.03))
    yield unit.code, "new_enterprises", period, str(firms), "", "", NOTE
    yield unit.code, "poor_households", period, str(poor), "", "", NOTE
    yield unit.code, "files_on_time", period, "", str(files - late), str(files), NOTE


def _revenue(code: str, weight: float, year: int, quarter: int) -> tuple[str, ...]:
    """Revenue: of the districts while there were any, then of the communes."""
    draw = random.Random(f"{SEED}:revenue:{code}:{year}:{quarter}")  # noqa: S311 - WONTFIX: no secret
    value = weight * _FLOW[quarter - 1] * 5 * 1.07 ** (year - 2024) * draw.uniform(0.9, 1.1)
    return code, "state_budget_revenue", f"{year}-Q{quarter}", f"{value:.1f}", "", "", NOTE


def _read(name: str) -> list[dict[str, str]]:
    with (UNITS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _day(text: str, otherwise: date) -> date:
    return date.fromisoformat(text) if text else otherwise


def main() -> None:
    """Write the file."""
    path = Path(__file__).parent / FILE
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(build())
    print(path)


if __name__ == "__main__":
    main()
