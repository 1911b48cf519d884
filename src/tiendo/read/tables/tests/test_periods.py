# SPDX-License-Identifier: Apache-2.0
"""Periods from headers, titles and the document."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.kernel.findings import DocumentFacts
from tiendo.read.tables.data import Sense
from tiendo.read.tables.periods import Context, make_context, read_time, resolve

NINE_MONTHS = Context(2026, (1, 9))

HEADERS = [
    ("kh năm", Sense.PLAN, "2026"),
    ("kế hoạch năm 2027", Sense.PLAN, "2027"),
    ("kh 5 năm 2026 - 2030", Sense.PLAN, "2026/2030"),
    ("mục tiêu đến năm 2030", Sense.PLAN, "2030"),
    ("thực hiện 2024", Sense.RESULT, "2024"),
    ("th cùng kỳ", Sense.BASE, "2025-01/2025-09"),
    ("th cùng kỳ năm 2025", Sense.BASE, "2025-01/2025-09"),
    ("ước th kỳ báo cáo", Sense.RESULT, "2026-01/2026-09"),
    ("thực hiện 6 tháng đầu năm 2026", Sense.RESULT, "2026-01/2026-06"),
    ("6 tháng cuối năm", Sense.RESULT, "2026-07/2026-12"),
    ("9t/2025", Sense.RESULT, "2025-01/2025-09"),
    ("thực hiện quý iii/2026", Sense.RESULT, "2026-Q3"),
    ("năm 2025 / kết quả đến hết quý iii", Sense.RESULT, "2025-01/2025-09"),
    ("thực hiện tháng 9", Sense.RESULT, "2026-09"),
    ("lũy kế đến hết tháng 8", Sense.RESULT, "2026-01/2026-08"),
    ("kết quả đến 15/11/2026", Sense.RESULT, "2026-11-15"),
    ("giải ngân đến ngày 31/5", Sense.RESULT, "2026-05-31"),
    ("kết quả cả năm", Sense.RESULT, "2026"),
    ("lũy kế từ đầu năm", Sense.RESULT, "2026-01/2026-09"),
    ("số hộ", Sense.FACT, "2026-01/2026-09"),
]


@pytest.mark.parametrize(("header", "sense", "period"), HEADERS)
def test_it_resolves_the_words_of_a_header(header: str, sense: Sense, period: str) -> None:
    assert resolve(read_time(header), sense, NINE_MONTHS) == period


def test_without_any_year_there_is_no_period() -> None:
    assert resolve(read_time("th 9 tháng"), Sense.RESULT, Context()) is None


def test_the_title_over_a_table_goes_before_the_document() -> None:
    facts = DocumentFacts(dated_on=date(2026, 10, 21), period="2026-01/2026-09")
    title = "kết quả thực hiện các chỉ tiêu 10 tháng năm 2026\n(kèm theo báo cáo ngày 21 tháng 10 năm 2026)"
    assert make_context((), title, facts).months == (1, 10)
    assert make_context((), "", facts) == Context(2026, (1, 9), today_year=2026)


def test_a_sentence_before_a_table_is_no_title() -> None:
    facts = DocumentFacts(dated_on=date(2026, 9, 24), period="2026-01/2026-09")
    before = "kết thúc các cuộc kiểm tra trong tháng 11 năm 2026.\nbiểu số liệu"
    assert make_context((), before, facts).months == (1, 9)


def test_a_cut_off_date_in_the_title_is_the_period() -> None:
    context = make_context(("tiến độ giải ngân", "lũy kế từ đầu năm đến ngày 31/5/2026"), "", DocumentFacts())
    assert resolve(read_time("giải ngân lũy kế"), Sense.RESULT, context) == "2026-05-31"
    assert resolve(read_time("kế hoạch vốn"), Sense.PLAN, context) == "2026"
