# SPDX-License-Identifier: Apache-2.0
"""What is wrong with a sheet, or unusual: every check that applies, in the order of the lines.

What is here: cells and figures beside them → flaws. Not here: sentences (``views``), which figures (``queries``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tiendo.formula import Known, Name, Nothing, Value, When, compute, exact_value, names_in, parse_formula
from tiendo.kernel.interval import Interval
from tiendo.kernel.numbers import round_half_up
from tiendo.kernel.quantity import Quantity
from tiendo.server.collect.data import (
    Arithmetic,
    Beside,
    CellRow,
    Change,
    Check,
    Flaw,
    FlawKind,
    Outlier,
    OutlierMethod,
    Range,
    Severity,
    Trouble,
)
from tiendo.server.collect.rules.outliers import compute_median, compute_modified_z, compute_ratio
from tiendo.server.figures.data import Nature

_TROUBLES = {
    Trouble.AMBIGUOUS: FlawKind.AMBIGUOUS,
    Trouble.UNREADABLE: FlawKind.UNREADABLE,
    Trouble.ANSWER: FlawKind.ANSWER,
}
_ONE, _HUNDRED, _SHOWN = Decimal(1), 100, 12
Told = dict[str, Decimal | str | None]


@dataclass(frozen=True, slots=True)
class LineFacts:
    """What a check must know of a line."""

    code: str
    measure: str
    nature: Nature
    is_required: bool


def check_sheet(
    lines: Sequence[LineFacts],
    cells: Mapping[str, CellRow],
    beside: Mapping[str, Beside],
    checks: Sequence[Check],
) -> tuple[Flaw, ...]:
    """All flaws of a sheet, in the order of its lines."""
    seen = _Seen({line.code: line for line in lines}, cells, beside)
    found = [flaw for line in lines for flaw in _check_cell(line, cells.get(line.code, CellRow(line.code)))]
    for check in checks:
        match check:
            case Arithmetic():
                found.extend(_check_arithmetic(check, seen))
            case Range():
                found.extend(_check_range(check, seen))
            case Change():
                found.extend(_check_change(check, seen))
            case Outlier():
                found.extend(_check_outlier(check, seen))
    places = {line.code: place for place, line in enumerate(lines)}
    return tuple(sorted(found, key=lambda flaw: (places[flaw.lines[0]], flaw.severity)))


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sheet as checks look at it."""

    lines: Mapping[str, LineFacts]
    cells: Mapping[str, CellRow]
    beside: Mapping[str, Beside]

    def value_of(self, code: str) -> Decimal | None:
        cell = self.cells.get(code)
        return None if cell is None else cell.value

    def is_noted(self, codes: Sequence[str]) -> bool:
        return any(code in self.cells and self.cells[code].note.strip() for code in codes)

    def make(self, kind: FlawKind, severity: Severity, codes: Sequence[str], **told: Decimal | str | None) -> Flaw:
        return Flaw(kind, severity, tuple(codes), told, severity is Severity.WARNING and self.is_noted(codes))


def _check_cell(line: LineFacts, cell: CellRow) -> Iterator[Flaw]:
    if cell.sent_back:
        yield Flaw(FlawKind.SENT_BACK, Severity.ERROR, (line.code,), {"reason": cell.sent_back})
    if cell.trouble:
        yield Flaw(_TROUBLES[cell.trouble], Severity.ERROR, (line.code,), {"text": cell.text})
    elif cell.is_empty and line.is_required:
        yield Flaw(FlawKind.EMPTY, Severity.ERROR, (line.code,))
    elif cell.gap is not None and not cell.gap_reason.strip():
        yield Flaw(FlawKind.REASON, Severity.ERROR, (line.code,))


def _list_values(check: Range | Change | Outlier, seen: _Seen) -> Iterator[tuple[str, Decimal]]:
    """The lines of a check that hold a number; what is not there is no zero."""
    for code in check.lines or seen.lines:
        value = seen.value_of(code)
        if value is not None and code in seen.lines and seen.lines[code].nature is not Nature.YES_NO:
            yield code, value


def _check_range(check: Range, seen: _Seen) -> Iterator[Flaw]:
    low, high = check.at_least, check.at_most
    for code, value in _list_values(check, seen):
        if (low is not None and value < low) or (high is not None and value > high):
            yield seen.make(FlawKind.RANGE, check.severity, [code], value=value, low=low, high=high)


