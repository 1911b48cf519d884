# SPDX-License-Identifier: Apache-2.0
"""How much is due when."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from tiendo.evaluate import EvaluateError, Nature, PhaseStep, Phasing, PhasingKind, default_phasing, tell
from tiendo.evaluate.tests.making import YEAR, judge, level, target
from tiendo.kernel.period import ADMINISTRATIVE, Period

QUARTERS = [Period.cumulative(2024, months) for months in (3, 6, 9, 12)]
REGISTERED = Phasing(
    PhasingKind.STEPS,
    tuple(PhaseStep(until, Decimal(due)) for until, due in zip(QUARTERS, (20, 45, 70, 100), strict=True)),
    source="Kế hoạch 12/KH-UBND",
)


@pytest.mark.parametrize(
    ("as_of", "due"),
    [
        (Period.month(2024, 1), "0"),
        (Period.quarter(2024, 1), "20"),
        (Period.month(2024, 5), "20"),
        (Period.half(2024, 1), "45"),
        (Period.quarter(2024, 3), "70"),
        (Period.month(2024, 11), "70"),
        (Period.nine_months(2024, ADMINISTRATIVE), "70"),
    ],
)
def test_registered_steps_are_due_from_their_end(as_of, due):
    verdict = judge(target("at_least", "200 hộ", phasing=REGISTERED), "1 hộ", as_of=as_of)
    assert verdict.due_pct == Decimal(due)
    assert verdict.expected == Decimal(due) * 2


@pytest.mark.parametrize(
    ("span", "as_of", "share"),
    [
        (YEAR, Period.month(2024, 4), Fraction(4, 12)),
        (YEAR, Period.quarter(2024, 2), Fraction(1, 2)),
        (Period.term(2020, 2025), Period.year(2024), Fraction(60, 72)),
        (Period.term(2020, 2025), Period.quarter(2021, 1), Fraction(15, 72)),
        (Period.year(2024, ADMINISTRATIVE), Period.nine_months(2024, ADMINISTRATIVE), Fraction(9, 12)),
        (YEAR, Period(YEAR.first_on, QUARTERS[0].last_on.replace(day=15)), Fraction(75, 366)),
    ],
)
def test_the_straight_line_counts_months_or_days(span, as_of, share):
    assert judge(target("at_least", "200 hộ", span=span), "1 hộ", as_of=as_of).due.share == share


def test_steps_can_be_amounts_of_the_plan():
    phasing = Phasing(PhasingKind.STEPS, (PhaseStep(QUARTERS[0], Decimal(50)),), whole=Decimal(200))
    verdict = judge(target("at_least", "200 hộ", phasing=phasing), "50 hộ", as_of=QUARTERS[0])
    assert (verdict.due_pct, verdict.suggested) == (25, "on_track")
    assert "cần 25\u00a0% (phân kỳ đã đăng ký: 50/200)" in tell(verdict)


def test_the_sentence_names_the_paper_of_the_phasing():
    sentence = tell(judge(target("at_least", "200 hộ", phasing=REGISTERED), "90 hộ", as_of=QUARTERS[1]))
    assert "cần 45\u00a0% (phân kỳ đã đăng ký, theo Kế hoạch 12/KH-UBND)" in sentence


def test_what_is_usual_depends_on_the_nature():
    assert default_phasing(target("at_least", "1 hộ")).kind is PhasingKind.STRAIGHT_LINE
    assert default_phasing(level("at_least", "1 %")).kind is PhasingKind.FULL_LEVEL
    assert default_phasing(target("share_of_units", "1 %", nature=Nature.FLOW)).kind is PhasingKind.FULL_LEVEL


def test_nothing_is_due_at_the_end():
    assert judge(target("at_least", "200 hộ", phasing=REGISTERED), "90 hộ").due is None


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (PhaseStep(QUARTERS[1], Decimal(20)), PhaseStep(QUARTERS[0], Decimal(45))),
        (PhaseStep(QUARTERS[0], Decimal(45)), PhaseStep(QUARTERS[1], Decimal(20))),
    ],
)
def test_steps_that_cannot_be_are_refused(steps):
    with pytest.raises(EvaluateError, match="hân kỳ"):
        Phasing(PhasingKind.STEPS, steps)


def test_what_remains_is_spread_over_the_months_that_are_left():
    pace = judge(target("at_least", "120 hộ"), "30 hộ", as_of=QUARTERS[0]).pace
    assert (pace.remaining, pace.months, pace.per_month) == (90, 9, 10)


@pytest.mark.parametrize(("result", "as_of"), [("120 hộ", QUARTERS[0]), ("30 hộ", YEAR)])
def test_nothing_remains_when_the_plan_is_met_or_time_is_over(result, as_of):
    assert judge(target("at_least", "120 hộ"), result, as_of=as_of).pace is None
