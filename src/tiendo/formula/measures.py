# SPDX-License-Identifier: Apache-2.0
"""Whether a formula gives what its indicator measures: the algebra of units of measure.

What is here: a formula and the units of its names → the unit of the result, or the place where units do not fit.
Not here: the table of units (``kernel.units``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from tiendo.formula.data import Calculation, Constant, Expression, FormulaError, Name, Negative, Sign
from tiendo.formula.parsing import write_formula
from tiendo.kernel.units import Dimension, Unit, find_unit, same_dimension

#: Nouns that count the same people. Source: house reading of official tables ("bác sĩ/vạn dân" of "dân số: người").
_PEOPLE = "người"
_SYNONYMS = {"dân": _PEOPLE, "nhân khẩu": _PEOPLE, "khẩu": _PEOPLE}
_WITHOUT_UNIT = (Dimension.RATIO, Dimension.POINT)  # the difference of two shares is told in points
_HUNDRED = 100
#: The base unit of each dimension as it is written; the same in both languages.
_SYMBOLS = {
    "money": "đồng",
    "dollar": "USD",
    "euro": "EUR",
    "length": "m",
    "area": "m²",
    "volume": "m³",
    "mass": "kg",
    "power": "W",
    "energy": "Wh",
    "apparent_power": "VA",
}


@dataclass(frozen=True, slots=True)
class Measure:
    """What a part of a formula measures: base units with their powers ("đồng" 1, "người" -1); none for a number."""

    powers: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        above = "×".join(name for name, power in self.powers for _ in range(max(power, 0)))
        below = "/".join(name for name, power in self.powers for _ in range(max(-power, 0)))
        return (above or "1") + (f"/{below}" if below else "")


def scale_of(measure: str) -> Fraction:
    """Size of a unit in its base unit: 10⁹ for "tỷ đồng", 1/100 for "%"."""
    return Fraction(_unit_of(measure).scale)


def measure_of(measure: str) -> Measure:
    """What a unit of measure measures.

    Raises:
        FormulaError: it is no unit.
    """
    unit = _unit_of(measure)
    powers = [] if unit.dimension in _WITHOUT_UNIT else [(_base(unit), 1)] if _base(unit) else []
    for below in unit.per:
        powers = _multiply(powers, [(_name(below), -1)])
    return Measure(tuple(powers))


def check_measure(part: Expression, result: str, measures: Mapping[str, str]) -> None:
    """Whether the formula gives what its indicator measures; scales ("tỷ", "triệu", "%") fit by themselves.

    Args:
        result: the unit of measure of the indicator that is computed.
        measures: code → unit of measure, of all indicators that may be named.

    Raises:
        FormulaError: a name is not known, a sum of things that do not add, a result that is something else.

    Examples:
        >>> from tiendo.formula.parsing import parse_formula
        >>> check_measure(parse_formula("insured / population"), "%", {"insured": "người", "population": "nghìn người"})
    """
    found, wanted = _measure(part, measures), measure_of(result)
    if not _are_alike(found, wanted):
        raise FormulaError(
            f"Công thức cho ra «{found}», còn chỉ tiêu tính bằng «{result}»; hãy sửa công thức hoặc đơn vị tính.",
            f"The formula gives “{found}” and the indicator is measured in “{result}”; mend one of them.",
        )
    if _unit_of(result).dimension in _WITHOUT_UNIT and scale_of(result) == Fraction(1, _HUNDRED):
        _refuse_hundred(part)


def _refuse_hundred(part: Expression) -> None:
    """A formula states a share, "%" says how it is written: a factor of 100 would make it a hundred times too large."""
    match part:
        case Calculation(Sign.TIMES, left, right, at):
            for factor in (left, right):
                if isinstance(factor, Constant) and factor.value == _HUNDRED and not factor.unit:
                    raise FormulaError(
                        "Chỉ tiêu tính bằng % thì không nhân 100 trong công thức, vì % đã là phần trăm; hãy bỏ «100».",
                        "The indicator is measured in %, so 100 is not multiplied in the formula; remove it.",
                        at,
                    )
            _refuse_hundred(left)
            _refuse_hundred(right)
        case Calculation(Sign.OVER, left, _, _):
            _refuse_hundred(left)


def _unit_of(measure: str) -> Unit:
    unit = find_unit(measure)
    if unit is None:
        raise FormulaError(f"«{measure}» không phải là đơn vị tính.", f"“{measure}” is no unit of measure.")
    return unit


def _base(unit: Unit) -> str:
    return _name(unit.noun if unit.dimension is Dimension.COUNT else unit.dimension.value)


def _name(base: str) -> str:
    return _SYMBOLS.get(base) or _SYNONYMS.get(base, base)


def _measure(part: Expression, measures: Mapping[str, str]) -> Measure:
    match part:
        case Constant():
            return measure_of(part.unit) if part.unit else Measure()
        case Name():
            if part.code not in measures:
                raise FormulaError(
                    f"Chưa có chỉ tiêu mang mã «{part.code}»; hãy sửa mã hoặc thêm chỉ tiêu ấy vào gói.",
                    f"There is no indicator “{part.code}”; correct the code or add the indicator to the pack.",
                    part.at,
                )
            return measure_of(measures[part.code])
        case Negative():
            return _measure(part.part, measures)
        case Calculation():
            left, right = _measure(part.left, measures), _measure(part.right, measures)
            if part.sign is Sign.TIMES:
                return Measure(tuple(_multiply(left.powers, right.powers)))
            if part.sign is Sign.OVER:
                return Measure(tuple(_multiply(left.powers, [(name, -power) for name, power in right.powers])))
            return _add(part, left, right)


def _add(part: Calculation, left: Measure, right: Measure) -> Measure:
    if not _are_alike(left, right):
        one, two = write_formula(part.left), write_formula(part.right)
        raise FormulaError(
            f"Không cộng, trừ được «{one}» ({left}) với «{two}» ({right}) vì khác loại đơn vị; "
            "hãy kiểm tra lại công thức.",
            f"“{one}” ({left}) and “{two}” ({right}) do not add: they are in other units; check the formula.",
            part.at,
        )
    return min(left, right, key=lambda measure: len(str(measure)))  # "hộ" and "hộ nghèo" together are "hộ"


def _multiply(ones: Iterable[tuple[str, int]], others: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    found = list(ones)
    for name, power in others:
        place = next((place for place, (known, _) in enumerate(found) if _same(known, name)), None)
        if place is None:
            found.append((name, power))
            continue
        known, before = found[place]
        found[place] = (min(known, name, key=len), before + power)
    return sorted((name, power) for name, power in found if power)


def _are_alike(one: Measure, other: Measure) -> bool:
    return not _multiply(one.powers, [(name, -power) for name, power in other.powers])


def _same(one: str, other: str) -> bool:
    """Whether two base units are one, or one names the other more shortly: "hộ" and "hộ nghèo"."""
    return same_dimension(Unit(one, Dimension.COUNT, noun=one), Unit(other, Dimension.COUNT, noun=other))
