# SPDX-License-Identifier: Apache-2.0
"""What the rows of a pack say together: who bears a code twice, whose parent is missing, which change leads nowhere.

What is here: placing and complaining. Not here: reading rows (``files``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple, Protocol, TypeVar

from tiendo.kernel.dates import format_date
from tiendo.lineage.atlas import is_below
from tiendo.lineage.data import COUNTED, NOT_KNOWN, Change, Extent, Fault, Kind, Level, Shares, UnitVersion

_DAY = timedelta(days=1)


class Lined(Protocol):
    """A version and the line it stands on."""

    @property
    def line(self) -> int:
        """The line of the file."""

    @property
    def version(self) -> UnitVersion:
        """What the line says."""


Row = TypeVar("Row", bound=Lined)


class Placed(NamedTuple):
    """A row of changes, its units still named by their codes."""

    line: int
    on: date
    kind: Kind
    extent: Extent
    from_code: str
    to_code: str
    act: str
    clause: str
    shares: Shares


def check_versions(rows: Sequence[Row], file: str, faults: list[Fault]) -> list[Row]:
    """The rows without those whose code another unit of the same level bears on the same day."""
    by_code: defaultdict[tuple[Level, str], list[Row]] = defaultdict(list)
    for row in rows:
        by_code[row.version.level, row.version.code].append(row)
    refused = set()
    for (_, code), found in by_code.items():
        found.sort(key=lambda row: row.version.valid_from or date.min)
        held = found[0]
        for row in found[1:]:
            until, since = held.version.valid_to, row.version.valid_from
            if until is None or since is None or since < until:
                refused.add(row.line)
                faults.append(
                    Fault(
                        file,
                        row.line,
                        f"Mã {code} đã được dùng trong cùng thời gian ở dòng {held.line}; hãy sửa ngày.",
                        f"The code {code} is borne at the same time in line {held.line}; mend the days.",
                    )
                )
            else:
                held = row
    return [row for row in rows if row.line not in refused]


def check_parents(rows: Sequence[Lined], file: str, faults: list[Fault]) -> None:
    """Complains of each unit that stands below a code which no higher unit bore on its first day."""
    by_code = _by_code(rows)
    for row in rows:
        unit = row.version
        first = unit.valid_from or date.min
        above = by_code.get(unit.parent_code, ())
        if unit.parent_code and not any(is_below(unit.level, one.level) and one.holds_on(first) for one in above):
            faults.append(
                Fault(
                    file,
                    row.line,
                    f"Không có đơn vị cấp trên mang mã {unit.parent_code} khi {unit.name} bắt đầu.",
                    f"No higher unit bore the code {unit.parent_code} when {unit.name} began.",
                )
            )


def place_changes(rows: Sequence[Lined], changes: Iterable[Placed], file: str, faults: list[Fault]) -> list[Change]:
    """The changes between units; one that has no unit the day before, or on the day, is told and left out."""
    by_code = _by_code(rows)
    links: list[Change] = []
    lines: list[int] = []
    for row in changes:
        source = _only(by_code, row.from_code, row.on - _DAY)
        target = _only(by_code, row.to_code, row.on)
        if source is None or (row.to_code and target is None):
            code, day = (row.from_code, row.on - _DAY) if source is None else (row.to_code, row.on)
            faults.append(
                Fault(
                    file,
                    row.line,
                    f"Ngày {format_date(day)} không có đúng một đơn vị mang mã {code}; dòng này bị bỏ qua.",
                    f"On {day.isoformat()} not just one unit bore the code {code}; the line was left out.",
                )
            )
            continue
        to = None if target is None else target.unit_id
        links.append(Change(row.on, row.kind, row.extent, source.unit_id, to, row.act, row.clause, row.shares))
        lines.append(row.line)
    return list(_settle_shares(links, lines, file, faults))


def _settle_shares(links: Sequence[Change], lines: Sequence[int], file: str, faults: list[Fault]) -> Iterator[Change]:
    """The links of each unit; shares that contradict each other are told and taken out."""
    of_source: defaultdict[tuple[date, str], list[int]] = defaultdict(list)
    for number, link in enumerate(links):
        of_source[link.on, link.source].append(number)
    for numbers in of_source.values():
        parts = [links[number] for number in numbers]
        line = lines[numbers[-1]]
        if len(parts) > 1 and any(part.extent is Extent.WHOLE for part in parts):
            message = "Một đơn vị không thể vừa đi nguyên vẹn vừa đi một phần, hoặc đi nguyên vẹn về hai nơi."
            message_en = "A unit cannot go as a whole and also in part, or as a whole to two places."
            faults.append(Fault(file, line, message, message_en))
            yield from (replace(part, extent=Extent.PART, shares=NOT_KNOWN) for part in parts)
            continue
        if len(parts) == 1 and parts[0].extent in (Extent.PART, Extent.REST):
            message = "Đơn vị bị chia nhưng chỉ ghi một phần; hãy ghi cả phần còn lại."
            message_en = "The unit was divided but only one part is recorded; record the rest too."
            faults.append(Fault(file, line, message, message_en))
        for basis in COUNTED:
            known = [share for part in parts if (share := part.shares.by(basis)) is not None]
            total = sum(known, Fraction())
            if total > 1 or (len(known) == len(parts) and total != 1):
                message = f"Các tỷ lệ ({basis}) của một đơn vị cộng lại là {total}, phải là 1; không dùng."
                message_en = f"The shares ({basis}) of one unit add up to {total}, not to 1; they are not used."
                faults.append(Fault(file, line, message, message_en))
                parts = [replace(part, shares=replace(part.shares, **{basis.value: None})) for part in parts]
        yield from parts


def check_ends(rows: Sequence[Lined], links: Sequence[Change], file: str, faults: list[Fault]) -> None:
    """Complains of each unit that ends or begins without a change that says what became of it or what it was."""
    ends = {(link.on, link.source) for link in links}
    begins = {(link.on, link.target) for link in links}
    for row in rows:
        unit = row.version
        name = f"{unit.name} ({unit.code})"
        end, begin = unit.valid_to, unit.valid_from
        if end is not None and (end, unit.unit_id) not in ends:
            message = f"{name} hết hiệu lực {format_date(end)} mà không ghi thành đơn vị nào."
            message_en = f"{name} ends on {end.isoformat()} and no change says what became of it."
            faults.append(Fault(file, row.line, message, message_en))
        if begin is not None and (begin, unit.unit_id) not in begins:
            message = f"{name} có từ {format_date(begin)} mà không ghi từ đơn vị nào."
            message_en = f"{name} begins on {begin.isoformat()} and no change says what it came from."
            faults.append(Fault(file, row.line, message, message_en))


def _by_code(rows: Sequence[Lined]) -> dict[str, list[UnitVersion]]:
    by_code: defaultdict[str, list[UnitVersion]] = defaultdict(list)
    for row in rows:
        by_code[row.version.code].append(row.version)
    return by_code


def _only(by_code: dict[str, list[UnitVersion]], code: str, day: date) -> UnitVersion | None:
    found = [version for version in by_code.get(code, ()) if version.holds_on(day)]
    return found[0] if len(found) == 1 else None
