# SPDX-License-Identifier: Apache-2.0
"""What a figure is worth in its indicator's unit, when two disagree, which value a withdrawal brings back. Pure.

Not here: writing (``services``), words for the person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from enum import StrEnum
from fractions import Fraction

from tiendo.formula import (
    Calculation,
    Expression,
    Known,
    Lookup,
    Nothing,
    Sign,
    Value,
    compute,
    exact_value,
    names_in,
)
from tiendo.kernel.interval import Interval
from tiendo.kernel.numbers import round_half_up
from tiendo.kernel.period import ADMINISTRATIVE, CALENDAR, Period, Regime
from tiendo.kernel.period_codes import parse_sdmx
from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.kernel.units import UnitError, convert, find_unit, same_dimension
from tiendo.kernel.vietnamese import search_key
from tiendo.server.figures.data import Deed, FigureStatus, Gap, Nature

REGIMES: dict[str, Regime] = {regime.code: regime for regime in (CALENDAR, ADMINISTRATIVE)}
_ONE = Decimal(1)
_WIDE = Context(prec=120)
_PLACES = 20
_TWO = 2
_NOTHING = Fraction(1, 10**60)  # by so much the ends of a computed range are rounded outward at most
#: From less firm to firmer. Source: DOMAIN 1.3 keeps them apart.
_FIRMNESS = (FigureStatus.ESTIMATE, FigureStatus.ACTUAL, FigureStatus.FINAL)
_EXACT_NAME, _MARKLESS_NAME, _MOST_OF_PART = 100, 97, 90
_CODE_BONUS, _OTHER_MEASURE = 25, 60
#: Words of every second name, which tell no indicator from another. Source: house reading of the genre.
_EMPTY_WORDS = frozenset("tong so ti le cua cac tren dia ban trong nam va duoc muc gia tri thuc hien uoc dat".split())


class Wrong(StrEnum):
    """Why a figure cannot be kept."""

    FORM = "form"  # not exactly one of quantity, parts, answer, gap
    UNIT = "unit"  # measures something else
    ANSWER = "answer"  # an answer where a number is needed, or the other way round
    RANGE = "range"
    ZERO = "zero"  # nothing can be divided by zero
    GAP = "gap"  # a gap without a reason


class WrongFigureError(ValueError):
    """A figure that cannot be kept; ``services`` tells the person."""

    def __init__(self, wrong: Wrong, given: str = "") -> None:
        super().__init__(wrong)
        self.wrong = wrong
        self.given = given


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody gives: the value fields of ``FigureInput`` and of ``Correction``."""

    quantity: Quantity | None = None
    upper: Quantity | None = None
    numerator: Quantity | None = None
    denominator: Quantity | None = None
    answer: bool | None = None
    gap: Gap | None = None
    gap_reason: str = ""


@dataclass(frozen=True, slots=True)
class Values:
    """What is kept: the value columns of an observation."""

    value: Decimal | None = None
    upper: Decimal | None = None
    step: Decimal | None = None
    qualifier: str = Qualifier.EXACT.value
    numerator: Decimal | None = None
    denominator: Decimal | None = None
    numerator_unit: str = ""
    denominator_unit: str = ""
    gap: str = ""
    missing_reason: str = ""

    @property
    def is_gap(self) -> bool:
        """There is no value."""
        return self.value is None and self.numerator is None


def keep(given: Given, measure: str, nature: Nature) -> Values:
    """A figure as it is kept: in the unit of its indicator, exactly.

    Raises:
        WrongFigureError: it has no form, or does not measure what the indicator measures.
    """
    forms = [given.quantity, given.numerator, given.answer, given.gap]
    if sum(form is not None for form in forms) != 1 or (given.numerator is None) != (given.denominator is None):
        raise WrongFigureError(Wrong.FORM)
    if given.gap is not None:
        if not given.gap_reason.strip():
            raise WrongFigureError(Wrong.GAP)
        return Values(gap=given.gap, missing_reason=given.gap_reason.strip())
    if (given.answer is not None) != (nature is Nature.YES_NO):
        raise WrongFigureError(Wrong.ANSWER)
    if given.answer is not None:
        return Values(value=Decimal(int(given.answer)), step=_ONE)
    if given.quantity is not None:
        return _keep_quantity(given.quantity, given.upper, measure)
    return _keep_parts(given.numerator, given.denominator, measure)


def _keep_quantity(quantity: Quantity, upper: Quantity | None, measure: str) -> Values:
    kept = _convert(quantity, measure)
    highest = None if upper is None else _convert(upper, measure).value
    if highest is not None and highest < kept.value:
        raise WrongFigureError(Wrong.RANGE)
    return Values(value=kept.value, upper=highest, step=kept.step, qualifier=kept.qualifier.value)


