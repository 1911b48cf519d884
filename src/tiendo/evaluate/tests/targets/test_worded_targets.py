# SPDX-License-Identifier: Apache-2.0
"""Targets without a number of their own: done by a date, a rank, words. Source: DOMAIN 1.2; docs/guides/packs.md."""

from __future__ import annotations

from datetime import date

import pytest

from tiendo.evaluate import Figure, Nature, Plan, tell
from tiendo.evaluate.tests.making import figure, judge, level, target
from tiendo.kernel.period import Period

BY_JUNE = Period(date(2024, 1, 1), date(2024, 6, 20))
FIRST, HALF, NINE = Period.quarter(2024, 1), Period.half(2024, 1), Period.nine_months(2024)


def by_date(answer, answered, as_of):
    """Done by 20 June: a yes or no whose span ends on the day."""
    asked = target("yes_no", nature=Nature.YES_NO, plans=(Plan(),), name="Đề án", span=BY_JUNE)
    return judge(asked, Figure(answered, answer=answer), as_of=as_of)


@pytest.mark.parametrize(
    ("answer", "answered", "as_of", "status"),
    [
        (True, FIRST, FIRST, "achieved"),
        (False, FIRST, FIRST, "not_assessable"),  # there is still time
        (True, BY_JUNE, HALF, "achieved"),
        (False, BY_JUNE, HALF, "not_achieved"),
        (False, BY_JUNE, NINE, "not_achieved"),
        (True, NINE, NINE, "unclassified"),  # said later: nobody said what held on the day
    ],
)
def test_done_by_a_date_is_a_yes_whose_span_ends_on_the_day(answer, answered, as_of, status):
    assert by_date(answer, answered, as_of).suggested == status


@pytest.mark.parametrize(
    ("rank", "status"), [("7 hạng", "achieved"), ("10 hạng", "achieved"), ("11 hạng", "not_achieved")]
)
def test_a_rank_is_at_most_so_many_places(rank, status):
    asked = level("at_most", "10 hạng", name="Chỉ số cải cách hành chính", condition="thuộc nhóm 10 đơn vị dẫn đầu")
    verdict = judge(asked, rank)
    assert verdict.suggested == status
    assert "yêu cầu không quá 10 hạng" in tell(verdict)


def test_words_are_a_yes_or_no_with_what_they_ask_for():
    asked = target(
        "yes_no", nature=Nature.YES_NO, plans=(Plan(),), name="Không còn hộ nghèo", condition="theo chuẩn thành phố"
    )
    sentence = tell(judge(asked, Figure(Period.year(2024), answer=True)))
    assert sentence.startswith("Không còn hộ nghèo (theo chuẩn thành phố): đã thực hiện")
    assert judge(asked, figure("3 hộ")).reason == "wrong_form"
