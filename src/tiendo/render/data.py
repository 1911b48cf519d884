# SPDX-License-Identifier: Apache-2.0
"""What every renderer is given: one document as read, with its problems and its judged claims.

What is here: plain data. Not here: how it was read (``read``) and judged (``verify``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tiendo.kernel.findings import Claim, Reading, Span
from tiendo.kernel.problem import Problem, Severity


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim with the verdict on it.

    Attributes:
        consistent: whether the printed precision allows it; None when it cannot be told.
        details: what the verdict rests on, as plain values by name (operands by role, ``computed_pct``, ``sum_parts``).
    """

    claim: Claim
    consistent: bool | None
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Checked:
    """One document, ready to be shown.

    Attributes:
        problems: in the order of the text; renderers sort them as they need.
        claims: one for each of ``reading.claims``, in that order.
        sentences: places of the sentences of ``reading.document.text``, in order, not overlapping; may be empty.
    """

    reading: Reading
    problems: tuple[Problem, ...] = ()
    claims: tuple[JudgedClaim, ...] = ()
    sentences: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read, with the sentence that says why and what to do."""

    path: str
    message: str
    message_en: str


Outcome = Checked | Unread

#: Worst first.
SEVERITIES = (Severity.ERROR, Severity.SUSPICIOUS, Severity.NOTICE)


def worst_first(problems: tuple[Problem, ...]) -> list[Problem]:
    """The problems by severity; inside one severity the order is kept."""
    return sorted(problems, key=lambda problem: SEVERITIES.index(problem.severity))
