# SPDX-License-Identifier: Apache-2.0
"""Percentages and changes of the text whose base stands in a table of the same document.

A row is the right one when it holds the figure of the sentence and shares words with it; by words alone a row is only
believed when the arithmetic then holds. Not here: claims between cells (the room of the tables).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from unicodedata import normalize

from tiendo.kernel.arithmetic import scale_of
from tiendo.kernel.findings import Claim, ClaimType, Kind, Measurement, Operand
from tiendo.kernel.quantity import Quantity
from tiendo.read.engine.scan import Scan
from tiendo.read.findings.claims.build import Draft, make_claim, make_ratio, settle
from tiendo.read.findings.claims.context.figures import is_same_measure
from tiendo.read.findings.claims.context.items import CHANGE, SHARE, Item
from tiendo.read.findings.claims.context.passages import Passage, Passages
from tiendo.read.findings.claims.rates.differences import can_differ, signed_change
from tiendo.read.findings.claims.rates.modes import is_average, mode_of
from tiendo.read.findings.claims.rates.plans import is_other_plan
from tiendo.read.findings.claims.words import YEAR_AFTER, Base, Verb

_WORD = re.compile(r"\w+")
# Words that tell no row from another. Source: house reading of table heads and row labels.
_EMPTY = frozenset("trong đó và của các trên địa bàn số tổng thực hiện được có là ước đạt năm đến nay toàn".split())
_SAME_PERIOD = re.compile(r"cùng kỳ|kỳ trước")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_LEAD = 160  # characters of the sentence in which the words of the row are looked for
_FEWEST_WORDS = 2
_MOST_ROWS = 4


@dataclass(slots=True)
class _Row:
    """The figures of one row of a table."""

    words: frozenset[str]
    cells: list[Measurement] = field(default_factory=list)


class Rows:
    """The rows of all tables, by the figures that stand in them."""

    def __init__(self, measurements: Sequence[Measurement]) -> None:
        self.by_value: dict[Decimal, list[_Row]] = defaultdict(list)
        rows: dict[tuple[int, int], _Row] = {}
        for found in measurements:
            if found.cell is None or found.second is not None:
                continue
            place = found.cell.table, found.cell.row
            row = rows.get(place)
            if row is None:
                row = rows[place] = _Row(_words(found.cell.row_label))
            row.cells.append(found)
            if found.kind in (Kind.ACTUAL, Kind.FORECAST, Kind.TARGET):
                self.by_value[_size(found.quantity)].append(row)

    def __bool__(self) -> bool:
        return bool(self.by_value)

    def of(self, item: Item, lead: frozenset[str]) -> list[tuple[_Row, Measurement]]:
        """The rows that hold the figure and share words with its sentence, those with most words first."""
        found: list[tuple[int, _Row, Measurement]] = []
        for row in self.by_value.get(_size(item.figure.level("").quantity), ()):
            shared = len(row.words & lead)
            if not shared or shared * 2 < min(len(row.words), _FEWEST_WORDS * 2):
                continue
            for cell in row.cells:
                if _size(cell.quantity) == _size(item.figure.quantity) and is_same_measure(
                    cell.quantity, item.figure.quantity
                ):
                    found.append((shared, row, cell))
                    break
        found.sort(key=lambda entry: -entry[0])
        return [(row, cell) for _, row, cell in found[:_MOST_ROWS]]


def find_table_claims(scan: Scan, measurements: Sequence[Measurement]) -> list[Claim]:
    """The claims of the running text that need a figure of a table.

    Args:
        measurements: those of the text and those of the cells.

    Returns:
        The claims in the order of the text; their bases have ``cell`` in place of ``span``.
    """
    passages, rows = Passages(scan, measurements), Rows(measurements)
    return [claim for passage in passages for claim in link_to_tables(passages, passage, rows)]


def link_to_tables(passages: Passages, passage: Passage, rows: Rows) -> Iterator[Claim]:
    """The same for one sentence."""
    if not rows:
        return
    for item in passage.items:
        claim = settle(_drafts(passages, passage.sentence.start, item, rows)) if _needs_base(item) else None
        if claim is not None:
            yield claim


def _needs_base(item: Item) -> bool:
    """A share or change whose base is named but not printed beside it."""
    level = item.level
    if item.role not in (SHARE, CHANGE) or level is None or item.base is not None or is_average(item):
        return False
    if level.figure.is_fraction or level.came_from is not None or item.figure.is_multiple or item.figure.is_fraction:
        return False
    if item.role is SHARE:
        return item.base_kind is Base.PLAN and not level.figure.is_percent
    return item.base_kind in (Base.PLAN, Base.SAME_PERIOD, Base.EARLIER) or item.verb is Verb.EXCEED


def _drafts(passages: Passages, start: int, item: Item, rows: Rows) -> Iterator[Draft]:
    level = item.level
    assert level is not None  # noqa: S101 - _needs_base has looked
    lead = _words(passages.norm[max(start, level.figure.start - _LEAD) : item.figure.start] + " " + level.behind)
    for row, here in rows.of(level, lead):
        for base in _bases(row, here, item):
            yield from _claims(passages, item, level, base)


def _bases(row: _Row, here: Measurement, item: Item) -> list[Measurement]:
    """The cells of a row that can be what a share or change is measured against."""
    others = [cell for cell in row.cells if cell is not here and is_same_measure(cell.quantity, here.quantity)]
    kind = item.base_kind or Base.PLAN
    if kind is Base.PLAN:
        plans = [cell for cell in others if cell.kind is Kind.TARGET]
        return [cell for cell in plans if _year(cell) in (None, _year(here))] or plans
    results = [cell for cell in others if cell.kind in (Kind.ACTUAL, Kind.FORECAST)]
    year = YEAR_AFTER.match(item.behind)
    if kind is Base.EARLIER and year is not None:
        return [cell for cell in results if _year(cell) == year.group(1)]
    if kind is Base.SAME_PERIOD:
        named = [
            cell for cell in results if cell.cell is not None and _SAME_PERIOD.search(_norm(cell.cell.column_label))
        ]
        return named or [cell for cell in results if _is_same_period(cell.period, here.period)]
    return []


def _is_same_period(one: str | None, other: str | None) -> bool:
    """Whether one period is the other a year before: "2025-01/2025-09" and "2026-01/2026-09"."""
    if one is None or other is None:
        return False
    return _YEAR.sub(lambda found: str(int(found.group()) + 1), one) == other


def _year(cell: Measurement) -> str | None:
    found = _YEAR.search(cell.period or "")
    return found.group(1) if found is not None else None


def _claims(passages: Passages, item: Item, level: Item, base: Measurement) -> Iterator[Draft]:
    operand = Operand("", base.quantity, cell=base.cell)
    is_certain = not item.is_soft
    if item.base_kind is Base.PLAN and base.cell is not None:
        is_certain = is_certain and not is_other_plan(item.behind, _norm(base.cell.column_label))
    if item.figure.is_percent and not item.figure.is_point and not level.figure.is_percent:
        numbers = (level.figure.level(""), operand, item.figure.operand(""))
        yield make_ratio(
            passages.scan,
            mode_of(item),
            numbers,
            (level, item),
            "ratio.table",
            is_certain=is_certain,
            is_banded=is_certain,
            base=item.base_kind,
        )
    elif item.role is CHANGE and can_differ(item.figure, level.figure):
        operands = (
            Operand("from", base.quantity, cell=base.cell),
            level.figure.level("to"),
            signed_change(item),
        )
        claim = make_claim(passages.scan, ClaimType.DIFFERENCE, operands, (level, item), "difference.table")
        yield Draft(claim, is_certain, is_banded=is_certain)


def _size(quantity: Quantity) -> Decimal:
    return (abs(quantity.value) * scale_of(quantity)).normalize()


def _norm(text: str) -> str:
    return normalize("NFC", text).lower()


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_norm(text))) - _EMPTY
