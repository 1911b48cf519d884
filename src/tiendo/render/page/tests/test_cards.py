# SPDX-License-Identifier: Apache-2.0
"""Which claim a problem tells: its own, never that of a neighbour."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tiendo.kernel.problem import Problem, Severity
from tiendo.render.lang import Lang
from tiendo.render.page.anchors import find_anchors
from tiendo.render.page.cards import draw_cards, find_claim
from tiendo.render.page.items import list_items
from tiendo.render.tests.factories import ratio, report, span_of, tally

FIGURES = tuple(span_of(words) for words in ("26,7 tỷ đồng", "100 tỷ đồng", "27,6%"))


def told(judged, severity):
    """The problem of a claim, as the audit makes it."""
    claim = judged.claim
    related = tuple(operand.span for operand in claim.operands if operand.span is not None)
    return Problem("any", severity, claim.quote, "Sai.", "Wrong.", claim.span, claim.cell, related)


@pytest.mark.parametrize(
    ("problem", "claim"),
    [
        (told(ratio(), Severity.ERROR), ratio()),
        (told(ratio(), Severity.SUSPICIOUS), ratio()),
        (told(tally(), Severity.NOTICE), tally()),
    ],
)
def test_a_problem_of_a_claim_finds_its_claim(problem, claim):
    assert find_claim(problem, (ratio(), tally())) == claim


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("words", ["26,7 tỷ đồng", "100 tỷ đồng", "27,6%", "26,7 tỷ đồng, bằng 27,6% dự toán"])
def test_what_is_said_of_a_figure_inside_a_failing_claim_borrows_nothing_of_it(words, severity):
    doubt = Problem("told_differently", severity, words, "Chỗ khác ghi khác.", "Told otherwise.", span_of(words))
    assert find_claim(doubt, (ratio(), tally())) is None


def test_another_problem_of_the_very_words_of_a_claim_borrows_nothing_of_it():
    other = replace(told(ratio(), Severity.SUSPICIOUS), related=(FIGURES[0],))
    assert find_claim(other, (ratio(),)) is None
    assert find_claim(told(ratio(), Severity.NOTICE), (ratio(),)) is None


def test_a_card_without_a_claim_has_no_equation():
    doubt = Problem("told_differently", Severity.SUSPICIOUS, "27,6%", "Chỗ khác ghi 26,7 %.", "Told.", FIGURES[2])
    checked = replace(report(), problems=(doubt, told(ratio(), Severity.ERROR)))
    items = list_items(checked, Lang.VI, explain=False)
    anchors = find_anchors("", checked, items, checked.problems, Lang.VI)
    first, second = draw_cards(checked, checked.problems, anchors, Lang.VI)
    assert 'class="eq"' not in first
    assert 'class="eq"' in second
