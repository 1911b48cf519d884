# SPDX-License-Identifier: Apache-2.0
"""What is wrong with a sheet: tables of cases, no database."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.server.collect.data import (
    Arithmetic,
    Beside,
    CellRow,
    Change,
    FlawKind,
    Outlier,
    OutlierMethod,
    Range,
    Severity,
    Trouble,
)
from tiendo.server.collect.rules.checking import LineFacts, check_sheet
from tiendo.server.collect.rules.outliers import compute_median, compute_modified_z, compute_ratio
from tiendo.server.figures.data import Gap, Nature

NUMBERS = st.decimals(-1_000_000, 1_000_000, places=2)


def lines(*codes, measure="người", required=True):
    return [LineFacts(code, measure, Nature.STOCK, required) for code in codes]


def cells(**texts):
    found = {}
    for code, text in texts.items():
        number = Decimal(text)
        step = Decimal(1).scaleb(min(number.as_tuple().exponent, 0))
        found[code] = CellRow(code, 1, text, number, step)
    return found


def kinds(flaws):
    return [flaw.kind for flaw in flaws]


def check(check_, texts, measure="người", beside=None):
    known = beside or {}
    return check_sheet(lines(*texts, measure=measure), cells(**texts), known, [check_])


SUM = Arithmetic(kind="arithmetic", left="girls + boys", right="pupils")


def test_parts_that_make_the_whole_are_right_and_others_are_told_with_the_difference():
    assert not check(SUM, {"girls": "48", "boys": "52", "pupils": "100"})
    (flaw,) = check(SUM, {"girls": "48", "boys": "52", "pupils": "101"})
    assert flaw.kind is FlawKind.ARITHMETIC
    assert (flaw.told["left_value"], flaw.told["right_value"], flaw.told["difference"]) == (100, 101, -1)
    assert set(flaw.lines) == {"girls", "boys", "pupils"}
    assert flaw.stops


def test_numbers_with_decimals_may_differ_by_their_rounding_and_counted_ones_by_nothing():
    assert not check(SUM, {"girls": "10.3", "boys": "16.3", "pupils": "26.7"}, "tỷ đồng")
    assert check(SUM, {"girls": "10.3", "boys": "16.3", "pupils": "27.4"}, "tỷ đồng")
    assert check(SUM, {"girls": "10", "boys": "16", "pupils": "27"})


@pytest.mark.parametrize(("pupils", "is_wrong"), [("105", False), ("106", True)])
def test_a_tolerance_is_a_tolerance(pupils, is_wrong):
    loose = SUM.model_copy(update={"tolerance": Decimal(5)})
    assert bool(check(loose, {"girls": "48", "boys": "52", "pupils": pupils})) is is_wrong


@pytest.mark.parametrize(("sign", "left", "is_wrong"), [
    ("<=", "9", False), ("<=", "10", False), ("<=", "11", True),
    (">=", "9", True), (">=", "10", False), (">=", "11", False),
])  # fmt: skip
def test_a_part_is_at_most_its_whole(sign, left, is_wrong):
    rule = Arithmetic(kind="arithmetic", left="a", sign=sign, right="b")
    assert bool(check(rule, {"a": left, "b": "10"})) is is_wrong


def test_a_check_with_an_empty_cell_says_nothing_because_empty_is_no_zero():
    found = check_sheet(lines("girls", "boys", "pupils"), cells(girls="48", pupils="48"), {}, [SUM])
    assert kinds(found) == [FlawKind.EMPTY]


def test_a_check_may_name_the_period_before():
    grows = Arithmetic(kind="arithmetic", left="a", sign=">=", right="previous(a)")
    assert check(grows, {"a": "9"}, beside={"a": Beside(previous=Decimal(10))})
    assert not check(grows, {"a": "10"}, beside={"a": Beside(previous=Decimal(10))})
    assert not check(grows, {"a": "9"})  # there is none


def test_empty_gap_and_zero_are_three_things():
    facts = lines("a", "b", "c")
    stated = {"b": CellRow("b", 1, gap=Gap.NOT_REPORTED, gap_reason="chưa điều tra"), **cells(c="0")}
    (flaw,) = check_sheet(facts, stated, {}, [])
    assert (flaw.kind, flaw.lines) == (FlawKind.EMPTY, ("a",))


def test_a_gap_without_its_reason_stops():
    (flaw,) = check_sheet(lines("a"), {"a": CellRow("a", 1, gap=Gap.NOT_REPORTED)}, {}, [])
    assert (flaw.kind, flaw.stops) == (FlawKind.REASON, True)


def test_a_line_that_need_not_be_filled_in_may_be_empty():
    assert not check_sheet(lines("a", required=False), {}, {}, [])


@pytest.mark.parametrize("trouble", [Trouble.AMBIGUOUS, Trouble.UNREADABLE])
def test_a_text_that_is_no_number_yet_stops(trouble):
    (flaw,) = check_sheet(lines("a"), {"a": CellRow("a", 1, "4,974", trouble=trouble)}, {}, [])
    assert (flaw.kind.value, flaw.stops) == (trouble.value, True)


def test_what_was_sent_back_stops_until_somebody_touches_it():
    sent_back = CellRow("a", 1, "5", Decimal(5), Decimal(1), sent_back="xem lại")
    assert kinds(check_sheet(lines("a"), {"a": sent_back}, {}, [])) == [FlawKind.SENT_BACK]


@pytest.mark.parametrize(("value", "is_wrong"), [("-0.1", True), ("0", False), ("100", False), ("100.1", True)])
def test_a_range_has_both_its_ends(value, is_wrong):
    rule = Range(kind="range", at_least=Decimal(0), at_most=Decimal(100))
    assert bool(check(rule, {"a": value}, "%")) is is_wrong


@pytest.mark.parametrize(("value", "is_told"), [("70", False), ("69", True), ("150", False), ("151", True)])
def test_a_change_beyond_its_bounds_asks_for_a_note(value, is_told):
    rule = Change(kind="change", against="same_period", fall_pct=Decimal(30), rise_pct=Decimal(50))
    found = check(rule, {"a": value}, beside={"a": Beside(same=Decimal(100))})
    assert bool(found) is is_told
    assert all(flaw.severity is Severity.WARNING and flaw.stops for flaw in found)


def test_a_note_answers_a_warning_and_no_error():
    noted = {"a": CellRow("a", 1, "200", Decimal(200), Decimal(1), note="thêm hai dự án lớn")}
    warns = Change(kind="change", against="previous", rise_pct=Decimal(50))
    errs = Range(kind="range", at_most=Decimal(100))
    beside = {"a": Beside(previous=Decimal(100))}
    flaws = {flaw.kind: flaw.stops for flaw in check_sheet(lines("a"), noted, beside, [warns, errs])}
    assert flaws == {FlawKind.CHANGE: False, FlawKind.RANGE: True}


def test_nothing_is_told_in_per_cent_of_zero_or_of_nothing():
    rule = Change(kind="change", against="previous", rise_pct=Decimal(50))
    assert not check(rule, {"a": "7"}, beside={"a": Beside(previous=Decimal(0))})
    assert not check(rule, {"a": "7"})


HISTORY = tuple(Decimal(n) for n in (100, 102, 98, 101, 99, 103, 97))


@pytest.mark.parametrize(("value", "is_told"), [("110", False), ("111", True), ("90", False), ("89", True)])
def test_the_modified_z_score_finds_what_is_far_from_the_median(value, is_told):
    # median 100, MAD 2: 3.5 is reached at 100 ± 10.4
    assert bool(check(Outlier(kind="outlier"), {"a": value}, beside={"a": Beside(history=HISTORY)})) is is_told


@pytest.mark.parametrize(("value", "is_told"), [("101000", True), ("101", False), ("10", True), ("10.1", False)])
def test_the_ratio_finds_a_slip_of_the_unit(value, is_told):
    rule = Outlier(kind="outlier", method=OutlierMethod.RATIO, limit=Decimal(10))
    assert bool(check(rule, {"a": value}, beside={"a": Beside(history=HISTORY)})) is is_told


def test_too_few_former_figures_say_nothing():
    assert not check(Outlier(kind="outlier"), {"a": "999999"}, beside={"a": Beside(history=HISTORY[:4])})


def test_where_all_former_figures_are_the_same_the_score_says_nothing():
    assert compute_modified_z(Decimal(5), [Decimal(3)] * 6) is None
    assert compute_modified_z(Decimal(5), [*[Decimal(3)] * 5, Decimal(4)]) is not None


def test_the_median_of_an_even_number_lies_between_the_two_in_the_middle():
    assert compute_median([Fraction(n) for n in (4, 1, 3, 2)]) == Fraction(5, 2)


@given(st.lists(NUMBERS, min_size=3, max_size=12), NUMBERS, NUMBERS)
def test_the_score_does_not_depend_on_where_zero_lies(former, value, moved):
    score = compute_modified_z(value, former)
    assert compute_modified_z(value + moved, [one + moved for one in former]) == score


@given(st.lists(st.decimals(1, 1_000_000, places=2), min_size=3, max_size=12), st.decimals(1, 1000, places=2))
def test_the_ratio_does_not_depend_on_the_unit(former, value):
    assert compute_ratio(value * 1000, [one * 1000 for one in former]) == compute_ratio(value, former)


def test_flaws_stand_in_the_order_of_the_lines():
    found = check_sheet(lines("a", "b", "c"), {"b": CellRow("b", 1, "?", trouble=Trouble.UNREADABLE)}, {}, [])
    assert [flaw.lines[0] for flaw in found] == ["a", "b", "c"]