def _check_change(check: Change, seen: _Seen) -> Iterator[Flaw]:
    for code, value in _list_values(check, seen):
        beside = seen.beside.get(code, Beside())
        former = beside.previous if check.against == "previous" else beside.same
        if not former:  # nothing is told in per cent of zero
            continue
        moved = (Fraction(value) - Fraction(former)) / abs(Fraction(former)) * _HUNDRED
        falls = check.fall_pct is not None and moved < -Fraction(check.fall_pct)
        rises = check.rise_pct is not None and moved > Fraction(check.rise_pct)
        if falls or rises:
            told: Told = {"value": value, "former": former, "moved": _in_print(moved), "against": check.against}
            yield seen.make(FlawKind.CHANGE, check.severity, [code], **told)


def _check_outlier(check: Outlier, seen: _Seen) -> Iterator[Flaw]:
    for code, value in _list_values(check, seen):
        former = seen.beside.get(code, Beside()).history
        if len(former) < check.least:
            continue
        if check.method is OutlierMethod.MODIFIED_Z:
            score = compute_modified_z(value, former)
            is_far = score is not None and abs(score) > Fraction(check.limit)
        else:
            score = compute_ratio(value, former)
            limit = Fraction(check.limit)
            is_far = score is not None and not 1 / limit < score < limit
        if is_far and score is not None:
            usual = _in_print(compute_median([Fraction(one) for one in former]))
            told: Told = {"value": value, "usual": usual, "score": _in_print(score), "method": check.method}
            yield seen.make(FlawKind.OUTLIER, check.severity, [code], **told)


def _in_print(number: Fraction) -> Decimal:
    """Digits enough to be shown; nothing is compared with it."""
    exact = Decimal(number.numerator) / Decimal(number.denominator)
    return round_half_up(exact, _SHOWN).normalize()


def _check_arithmetic(check: Arithmetic, seen: _Seen) -> Iterator[Flaw]:
    left, right = parse_formula(check.left), parse_formula(check.right)
    names = [*names_in(left), *names_in(right)]
    codes = list(dict.fromkeys(name.code for name in names if name.when is When.NOW))
    if not codes:
        return
    measure = seen.lines[codes[0]].measure
    sides = [compute(side, _Finding(seen, check.tolerance is None), measure) for side in (left, right)]
    one, other = sides
    if isinstance(one, Nothing) or isinstance(other, Nothing) or _holds(check, one, other):
        return
    told: Told = {
        "left": check.left,
        "right": check.right,
        "sign": check.sign,
        "left_value": _in_print(one.point),
        "right_value": _in_print(other.point),
        "difference": _in_print(one.point - other.point),
        "measure": measure,
        "message": check.message,
        "message_en": check.message_en,
    }
    yield seen.make(FlawKind.ARITHMETIC, check.severity, codes[::-1], **told)


@dataclass(frozen=True, slots=True)
class _Finding:
    """Looks a name of a formula up on the sheet; with rounding, a printed number stands for all that round to it."""

    seen: _Seen
    has_rounding: bool

    def __call__(self, name: Name) -> Known | None:
        """The figure of a name; None where there is none."""
        beside, line = self.seen.beside.get(name.code, Beside()), self.seen.lines[name.code]
        match name.when:
            case When.PREVIOUS:
                former = beside.previous
            case When.SAME_PERIOD:
                former = beside.same
            case _:
                return self._find_cell(name.code)
        return None if former is None else Known(exact_value(former), line.measure)

    def _find_cell(self, code: str) -> Known | None:
        cell = self.seen.cells.get(code)
        if cell is None or cell.value is None:
            return None
        step, measure = cell.step or _ONE, self.seen.lines[code].measure
        is_counted = step >= _ONE or not self.has_rounding
        reach = Interval.exactly(cell.value) if is_counted else Quantity(cell.value, measure, step).interval()
        return Known(Value(Fraction(cell.value), reach), measure)


def _holds(check: Arithmetic, left: Value, right: Value) -> bool:
    one = left.reach.widened(check.tolerance) if check.tolerance else left.reach
    match check.sign:
        case "<=":
            return not right.reach.is_below(one)
        case ">=":
            return not one.is_below(right.reach)
    return one.overlaps(right.reach)
