# SPDX-License-Identifier: Apache-2.0
"""Formulas of indicators: read and written, units checked, computed exactly, ordered."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.formula import (
    LONGEST,
    Calculation,
    Constant,
    CycleError,
    Expression,
    FormulaError,
    Known,
    Lack,
    Name,
    Negative,
    Nothing,
    Sign,
    Value,
    When,
    check_measure,
    compute,
    exact_value,
    order_formulas,
    parse_formula,
    touched_by,
    write_formula,
)
from tiendo.kernel.interval import Interval

MEASURES = {
    "disbursed": "triệu đồng",
    "assigned": "tỷ đồng",
    "poor": "hộ nghèo",
    "near_poor": "hộ",
    "households": "hộ",
    "doctors": "bác sĩ",
    "population": "nghìn người",
    "area": "km²",
    "cases": "vụ",
    "coverage": "%",
    "gross_income": "tỷ đồng",
}


def _unplaced(part: Expression) -> Expression:
    match part:
        case Negative():
            return Negative(_unplaced(part.part))
        case Calculation():
            return Calculation(part.sign, _unplaced(part.left), _unplaced(part.right))
    return replace(part, at=0)


_CODES = st.sampled_from(["a", "b", "c"])
_LEAVES = st.one_of(
    st.builds(Name, _CODES, st.sampled_from(When)),
    st.builds(
        Constant, st.decimals(0, 10**9, places=4).map(Fraction), st.sampled_from(["", "năm", "người", "tỷ đồng"])
    ),
)
TREES = st.recursive(
    _LEAVES,
    lambda part: st.one_of(st.builds(Negative, part), st.builds(Calculation, st.sampled_from(Sign), part, part)),
    max_leaves=12,
)


@given(TREES)
def test_what_is_written_is_read_back(tree):
    assert _unplaced(parse_formula(write_formula(tree))) == tree


@given(st.text(max_size=60))
def test_any_text_is_a_formula_or_one_sentence_in_each_language(text):
    told = None
    try:
        parse_formula(text)
    except FormulaError as error:
        told = error
    if told is not None:
        assert told.message
        assert told.message_en
        assert told.at is None or 0 <= told.at <= len(text)


@pytest.mark.parametrize(
    ("text", "at", "words"),
    [
        ("", 0, "thiếu một số hoặc mã chỉ tiêu"),
        ("a +", 3, "thiếu một số hoặc mã chỉ tiêu"),
        ("a b", 2, "giữa hai số phải có một dấu"),
        ("(a + b", 6, "thiếu dấu «)»"),
        ("a ) b", 2, "Không hiểu «)»"),
        ("max(a)", 0, "Không có phép «max»"),
        ("same_period(1)", 12, "Không hiểu «1»"),
        ("a × b", 2, "không dùng trong công thức"),
        ("1,5 * a", 1, "không dùng trong công thức"),
        ("1 []", 2, "không phải là đơn vị tính"),
        ("a" * (LONGEST + 1), None, "dài quá"),
        ("(" * 60 + "a" + ")" * 60, None, "tầng ngoặc"),
        ("-" * 1999 + "a", None, "tầng ngoặc"),
    ],
)
def test_a_broken_formula_says_where_and_what_would_be_right(text, at, words):
    with pytest.raises(FormulaError, match=words.replace("(", r"\(").replace(")", r"\)")) as caught:
        parse_formula(text)
    assert caught.value.at == at


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("disbursed / assigned", "%"),
        ("(poor + near_poor) / households", "%"),
        ("doctors / population", "bác sĩ/vạn dân"),  # DOMAIN 1.6 C: 15,3 bác sĩ/vạn dân
        ("population / area", "người/km²"),
        ("gross_income / population / 1 [năm]", "triệu đồng/người/năm"),
        ("cases / same_period(cases) - 1", "%"),
        ("coverage - previous(coverage)", "điểm %"),
        ("1 - coverage", "%"),
        ("households - poor", "hộ"),
        ("-disbursed + 2 * assigned", "tỷ đồng"),
    ],
)
def test_units_that_fit_are_accepted_whatever_their_scale(text, measure):
    check_measure(parse_formula(text), measure, MEASURES)


@pytest.mark.parametrize(
    ("text", "measure", "words"),
    [
        ("disbursed + households", "tỷ đồng", "Không cộng, trừ được"),
        ("disbursed + 5", "tỷ đồng", "Không cộng, trừ được"),
        ("disbursed / households", "%", "Công thức cho ra «đồng/hộ»"),
        ("gross_income / population", "triệu đồng/người/năm", "Công thức cho ra «đồng/người»"),
        ("poor / cases", "%", "Công thức cho ra"),
        ("households / households", "hộ", "Công thức cho ra «1»"),
        ("unknown / households", "%", "Chưa có chỉ tiêu mang mã «unknown»"),
        ("disbursed / assigned * 100", "%", "không nhân 100"),
        ("100 * disbursed / assigned", "%", "không nhân 100"),
    ],
)
def test_units_that_do_not_fit_are_refused_with_the_reason(text, measure, words):
    with pytest.raises(FormulaError, match=words):
        check_measure(parse_formula(text), measure, MEASURES)


def _find(**figures):
    held = {code: Known(exact_value(Decimal(value)), MEASURES[code]) for code, value in figures.items()}
    return lambda name: held.get(name.code) if name.when is When.NOW else None


def test_the_printed_revenue_of_a_quarter_is_its_share_of_the_year():
    measures = {"revenue": "tỷ đồng", "estimate": "tỷ đồng"}  # DESIGN 6: 1.390,9/5.208 = 26,7 %
    held = {"revenue": Decimal("1390.9"), "estimate": Decimal(5208)}
    value = compute(
        parse_formula("revenue / estimate"),
        lambda name: Known(exact_value(held[name.code]), measures[name.code]),
        "%",
    )
    assert isinstance(value, Value)
    assert value.point == Fraction(13909, 52080) * 100
    assert value.reach.contains(Decimal("26.7069892")) is False
    assert Decimal("26.706") < value.reach.low <= value.reach.high < Decimal("26.708")


def test_scales_are_converted():
    value = compute(parse_formula("disbursed / assigned"), _find(disbursed="26700", assigned="100"), "%")
    assert value.point == Fraction(267, 10)


def test_all_missing_figures_are_named_at_once_and_are_not_zero():
    found = compute(parse_formula("(poor + near_poor) / households"), _find(households=100), "%")
    assert found == Nothing(Lack.MISSING, (Name("poor", at=1), Name("near_poor", at=8)))


def test_zero_is_a_figure_and_no_divisor():
    assert compute(parse_formula("poor / households"), _find(poor=0, households=100), "%").point == 0
    found = compute(parse_formula("poor / (households - near_poor)"), _find(poor=1, households=5, near_poor=5), "%")
    assert isinstance(found, Nothing)
    assert found.lack is Lack.ZERO
    assert [name.code for name in found.names] == ["households", "near_poor"]


def test_a_divisor_that_may_be_zero_within_its_hedge_is_none():
    maybe = Known(Value(Fraction(1), Interval(Decimal(0), Decimal(2))), "hộ")
    exact = Known(exact_value(Fraction(1)), "hộ nghèo")
    found = compute(parse_formula("poor / households"), lambda name: maybe if name.code == "households" else exact, "%")
    assert isinstance(found, Nothing)
    assert found.lack is Lack.ZERO


def test_a_hedge_reaches_the_result():
    over = Known(Value(Fraction(3200), Interval(Decimal(3200), Decimal(3520), is_low_open=True)), "tỷ đồng")
    whole = Known(exact_value(Fraction(6400)), "tỷ đồng")
    value = compute(
        parse_formula("disbursed / assigned"), lambda name: over if name.code == "disbursed" else whole, "%"
    )
    assert value.point == 50
    assert value.reach == Interval(Decimal(50), Decimal(55), is_low_open=True)


@given(TREES, st.dictionaries(_CODES, st.fractions(-1000, 1000, max_denominator=97), min_size=3))
def test_the_value_is_that_of_plain_fractions_or_there_is_none(tree, figures):
    """Against Python's own arithmetic; units are left out so that every tree can be computed."""

    def plain(part):
        match part:
            case Constant():
                return part.value
            case Name():
                return figures[part.code]
            case Negative():
                return -plain(part.part)
            case Calculation(sign, left, right):
                one, two = plain(left), plain(right)
                return (
                    one + two if sign == "+" else one - two if sign == "-" else one * two if sign == "*" else one / two
                )

    tree = _without_units(tree)
    found = compute(tree, lambda name: Known(exact_value(figures[name.code]), ""), "")
    try:
        wanted = plain(tree)
    except ZeroDivisionError:
        assert isinstance(found, Nothing)
        return
    if isinstance(found, Nothing):
        assert found.lack is Lack.ZERO  # a divisor that is zero within 120 digits
        return
    assert found.point == wanted
    assert Fraction(found.reach.low) <= wanted <= Fraction(found.reach.high)


