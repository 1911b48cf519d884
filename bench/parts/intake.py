# SPDX-License-Identifier: Apache-2.0
"""From a file to its findings: one of ten pages, by the pages; then many through the queue, beside reading alone."""

from __future__ import annotations

import io
import statistics
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from bench.parts.installation import OK, Took, clock, get, judge, tell

if TYPE_CHECKING:
    from django.test import Client

    from tiendo.server.accounts.data import Scope

ROOT = Path(__file__).resolve().parents[2]
PAGES, WORDS_ON_A_PAGE = 10, 450
UPLOADS = 7
LIMIT_S = 3
LIMIT_SHARE = 30  # per cent of the speed of reading alone that the queue may cost
PARTS = 6  # the queue and reading alone take turns, a part of the documents each


@dataclass(frozen=True, slots=True)
class File:
    """What is handed in."""

    name: str
    data: bytes


def measure(documents: int) -> None:
    """Both parts."""
    from tiendo.server.accounts.data import Role  # noqa: PLC0415 - WONTFIX: models are loaded only now
    from tiendo.server.accounts.queries import get_scope  # noqa: PLC0415 - WONTFIX: the same
    from tiendo.server.accounts.tests import cast  # noqa: PLC0415 - WONTFIX: the same

    unit = cast.make_unit("27999", "Phường Đo")
    person = cast.make_person("bench-2", "Lê Văn Minh", Role.OFFICE, unit)
    _measure_one(unit, cast.client_of(person))
    scope = get_scope(person)
    for kind, files in (("texts", _texts()), ("docx", _sheets())):
        _measure_many(kind, _make_different(files, documents), unit, scope)


def make_texts(count: int) -> list[File]:
    """So many texts, no two of the same bytes."""
    return _make_different(_texts(), count)


def _texts() -> list[File]:
    paths = sorted((ROOT / "tests" / "reading" / "texts").glob("*.txt"))
    return [File(path.name, path.read_bytes()) for path in paths]


def _sheets() -> list[File]:
    return [File(path.name, path.read_bytes()) for path in sorted((ROOT / "sample").rglob("*.docx"))]


def _make_different(files: Sequence[File], count: int) -> list[File]:
    """So many files, no two of the same bytes."""
    return [_mark(file, number) for number, file in enumerate(islice(cycle(files), count))]


def _mark(file: File, number: int) -> File:
    path = Path(file.name)
    name = f"{path.stem}-{number}{path.suffix}"
    if path.suffix != ".docx":
        return File(name, file.data + f"\n\nBản thứ {number}.\n".encode())
    out = io.BytesIO(file.data)
    with zipfile.ZipFile(out, "a") as archive:
        archive.comment = str(number).encode()
    return File(name, out.getvalue())


# --- one document ------------------------------------------------------------------------------------------------


def _measure_one(unit: int, client: Client) -> None:
    from tiendo.server.intake.models import Finding  # noqa: PLC0415 - WONTFIX: models are loaded only now

    took = [clock(_walk_of(_make_report(number), unit, client)) for number in range(UPLOADS)]
    found = Finding.objects.count() // UPLOADS
    print(f"a .docx of {PAGES} pages, {found} findings: upload, queue, desk with the findings")
    tell("CPU time", [one.cpu for one in took])
    tell("on the wall", [one.wall for one in took])
    judge("upload to findings, slowest", max(one.wall for one in took), LIMIT_S, "s")


def _walk_of(file: File, unit: int, client: Client) -> Callable[[], None]:
    from tiendo.server.documents.models import Document  # noqa: PLC0415 - WONTFIX: models are loaded only now
    from tiendo.server.jobs.worker import work  # noqa: PLC0415 - WONTFIX: the same

    def run() -> None:
        upload = io.BytesIO(file.data)
        upload.name = file.name
        if client.post("/documents/upload/", {"unit": unit, "file": upload}).status_code != OK:
            raise RuntimeError("the file was not taken")
        work(until_empty=True)
        document = Document.objects.latest("pk")
        get(client, f"/intake/{document.pk}/")

    return run


def _make_report(number: int) -> File:
    """Ten pages of the texts of this project, one after the other, all different in their last line."""
    from docx import Document as Word  # noqa: PLC0415 - WONTFIX: beside its use

    left = PAGES * WORDS_ON_A_PAGE
    word = Word()
    for line in cycle("\n".join(file.data.decode() for file in _texts()).splitlines()):
        word.add_paragraph(line)
        left -= len(line.split())
        if left <= 0:
            break
    word.add_paragraph(f"Bản thứ {number}.")
    out = io.BytesIO()
    word.save(out)
    return File(f"bao-cao-{number}.docx", out.getvalue())


