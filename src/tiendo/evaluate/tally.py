# SPDX-License-Identifier: Apache-2.0
"""How many targets have which status: tallies that add up because they are counted from rows.

What is here: tallies of rows, of levels and groups, and of a stated sentence with its remainder. Not here: statuses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tiendo.evaluate.data import EvaluateError, Status
from tiendo.evaluate.schemes import Scheme


@dataclass(frozen=True, slots=True)
class Tally:
    """Numbers of targets by status, every status there, in the order of ``Status``."""

    counts: tuple[tuple[Status, int], ...]

    @property
    def total(self) -> int:
        """All targets; by construction the sum of the parts."""
        return sum(number for _, number in self.counts)

    @property
    def remainder(self) -> int:
        """Targets that nobody has classified."""
        return self.count(Status.UNCLASSIFIED)

    def count(self, *statuses: Status) -> int:
        """How many have one of these statuses."""
        return sum(number for status, number in self.counts if status in statuses)

    def by_class(self, scheme: Scheme) -> tuple[tuple[str, int], ...]:
        """Numbers by the locality's own classes, in its order; what is in no class stands last under ""."""
        named = [(found.name, self.count(*found.statuses)) for found in scheme.classes]
        return (*named, ("", self.total - sum(number for _, number in named)))


@dataclass(frozen=True, slots=True)
class TallyRow:
    """One line of the list of targets.

    Attributes:
        level: 1 for targets, 2 for their components ("chỉ tiêu thành phần").
        group: "Kinh tế", "Xã hội" …
        is_counted: rows "trong đó" are shown and not counted.
    """

    status: Status
    level: int = 1
    group: str = ""
    is_counted: bool = True


def tally_statuses(statuses: Iterable[Status]) -> Tally:
    """The tally of statuses."""
    return _make(Counter(statuses))


def tally_rows(rows: Iterable[TallyRow], *, level: int = 1) -> Tally:
    """The tally of the counted rows of a level."""
    return tally_statuses(row.status for row in rows if row.is_counted and row.level == level)


def tally_groups(rows: Iterable[TallyRow], *, level: int = 1) -> dict[str, Tally]:
    """One tally per group, in the order in which groups appear; they add up to ``tally_rows``."""
    listed = [row for row in rows if row.is_counted and row.level == level]
    groups = dict.fromkeys(row.group for row in listed)
    return {group: tally_statuses(row.status for row in listed if row.group == group) for group in groups}


def add_tallies(tallies: Iterable[Tally]) -> Tally:
    """The tally of all rows behind several tallies."""
    numbers: Counter[Status] = Counter()
    for tally in tallies:
        numbers.update(dict(tally.counts))
    return _make(numbers)


def complete_tally(total: int, parts: Mapping[Status, int]) -> Tally:
    """A tally as a report states it, with the remainder that it does not state: 20 = 13 + 6 + 1.

    Args:
        total: the stated number of targets.
        parts: the stated numbers by status.

    Returns:
        Its total is the stated one; what the parts leave open is unclassified.

    Raises:
        EvaluateError: the parts are more than the total, or a number is negative.

    Source: DOMAIN 0.
    """
    stated = sum(parts.values())
    if min(parts.values(), default=0) < 0 or stated > total:
        printed = " + ".join(str(number) for number in parts.values())
        raise EvaluateError(f"{printed} = {stated}, nhiều hơn tổng số {total} chỉ tiêu; hãy kiểm tra lại các nhóm.")
    numbers = Counter(parts)
    numbers[Status.UNCLASSIFIED] += total - stated
    return _make(numbers)


def _make(numbers: Mapping[Status, int]) -> Tally:
    return Tally(tuple((status, numbers.get(status, 0)) for status in Status))
