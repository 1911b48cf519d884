# SPDX-License-Identifier: Apache-2.0
"""The installation that journeys walk through: two districts with their targets of the sample, and people of each kind.

The units are a handful of lines of the real pack; all the rest is loaded as an administrator loads it.
"""

from __future__ import annotations

import csv
import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import connections

from tiendo.server.accounts.data import Role, Scope
from tiendo.server.accounts.models import User
from tiendo.server.accounts.queries import get_scope
from tiendo.server.accounts.tests.cast import make_grant, make_person
from tiendo.server.documents.services import receive_file
from tiendo.server.jobs.worker import work
from tiendo.server.project.loading import load_packs
from tiendo.server.units.queries import find_by_code

ROOT = Path(__file__).parents[2]
PACKS = ROOT / "packs"
LOCALITIES = ROOT / "sample" / "localities"
LOCKED = ROOT / "src/tiendo/read/files/tests/samples/locked.pdf"
SAMPLE_3 = ROOT / "sample/quan-3-quy-1-2024.txt"
#: Country, city, and three districts of it; of the second one every ward, before and after 1 July 2025.
_UNITS = ("VN", "79", "770", "774", "777")
_DIVIDED = "774"


@dataclass(frozen=True)
class Paper:
    """A file to hand in, and the figure of it that decides a target."""

    path: Path
    target: str  # its name on the board
    figure: str  # as the board shows it
    printed: str  # as the file has it
    status: str  # what the board says of the target then


@dataclass(frozen=True)
class Town:
    """Units by number, people as rows."""

    third: int  # Quận 3, targets of 2024
    tan: int  # Bình Tân, targets of 2023
    fifth: int  # Quận 5, without targets
    officer: User  # of Quận 3 and of Bình Tân
    colleague: User  # a specialist of Quận 3
    reader: User  # of Quận 3
    stranger: User  # an officer of Quận 5 alone
    administrator: User


def build_town(folder: Path) -> Town:
    """All of it; the folder is where the small pack of units is written."""
    packs = [_write_units(folder / "units"), *sorted(PACKS.glob("indicators-*"))]
    packs += [LOCALITIES / name for name in ("quan-3-2024", "binh-tan-2023")]
    load_packs(packs, scope=Scope.system("test"))
    third, fifth, tan = (_unit(code) for code in ("770", "774", "777"))
    officer = make_person("ha", "Phạm Thu Hà", Role.OFFICE, third)
    make_grant(officer, Role.OFFICE, tan)
    return Town(
        third=third,
        tan=tan,
        fifth=fifth,
        officer=officer,
        colleague=make_person("khoi", "Trần Minh Khôi", Role.SPECIALIST, third),
        reader=make_person("bich", "Nguyễn Ngọc Bích", Role.READER, third),
        stranger=make_person("la", "Võ Văn Lạ", Role.OFFICE, fifth),
        administrator=make_person("dung", "Lê Anh Dũng", Role.ADMINISTRATOR, None),
    )


def _unit(code: str) -> int:
    found = find_by_code(code, date(2024, 6, 1))
    if found is None:
        raise LookupError(code)
    return found.id


def _write_units(folder: Path) -> Path:
    """A pack of the few units that are needed, cut out of the real one."""
    folder.mkdir()
    manifest = (PACKS / "units-viet-nam" / "pack.yaml").read_text("utf-8").replace("code: viet-nam", "code: few")
    (folder / "pack.yaml").write_text(manifest, "utf-8")
    with (PACKS / "units-viet-nam" / "units.csv").open(encoding="utf-8", newline="") as file:
        every = list(csv.DictReader(file))
    codes = {*_UNITS, *(row["code"] for row in every if row["parent_code"] == _DIVIDED)}
    rows = [row for row in every if row["code"] in codes]
    with (folder / "units.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    head, *lines = (PACKS / "units-viet-nam" / "changes.csv").read_text("utf-8").splitlines()
    kept = [line for line in lines if set(line.split(",")[5:7]) - {""} <= codes]
    (folder / "changes.csv").write_text("\n".join([head, *kept]) + "\n", "utf-8")
    return folder


def run_jobs() -> None:
    """Everything in the queue, in a thread of its own as the server runs it."""
    faults: list[BaseException] = []

    def run() -> None:
        try:
            work(until_empty=True)
        except Exception as fault:  # told where the test is
            faults.append(fault)
        finally:
            connections.close_all()

    thread = threading.Thread(target=run, name="jobs")
    thread.start()
    thread.join()
    if faults:
        raise faults[0]


def hand_in(unit, person, path):
    """The number of a document, read."""
    with Path(path).open("rb") as file:
        number = receive_file(file, name=path.name, unit_id=unit, scope=get_scope(person)).document_id
    run_jobs()
    return number
