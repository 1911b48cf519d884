# SPDX-License-Identifier: Apache-2.0
"""The demonstration at the size of the country: every unit, and invented figures of a city over the change of its map.

A second start finds packs, accounts and figures there and takes seconds. Not here: the figures (``sample/country.py``).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.urls import reverse

from tiendo.server.accounts.data import Scope
from tiendo.server.figures.queries import was_imported
from tiendo.server.figures.reading import Numbers
from tiendo.server.figures.services import import_figures
from tiendo.server.project.demonstration import Account, Say, load_all, make_people
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
    return accounts


def list_sights() -> list[Sight]:
    """Where to look first: a new ward, and its series over the change."""
    ward = _find(_CHO_QUAN)
    series = reverse("figures-series", args=[ward, "new_enterprises"])
    revenue = reverse("figures-series", args=[ward, "state_budget_revenue"])
    return [
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
