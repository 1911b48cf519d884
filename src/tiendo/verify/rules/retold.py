# SPDX-License-Identifier: Apache-2.0
"""The same figure told differently in two places of a document, or in two documents.

Two figures of one subject and period may differ for good reasons (another place, another source of money), so they
are only held against each other when they look like one number with a slip: two exchanged digits, one wrong digit of
many, a factor of a thousand.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from tiendo.kernel.arithmetic import scale_of, values_of
from tiendo.kernel.findings import Measurement, Reading
from tiendo.kernel.period_codes import parse_short
from tiendo.kernel.period_english import tell_period
from tiendo.kernel.period_words import format_period
from tiendo.kernel.problem import Problem, Severity
from tiendo.kernel.quantity import Quantity
from tiendo.kernel.units import find_unit
from tiendo.verify.subjects import subject_key

_FEWEST_WORDS = 3
_MOST_VALUES = 2
_FEWEST_DIGITS = 3  # shorter and rounder numbers are alike by chance
_DIGITS = 4  # from so many on, a single other digit is a slip
_THOUSAND = (Decimal(1000), Decimal("0.001"))

#: A figure with the number of the document it stands in.
_Told = tuple[int, Measurement]


def find(readings: Sequence[Reading]) -> Iterator[tuple[int, Problem]]:
    """Figures told differently, with the number of the document in which the later one stands."""
    groups: dict[tuple[str, ...], list[_Told]] = defaultdict(list)
    for number, reading in enumerate(readings):
        place = (reading.facts.locality or "").lower()
        for found in reading.measurements:
            key = _key(found, place if len(readings) > 1 else "")
            if key is not None:
                groups[key].append((number, found))
    for group in groups.values():
        yield from _differences(group, readings)


def _key(found: Measurement, place: str) -> tuple[str, ...] | None:
    subject = subject_key(found.subject)
    unit = find_unit(found.unit)
    if unit is None or found.is_range or found.period is None or len(subject.split()) < _FEWEST_WORDS:
        return None
    dimension = f"{unit.dimension.value} {unit.noun} {' '.join(unit.per)}"
    return subject, dimension, found.kind.value, found.comparison or "", found.period, place


def _differences(group: list[_Told], readings: Sequence[Reading]) -> Iterator[tuple[int, Problem]]:
    first = group[0]
    others = [told for told in group[1:] if not _agree(first[1], told[1])]
    if not others:
        return
    if len({(_base(told[1]), _second(told[1])) for told in group}) > _MOST_VALUES:
        return  # a list of like things, not one thing
    for number, found in others:
        if not _are_apart(readings, first, (number, found)) or not looks_like_slip(first[1], found):
            continue
        yield number, _problem(readings, first, (number, found))
        return


def _base(found: Measurement) -> Decimal:
    return found.value * scale_of(found.quantity)


def _second(found: Measurement) -> Decimal | None:
    return None if found.second is None else found.second.value


def _agree(one: Measurement, other: Measurement) -> bool:
    if (one.second is None) != (other.second is None):
        return True  # told in another form
    if one.second is not None and other.second is not None and not _overlap(one.second, other.second):
        return False
    return _overlap(one.quantity, other.quantity)


def _overlap(one: Quantity, other: Quantity) -> bool:
    return one == other or values_of(one, is_loose=True).overlaps(values_of(other, is_loose=True))


def _are_apart(readings: Sequence[Reading], one: _Told, other: _Told) -> bool:
    """In two documents, in text and table, or in two paragraphs: side by side they are told of two things."""
    if one[0] != other[0]:
        return True
    a, b = one[1].span, other[1].span
    if a is None or b is None:
        return a is not b
    return "\n" in readings[one[0]].document.text[a.end : b.start]


def looks_like_slip(one: Measurement, other: Measurement) -> bool:
    """Whether one number is the other with exchanged digits, one wrong digit of many, or a factor of a thousand."""
    a, b = _base(one), _base(other)
    if any(a * factor == b for factor in _THOUSAND):
        return True
    if scale_of(one.quantity) != scale_of(other.quantity):
        return False
    pairs = [(one.value, other.value)]
    if one.second is not None and other.second is not None:
        pairs.append((one.second.value, other.second.value))
    different = [(x, y) for x, y in pairs if x != y]
    return len(different) == 1 and _is_misprint(*different[0])


def _is_misprint(one: Decimal, other: Decimal) -> bool:
    a, b = _digits(one), _digits(other)
    if len(a) != len(b) or len(a.rstrip("0")) < _FEWEST_DIGITS or len(b.rstrip("0")) < _FEWEST_DIGITS:
        return False
    wrong = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(wrong) == 1:
        return len(a) >= _DIGITS
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and a[wrong[0]] == b[wrong[1]] and a[wrong[1]] == b[wrong[0]]  # noqa: PLR2004


def _digits(value: Decimal) -> str:
    return format(abs(value).normalize(), "f").replace(".", "")


def _problem(readings: Sequence[Reading], one: _Told, other: _Told) -> Problem:
    (first, a), (second, b) = one, other
    where_vi, where_en = "", ""
    place = a.span or a.cell
    related = (place,) if place is not None else ()
    if first != second:
        name = readings[first].document.path.replace("\\", "/").rpartition("/")[2]
        where_vi, where_en = f" trong «{name}»", f" in “{name}”"
        related = ()
    period_vi, period_en = _tell_period(a.period)
    return Problem(
        "told_differently",
        # two documents may rightly differ: an earlier and a later report, a draft and its final text
        Severity.SUSPICIOUS if first == second else Severity.NOTICE,
        b.quote,
        f"«{b.subject}» ghi {b.quote}, chỗ khác{where_vi} ghi {a.quote} cho cùng kỳ {period_vi};"
        " hãy kiểm tra số nào đúng và sửa cho khớp.",
        f"“{b.subject}” is told as {b.quote} here and as {a.quote}{where_en or ' elsewhere'} for the same period"
        f" ({period_en}); find out which is right.",
        span=b.span,
        cell=b.cell,
        related=related,
    )


def _tell_period(code: str | None) -> tuple[str, str]:
    """A period in words of both languages; figures without one are not held against each other."""
    period = parse_short(code or "")
    return format_period(period), tell_period(period)
