# SPDX-License-Identifier: Apache-2.0
"""Laws of the audit: what an office can print of true counts passes, everything else is reported."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.arithmetic import check
from tiendo.kernel.findings import Claim, ClaimType, Operand, RatioMode, Span
from tiendo.kernel.quantity import PUBLISHED_SLACK, Qualifier, Quantity
from tiendo.verify import judge

# Counts that do not end in zeros: round figures have some leeway of their own.
COUNTS = st.integers(1, 99_999).filter(lambda number: number % 10)
PLACES = st.integers(0, 2)
WAYS = st.sampled_from((ROUND_HALF_UP, ROUND_DOWN))


def _percentage(numerator: int, denominator: int) -> Decimal:
    return Decimal(numerator) / denominator * 100


def _print(value: Decimal, places: int, way: str) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), rounding=way)


def _claim(numerator: int, denominator: int, stated: Decimal, places: int) -> Claim:
    numbers = (
        Operand("numerator", Quantity(Decimal(numerator), "hồ sơ"), span=Span(0, 5)),
        Operand("denominator", Quantity(Decimal(denominator), "hồ sơ"), span=Span(6, 11)),
        Operand("stated", Quantity(stated, "%", Decimal(1).scaleb(-places)), span=Span(20, 25)),
    )
    return Claim(ClaimType.RATIO, numbers, "", span=Span(0, 25), mode=RatioMode.SHARE)


@given(COUNTS, COUNTS, PLACES, WAYS)
def test_a_true_share_passes_rounded_or_cut(numerator, denominator, places, way):
    stated = _print(_percentage(numerator, denominator), places, way)
    assert judge(_claim(numerator, denominator, stated, places)).is_consistent


@given(COUNTS, COUNTS, PLACES, WAYS, st.integers(0, 7), st.integers(1, 9))
def test_a_wrong_digit_is_reported_exactly_when_no_office_prints_it(numerator, denominator, places, way, at, by):
    true = _percentage(numerator, denominator)
    digits = list(str(int(_print(true, places, way).scaleb(places))))
    at %= len(digits)
    digits[at] = str((int(digits[at]) + by) % 10)
    stated = Decimal("".join(digits)).scaleb(-places)
    printable = {_print(true, places, ROUND_HALF_UP), _print(true, places, ROUND_DOWN)}
    slack = PUBLISHED_SLACK if places == 2 and numerator <= denominator else Decimal(0)
    possible = stated in printable or (slack and any(abs(stated - value) < slack for value in printable))
    verdict = judge(_claim(numerator, denominator, stated, places)).is_consistent
    if possible:
        assert verdict
    elif not slack or min(abs(stated - value) for value in printable) > 2 * slack:
        assert verdict is False


@given(st.lists(COUNTS, min_size=2, max_size=6), st.integers(-500, 500))
def test_a_complete_list_of_counts_passes_exactly_when_it_adds_up(parts, off):
    total = sum(parts) + off
    if total <= 0 or total % 100 == 0:
        return
    operands = [Operand("total", Quantity(Decimal(total), "hộ"), span=Span(0, 3))]
    operands += [Operand("part", Quantity(Decimal(part), "hộ"), span=Span(4, 7)) for part in parts]
    claim = Claim(ClaimType.SUM, tuple(operands), "", span=Span(0, 7), is_exhaustive=True)
    assert judge(claim).is_consistent is (off == 0)


@given(st.lists(COUNTS, min_size=1, max_size=6), st.integers(0, 9_999))
def test_an_incomplete_list_below_its_total_always_passes(parts, more):
    operands = [Operand("total", Quantity(Decimal(sum(parts) + more), "hộ"), span=Span(0, 3))]
    operands += [Operand("part", Quantity(Decimal(part), "hộ"), span=Span(4, 7)) for part in parts]
    assert judge(Claim(ClaimType.SUM, tuple(operands), "", span=Span(0, 7))).is_consistent


@given(COUNTS, COUNTS, PLACES, st.integers(-9, 9))
def test_every_problem_is_a_sentence_with_its_arithmetic(numerator, denominator, places, off):
    stated = max(_print(_percentage(numerator, denominator), places, ROUND_HALF_UP) + off, Decimal(0))
    problem = judge(_claim(numerator, denominator, stated, places)).problem
    if problem is not None:
        for message in (problem.message, problem.message_en):
            assert message.endswith(".")
            assert "=" in message


def _quantity(value: int, step: int, unit: str, qualifier: Qualifier) -> Quantity:
    return Quantity(Decimal(value), unit, Decimal(step), qualifier)


FIGURES = st.builds(
    _quantity, st.integers(1, 5_000), st.sampled_from((1, 10)), st.just("hộ"), st.sampled_from(Qualifier)
)
PERCENTAGES = st.builds(_quantity, st.integers(0, 250), st.just(1), st.just("%"), st.sampled_from(Qualifier))


def _made_of(kind: ClaimType, *operands: tuple[str, Quantity], mode: RatioMode | None = None) -> Claim:
    placed = tuple(Operand(role, found, span=Span(0, 1)) for role, found in operands)
    return Claim(kind, placed, "", span=Span(0, 1), mode=mode)


def _is_checked_as_it_is_told(claim: Claim) -> None:
    found, verdict = check(claim), judge(claim)
    assert (verdict.is_consistent, verdict.computed) == (found.is_possible, found.point)


@given(FIGURES, FIGURES, PERCENTAGES, st.sampled_from(RatioMode))
def test_the_verdict_on_a_ratio_is_that_of_interval_arithmetic(n, d, p, mode):
    _is_checked_as_it_is_told(_made_of(ClaimType.RATIO, ("numerator", n), ("denominator", d), ("stated", p), mode=mode))


@given(FIGURES, st.lists(FIGURES, min_size=1, max_size=5), st.sampled_from((ClaimType.SUM, ClaimType.TARGET_TALLY)))
def test_the_verdict_on_a_sum_is_that_of_interval_arithmetic(total, parts, kind):
    role = "part" if kind is ClaimType.SUM else "met"
    _is_checked_as_it_is_told(_made_of(kind, ("total", total), *((role, part) for part in parts)))
