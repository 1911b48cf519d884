# SPDX-License-Identifier: Apache-2.0
"""The sentences of both languages, and that their arithmetic holds as printed."""

from __future__ import annotations

import re
from dataclasses import fields
from decimal import Decimal
from string import Formatter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tiendo.evaluate import (
    DONE_OR_ABOVE_80,
    STANDARD,
    Band,
    Figure,
    FigureStatus,
    Nature,
    Plan,
    Scheme,
    Status,
    tell,
    tell_growth,
    tell_pace,
)
from tiendo.evaluate.sentences.en import EN
from tiendo.evaluate.sentences.vi import VI
from tiendo.evaluate.tests.making import YEAR, base, figure, judge, level, quantity, target
from tiendo.evaluate.tests.recomputing import list_wrong_steps
from tiendo.kernel.numbers import format_number, parse_number
from tiendo.kernel.period import Period

#: A law has no time limit: the machine may be busy.
LAW = settings(deadline=None)

HALF = Period.half(2024, 1)
BEFORE = Period.year(2023)

# target | result | as of | sentence, with plain spaces
TOLD = [
    (
        target("at_least", plans=(Plan(quantity("320 đảng viên"), assigner="Thành phố", version="đợt 1"),)),
        "217 đảng viên",
        YEAR,
        "217/320 đảng viên = 67,81 % kế hoạch năm 2024 do Thành phố giao (đợt 1) (số liệu đến 31/12/2024): không đạt.",
    ),
    (
        level("less_than", "4 %"),
        "4,5 %",
        YEAR,
        "4,5 %, yêu cầu dưới 4 %, chênh 4 − 4,5 = −0,5 điểm % (số liệu đến 31/12/2024): không đạt.",
    ),
    (
        target("at_most", "10 vụ"),
        "6 vụ",
        HALF,
        "6 vụ, yêu cầu không quá 10 vụ, chênh 10 − 6 = 4 vụ; theo tiến độ 6 tháng đầu năm 2024"
        " (số liệu đến 30/06/2024) cần không quá 5 vụ (chia đều: 6/12 tháng): nguy cơ không đạt.",
    ),
    (
        level("between", "7,5–8,0 %", name="GRDP"),
        "7,18 %",
        YEAR,
        "GRDP 7,18 %, yêu cầu từ 7,5 % đến 8 %, tức 7,18 %/7,5 % = 95,73 % (số liệu đến 31/12/2024): không đạt.",
    ),
    (
        level("about", "4,5 %"),
        "4,5 %",
        YEAR,
        "4,5 %, yêu cầu khoảng 4,5 % (±0,005), tức 4,5 %/4,5 % = 100 % (số liệu đến 31/12/2024): đạt.",
    ),
    (
        target("at_least", "100 hộ"),
        "45 hộ",
        HALF,
        "45/100 hộ = 45 % kế hoạch năm 2024; theo tiến độ 6 tháng đầu năm 2024 (số liệu đến 30/06/2024) cần 50 %"
        " (chia đều: 6/12 tháng), mức «có khả năng đạt» từ 40 %: có khả năng đạt.",
    ),
    (
        level("between", "6–7 %"),
        "4 %",
        HALF,
        "mức này phải giữ ở mọi kỳ báo cáo (số liệu đến 30/06/2024), mức «có khả năng đạt» từ 4,8 %: nguy cơ không",
    ),
    (level("zero", condition="theo chuẩn nghèo thành phố"), "0 hộ", YEAR, "(theo chuẩn nghèo thành phố) 0 hộ, yêu"),
    (
        target("reduce_by_percent", "75 %", base=base("1.000 vụ", BEFORE)),
        "248 vụ",
        YEAR,
        "giảm (1.000 − 248)/1.000 = 75,2 % so với năm 2023; 75,2 %/75 % = 100,27 % kế hoạch năm 2024"
        " (số liệu đến 31/12/2024): vượt.",
    ),
    (
        target("reduce_by_points", "1–1,5 điểm %", base=base("5,5 %", BEFORE)),
        "4,4 %",
        YEAR,
        "giảm 5,5 − 4,4 = 1,1 điểm % so với năm 2023, yêu cầu từ 1 điểm % đến 1,5 điểm %",
    ),
    (
        level("share_of_units", "90 %"),
        "13/13 phường",
        HALF,
        "13/13 phường = 100 %; 100 %/90 % = 111,11 % kế hoạch năm 2024; mức này phải giữ ở mọi kỳ báo cáo"
        " (số liệu đến 30/06/2024): đảm bảo tiến độ.",
    ),
    (level("at_least", "60 %"), "61–62 %", YEAR, "61–62 %, yêu cầu ít nhất 60 % (số liệu đến 31/12/2024): vượt."),
    (level("at_least", "-3 %"), "-4,13 %", YEAR, "−4,13 %, yêu cầu ít nhất −3 % (số liệu đến 31/12/2024): không đạt."),
    (
        target("yes_no", nature=Nature.YES_NO, plans=(Plan(),), name="Đề án"),
        Figure(YEAR, answer=True),
        YEAR,
        "Đề án: đã thực hiện (số liệu đến 31/12/2024): đạt.",
    ),
]


