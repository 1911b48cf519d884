# SPDX-License-Identifier: Apache-2.0
"""Printed numbers: what is read, what is refused, and that writing and reading agree."""

from __future__ import annotations

from decimal import Decimal, localcontext

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.numbers import MOST_DIGITS, Number, NumberError, format_number, parse_number, round_half_up

READ = [
    ("1.234,5", "1234.5", "0.1"),
    ("1234,5", "1234.5", "0.1"),
    ("1234.5", "1234.5", "0.1"),
    ("26,7", "26.7", "0.1"),
    ("26.7", "26.7", "0.1"),
    ("26,70", "26.70", "0.01"),
    ("38.81", "38.81", "0.01"),
    ("1.234", "1234", "1"),
    ("5.208", "5208", "1"),
    ("1.234.567", "1234567", "1"),
    ("1.234.567,891", "1234567.891", "0.001"),
    ("0,974", "0.974", "0.001"),
    ("0.974", "0.974", "0.001"),
    ("12.3456", "12.3456", "0.0001"),
    ("1 234 567", "1234567", "1"),
    ("1\u00a0234\u00a0567,8", "1234567.8", "0.1"),
    ("1\u202f234.5", "1234.5", "0.1"),
    ("1,234.5", "1234.5", "0.1"),
    ("1,234,567", "1234567", "1"),
    ("1,234,567.89", "1234567.89", "0.01"),
    ("007", "7", "1"),
    ("0", "0", "1"),
    ("-26,7", "-26.7", "0.1"),
    ("\u221226,7", "-26.7", "0.1"),
    ("\u20135", "-5", "1"),
    ("- 5", "-5", "1"),
    ("+2,1", "2.1", "0.1"),
    ("  15 ", "15", "1"),
    ("\u00a015\n", "15", "1"),
]


@pytest.mark.parametrize(("text", "value", "step"), READ)
def test_it_reads_a_number_and_the_size_of_its_last_place(text, value, step):
    assert parse_number(text) == Number(Decimal(value), Decimal(step), is_ambiguous=False)


@pytest.mark.parametrize(
    ("text", "value"), [("4,974", "4.974"), ("24,661", "24.661"), ("842,238", "842.238"), ("1234.567", "1234.567")]
)
def test_it_reads_three_decimals_as_printed_but_says_that_they_may_be_a_slip(text, value):
    assert parse_number(text) == Number(Decimal(value), Decimal("0.001"), is_ambiguous=True)


@pytest.mark.parametrize(
    "text",
    [
        *("", "  ", "abc", "1.2.3", "1.234.56", "1.2345,6", "1,2,3", "0.123.456", "12.34,5", "1.234 567", "1  234"),
        *("12 34", "5-6", "--5", "5%", "1e5", "NaN", "Infinity", "1_000", ".5", "5.", ",5", "(5)", "(5", "5)", "²"),
        "1\n234",
    ],
)
def test_it_refuses_what_is_not_one_number(text):
    with pytest.raises(NumberError, match="số"):
        parse_number(text)


def test_brackets_are_a_minus_only_when_asked_for():
    assert parse_number("(1.234)", is_accounting=True).value == -1234
    assert parse_number("1.234", is_accounting=True).value == 1234
    for text in ("(1.234", "1.234)", "(-5)"):
        with pytest.raises(NumberError):
            parse_number(text, is_accounting=True)


def test_it_refuses_more_digits_than_a_figure_has():
    assert parse_number("9" * MOST_DIGITS).value == Decimal("9" * MOST_DIGITS)
    with pytest.raises(NumberError, match="28 chữ số"):
        parse_number("9" * (MOST_DIGITS + 1))
    with pytest.raises(NumberError, match="…"):
        parse_number("9" * 1_000_000)


def test_it_does_not_depend_on_the_decimal_context():
    with localcontext() as context:
        context.prec = 3
        assert str(parse_number("-1.234.567,89").value) == "-1234567.89"
        assert format_number(Decimal("-1234567.891"), 2) == "-1.234.567,89"


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        ("1234.5", None, "1.234,5"),
        ("26.70", None, "26,70"),
        ("1E+5", None, "100.000"),
        ("-5208", None, "-5.208"),
        ("0.125", 2, "0,13"),
        ("-0.125", 2, "-0,13"),
        ("-0.001", 1, "0,0"),
        ("999.95", 1, "1.000,0"),
        ("5208", 2, "5.208,00"),
        ("1250", -2, "1.300"),
    ],
)
def test_it_writes_the_vietnamese_form(value, decimals, text):
    assert format_number(Decimal(value), decimals) == text


def test_it_can_trim_zeros_and_print_a_true_minus():
    assert format_number(Decimal("26.70"), trim=True) == "26,7"
    assert format_number(Decimal(100), 2, trim=True) == "100"
    assert format_number(Decimal("-26.7"), has_minus_sign=True) == "\u221226,7"
    assert format_number(-5) == "-5"


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1E+2000"])
def test_it_refuses_to_write_what_is_no_number(value):
    with pytest.raises(NumberError, match="phép tính"):
        format_number(Decimal(value))


figures = st.builds(
    lambda digits, places: Decimal(digits).scaleb(-places), st.integers(-(10**18), 10**18), st.integers(0, 9)
)


@given(figures, st.booleans())
def test_reading_what_was_written_gives_the_same_number(value, has_minus_sign):
    read = parse_number(format_number(value, has_minus_sign=has_minus_sign))
    assert read.value == value
    assert read.value % read.step == 0


@given(figures, st.integers(0, 6))
def test_writing_rounds_by_at_most_half_a_step(value, decimals):
    read = parse_number(format_number(value, decimals))
    assert read.step == Decimal(10) ** -decimals
    assert abs(read.value - value) * 2 <= read.step
    assert read.value == round_half_up(value, decimals)


@given(st.text(alphabet="0123456789., -()\u00a0\u2212x", max_size=20))
def test_any_text_is_read_or_refused(text):
    try:
        number = parse_number(text)
    except NumberError:
        return
    assert number.step > 0
    assert number.value % number.step == 0
