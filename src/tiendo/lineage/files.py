# SPDX-License-Identifier: Apache-2.0
"""The two tables of a pack of units → an atlas, with file and line of whatever could not be placed.

What is here: rows as they are written. Not here: what the rows say together (``checks``). A row that cannot be placed
is left out and told; nothing is guessed for it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple, TypeVar

from tiendo.lineage.atlas import Atlas
from tiendo.lineage.checks import Placed, check_ends, check_parents, check_versions, place_changes
from tiendo.lineage.data import NOT_KNOWN, WHOLE, Extent, Fault, Kind, Level, Shares, UnitVersion

UNIT_COLUMNS = ("code", "name", "level", "parent_code", "valid_from", "valid_to")
CHANGE_COLUMNS = ("date", "act", "clause", "kind", "part", "from_code", "to_code")
UNITS, CHANGES = "units.csv", "changes.csv"
Row = TypeVar("Row")


class LinedVersion(NamedTuple):
    """A version with the line it stands on."""

    line: int
    version: UnitVersion


class RowError(ValueError):
    """A row that cannot be read; two sentences."""

    def __init__(self, message: str, message_en: str) -> None:
        super().__init__(message)
        self.message = message
        self.message_en = message_en


def read_pack(folder: Path) -> tuple[Atlas, tuple[Fault, ...]]:
    """The atlas of a folder with ``units.csv`` and, where something changed, ``changes.csv``.

    Raises:
        OSError: the units cannot be read.
        UnicodeDecodeError: a file is not UTF-8.
    """
    with (folder / UNITS).open(encoding="utf-8-sig", newline="") as units:
        changes = folder / CHANGES
        if not changes.exists():
            return read_tables(units, ())
        with changes.open(encoding="utf-8-sig", newline="") as rows:
            return read_tables(units, rows)


def read_tables(units: Iterable[str], changes: Iterable[str]) -> tuple[Atlas, tuple[Fault, ...]]:
    """The atlas of two tables, line by line.

    Args:
        units: header and rows: ``code name level parent_code valid_from valid_to``, and where they are known
            ``name_en population area households``. A row is one version; its identity is level, code and first day.
        changes: header and rows: ``date act clause kind part from_code to_code``, and where they are known ``share``
            (of everything) or ``share_population share_area share_households``, as 0.62 or 31/50.

    Returns:
        The atlas of all that could be placed, and the faults in the order of the files.
    """
    faults: list[Fault] = []
    lined = list(_read(UNITS, units, UNIT_COLUMNS, _version, faults))
    versions = check_versions(lined, UNITS, faults)
    check_parents(versions, UNITS, faults)
    placed = list(_read(CHANGES, changes, CHANGE_COLUMNS, _change, faults))
    links = place_changes(versions, placed, CHANGES, faults)
    check_ends(versions, links, UNITS, faults)
    return Atlas((one.version for one in versions), links), tuple(faults)


def _read(
    file: str,
    lines: Iterable[str],
    columns: Sequence[str],
    make: Callable[[int, Mapping[str, str]], Row],
    faults: list[Fault],
) -> Iterator[Row]:
    reader = csv.DictReader(lines, restval="")
    missing = [column for column in columns if column not in (reader.fieldnames or columns)]
    if missing:
        names = ", ".join(missing)
        faults.append(
            Fault(file, 1, f"Thiếu cột {names}; hãy thêm vào dòng đầu.", f"Columns {names} are missing; add them.")
        )
        return
    for row in reader:
        try:
            yield make(reader.line_num, row)
        except RowError as error:
            faults.append(Fault(file, reader.line_num, error.message, error.message_en))


def _version(line: int, row: Mapping[str, str]) -> LinedVersion:
    code, since = row["code"], _read_day(row["valid_from"])
    until = _read_day(row["valid_to"])
    if not code or not row["name"]:
        raise RowError("Thiếu mã hoặc tên đơn vị.", "The code or the name of the unit is missing.")
    if since is not None and until is not None and since >= until:
        raise RowError("Ngày hết hiệu lực không sau ngày có hiệu lực.", "The unit ends before it begins.")
    try:
        level = Level(row["level"])
    except ValueError:
        names = ", ".join(Level)
        raise RowError(
            f"«{row['level']}» không phải là một cấp; hãy chọn: {names}.", f"“{row['level']}” is no level: {names}."
        ) from None
    unit_id = f"{level}:{code}" if since is None else f"{level}:{code}@{since.isoformat()}"
    sizes = _read_shares(row, "", is_share=False)
    version = UnitVersion(
        unit_id, code, row["name"], level, row["parent_code"], since, until, row.get("name_en") or "", sizes
    )
    return LinedVersion(line, version)


def _change(line: int, row: Mapping[str, str]) -> Placed:
    on = _read_day(row["date"])
    if on is None:
        raise RowError("Thiếu ngày; hãy ghi như 2025-07-01.", "The day is missing; write it as 2025-07-01.")
    try:
        kind = Kind(row["kind"])
        is_whole = row["part"] == "" and kind is not Kind.SPLIT
        extent = Extent.WHOLE if is_whole else Extent(row["part"])
    except ValueError as error:
        names = f"{', '.join(Kind)}; {', '.join(Extent)}"
        raise RowError(
            f"Loại thay đổi hoặc phần đi theo không có trong danh sách ({error}): {names}.",
            f"No such kind of change or part ({error}): {names}.",
        ) from None
    shares = WHOLE if extent is Extent.WHOLE else _read_shares(row, "share_", is_share=True)
    return Placed(line, on, kind, extent, row["from_code"], row["to_code"], row["act"], row["clause"], shares)


def _read_shares(row: Mapping[str, str], prefix: str, *, is_share: bool) -> Shares:
    every = _read_number(row.get("share") or "", is_share=is_share) if is_share else None
    texts = [row.get(f"{prefix}{basis}") or "" for basis in ("population", "area", "households")]
    if every is None and not any(texts):
        return NOT_KNOWN
    population, area, households = (_read_number(text, is_share=is_share) if text else every for text in texts)
    return Shares(population, area, households)


@lru_cache(maxsize=4096)
def _read_number(text: str, *, is_share: bool) -> Fraction | None:
    if not text:
        return None
    try:
        number = Fraction(text)
    except (ValueError, ZeroDivisionError):
        number = Fraction(-1)
    if number < 0 or (is_share and number > 1):
        raise RowError(
            f"«{text}» không phải là {'tỷ lệ từ 0 đến 1, ghi như 0.62 hoặc 31/50' if is_share else 'số không âm'}.",
            f"“{text}” is no {'share from 0 to 1, written as 0.62 or 31/50' if is_share else 'number from 0 up'}.",
        )
    return number


@lru_cache(maxsize=4096)
def _read_day(text: str) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise RowError(
            f"«{text}» không phải là ngày; hãy ghi như 2025-07-01.", f"“{text}” is no day; write it as 2025-07-01."
        ) from None