def _keep_parts(top: Quantity | None, bottom: Quantity | None, measure: str) -> Values:
    if top is None or bottom is None:
        raise WrongFigureError(Wrong.FORM)
    if not bottom.value:
        raise WrongFigureError(Wrong.ZERO)
    if measure in ("%", "‰") and not same_dimension(top.unit, bottom.unit):
        raise WrongFigureError(Wrong.UNIT, f"{top.unit}/{bottom.unit}")
    return Values(
        qualifier=top.qualifier.value,
        numerator=top.value,
        denominator=bottom.value,
        numerator_unit=top.unit,
        denominator_unit=bottom.unit,
    )


def _convert(quantity: Quantity, measure: str) -> Quantity:
    if quantity.unit == measure:
        return quantity
    try:
        return convert(quantity, measure)
    except UnitError as error:
        raise WrongFigureError(Wrong.UNIT, quantity.unit) from error


def last_place(value: Decimal) -> Decimal:
    """Size of the last printed place of a number that is kept without one."""
    exponent = value.as_tuple().exponent
    return _ONE.scaleb(min(exponent, 0)) if isinstance(exponent, int) else _ONE


def compute_share(numerator: Quantity, denominator: Quantity, measure: str) -> Fraction | None:
    """What the two parts of a ratio are worth in the unit of the indicator; None where units do not fit."""
    top, bottom, whole = find_unit(numerator.unit), find_unit(denominator.unit), find_unit(measure)
    if top is None or bottom is None or whole is None or not denominator.value:
        return None
    quotient = Fraction(numerator.value) * Fraction(top.scale) / Fraction(denominator.value) / Fraction(bottom.scale)
    return quotient / Fraction(whole.scale)


def to_known(values: Values, measure: str) -> Known | None:
    """A stored figure as formulas take it; None for a gap, an answer, or a ratio whose parts do not fit its unit."""
    if values.value is not None:
        low = Quantity(values.value, measure, values.step or _ONE, Qualifier(values.qualifier))
        reach = Interval.exactly(values.value) if low.qualifier is Qualifier.EXACT else low.usual_interval()
        if values.upper is not None:
            reach = reach.hull(Interval.exactly(values.upper))
        return Known(Value(Fraction(values.value), reach), measure)
    if values.numerator is None or values.denominator is None:
        return None
    top = Quantity(values.numerator, values.numerator_unit, qualifier=Qualifier(values.qualifier))
    share = compute_share(top, Quantity(values.denominator, values.denominator_unit), measure)
    return None if share is None else Known(exact_value(share), measure)


def keep_computed(part: Expression, result: Value, find: Lookup, nature: Nature, measures: Mapping[str, str]) -> Values:
    """What is kept of a computed value: of a ratio that is a quotient both parts, so that it can be rolled up.

    Args:
        find: the figures from which it was computed.
        measures: code → unit of measure of the indicators that the formula names.
    """
    parts = _parts_of(part, find, measures) if nature is Nature.RATIO else None
    if parts is not None:
        return parts
    value = to_exact(result.point)
    return Values(value=value, step=last_place(value), qualifier=hedge_of(result).value)


def _parts_of(part: Expression, find: Lookup, measures: Mapping[str, str]) -> Values | None:
    if not isinstance(part, Calculation) or part.sign is not Sign.OVER:
        return None
    units = [next((measures[name.code] for name in names_in(side)), None) for side in (part.left, part.right)]
    if units[0] is None or units[1] is None:
        return None
    top, bottom = compute(part.left, find, units[0]), compute(part.right, find, units[1])
    if isinstance(top, Nothing) or isinstance(bottom, Nothing) or hedge_of(bottom) is not Qualifier.EXACT:
        return None
    return Values(
        qualifier=hedge_of(top).value,
        numerator=to_exact(top.point),
        denominator=to_exact(bottom.point),
        numerator_unit=units[0],
        denominator_unit=units[1],
    )


def hedge_of(value: Value) -> Qualifier:
    """How a computed value is hedged: as the range that its figures leave lies to it."""
    point, low, high = value.point, value.reach.low, value.reach.high
    is_from, is_to = (end is not None and abs(Fraction(end) - point) <= _NOTHING for end in (low, high))
    if is_from and is_to:
        return Qualifier.EXACT
    if is_from:
        return Qualifier.OVER if value.reach.is_low_open else Qualifier.AT_LEAST
    if is_to:
        return Qualifier.UNDER if value.reach.is_high_open else Qualifier.AT_MOST
    return Qualifier.ABOUT


def join_hedges(qualifiers: Iterable[Qualifier]) -> Qualifier:
    """The hedge of a sum of figures with these hedges: "hơn" and exact make "hơn", "hơn" and "gần" make "khoảng"."""
    found = {one for one in qualifiers if one is not Qualifier.EXACT}
    if len(found) < _TWO:
        return next(iter(found), Qualifier.EXACT)
    if found == {Qualifier.OVER, Qualifier.AT_LEAST}:
        return Qualifier.OVER
    return Qualifier.UNDER if found == {Qualifier.UNDER, Qualifier.AT_MOST} else Qualifier.ABOUT


def to_exact(value: Fraction) -> Decimal:
    """The number itself where its decimals end, else twenty of them: more than any page can show."""
    return round_half_up(_WIDE.divide(Decimal(value.numerator), Decimal(value.denominator)), _PLACES).normalize(
        _WIDE
    ) + Decimal(0)


