# SPDX-License-Identifier: Apache-2.0
"""Rules that need no claim: units, separators, falling totals, dates, deadlines. All places are invented."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.kernel.findings import Directive, Kind, Span
from tiendo.kernel.problem import Severity
from tiendo.verify.rules import cumulative, dates, deadlines, separators, wrong_unit
from tiendo.verify.tests.making import figure, reading


def _rules(found):
    return [(problem.rule, problem.quote) for problem in found]


@pytest.mark.parametrize(
    ("text", "quote", "wrong"),
    [
        ("Tỷ lệ giải ngân đạt hơn 386,2 tỷ đồng, bằng 68% kế hoạch.", "386,2 tỷ đồng", True),
        ("tỉ lệ thu gom rác là 120 tấn", "120 tấn", True),
        ("Tỷ lệ giải ngân đạt 68%.", "68%", False),
        ("Giá trị giải ngân đạt hơn 386,2 tỷ đồng.", "386,2 tỷ đồng", False),
        ("Tỷ lệ giải ngân tăng, tổng vốn đạt 386,2 tỷ đồng.", "386,2 tỷ đồng", False),
        ("Tỷ lệ hỗ trợ là 2 triệu đồng", "2 triệu đồng", False),
        ("Tỷ lệ đường chính trong đô thị đạt 4,33 km/km².", "4,33 km", False),
    ],
)
def test_a_rate_in_money_is_suspicious(text, quote, wrong):
    found = list(wrong_unit.find(reading(text, figure(text, quote))))
    assert bool(found) == wrong
    assert all(problem.severity is Severity.SUSPICIOUS for problem in found)


def test_the_message_quotes_the_rate_and_the_amount():
    text = "Đến nay, tỷ lệ giải ngân đạt hơn 386,2 tỷ đồng."
    [problem] = wrong_unit.find(reading(text, figure(text, "386,2 tỷ đồng")))
    assert problem.quote == "tỷ lệ giải ngân đạt hơn 386,2 tỷ đồng"
    assert "«tỷ lệ giải ngân» phải tính bằng %" in problem.message


@pytest.mark.parametrize(
    ("quote", "wrong"),
    [("4,974 đảng viên", True), ("4.974 đảng viên", False), ("4,97 triệu người", False), ("0,974 ha", False)],
)
def test_three_decimals_of_a_count_are_worth_a_notice(quote, wrong):
    found = list(separators.find(reading(quote, figure(quote, quote))))
    assert bool(found) == wrong
    assert all(problem.severity is Severity.NOTICE for problem in found)


def _collected(six: str, nine: str, subject: str = "thu ngân sách trên địa bàn"):
    text = f"6 tháng {six}; 9 tháng {nine}"
    return reading(
        text,
        figure(text, six, subject, period="2026-01/2026-06"),
        figure(text, nine, subject, period="2026-01/2026-09"),
    )


def test_a_cumulative_amount_that_falls_is_suspicious():
    [problem] = cumulative.find(_collected("412,5 tỷ đồng", "398,1 tỷ đồng"))
    assert problem.rule == "cumulative_falls"
    assert problem.message.startswith("Lũy kế 9 tháng 398,1 tỷ đồng < 6 tháng 412,5 tỷ đồng")


@pytest.mark.parametrize(
    ("six", "nine", "subject"),
    [
        ("412,5 tỷ đồng", "612,5 tỷ đồng", "thu ngân sách"),
        ("412,5 tỷ đồng", "398.100 triệu đồng", "dư nợ cho vay"),  # a stock may fall
        ("412 hộ", "398 hộ", "thu hộ nghèo"),
        ("412,5 tỷ đồng", "412.500 triệu đồng", "thu ngân sách"),
    ],
)
def test_other_figures_may_fall(six, nine, subject):
    assert list(cumulative.find(_collected(six, nine, subject))) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Báo cáo trước ngày 31/4/2026.", "31/4/2026"),
        ("Họp sáng 30-2 tại xã.", "30-2"),
        ("ngày 31 tháng 6 năm 2026", "31 tháng 6 năm 2026"),
        ("ngày 29/02/2026", "29/02/2026"),
        ("ngày 15/13/2026", "15/13/2026"),
    ],
)
def test_a_day_that_no_month_has_is_an_error(text, quote):
    [problem] = dates.find(reading(text))
    assert (problem.rule, problem.quote, problem.severity) == ("impossible_date", quote, Severity.ERROR)
    assert problem.span is not None
    assert text[problem.span.start : problem.span.end] == quote


def test_a_date_of_another_country_is_only_worth_a_notice():
    [problem] = dates.find(reading("Cập nhật 09/18/2014"))
    assert problem.severity is Severity.NOTICE


@pytest.mark.parametrize(
    "text",
    [
        "ngày 29/2/2028",
        "31/4 hộ đã nhận tiền",  # a fraction
        "lễ hội ngày 16-17 tháng Giêng",
        "Nghị quyết 98/2023/QH15",
        "đạt 31/45 chỉ tiêu",
        "từ ngày 30-4 đến 1-5",
        "tỷ lệ 30/70",
        "ngày l0-2-1925",  # a letter that was taken for a digit
    ],
)
def test_what_is_a_date_or_none_at_all_passes(text):
    assert list(dates.find(reading(text))) == []


def test_a_weekday_that_was_another_is_suspicious():
    text = "Sáng thứ Hai, ngày 22/11/2026, xã họp."
    [problem] = dates.find(reading(text))
    assert problem.rule == "wrong_weekday"
    assert problem.quote == "thứ Hai, ngày 22/11/2026"
    assert "là chủ nhật" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "Chủ nhật, 22/11/2026",
        "Kỳ họp thứ hai (22/11/2026)",
        "Thứ Tư, ngày 28 tháng 2 năm 2024",
        "21:00 thứ Hai - thứ Sáu (21/2/2022 - 7/6/2022)",
    ],
)
def test_a_true_weekday_and_an_ordinal_pass(text):
    assert list(dates.find(reading(text))) == []


def _order(text: str, deadline: str, due: date, written: date):
    start = text.find(deadline)
    order = Directive(text, Span(start, start + len(deadline)), deadline=deadline, deadline_on=due)
    return reading(text, directives=(order,), dated_on=written)


def test_a_deadline_before_the_document_is_suspicious():
    text = "Ngày 20/11/2026. Giao các phòng hoàn thành trước ngày 30/11/2025."
    [problem] = deadlines.find(_order(text, "trước ngày 30/11/2025", date(2025, 11, 30), date(2026, 11, 20)))
    assert problem.rule == "deadline_before_document"
    assert "(30/11/2025) trước ngày của văn bản (20/11/2026)" in problem.message


def test_a_deadline_whose_year_was_guessed_passes():
    text = "Ngày 20/11/2026. Giao các phòng hoàn thành trước ngày 30/1."
    assert not list(deadlines.find(_order(text, "trước ngày 30/1", date(2026, 1, 30), date(2026, 11, 20))))


def test_a_deadline_of_a_request_that_is_told_passes():
    text = "Ngày 08/02/2026. Thực hiện văn bản ngày 16 tháng 12 năm 2025 đề nghị các xã báo cáo trước ngày 20/01/2026."
    assert not list(deadlines.find(_order(text, "trước ngày 20/01/2026", date(2026, 1, 20), date(2026, 2, 8))))


def test_a_document_whose_year_was_guessed_has_no_early_deadlines():
    text = "Chiều 20-11, phường họp. Hoàn thành trước ngày 30/1/2026."
    assert not list(deadlines.find(_order(text, "trước ngày 30/1/2026", date(2026, 1, 30), date(2026, 11, 20))))


def test_kinds_other_than_results_do_not_fall():
    text = "6 tháng 412,5 tỷ đồng; 9 tháng 398,1 tỷ đồng"
    figures = [
        figure(text, quote, "thu ngân sách", kind=Kind.TARGET, period=period)
        for quote, period in (("412,5 tỷ đồng", "2026-01/2026-06"), ("398,1 tỷ đồng", "2026-01/2026-09"))
    ]
    assert _rules(cumulative.find(reading(text, *figures))) == []
