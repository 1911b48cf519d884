# SPDX-License-Identifier: Apache-2.0
"""What the rows of a section are: their labels, numbering, groups, totals, parts, and which row is part of which.

Not here: figures and sums (``claims.sums``).
"""

from __future__ import annotations

import re

from tiendo.read.tables import words
from tiendo.read.tables.data import Meaning, Role, Row, Section, Sense, Step
from tiendo.read.tables.grid import PLACEHOLDERS, Grid
from tiendo.read.tables.header import is_numbering
from tiendo.read.tables.meanings import is_measure_name, is_share_word, read_row_meaning
from tiendo.read.tables.periods import read_time
from tiendo.read.tables.roles import ORDINAL
from tiendo.read.tables.units import bracket_unit, is_same_as_above, is_unit, label_unit, tidy, trailing_unit

_PART = re.compile(r"(?:[-+*•]\s?)?(?:trong đó|tr\.? ?đó|t\.đó|bao gồm|gồm)\s?[:,.]?\s?")
_NUMBERING = re.compile(
    r"""(?P<number>[ivx]{1,5}(?=[.)/-]\s|\.\w|-\s)|\d{1,2}(?:\.\d{1,2}){1,4}(?=[.)]?\s)|\d{1,3}(?=[.)/]\s?\D|-\s)
    |[a-zđ](?=[.)/]\s)|[-–+*•](?=\s?[^\W\d]))[.)/-]?\s*""",
    re.VERBOSE,
)
_TOTAL = re.compile(rf"{words.TOTAL}(?: (?:cộng|số|chung))?(?: ?[(:=].{{0,40}}| (?:i|1|a) ?\+.{{1,30}})? ?:?")
# "Tổng thu" and its like sum up the table only where the row has no number of its own
_TOTAL_OF = re.compile(
    r"(?:tổng|tổng cộng|tổng số|cộng) (?:thu|chi|vốn|kinh phí|nguồn|dự án|kế hoạch|số)"
    r"(?: [^\W\d_]+){0,5}(?: ?\(.{1,40}\))?"
)
_SUM_OF = re.compile(r"[(=]\s?([a-z\d]{1,5}(?:\.\d{1,2})?(?:\s?\+\s?[a-z\d]{1,5}(?:\.\d{1,2})?){1,12})\s?\)?")
_RATIO = re.compile(r"t[ỷỉ] (?:lệ|suất)(?!\w)")
_TIME_HEAD = re.compile(r"tháng|quý|năm")
_ROMAN = re.compile(r"[ivx]{1,5}")


def read_rows(grid: Grid, section: Section) -> None:
    """Fill ``section.rows`` from the rows under its header."""
    columns = section.columns
    places = {role: [c.index for c in columns if c.role is role] for role in Role}
    labels = places[Role.LABEL] or places[Role.GROUP]
    last = columns[labels[0]].norms[-1:] if labels else ()
    head = last[0] if last and _TIME_HEAD.fullmatch(last[0]) else ""
    repeats = _labels_repeat(grid, section, labels)
    for index in section.data:
        if is_numbering(grid, index):
            continue
        section.rows.append(_read_row(grid, index, places, labels, head, repeats))
    _link(section.rows, has_numbers=bool(places[Role.ORDINAL]) and _has_numbers(section))
    _pass_units_down(section.rows)
    _settle_measures(section.rows)


def _labels_repeat(grid: Grid, section: Section, labels: list[int]) -> bool:
    """Whether labels come again and again, so that the group belongs to the name ("Xã A / Kế hoạch")."""
    if not labels:
        return False
    said = [grid.norms[r][labels[0]] for r in section.data if grid.norms[r][labels[0]]]
    return len(said) > 3 and len(set(said)) * 2 <= len(said)  # noqa: PLR2004


def _read_row(
    grid: Grid, index: int, places: dict[Role, list[int]], labels: list[int], head: str, repeats: bool
) -> Row:
    norms = grid.norms[index]
    numbered = next((c for c in places[Role.ORDINAL] if norms[c]), None)
    ordinal = norms[numbered] if numbered is not None else ""
    is_capital = numbered is not None and grid.text(index, numbered)[:1].isupper()
    at = next((c for c in labels if norms[c]), None)
    if at is None:
        others = [*places[Role.GROUP], *places[Role.ORDINAL], *places[Role.NOTE]]
        at = next((c for c in sorted(others) if norms[c] and not ORDINAL.fullmatch(norms[c])), None)
    if at is None:
        at = next((c for c in sorted([*places[Role.GROUP], *places[Role.ORDINAL]]) if norms[c]), None)
    label = grid.text(index, at) if at is not None else ""
    norm = norms[at] if at is not None else ""
    if repeats and at in labels:
        groups = [c for c in places[Role.GROUP] if norms[c]]
        label = " / ".join([*(grid.text(index, c) for c in groups), label])
    row = Row(index, label, norm)
    _read_label(row, ordinal, is_capital=is_capital)
    _read_row_unit(grid, row, places[Role.UNIT], norm)
    row.noun = label_unit(row.norm)
    row.meaning = read_row_meaning(row.norm)
    row.time = read_time(f"{head} {row.norm}") if is_measure_name(row.norm) else None
    return row


