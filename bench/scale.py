# SPDX-License-Identifier: Apache-2.0
"""The ledger at scale: what a save costs the more is stored, boards, series on today's map, import beside bare rows.

One installation in a temporary folder, in this process: units of which three in five were merged or divided in twenty
years, monthly figures, a target for each with stored verdicts. It is filled by and by and measured on the way.

``python -m bench.scale [OBSERVATIONS] [ROWS OF AN IMPORT] [--plot FILE.svg]``; 2000000 is a large city, 10000000 the
largest that was thought of.
"""

from __future__ import annotations

import argparse
import os
import platform
import tempfile
import time
from pathlib import Path

from bench.parts import asking, importing, ledger, plot, saving
from bench.parts.installation import set_up

OBSERVATIONS, ROWS = 100_000, 20_000
SIZES = (10**4, 10**5, 10**6, 10**7)


def main(observations: int, rows: int, picture: Path | None) -> None:
    """Fills, measures, prints."""
    with tempfile.TemporaryDirectory(prefix="tiendo-bench-") as folder:
        set_up(folder)
        load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
        machine = f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
        print(f"{machine}, {time.strftime('%d/%m/%Y')}, load {load}")
        _measure(Path(folder), observations, rows, picture)


def _measure(folder: Path, observations: int, rows: int, picture: Path | None) -> None:
    from tiendo.server.accounts.data import Role  # noqa: PLC0415 - WONTFIX: models are loaded only now
    from tiendo.server.accounts.queries import get_scope  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.accounts.tests import cast  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.units.models import UnitVersion  # noqa: PLC0415 - WONTFIX: the same

    made = ledger.make_ledger(folder / "pack", observations)
    city = UnitVersion.objects.get(code=ledger.CITY).unit_id
    person = cast.make_person("bench", "Trần Thị Hoa", Role.OFFICE, city)
    scope = get_scope(person)
    costs = []
    for size in sorted({*(one for one in SIZES if one <= observations), observations}):
        started = time.perf_counter()
        ledger.fill(made, size)
        print(
            f"{made.stored:,} figures of {made.filled} units stored, {time.perf_counter() - started:.0f} s", flush=True
        )
        costs.append(saving.measure(made.stored, scope))
    saving.tell(costs)
    print(f"boards and series of {made.filled} units, {made.stored:,} figures, {asking.TIMES} times each")
    asking.measure(made.filled, cast.client_of(person), scope)
    importing.measure(folder, rows, made.filled, scope)
    if picture is not None:
        picture.write_text(plot.draw([(cost.stored, cost.median) for cost in costs]), "utf-8")


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m bench.scale")
    asked.add_argument("observations", nargs="?", type=int, default=OBSERVATIONS)
    asked.add_argument("rows", nargs="?", type=int, default=ROWS)
    asked.add_argument("--plot", type=Path, metavar="FILE.svg")
    given = asked.parse_args()
    main(given.observations, given.rows, given.plot)
