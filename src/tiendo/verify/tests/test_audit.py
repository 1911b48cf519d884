# SPDX-License-Identifier: Apache-2.0
"""Whole documents: figures told twice, order of problems, each place once; and what is printed of a claim."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tiendo.kernel.findings import CellRef, ClaimType, RatioMode, Span
from tiendo.kernel.problem import Severity
from tiendo.verify import audit, describe, judge
from tiendo.verify.tests.making import claim, difference, figure, ratio, reading, total

_SUBJECT = "tổng giá trị sản xuất công nghiệp"
_PERIOD = "2026-01/2026-09"


def _at(given, start):
    return replace(given, span=Span(start, start + 20))


def _told(text: str, quote: str, **more):
    return figure(text, quote, _SUBJECT, period=_PERIOD, **more)


@pytest.mark.parametrize(
    ("one", "other", "differs"),
    [
        ("1.548,2 tỷ đồng", "1.584,2 tỷ đồng", True),  # exchanged digits
        ("1.548,2 tỷ đồng", "1.648,2 tỷ đồng", True),  # one wrong digit of many
        ("1.548,2 tỷ đồng", "1.548,2 triệu đồng", True),  # a factor of a thousand
        ("1.548,2 tỷ đồng", "1.548.200 triệu đồng", False),
        ("1.548,2 tỷ đồng", "hơn 1.500 tỷ đồng", False),
        ("1.548,2 tỷ đồng", "912,4 tỷ đồng", False),  # another source, another place: nobody knows
        ("80.000 tấn", "10.000 tấn", False),  # round numbers are alike by chance
    ],
)
def test_a_figure_told_differently_in_two_paragraphs_is_suspicious(one, other, differs):
    text = f"Mở đầu: {one}.\nSau đó: {other}."
    [problems] = audit([reading(text, _told(text, one), _told(text, other))])
    assert [problem.rule for problem in problems] == (["told_differently"] if differs else [])


def test_side_by_side_they_are_two_things():
    text = "Hai xã đạt 1.548,2 tỷ đồng và 1.584,2 tỷ đồng."
    assert audit([reading(text, _told(text, "1.548,2 tỷ đồng"), _told(text, "1.584,2 tỷ đồng"))]) == [[]]


def test_text_and_table_of_a_document_are_held_against_each_other():
    text = "Đạt 1.548,2 tỷ đồng."
    cell = CellRef(0, 3, 2, "Giá trị sản xuất", "Ước TH")
    [[problem]] = audit([reading(text, _told(text, "1.548,2 tỷ đồng"), _told(text, "1.584,2 tỷ đồng", cell=cell))])
    assert problem.cell == cell
    assert "ghi 1.584,2 tỷ đồng, chỗ khác ghi 1.548,2 tỷ đồng" in problem.message


def test_the_period_is_told_in_words_not_as_a_code():
    text = "Mở đầu: 1.548,2 tỷ đồng.\nSau đó: 1.584,2 tỷ đồng."
    figures = [
        figure(text, f"{number} tỷ đồng", _SUBJECT, period="2024-01/2024-10") for number in ("1.548,2", "1.584,2")
    ]
    [[problem]] = audit([reading(text, *figures)])
    assert "cho cùng kỳ 10 tháng đầu năm 2024;" in problem.message
    assert "for the same period (the first 10 months of 2024);" in problem.message_en


def test_two_documents_are_held_against_each_other():
    first, second = "Đạt 1.548,2 tỷ đồng.", "Đạt 1.584,2 tỷ đồng."
    none, [problem] = audit(
        [
            reading(first, _told(first, "1.548,2 tỷ đồng"), path="/tai-lieu/dot-1.docx", locality="Xã An Khê"),
            reading(second, _told(second, "1.584,2 tỷ đồng"), locality="Xã An Khê"),
        ]
    )
    assert none == []
    assert "trong «dot-1.docx» ghi 1.548,2 tỷ đồng" in problem.message


def test_documents_of_two_places_are_not():
    first, second = "Đạt 1.548,2 tỷ đồng.", "Đạt 1.584,2 tỷ đồng."
    assert audit(
        [
            reading(first, _told(first, "1.548,2 tỷ đồng"), locality="Xã An Khê"),
            reading(second, _told(second, "1.584,2 tỷ đồng"), locality="Xã Lộc Trì"),
        ]
    ) == [[], []]


def test_problems_come_in_the_order_of_the_text_each_place_once():
    text = "x" * 200
    late = ratio("5 vụ", "8 vụ", "35,7%")
    early = total("419 hộ", "289 hộ", "121 hộ")
    moved = [
        _at(late, 100),
        _at(early, 3),
        _at(early, 3),
    ]
    [problems] = audit([reading(text, claims=tuple(moved))])
    assert [problem.span.start for problem in problems if problem.span] == [3, 100]


def test_a_document_without_figures_has_no_problems():
    assert audit([reading("Hội nghị thống nhất cao.")]) == [[]]
    assert audit([]) == []


def test_a_problem_of_a_cell_is_not_told_a_second_time():
    text = "Đạt 89,7%."
    cell = CellRef(0, 3, 4, "Thu ngân sách", "So KH (%)")
    wrong = ratio("38.214 triệu đồng", "42.600 triệu đồng", "87,90%")
    operands = (*wrong.operands[:2], replace(wrong.operands[2], span=None, cell=cell))
    in_cell = replace(wrong, operands=operands, span=None, cell=cell)
    figures = (_told(text, "89,7%"), _told(text, "87,90%", cell=cell))
    [problems] = audit([reading(text, *figures, claims=(in_cell,))])
    assert [(problem.rule, problem.severity) for problem in problems] == [("ratio", Severity.ERROR)]


def test_claims_that_were_judged_already_are_not_judged_again():
    text = "Đạt 89,7%."
    wrong, right = ratio("38 hộ", "42 hộ", "80%"), ratio("38 hộ", "40 hộ", "95%")
    given = reading(text, claims=(wrong, right))
    judgements = [judge(one) for one in given.claims]
    assert audit([given], [judgements]) == audit([given]) != [[]]
    assert audit([given], [judgements[1:] * 2]) == [[]]
    assert describe(wrong, judgements[0]) == describe(wrong) != describe(wrong, judgements[1])


def test_a_ratio_is_described_by_its_numbers():
    fields = describe(ratio("203.520 triệu đồng", "318 tỷ đồng", "64%"))
    assert fields["consistent"] is True
    assert fields["numerator"] == Decimal("203.52")
    assert (fields["denominator"], fields["unit"], fields["stated_pct"]) == (318, "tỷ đồng", 64)
    assert (fields["mode"], fields["computed_pct"]) == ("share", Decimal("64.0000"))


def test_a_decrease_is_described_by_its_size():
    fields = describe(ratio("5 vụ", "8 vụ", "-37,5%", RatioMode.DECREASE))
    assert (fields["stated_pct"], fields["computed_pct"]) == (Decimal("37.5"), Decimal("37.5000"))


def test_sums_tallies_and_changes_are_described():
    fields = describe(total("4,2 tỷ đồng", "3 tỷ đồng", "1.200 triệu đồng"))
    assert (fields["total"], fields["parts"], fields["sum_parts"]) == (
        Decimal("4.2"),
        [3, Decimal("1.2")],
        Decimal("4.2"),
    )
    fields = describe(
        claim(ClaimType.TARGET_TALLY, ("total", "20 chỉ tiêu"), ("met", "13 chỉ tiêu"), ("over_80", "6 chỉ tiêu"))
    )
    assert (fields["met"], fields["over_80"], fields["sum_parts"], fields["remainder"]) == (13, 6, 19, 1)
    fields = describe(difference("238 hộ", "171 hộ", "-76 hộ"))
    assert (fields["stated_change"], fields["computed_change"], fields["consistent"]) == (-76, -67, False)
    fields = describe(claim(ClaimType.ENUMERATION, ("count", "6 xã"), ("items", "5 xã")))
    assert (fields["stated"], fields["listed"]) == (6, 5)
    fields = describe(claim(ClaimType.IMPLIED_BASE, ("count", "120 hộ"), ("share", "4%")))
    assert (fields["counts"], fields["shares"]) == ([120], [4])


def test_a_base_of_zero_is_described_without_verdict():
    fields = describe(ratio("5 tỷ đồng", "0 tỷ đồng", "10%"))
    assert (fields["consistent"], fields["computed_pct"]) == (None, None)
