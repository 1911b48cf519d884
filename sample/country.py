# SPDX-License-Identifier: Apache-2.0
"""Makes up figures for every commune of today's Ho Chi Minh City, on the maps before and after 1 July 2025, and the
targets of 2026 that they are held against.

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
TARGETS: Final = "country/targets/2026.csv"
TARGETS_HEAD: Final = ("unit_code", "number", "group", "indicator", "name", "rule", "plan", "note")
#: How much of what the figures will give a plan asks for: some are met early, some are missed.
_DEMANDS: Final = (0.85, 0.95, 1.0, 1.05, 1.2)
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


def build_targets() -> bytes:
    """The file of targets: four of each commune of today, and what the city asks of all of them together."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(TARGETS_HEAD)
    units = [unit for unit in _list_units() if unit.level == "commune" and unit.until == date.max]
    asked = [_ask(unit) for unit in units]
    revenue, firms = (sum(one[number] for one in asked) for number in (0, 1))
    writer.writerows(_list_targets(CITY, [revenue * 1.01, firms * 0.99]))
    for unit, plans in zip(units, asked, strict=True):
        writer.writerows(_list_targets(unit.code, plans))
    return out.getvalue().encode()


def _ask(unit: Unit) -> list[float]:
    """Revenue, new enterprises, files on time, poor households at the end of the year."""
    draw = random.Random(f"{SEED}:targets:{unit.code}")  # noqa: S311 - WONTFIX: no secret
    revenue, firms, poor = (draw.choice(_DEMANDS) for _ in range(3))
    year = sum(_FLOW) * unit.weight
    return [year * 5 * 1.07**2 * revenue, year * firms, draw.choice((97, 98, 98.5)), unit.weight * 60 * 0.7 * poor]


def _list_targets(code: str, plans: list[float]) -> Iterator[tuple[str, ...]]:
    lines = (
        ("Kinh tế", "state_budget_revenue", "Thu ngân sách nhà nước trên địa bàn", "at_least", "tỷ đồng"),
        ("Kinh tế", "new_enterprises", "Doanh nghiệp thành lập mới", "at_least", "doanh nghiệp"),
        ("Cải cách hành chính", "files_on_time", "Hồ sơ giải quyết đúng hạn", "at_least", "%"),
        ("Xã hội", "poor_households", "Số hộ nghèo còn lại cuối năm", "at_most", "hộ"),
    )
    for number, ((group, indicator, name, rule, measure), plan) in enumerate(zip(lines, plans, strict=False), 1):
        value = f"{plan:.1f}".removesuffix(".0") if measure == "%" else str(max(round(plan), 1))
        yield code, str(number), group, indicator, name, rule, f"{value.replace('.', ',')} {measure}", NOTE


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
    """Write the files."""
    for name, make in ((FILE, build), (TARGETS, build_targets)):
        path = Path(__file__).parent / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make())
        print(path)


if __name__ == "__main__":
    main()
