# SPDX-License-Identifier: Apache-2.0
"""Files of figures into the record, beside the bare writing of the same rows into the same table with its indexes."""

from __future__ import annotations

import csv
import itertools
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from bench.parts import ledger
from bench.parts.installation import Took, clock

if TYPE_CHECKING:
    from tiendo.server.accounts.data import Scope

JUDGED = 1_000  # figures of the year whose targets are judged
LEAST = 20_000  # observations a second
_HEAD = ("unit_code", "indicator", "period", "value", "status")
_TABLE = "figures_observation"
Row = tuple[str, str, str, str, str]


def measure(folder: Path, rows: int, units: int, scope: Scope) -> None:
    """CSV and workbook, each beside the bare rows, which are taken out again; then figures that targets rest on."""
    print(f"import of {rows:,} figures a file: read, checked, superseded where needed, recorded, verdicts looked for")
    given = list(itertools.islice(_list_rows(ledger.UNITS, ledger.FIRST_YEAR - 10, ledger.FIRST_YEAR), rows))
    for path in (folder / "figures.csv", folder / "figures.xlsx"):
        _write(path, given)
        _measure_one(path.suffix, path, scope)
    judged = list(itertools.islice(_list_rows(units, ledger.YEAR, ledger.YEAR + 1), JUDGED))
    path = folder / "judged.csv"
    _write(path, judged)
    _measure_one(".csv that changes verdicts", path, scope)


def _list_rows(units: int, since: int, until: int) -> Iterator[Row]:
    for number in range(units):
        for place in range(ledger.INDICATORS):
            for year in range(since, until):
                for month in range(1, 13):
                    value = f"{50 + (number * 7 + place * 13 + month) % 90}.{month % 9 + 1}"
                    yield ledger.code_of(number), f"bench_{place}", f"{year}-{month:02}", value, "actual"


def _write(path: Path, rows: list[Row]) -> None:
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([_HEAD, *rows])
        return
    import xlsxwriter  # noqa: PLC0415 - WONTFIX: beside the models

    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, _HEAD)
        for line, (code, indicator, period, value, status) in enumerate(rows, 1):
            sheet.write_row(line, 0, (code, indicator, period))
            sheet.write_number(line, 3, float(value))
            sheet.write_string(line, 4, status)


def _measure_one(name: str, path: Path, scope: Scope) -> None:
    from django.db import connection  # noqa: PLC0415 - WONTFIX: models are loaded only now

    from tiendo.server.figures.models import Observation  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.figures.reading import Numbers  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.figures.services import import_figures  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.targets.models import Verdict  # noqa: PLC0415 - WONTFIX: the same

    last = Observation.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    verdict = Verdict.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    took = clock(lambda: import_figures(path, scope=scope, numbers=Numbers.PLAIN))
    verdicts = Verdict.objects.filter(pk__gt=verdict).count()
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {_TABLE} WHERE id > %s ORDER BY id", [last])
        added = cursor.fetchall()
    if verdicts:  # they point at the rows, which therefore stay
        _tell(name, len(added), took)
        print(f"    {verdicts:,} verdicts of it new, {took.cpu / verdicts * 1000:.1f} ms CPU each")
        return
    connection.close()
    bare = _write_bare(str(connection.settings_dict["NAME"]), last, added)
    _tell(name, len(added), took)
    _tell("the same rows, bare", len(added), bare)
    print(f"    import / bare: {took.cpu / bare.cpu:.1f} of the CPU, {took.wall / bare.wall:.1f} on the wall")


def _write_bare(database: str, last: int, rows: list[tuple[object, ...]]) -> Took:
    """The rows out of the table, and in again by themselves, in one transaction with the settings that serve."""
    with sqlite3.connect(database, isolation_level=None) as bare:
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=OFF"):
            bare.execute(f"PRAGMA {pragma}")
        places = ", ".join("?" * len(rows[0]))

        def write() -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.executemany(f"INSERT INTO {_TABLE} VALUES ({places})", rows)
            bare.execute("COMMIT")

        bare.execute(f"DELETE FROM {_TABLE} WHERE id > ?", [last])
        took = clock(write)
        bare.execute(f"DELETE FROM {_TABLE} WHERE id > ?", [last])
    bare.close()
    return took


def _tell(name: str, rows: int, took: Took) -> None:
    word = "kept" if rows / took.cpu >= LEAST else "MISSED"
    limit = "" if name.startswith("the same") or "verdicts" in name else f"   at least {LEAST:,} by CPU: {word}"
    print(f"  {name:<28} {rows / took.cpu:>9,.0f} a second CPU {rows / took.wall:>9,.0f} on the wall{limit}")