# --- many documents ----------------------------------------------------------------------------------------------


def _measure_many(kind: str, files: Sequence[File], unit: int, scope: Scope) -> None:
    from tiendo.server.jobs.worker import work  # noqa: PLC0415 - WONTFIX: models are loaded only now

    _read_all(files[:PARTS])
    size = -(-len(files) // PARTS)
    received: list[Took] = []
    queue: list[Took] = []
    command: list[Took] = []
    audited: list[Took] = []
    alone: list[Took] = []
    for at in range(0, len(files), size):
        part = files[at : at + size]
        received.append(_per_file(lambda part=part: receive_all(part, unit, scope), part))  # type: ignore[misc]
        queue.append(_per_file(lambda: work(until_empty=True), part))
        audited.append(_per_file(lambda part=part: _read_all(part, is_audited=True), part))  # type: ignore[misc]
        alone.append(_per_file(lambda part=part: _read_all(part), part))  # type: ignore[misc]
        command.append(_per_file(lambda part=part: _read_as_command(part), part))  # type: ignore[misc]
    _check(files)
    kilobytes = sum(len(file.data) for file in files) / len(files) / 1000
    print(f"{len(files)} {kind} of {kilobytes:.1f} kB through the queue, per document, medians of {len(alone)} parts")
    lines = {
        "received": received,
        "through the queue": queue,
        "read and audited": audited,
        "as `tiendo read --format json`": command,
        "reading alone": alone,
    }
    for name, took in lines.items():
        cpu, wall = (statistics.median(getattr(one, clock) for one in took) * 1000 for clock in ("cpu", "wall"))
        print(f"  {name:<34} CPU {cpu:6.1f} ms   wall {wall:6.1f} ms   {1000 / wall:5.0f} a second")
    judge("speed lost to the queue, CPU", _lost(queue, alone, "cpu"), LIMIT_SHARE, "%")
    print(f"  the same beside `tiendo read`      {_lost(queue, command, 'cpu'):7.1f} %")
    print(f"  the same beside read and audited   {_lost(queue, audited, 'cpu'):7.1f} %")
    print(f"  the same on the wall               {_lost(queue, alone, 'wall'):7.1f} %")


def _lost(queue: Sequence[Took], other: Sequence[Took], clock: str) -> float:
    """How much slower the queue is, in per cent of the speed of the other."""
    return statistics.median(
        100 * (1 - getattr(one, clock) / getattr(through, clock)) for through, one in zip(queue, other, strict=True)
    )


def _per_file(run: Callable[[], object], files: Sequence[File]) -> Took:
    took = clock(run)
    return Took(took.cpu / len(files), took.wall / len(files))


def receive_all(files: Sequence[File], unit: int, scope: Scope) -> None:
    """Hands them in; nothing is read yet."""
    from tiendo.server.documents.services import receive_file  # noqa: PLC0415 - WONTFIX: models are loaded only now

    for file in files:
        receive_file(io.BytesIO(file.data), name=file.name, unit_id=unit, scope=scope)


def _read_all(files: Sequence[File], *, is_audited: bool = False) -> None:
    from tiendo.read import read_file  # noqa: PLC0415 - WONTFIX: beside the models
    from tiendo.verify import audit  # noqa: PLC0415 - WONTFIX: the same

    for file in files:
        reading = read_file(file.name, data=file.data)
        if is_audited:
            audit([reading])


def _read_as_command(files: Sequence[File]) -> None:
    """What ``tiendo read --format json`` does with each file: its claims judged, all findings as text of JSON."""
    from tiendo.cli.sources import Source  # noqa: PLC0415 - WONTFIX: beside the models
    from tiendo.cli.work import read_as_json  # noqa: PLC0415 - WONTFIX: the same

    for file in files:
        read_as_json(Source(file.name, data=file.data))


def _check(files: Sequence[File]) -> None:
    """What was measured must have been done."""
    from tiendo.server.documents.models import Document  # noqa: PLC0415 - WONTFIX: models are loaded only now

    done = Document.objects.filter(original_name__in=[file.name for file in files], state="read").count()
    if done != len(files):
        raise RuntimeError(f"{done} of {len(files)} documents were read")