def rank_firmness(status: FigureStatus, *, is_gap: bool) -> int:
    """Of figures that stand side by side for one period the one of the highest rank is taken; a gap only alone."""
    return -1 if is_gap else _FIRMNESS.index(status)


def weakest(statuses: Iterable[FigureStatus]) -> FigureStatus:
    """How firm what is computed from these figures is."""
    return min(statuses, key=_FIRMNESS.index, default=FigureStatus.ACTUAL)


def disagree(one: Values, other: Values) -> bool:
    """Whether no true value fits both prints: "hơn 386 tỷ" and 386,2 agree, 61,7 and 71,6 do not."""
    if one.is_gap or other.is_gap:
        return False
    if one.value is None or other.value is None:
        return (one.numerator, one.denominator) != (other.numerator, other.denominator)
    first, second = (
        Quantity(values.value or Decimal(0), "", values.step or _ONE, Qualifier(values.qualifier)).interval()
        for values in (one, other)
    )
    return not first.overlaps(second)


def is_same_value(one: Values, other: Values) -> bool:
    """Whether two prints say the same: "1.390,9" in the text and "1.390,90" in the table do, "hơn 1.390" does not."""
    return not one.is_gap and replace(one, step=None) == replace(other, step=None)


@dataclass(frozen=True, slots=True)
class Link:
    """A row in the chain of rows that superseded each other.

    Attributes:
        withdraws: the one source that a withdrawal took away; None: the value with all its sources.
    """

    id: int
    deed: Deed
    withdraws: int | None = None


def find_standing(chain: Iterable[Link]) -> list[list[int]]:
    """The values that a chain has left, the one in force last, each as the rows that are its sources, oldest first.

    Args:
        chain: oldest first. What a withdrawal took away never comes back.
    """
    standing: list[list[int]] = []
    for link in chain:
        if link.deed is Deed.CONFIRM and standing:
            standing[-1].append(link.id)
        elif link.deed is not Deed.WITHDRAW:
            standing.append([link.id])
        elif link.withdraws is not None:
            standing = [kept for group in standing if (kept := [row for row in group if row != link.withdraws])]
        elif standing:
            standing.pop()
    return standing


def find_slot(status: FigureStatus, current: Iterable[tuple[int, str, bool]]) -> int | None:
    """The current row that a new one supersedes: that of its own status, else a gap; None when it is the first.

    Args:
        current: id, status and whether it is a gap, of all rows in force for the same unit, indicator and period.
    """
    rows = list(current)
    own = next((row for row, held, _ in rows if held == status), None)
    return own if own is not None else next((row for row, _, is_gap in rows if is_gap), None)


def read_period(code: str, regime: str) -> Period:
    """The period of a stored row."""
    return parse_sdmx(code, REGIMES.get(regime, CALENDAR))


def mark(quote: str, printed: str) -> tuple[str, str, str]:
    """The quote before the exact words, the words, and after them; all before when they do not stand in it."""
    start = quote.find(printed) if printed else -1
    if start < 0:
        return quote, "", ""
    end = start + len(printed)
    return quote[:start], quote[start:end], quote[end:]


@dataclass(frozen=True, slots=True)
class Naming:
    """The names of an indicator, for matching: with their marks, and without."""

    code: str
    measure: str
    exact: tuple[str, ...]
    bare: tuple[str, ...]


def name_keys(names: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names as they are compared: with their marks, and without."""
    listed = [name for name in names if name.strip()]
    return tuple(search_key(name, has_marks=True) for name in listed), tuple(search_key(name) for name in listed)


def score_name(text: str, naming: Naming, *, measure: str = "", code: str = "") -> int:
    """How well words name an indicator, 0 … 100.

    Args:
        measure: unit of the figure; an indicator that measures something else is worth little.
        code: what the reader's own catalogue says, which is a strong hint and no proof.
    """
    exact, bare = search_key(text, has_marks=True), search_key(text)
    score = max((_score_bare(bare, name) for name in naming.bare), default=0)
    if exact in naming.exact:
        score = _EXACT_NAME
    if code and code == naming.code:
        score = min(_EXACT_NAME, score + _CODE_BONUS)
    if score and measure and not same_dimension(measure, naming.measure):
        score = max(1, score - _OTHER_MEASURE)
    return score


def _score_bare(text: str, name: str) -> int:
    if text == name:
        return _MARKLESS_NAME
    said, known = _words(text), _words(name)
    shared = len(said & known)
    if not shared:
        return 0
    score = round(_MOST_OF_PART * 2 * shared / (len(said) + len(known)))
    if f" {name} " in f" {text} ":  # all of the name stands in the words
        score = max(score, _MOST_OF_PART - max(0, len(said) - len(known)))
    return min(score, _MOST_OF_PART)


def _words(text: str) -> frozenset[str]:
    words = frozenset(text.split())
    return words - _EMPTY_WORDS or words