@pytest.mark.parametrize(("asked", "result", "as_of", "sentence"), TOLD, ids=[row[3][:20] for row in TOLD])
def test_the_sentence_has_the_arithmetic_in_it(asked, result, as_of, sentence):
    assert sentence in tell(judge(asked, result, as_of=as_of)).replace("\u00a0", " ")


@pytest.mark.parametrize(("asked", "result", "as_of", "sentence"), TOLD, ids=[row[3][:20] for row in TOLD])
def test_the_english_sentence_has_the_same_numbers(asked, result, as_of, sentence):
    verdict = judge(asked, result, as_of=as_of)
    dates = re.compile(r"\(số liệu đến [^)]*\)|\(data to [^)]*\)|6 tháng đầu năm|first half of|\(đợt 1\)")
    vi, en = (re.findall(r"\d[\d.,]*\d|\d", dates.sub("", text)) for text in (tell(verdict), tell(verdict, "en")))
    swapped = [number.translate(str.maketrans(".,", ",.")) for number in en]
    assert sorted(vi) == sorted(swapped)


def test_rounding_never_hides_which_side_a_result_is_on():
    below = judge(target("at_least", "100.000 hộ"), "99.999 hộ")
    assert "= 99,999\u00a0% kế hoạch" in tell(below)
    assert tell(below).endswith("không đạt.")
    due = judge(target("at_least", "300.001 hộ"), "100.000 hộ", as_of=Period.cumulative(2024, 4))
    assert "= 33,3332\u00a0% kế hoạch" in tell(due)
    assert "cần 33,3333\u00a0%" in tell(due)


def test_an_estimate_that_is_also_hedged_as_about_is_called_so_once():
    found = figure("khoảng 2.069 tỷ đồng", status=FigureStatus.ESTIMATE)
    sentence = tell(judge(target("at_least", "1.900 tỷ đồng"), found))
    assert sentence.startswith("Chỉ tiêu ước 2.069/1.900 tỷ đồng = ước 108,89\u00a0% kế hoạch")


def test_a_negative_number_behind_a_minus_stands_in_brackets():
    assert "chênh 3 − (−2) = 5 điểm %" in tell(judge(level("at_most", "3 %"), "-2 %"))


@pytest.mark.parametrize(
    ("result", "told"),
    [
        ("45 hộ", ", mức «có khả năng đạt» từ 40\u00a0%: có khả năng đạt."),
        ("30 hộ", ", mức «hoàn thành một phần» từ 25\u00a0%: hoàn thành một phần."),
        ("20 hộ", ", mức «hoàn thành một phần» từ 25\u00a0%: nguy cơ không đạt."),
    ],
)
def test_of_several_bands_the_one_that_decided_is_told(result, told):
    bands = (Band(Status.ON_TRACK, Decimal(100)), Band(Status.LIKELY, Decimal(80)), Band(Status.PARTIAL, Decimal(50)))
    scheme = Scheme("three_bands", bands, STANDARD.classes)
    assert tell(judge(target("at_least", "100 hộ"), result, as_of=HALF, scheme=scheme)).endswith(told)


def test_the_locality_names_its_classes():
    verdict = judge(target("at_least", "100 hộ"), "90 hộ", as_of=HALF, scheme=DONE_OR_ABOVE_80)
    assert tell(verdict).endswith(
        ", mức «hoàn thành trên 80\u00a0% và ước đạt» trên 80\u00a0%: hoàn thành trên 80\u00a0% và ước đạt."
    )
    assert tell(verdict, scheme=STANDARD).endswith(": có khả năng đạt.")


