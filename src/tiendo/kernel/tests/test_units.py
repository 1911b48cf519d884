# SPDX-License-Identifier: Apache-2.0
"""Units: every spelling finds its unit, sizes are right, conversion is exact and comes back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tiendo.kernel.quantity import Qualifier, Quantity
from tiendo.kernel.units import Dimension, Unit, UnitError, convert, find_unit, list_units, same_dimension


@pytest.mark.parametrize(
    ("name", "symbol", "dimension", "scale"),
    [
        ("tỷ đồng", "tỷ đồng", "money", "1e9"),
        ("Tỉ đồng", "tỷ đồng", "money", "1e9"),
        ("tỷ", "tỷ đồng", "money", "1e9"),
        ("triệu", "triệu đồng", "money", "1e6"),
        ("trđ", "triệu đồng", "money", "1e6"),
        ("Tr.đồng", "triệu đồng", "money", "1e6"),
        ("nghìn tỷ đồng", "nghìn tỷ đồng", "money", "1e12"),
        ("ngàn tỉ", "nghìn tỷ đồng", "money", "1e12"),
        ("triệu tỷ đồng", "triệu tỷ đồng", "money", "1e15"),
        ("1.000 đồng", "1.000 đồng", "money", "1e3"),
        ("1000đ", "1000 đồng", "money", "1e3"),
        ("đ", "đồng", "money", "1"),
        ("tỷ USD", "tỷ USD", "dollar", "1e9"),
        ("%", "%", "ratio", "0.01"),
        ("phần trăm", "%", "ratio", "0.01"),
        ("‰", "‰", "ratio", "0.001"),
        ("lần", "lần", "ratio", "1"),
        ("điểm phần trăm", "điểm %", "point", "0.01"),
        ("điểm %", "điểm %", "point", "0.01"),
        ("m2", "m²", "area", "1"),
        ("M²", "m²", "area", "1"),
        ("nghìn ha", "nghìn ha", "area", "1e7"),
        ("km2", "km²", "area", "1e6"),
        ("m\u00a0dài", "m", "length", "1"),
        ("triệu m3", "triệu m³", "volume", "1e6"),
        ("vạn tấn", "vạn tấn", "mass", "1e7"),
        ("triệu kWh", "triệu kWh", "energy", "1e9"),
        ("MW", "MW", "power", "1e6"),
        ("tạ/ha", "tạ/ha", "mass", "0.01"),
        ("triệu đồng / người / năm", "triệu đồng/người/năm", "money", "1e6"),
        ("đồng/m2", "đồng/m²", "money", "1"),
        ("giường/vạn dân", "giường/vạn dân", "count", "0.0001"),
        ("bác sĩ/10.000 dân", "bác sĩ/10.000 dân", "count", "0.0001"),
        ("hộ", "hộ", "count", "1"),
        ("nghìn lượt khách", "nghìn lượt khách", "count", "1e3"),
        ("trăm triệu cổ phiếu", "trăm triệu cổ phiếu", "count", "1e8"),
        ("vạn", "vạn", "count", "1e4"),
        ("", "", "count", "1"),
        ("đồng chí", "đồng chí", "count", "1"),
        ("Tỷ lệ", "tỷ lệ", "count", "1"),
        ("% GRDP", "%", "ratio", "0.01"),
        ("% so với cùng kỳ", "%", "ratio", "0.01"),
        ("%/năm", "%/năm", "ratio", "0.01"),
    ],
)
def test_it_finds_a_unit_by_any_of_its_spellings(name, symbol, dimension, scale):
    unit = find_unit(name)
    assert (unit.symbol, unit.dimension, unit.scale) == (symbol, Dimension(dimension), Decimal(scale))


def test_it_finds_a_name_written_with_separate_marks():
    assert find_unit("ty\u0309 đo\u0302\u0300ng") == find_unit("tỷ đồng")


@pytest.mark.parametrize("name", ["1.234", "//", "---", "m/", "/ha", "x" * 81, "𝟙"])
def test_it_finds_nothing_in_what_names_no_unit(name):
    assert find_unit(name) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tỷ đồng", "triệu đồng"),
        ("%", "lần"),
        ("ha", "m2"),
        ("hộ", "hộ nghèo"),
        ("nghìn người", "người"),
        ("", "chỉ tiêu"),
        ("tạ/ha", "tấn/ha"),
        ("giường/vạn dân", "giường bệnh/10.000 dân"),
    ],
)
def test_it_knows_units_that_measure_the_same(one, other):
    assert same_dimension(one, other)
    assert same_dimension(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("tỷ đồng", "tỷ USD"),
        ("%", "điểm %"),
        ("hộ", "hội viên"),
        ("công trình", "công chức"),
        ("ha", "km"),
        ("đồng", "đồng/m2"),
        ("tạ/ha", "tạ/người"),
        ("", "%"),
        ("kW", "kWh"),
        ("sào", "ha"),
        ("m/", "m"),
    ],
)
def test_it_keeps_apart_units_that_measure_something_else(one, other):
    assert not same_dimension(one, other)
    assert not same_dimension(other, one)


def test_it_converts_value_and_last_place_and_keeps_the_hedge():
    printed = Quantity(Decimal("386.2"), "tỷ đồng", Decimal("0.1"), Qualifier.OVER)
    assert convert(printed, "triệu đồng") == Quantity(Decimal(386200), "triệu đồng", Decimal(100), Qualifier.OVER)
    assert convert(Quantity(Decimal("26.7"), "%", Decimal("0.1")), "lần").value == Decimal("0.267")
    assert convert(Quantity(Decimal(5), "nghìn hộ nghèo"), "hộ") == Quantity(Decimal(5000), "hộ", Decimal(1000))
    assert convert(Quantity(Decimal(60), "tạ/ha"), "tấn/ha").value == 6


@pytest.mark.parametrize(("unit", "to"), [("hộ", "người"), ("%", "điểm %"), ("m/", "m"), ("ha", "1.234")])
def test_it_refuses_to_convert_between_things_that_differ(unit, to):
    with pytest.raises(UnitError, match="cùng một loại đơn vị"):
        convert(Quantity(Decimal(1), unit), to)


def test_no_two_units_of_the_table_share_a_symbol():
    symbols = [unit.symbol for unit in list_units()]
    assert len(symbols) == len(set(symbols))


def test_every_dimension_that_is_measured_has_a_base_or_a_multiple_of_it():
    assert {unit.dimension for unit in list_units()} == set(Dimension) - {Dimension.COUNT}
    assert find_unit("đồng") == Unit("đồng", Dimension.MONEY, Decimal(1))


@given(st.integers(-(10**15), 10**15), st.sampled_from(list_units()), st.sampled_from(list_units()))
def test_converting_there_and_back_changes_nothing(value, unit, to):
    assume(same_dimension(unit, to))
    printed = Quantity(Decimal(value), unit.symbol)
    there = convert(printed, to)
    assert there.value * to.scale == printed.value * unit.scale
    assert convert(there, unit) == printed


@given(st.text(max_size=60) | st.text(alphabet="nghìtỷđồg mk2/1.0%", max_size=30))
def test_any_text_names_a_unit_or_none_and_its_symbol_names_the_same(text):
    unit = find_unit(text)
    if unit is not None:
        assert unit.scale > 0
        assert same_dimension(unit, unit)
