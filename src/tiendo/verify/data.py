# SPDX-License-Identifier: Apache-2.0
"""What the audit says of one claim, and how a sentence about it is put."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tiendo.kernel.problem import Problem


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence in both languages, without its full stop."""

    vi: str
    en: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a claim.

    Attributes:
        is_consistent: whether the printed precision allows it; None when nothing can be computed (a base of zero).
        computed: what follows from the figures as printed: per cent of a ratio, sum of the parts, difference, number
            of names; None when it cannot be computed.
        arithmetic: the computation in Vietnamese form ("1.390,9/5.208 = 26,7 %"); empty without one.
        problem: what is to be told; None when there is nothing.
    """

    is_consistent: bool | None
    computed: Decimal | None
    arithmetic: str
    problem: Problem | None = None
