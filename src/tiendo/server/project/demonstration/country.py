# SPDX-License-Identifier: Apache-2.0
"""The demonstration at the size of the country: every unit, and invented figures of a city over the change of its map.

A second start finds packs, accounts and figures there and takes seconds. Not here: the figures (``sample/country.py``).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from django.urls import reverse

from tiendo.server.accounts.data import Scope
from tiendo.server.figures.queries import was_imported
from tiendo.server.figures.reading import Numbers
from tiendo.server.figures.services import import_figures
from tiendo.server.project.demonstration.districts import Account, Say, load_all, make_people
from tiendo.server.project.loading import load_packs
from tiendo.server.units.queries import find_by_code

_ON = date(2025, 7, 1)
_CITY, _CHO_QUAN = "79", "27301"


@dataclass(frozen=True, slots=True)
class Sight:
    """An address and what is to be seen there, in both languages."""

    address: str
    vi: str
    en: str


def prepare_country(packs: Path, sample: Path, say: Say) -> list[Account]:
    """Brings the installation to the whole country with the figures of the city, and returns who can sign in."""
    system = Scope.system("tiendo demo")
    load_all(packs, (), system, say)
    accounts = make_people([_find(_CITY)], system)
    files = sorted((sample / "country").glob("*.csv"))
    for number, file in enumerate(files):
        say("figures", number, len(files))
        if not was_imported(file):
            import_figures(file, scope=system, numbers=Numbers.PLAIN)
    for file in sorted((sample / "country" / "targets").glob("*.csv")):
        say("targets", 0, 1)
        _load_targets(file, system)
    return accounts


def _load_targets(file: Path, system: Scope) -> None:
    """The targets of many units, written as one pack of a file for each unit, and loaded as any pack is."""
    of_unit: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    with file.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            of_unit[row["unit_code"]].append(row)
    manifest = {
        "kind": "targets",
        "code": f"mau-country-{file.stem}",
        "title": f"Chỉ tiêu tự đặt năm {file.stem}",
        "files": [f"{code}.yaml" for code in of_unit],
        "sources": [{"what": "xem MANIFEST.md", "origin": "sample/country.py", "licence": "Apache-2.0"}],
    }
    with TemporaryDirectory() as name:
        _dump(manifest, Path(name) / "pack.yaml")
        for code, rows in of_unit.items():
            _dump(_to_file(code, int(file.stem), rows), Path(name) / f"{code}.yaml")
        load_packs([Path(name)], scope=system)


def _to_file(code: str, year: int, rows: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """The file of a unit; the name of who sets the plans says that they are invented."""
    columns = ("number", "indicator", "name", "rule", "plan")
    groups: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        groups[row["group"]].append({name: row[name] for name in columns})
    listed = [{"name": name, "targets": targets} for name, targets in groups.items()]
    return {"unit": code, "year": year, "assigner": f"Hội đồng nhân dân ({rows[0]['note'].lower()})", "groups": listed}


def _dump(content: dict[str, Any], path: Path) -> None:
    path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), "utf-8")


def list_sights() -> list[Sight]:
    """Where to look first: a new ward, and its series over the change."""
    ward = _find(_CHO_QUAN)
    series = reverse("figures-series", args=[ward, "new_enterprises"])
    revenue = reverse("figures-series", args=[ward, "state_budget_revenue"])
    return [
        Sight(
            reverse("board-latest", args=[ward]),
            "chỉ tiêu năm 2026 của phường, tự đặt, với đánh giá tính từ số liệu",
            "targets of the ward for 2026, invented, with verdicts computed from its figures",
        ),
        Sight(
            reverse("unit", args=[ward]),
            "phường Chợ Quán và những đơn vị của Quận 5 đứng sau phường",
            "phường Chợ Quán and the units of District 5 behind it",
        ),
        Sight(
            f"{series}?map=today",
            "doanh nghiệp thành lập mới trên bản đồ hôm nay: cộng từ các phường cũ, vì sao là chính xác",
            "new enterprises on today's map: added up from the former wards, and why that is exact",
        ),
        Sight(
            f"{revenue}?map=today",
            "thu ngân sách: số của cả Quận 5 không chia được cho một phường, và vì sao",
            "revenue: what was told of all District 5 cannot be divided, and why it is refused",
        ),
    ]


def _find(code: str, on: date = _ON) -> int:
    unit = find_by_code(code, on)
    if unit is None:
        raise LookupError(f"no unit {code} on {on}")
    return unit.id
