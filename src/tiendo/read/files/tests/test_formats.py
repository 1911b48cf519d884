# SPDX-License-Identifier: Apache-2.0
"""Numbers and dates of workbooks as a reader of Vietnamese print sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tiendo.kernel.document import Stored
from tiendo.kernel.numbers import parse_number
from tiendo.read.files.workbook.formats import show_number


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (1548.2, "General", "1.548,2"),
        (486.0, "General", "486"),
        (2026.0, "General", "2026"),  # a year in a header is no amount
        (-12.5, "General", "-12,5"),
        (0.0, "General", "0"),
        (-0.0, "General", "0"),
        (0.1 + 0.2, "General", "0,3"),
        (1 / 3, "General", "0,333333333"),
        (1234567.25, "General", "1.234.567,25"),
        (1e300, "General", "1,00000E+300"),
        (2026.0, "0", "2026"),
        (1548.2, "#,##0", "1.548"),
        (1548.5, "#,##0", "1.549"),
        (1548.2, "#,##0.00", "1.548,20"),
        (1548.2, "0.00", "1548,20"),
        (1763.0, "#,##0.##", "1.763"),
        (0.5, "#.00", "0,50"),
        (7.0, "00", "07"),
        (0.415, "0.0%", "41,5%"),
        (0.415, "0%", "42%"),
        (1.0045, "0.00%", "100,45%"),
        (12.34, "#,##0%", "1.234%"),
        (-0.185, "0.0%", "-18,5%"),
        (1234567.0, "#,##0,", "1.235"),
        (1234567890.0, '#,##0.0,,"triệu"', "1.234,6triệu"),
        (5.0, '#,##0 "hộ"', "5 hộ"),
        (5000.0, '#,##0\\ "₫"', "5.000 ₫"),
        (5000.0, "[$₫-42A]#,##0", "₫5.000"),
        (-1234.0, "#,##0_);(#,##0)", "-1.234"),
        (-1234.0, "#,##0;[Red]#,##0", "-1.234"),
        (-1234.0, "#,##0;-#,##0", "-1.234"),
        (0.0, '_(* #,##0_);_(* (#,##0);_(* "-"??_);_(@_)', "-"),
        (1234.5, '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', "1.234,50"),
        (-0.001, "0.0", "0,0"),
        (150.0, "[>=100]0;0.0", "150"),
        (15.0, "[>=100]0;0.0", "15,0"),
        (5.0, "[<0]0", "5"),
        (5.0, "@", "5"),
        (5.0, "", "5"),
        (5.0, ";;;", ""),
        (0.0, "0;-0;;@", ""),  # nought is not shown
        (0.0, "#,###", ""),
        (5.0, "#,###", "5"),
        (0.5, "# ?/?", "0,5"),
        (123456789.0, "0.00E+00", "123456789"),
        (123456789.0, "000-000-000", "123456789"),
        (float("nan"), "0", ""),
        (float("inf"), "0%", ""),
    ],
)
def test_a_number_is_shown_as_a_reader_sees_it(value, code, expected):
    assert show_number(value, code)[0] == expected


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (46173.0, "dd/mm/yyyy", "31/05/2026"),
        (46173.0, "m/d/yyyy", "31/05/2026"),
        (46173.0, "[$-42A]dd mmmm yyyy;@", "31/05/2026"),
        (46173.75, "d/m/yyyy h:mm", "31/05/2026 18:00"),
        (46173.0, "mm/yyyy", "05/2026"),
        (46173.0, '"Tháng "m"/"yyyy', "Tháng 05/2026"),
        (0.75, "h:mm", "18:00"),
        (1.0, "dd/mm/yyyy", "01/01/1900"),
    ],
)
def test_a_day_is_shown_day_first(value, code, expected):
    assert show_number(value, code) == (expected, Stored.DATE)


def test_days_may_be_counted_from_1904():
    assert show_number(44711.0, "dd/mm/yyyy", is_1904=True)[0] == "31/05/2026"


@pytest.mark.parametrize(("value", "code"), [(-5.0, "dd/mm/yyyy"), (9e9, "dd/mm/yyyy")])
def test_what_is_no_day_is_shown_as_a_number(value, code):
    assert show_number(value, code)[1] is Stored.NUMBER


def test_percent_formats_are_known():
    assert [show_number(0.5, code)[1] for code in ("0%", "0.0", "General", '0"%"')] == [
        Stored.PERCENT,
        Stored.NUMBER,
        Stored.NUMBER,
        Stored.NUMBER,
    ]


@given(st.floats(min_value=-1e12, max_value=1e12), st.integers(0, 4), st.booleans())
def test_what_is_shown_is_the_value_within_its_last_place(value, places, is_grouped):
    code = ("#,##0" if is_grouped else "0") + ("." + "0" * places if places else "")
    number = parse_number(show_number(value, code)[0])
    assert abs(float(number.value) - value) <= 0.5 * 10**-places + abs(value) * 1e-12


@given(st.floats(), st.text(alphabet='0#?.,%;"[]$-_*@ymdhsEG/ abcđ\\+<>=', max_size=30))
def test_no_format_breaks(value, code):
    text, stored = show_number(value, code)
    assert isinstance(text, str)
    assert stored in Stored
