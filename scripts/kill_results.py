# SPDX-License-Identifier: Apache-2.0
"""What must hold after a command was killed, and after it was run again (`scripts/kill_commands.py`).

The connection is closed after each look, so that the data folder may be put back as it was.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

import django
import pyarrow as pa
import pyarrow.parquet as pq
from django.core.management import call_command

django.setup()

from django.conf import settings  # noqa: E402 - CONFIG: models only after the set-up
from django.db import connection, connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from tiendo.server.accounts.data import Scope  # noqa: E402
from tiendo.server.audit.models import Event  # noqa: E402
from tiendo.server.audit.queries import verify_chain  # noqa: E402
from tiendo.server.figures.models import ImportedFile, Indicator, Observation  # noqa: E402
from tiendo.server.project.loading import load_packs  # noqa: E402
from tiendo.server.targets.models import Plan, Target, Verdict  # noqa: E402
from tiendo.server.units.models import UnitVersion  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent
_PACKS = ("packs/units-viet-nam", "packs/indicators-phuong-xa", "packs/indicators-quan")
_INDICATOR, _YEAR, _COMMUNES = "new_enterprises", 2024, 300
_FIGURE = ("unit_id", "indicator_id", "period", "regime", "status", "value", "numerator", "note", "is_current")
_VERDICT = ("target_id", "period", "suggested", "actual", "achievement", "sentence_vi", "is_current")
_TABLE_ROWS = 60_000  # of `evaluate`: some seconds
P = ParamSpec("P")
T = TypeVar("T")


def _looks(ask: Callable[P, T]) -> Callable[P, T]:
    """Closes the connection behind a look."""

    @wraps(ask)
    def look(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return ask(*args, **kwargs)
        finally:
            connections.close_all()

    return look


@_looks
def prepare() -> None:
    """Units, indicators, and a target for each commune of the sample: the import then judges as it writes."""
    call_command("migrate", verbosity=0)
    load_packs([ROOT / pack for pack in _PACKS], scope=Scope.system("kill"))
    indicator = Indicator.objects.get(code=_INDICATOR)
    in_force = UnitVersion.objects.filter(level="commune", valid_to=date(2025, 7, 1), code__gte="25741")
    units = list(dict.fromkeys(in_force.order_by("code").values_list("unit_id", flat=True)))[:_COMMUNES]
    made = Target.objects.bulk_create(
        Target(unit_id=unit, indicator=indicator, number="1", position=1, year=_YEAR, rule="at_least", name="Để thử",
               recorded_at=timezone.now())
        for unit in units
    )  # fmt: skip
    Plan.objects.bulk_create(
        Plan(target=target, assigner="HĐND", value=Decimal(150), step=Decimal(1), measure=indicator.measure,
             recorded_at=timezone.now())
        for target in made
    )  # fmt: skip


@_looks
def forget_verdicts() -> None:
    """Around the program, which never does it."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM targets_verdict")


def make_tables(folder: Path) -> None:
    """Monthly figures of many units, and a target for each."""
    units = [f"{number:05d}" for number in range(_TABLE_ROWS // 6)]
    months = [(date(2025, month, 1), date(2025, month, 28 if month == 2 else 30)) for month in range(4, 10)]  # noqa: PLR2004
    figures = [
        {"unit": unit, "indicator": "thu", "first_on": first_on, "last_on": last_on,
         "value": Decimal(int(unit) % 97 + first_on.month), "measure": "tỷ đồng"}
        for unit in units
        for first_on, last_on in months
    ]  # fmt: skip
    targets = [
        {"plan": f"p-{unit}", "unit": unit, "indicator": "thu", "span_first_on": date(2025, 1, 1),
         "span_last_on": date(2025, 12, 31), "rule": "at_least", "value": Decimal(600), "measure": "tỷ đồng"}
        for unit in units
    ]  # fmt: skip
    pq.write_table(pa.Table.from_pylist(figures), folder / "observations.parquet")
    pq.write_table(pa.Table.from_pylist(targets), folder / "targets.parquet")


@dataclass(frozen=True, slots=True)
class Seen:
    """Rows without their numbers and times, each with how often it is there."""

    figures: Counter[tuple[object, ...]]
    verdicts: Counter[tuple[object, ...]]
    files: int = 0


@_looks
def look(act: str, out: Path) -> Seen:
    """What is there."""
    if act == "evaluate":
        rows = pq.read_table(out).to_pylist() if out.exists() else ()
        return Seen(Counter(), Counter(tuple(sorted(row.items())) for row in rows))
    figures, verdicts = Observation.objects.values_list(*_FIGURE), Verdict.objects.values_list(*_VERDICT)
    return Seen(Counter(figures), Counter(verdicts), ImportedFile.objects.count())


@_looks
def find_faults(act: str, out: Path, before: Seen, whole: Seen) -> list[str]:
    """All or nothing; of a rebuild only verdicts that an undisturbed one makes too, each once."""
    found = look(act, out)
    if act == "rebuild":
        half = (
            []
            if found.figures == whole.figures and found.verdicts <= whole.verdicts
            else ["verdicts are there that should not be"]
        )
        return half + list(_broken())
    half = [] if found in (before, whole) else ["it is half there"]
    return half + (list(_broken()) if act == "import" else [])


@_looks
def find_wrong(act: str, out: Path, whole: Seen) -> list[str]:
    """After the second run everything is as after one that was not disturbed, and nothing is left over."""
    if act == "evaluate":
        left = sorted(path.name for path in out.parent.iterdir() if path != out)
        return [*([] if look(act, out) == whole else ["other verdicts"]), *(f"{name} is left" for name in left)]
    found = look(act, out)
    wrong = [] if (found.figures, found.verdicts) == (whole.figures, whole.verdicts) else ["another result"]
    if act == "rebuild" and (settings.ENVIRONMENT.data / "rebuild.json").exists():
        wrong.append("the place of the run is left")
    return wrong + list(_broken())


def _broken() -> Iterator[str]:
    """The record, the file of the database, an import and its act."""
    report = verify_chain()
    if report.fault is not None:
        yield f"the record is broken at {report.broken_at}: {report.fault}"
    if Event.objects.filter(verb="figures.import").count() != ImportedFile.objects.count():
        yield "an import is not in the record"
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA integrity_check")
        if cursor.fetchall() != [("ok",)]:
            yield "the database is damaged"
        cursor.execute("PRAGMA foreign_key_check")
        if cursor.fetchall():
            yield "a row points at nothing"
