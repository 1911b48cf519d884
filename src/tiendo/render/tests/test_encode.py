# SPDX-License-Identifier: Apache-2.0
from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.findings import Kind
from tiendo.render.encode import encode

PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**30), 10**30) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal("26.7"), "26.7"),
        (Decimal("26.70"), "26.7"),
        (Decimal("1390.90"), "1390.9"),
        (Decimal("100"), "100"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0.1"), "-0.1"),
        (Decimal("0"), "0"),
        (Decimal("12345678901234567890.123456789"), "12345678901234567890.123456789"),
        (Decimal("NaN"), "null"),
        (0.95, "0.95"),
        (1.0, "1"),
        (True, "true"),
        (None, "null"),
        (date(2026, 11, 22), '"2026-11-22"'),
        (Kind.ACTUAL, '"actual"'),
        (("a", 1), '["a", 1]'),
        ({}, "{}"),
        ('"\n</script>', '"\\"\\n</script>"'),
        ("điểm %", '"điểm %"'),
    ],
)
def test_it_writes_values_as_they_are(value, written):
    assert encode(value) == written


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**25), max_value=10**25))
def test_a_number_comes_back_exactly(value):
    assert json.loads(encode(value), parse_float=Decimal, parse_int=Decimal) == value


def test_a_number_with_a_monstrous_exponent_stays_short():
    assert encode(Decimal("1E+999999")) == "1E+999999"


@given(PLAIN)
def test_whatever_is_written_reads_back(value):
    # half a character cannot be written as UTF-8 and comes back as a sign for that
    assert json.loads(encode(value)) == _whole(value)
    encode(value).encode("utf-8")


def _whole(value):
    if isinstance(value, str):
        return "".join("\ufffd" if 0xD800 <= ord(sign) < 0xE000 else sign for sign in value)
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {_whole(key): _whole(item) for key, item in value.items()}
    return value


def test_line_ends_of_javascript_are_escaped():
    assert encode("a\u2028b\u2029") == '"a\\u2028b\\u2029"'


def test_it_refuses_what_is_no_plain_value():
    with pytest.raises(TypeError, match="object"):
        encode(object())