def _without_units(part):
    match part:
        case Constant():
            return Constant(part.value)
        case Negative():
            return Negative(_without_units(part.part))
        case Calculation():
            return Calculation(part.sign, _without_units(part.left), _without_units(part.right))
    return part


def _formulas(**texts):
    return {code: parse_formula(text) for code, text in texts.items()}


def test_each_is_computed_behind_what_it_rests_on():
    formulas = _formulas(rate="all_poor / households", all_poor="poor + near_poor", change="rate - previous(rate)")
    assert order_formulas(formulas) == ("all_poor", "rate", "change")


def test_a_circle_is_refused_with_its_path():
    with pytest.raises(CycleError) as caught:
        order_formulas(_formulas(a="b + 1", b="2 * c", c="a / 3", d="a"))
    assert caught.value.path[0] == caught.value.path[-1]
    assert sorted(caught.value.path[1:]) == ["a", "b", "c"]
    needs = {"a": "b", "b": "c", "c": "a"}
    path = caught.value.path
    assert all(needs[one] == two for one, two in pairwise(path))


def test_a_figure_of_the_period_before_makes_no_circle():
    assert order_formulas(_formulas(debt="previous(debt) + borrowed")) == ("debt",)


def test_a_change_reaches_only_what_rests_on_it():
    formulas = _formulas(x="a + 1", y="x * 2", z="b", w="y + z")
    assert touched_by(["a"], formulas) == ("x", "y", "w")
    assert touched_by(["b"], formulas) == ("z", "w")
    assert touched_by(["nobody"], formulas) == ()


def test_the_arithmetic_can_be_shown_with_its_figures():
    figures = {"revenue": "1.390,9", "estimate": "5.208"}
    shown = write_formula(parse_formula("revenue / (estimate - 1)"), lambda name: figures[name.code])
    assert shown == "1.390,9 / (5.208 - 1)"