def _read_label(row: Row, ordinal: str, *, is_capital: bool) -> None:
    norm = row.norm
    if ordinal == norm or not ORDINAL.fullmatch(ordinal):
        ordinal = ""
    part = _PART.match(norm)
    if part is not None:
        row.is_part, norm = True, norm[part.end() :].strip()
    inner = _NUMBERING.match(norm)
    if inner is not None and inner.end() < len(norm):
        if not ordinal:
            ordinal, is_capital = inner["number"], row.label.strip()[:1].isupper()
        norm = norm[inner.end() :]
    part = _PART.match(norm)
    if part is not None:
        row.is_part, norm = True, norm[part.end() :]
    row.norm, row.ordinal = norm, ordinal.strip(" .)(")
    row.step, row.depth = _step(row, is_capital=is_capital)
    row.is_plain_total = _TOTAL.fullmatch(norm) is not None
    row.is_total = row.is_plain_total or (not ordinal and _TOTAL_OF.fullmatch(norm) is not None)


def _step(row: Row, *, is_capital: bool) -> tuple[Step, int]:
    ordinal = row.ordinal
    if not ordinal:
        return (Step.DASH if row.is_part else Step.PLAIN), 1
    parts = ordinal.split(".")
    if len(parts) > 1:
        return Step.DOTTED, len(parts)
    if ordinal.isdigit():
        return Step.NUMBER, 1
    if ordinal[0] in "-–+*•":
        return Step.DASH, 1
    if is_capital:
        return (Step.ROMAN if _ROMAN.fullmatch(ordinal) else Step.CAPITAL), 1
    return Step.LETTER, 1


def _read_row_unit(grid: Grid, row: Row, columns: list[int], norm: str) -> None:
    for column in columns:
        unit = grid.norms[row.index][column]
        if is_same_as_above(unit):
            row.unit, row.unit_rule = '"', "unit.above"
            return
        if unit and unit not in PLACEHOLDERS and unit != norm and not any(grid.figures[row.index][column]):
            row.unit, row.unit_rule = tidy(unit), "unit.column"
            return
        if is_unit(unit):
            row.unit, row.unit_rule = tidy(unit), "unit.column"
            return
    unit = bracket_unit(norm) or trailing_unit(norm)
    if unit:
        row.unit, row.unit_rule = unit, "unit.label"


def _pass_units_down(rows: list[Row]) -> None:
    """A ditto sign repeats the unit above; a row without unit has that of the row it is a part of."""
    last = ""
    for row in rows:
        if row.unit == '"':
            row.unit = last
        elif not row.unit and _RATIO.match(row.norm):
            row.unit, row.unit_rule = "%", "unit.ratio_label"
        elif not row.unit and row.parent is not None:
            row.unit, row.unit_rule = rows[row.parent].unit, "unit.whole"
        last = row.unit or last


def _settle_measures(rows: list[Row]) -> None:
    """Rows that are a bare "Tỷ lệ (%)" beside rows of plan and result compare the two."""
    senses = {row.meaning.sense for row in rows if row.meaning is not None}
    for row in rows:
        if row.meaning is None and is_measure_name(row.norm) and is_share_word(row.norm):
            if {Sense.PLAN, Sense.RESULT} <= senses:
                row.meaning = Meaning(Sense.SHARE, "plan", rule="row.share")
            row.unit, row.unit_rule = "%", "unit.label"
        elif row.meaning is not None and row.meaning.sense in (Sense.SHARE, Sense.COMPARE) and not row.unit:
            row.unit, row.unit_rule = "%", "unit.share"


def _has_numbers(section: Section) -> bool:
    return any(row.step is not Step.PLAIN for row in section.rows)


def _link(rows: list[Row], *, has_numbers: bool) -> None:
    """Set the parents: a numbering that comes anew is one level deeper, one met before closes the levels under it."""
    stack: list[tuple[tuple[Step, int], int]] = []
    for position, row in enumerate(rows):
        if row.is_total and not row.ordinal:
            stack = []
            continue
        key = (row.step, row.depth)
        if row.step is Step.PLAIN and has_numbers:
            key = (Step.DASH, 1) if stack and not _is_heading(row) else (Step.PLAIN, 0)
            row.step = key[0]
        at = next((i for i, (k, _) in enumerate(stack) if k == key), None)
        if at is None and row.step is Step.DOTTED:
            at = next((i for i, (k, _) in enumerate(stack) if k[0] is Step.DOTTED and k[1] > row.depth), None)
        if at is not None:
            stack = stack[:at]
        row.parent = stack[-1][1] if stack else None
        stack.append((key, position))


def _is_heading(row: Row) -> bool:
    return row.label.isupper() and not row.is_part


def named_parts(norm: str) -> tuple[str, ...]:
    """The row numbers that a total names as its parts: "tổng cộng (i + ii)" → ("i", "ii")."""
    found = _SUM_OF.search(norm)
    return tuple(p.strip() for p in found[1].split("+")) if found else ()
