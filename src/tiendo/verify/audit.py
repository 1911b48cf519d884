# SPDX-License-Identifier: Apache-2.0
"""The audit of documents: every claim judged, every rule asked, each place told once.

Not here: the rules (``judge``, ``rules``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tiendo.kernel.findings import Reading
from tiendo.kernel.problem import Problem, Severity
from tiendo.verify.data import Judgement
from tiendo.verify.judge import judge
from tiendo.verify.rules import cumulative, dates, deadlines, retold, separators, wrong_unit

_Rule = Callable[[Reading], Iterator[Problem]]
_RULES: tuple[_Rule, ...] = (wrong_unit.find, separators.find, cumulative.find, dates.find, deadlines.find)
_ORDER = (Severity.ERROR, Severity.SUSPICIOUS, Severity.NOTICE)


def audit(readings: Sequence[Reading], judgements: Sequence[Sequence[Judgement]] | None = None) -> list[list[Problem]]:
    """The problems of each document, in the order of its text, tables after it.

    Args:
        readings: the documents of one run; the same figure told differently in two of them is told at the later one.
        judgements: of the claims of each document, in their order, where they have been judged already.
    """
    if judgements is None:
        judgements = [[judge(claim) for claim in reading.claims] for reading in readings]
    found = [list(_of_document(*pair)) for pair in zip(readings, judgements, strict=True)]
    for number, problem in retold.find(readings):
        if not any(_is_at(problem, other) for other in found[number]):
            found[number].append(problem)
    return [sorted(_each_place_once(problems), key=_place) for problems in found]


def _of_document(reading: Reading, judgements: Sequence[Judgement]) -> Iterator[Problem]:
    yield from (judged.problem for judged in judgements if judged.problem is not None)
    for rule in _RULES:
        yield from rule(reading)


def _is_at(problem: Problem, other: Problem) -> bool:
    """Whether the place of a problem has an error of its own already."""
    if other.severity is Severity.NOTICE:
        return False
    places = {other.span, other.cell, *other.related} - {None}
    return problem.span in places or problem.cell in places


def _place(problem: Problem) -> tuple[int, int, int, int, int]:
    if problem.span is not None:
        return 0, problem.span.start, problem.span.end, 0, _ORDER.index(problem.severity)
    cell = problem.cell
    if cell is None:
        return 2, 0, 0, 0, 0
    return 1, cell.table, cell.row, cell.column, _ORDER.index(problem.severity)


def _each_place_once(problems: list[Problem]) -> list[Problem]:
    """One problem of each rule at each place: the most severe."""
    kept: dict[tuple[object, ...], Problem] = {}
    for problem in sorted(problems, key=lambda found: _ORDER.index(found.severity)):
        kept.setdefault((problem.rule, problem.span, problem.cell), problem)
    return list(kept.values())