def test_pace_and_growth_are_sentences_of_their_own():
    verdict = judge(target("at_least", "120 hộ"), "30 hộ", figure("40 hộ", Period.half(2023, 1)), as_of=HALF)
    assert tell_pace(verdict) == "Còn 90 hộ trong 6 tháng, bình quân 15 hộ mỗi tháng, 3,42 hộ mỗi tuần."
    assert tell_pace(verdict, "en") == "90 hộ to go in 6 months, 15 hộ a month or 3.42 hộ a week on average."
    assert tell_growth(verdict) == "Giảm 25\u00a0% so với 6 tháng đầu năm 2023."
    assert tell_growth(verdict, "en") == "Down 25% on the first half of 2023."
    assert tell_growth(judge(level("at_least", "9 %"), "9 %", figure("9 %", BEFORE))) == "Bằng năm 2023."
    assert "0,5 điểm %" in tell_growth(judge(level("at_least", "9 %"), "9,5 %", figure("9 %", BEFORE)))
    assert tell_pace(judge(target("at_least", "1 hộ"), "1 hộ")) == tell_growth(judge(level("zero"), "1 hộ")) == ""


def test_both_languages_fill_the_same_places():
    def places(text):
        return {name for _, name, _, _ in Formatter().parse(text) if name}

    for field in fields(VI):
        vi, en = getattr(VI, field.name), getattr(EN, field.name)
        if isinstance(vi, str):
            assert places(vi) == places(en), field.name
        elif not callable(vi) and not isinstance(vi, bool):
            assert {key: places(text) for key, text in vi.items()} == {key: places(text) for key, text in en.items()}


decimals = st.decimals(min_value=-(10**7), max_value=10**7, places=3)
above_zero = st.decimals(min_value="0.001", max_value=10**7, places=3)
counts = st.integers(1, 10**6)
ends = st.integers(1, 12)


def told(asked, result, months):
    sentence = tell(judge(asked, result, as_of=Period.cumulative(2024, months)))
    wrong, steps = list_wrong_steps(sentence, asked.decimals)
    assert wrong == [], sentence
    return sentence, steps


@LAW
@given(above_zero, decimals, ends)
def test_a_share_of_the_plan_can_be_recomputed_from_the_sentence(plan, actual, months):
    asked = target("at_least", f"{format_number(plan)} tỷ đồng")
    _, steps = told(asked, f"{format_number(actual)} tỷ đồng", months)
    assert steps >= 1


@LAW
@given(counts, counts, st.decimals(min_value="0.01", max_value=100, places=2), ends)
def test_a_quotient_and_its_share_can_be_recomputed_from_the_sentence(top, bottom, plan, months):
    found = f"{format_number(top)}/{format_number(bottom)} hồ sơ"
    _, steps = told(level("at_least", f"{format_number(plan)} %"), found, months)
    assert steps == 2


@LAW
@given(counts, st.integers(0, 10**6), st.decimals(min_value="0.01", max_value=100, places=2))
def test_a_decrease_and_its_share_can_be_recomputed_from_the_sentence(start, now, plan):
    asked = target("reduce_by_percent", f"{format_number(plan)} %", base=base(f"{format_number(start)} vụ", BEFORE))
    _, steps = told(asked, f"{format_number(now)} vụ", 12)
    assert steps == 2


@LAW
@given(decimals, decimals)
def test_a_margin_can_be_recomputed_from_the_sentence(bound, actual):
    _, steps = told(level("at_most", f"{format_number(bound)} %"), f"{format_number(actual)} %", 12)
    assert steps == 1


@LAW
@given(above_zero, above_zero, st.integers(1, 11))
def test_the_status_follows_from_the_printed_percentages(plan, actual, months):
    asked = target("at_least", f"{format_number(plan)} hộ")
    sentence, _ = told(asked, f"{format_number(actual)} hộ", months)
    share, *due = [parse_number(found).value for found in re.findall(r"([\d.]+(?:,\d+)?)\s%(?!»)", sentence)]
    status = sentence.rpartition(": ")[2]
    if not due:  # done before the end: nothing is due any more
        assert (status, share >= 100) in {("đạt.", True), ("vượt.", True)}
    elif len(due) == 1:
        assert (status, share >= due[0]) == ("đảm bảo tiến độ.", True)
    else:
        assert share < due[0]
        assert status == ("có khả năng đạt." if share >= due[1] else "nguy cơ không đạt.")
