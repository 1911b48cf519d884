# SPDX-License-Identifier: Apache-2.0
"""Yes or no: done is achieved; not done is missed only when the time is over.

What is here: answers. Not here: numbers.
"""

from __future__ import annotations

from fractions import Fraction

from tiendo.evaluate.data import Status
from tiendo.evaluate.exact import Reach
from tiendo.evaluate.families.question import CannotJudgeError, Judged, Question
from tiendo.evaluate.ladder import Ladder, Rung
from tiendo.evaluate.verdict import Measured, Reason


def judge_answer(question: Question) -> Judged:
    """An answer; yes is 1, no is 0.

    Raises:
        CannotJudgeError: a number in place of an answer, or a "no" while there is still time.
    """
    answer = question.figure.answer
    if answer is None:
        raise CannotJudgeError(Reason.WRONG_FORM)
    if not answer and not question.is_final:
        raise CannotJudgeError(Reason.NOT_DUE)
    value = Fraction(int(answer))
    done = Status.ACHIEVED if question.can_be_done else Status.ON_TRACK
    return Judged(Measured(value, Reach.exactly(value), ""), Ladder(Status.NOT_ACHIEVED, (Rung(Fraction(1), done),)))
