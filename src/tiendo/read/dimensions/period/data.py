# SPDX-License-Identifier: Apache-2.0
"""A time expression of a text and the span of time it stands for."""

from __future__ import annotations

from enum import StrEnum

from tiendo.kernel.records import record


class TimeRole(StrEnum):
    """What the expression does in its sentence."""

    SPAN = "span"  # governs the figures of its sentence
    BASE = "base"  # what is compared with (so với năm 2023, cùng kỳ)
    PLAN = "plan"  # kế hoạch năm 2025: the year of a plan, not of the result
    EVENT = "event"  # the day of a meeting, the period of tasks to come: governs no figure
    DEADLINE = "deadline"  # đến năm 2030, trước ngày 30/6


@record
class TimeExpression:
    """Where it stands (positions of ``Shadow.norm``) and what it means.

    Attributes:
        period: as in ``Measurement.period``; None when no year can be told.
        is_explicit: the year stands in the expression itself.
    """

    start: int
    end: int
    period: str | None
    role: TimeRole = TimeRole.SPAN
    is_explicit: bool = True


@record
class Anchor:
    """What relative times are resolved against.

    Attributes:
        year: the year the document speaks of, or None.
        period: its reporting period, as in ``Measurement.period``, or None.
        month: month of the document's date when it lies in that year, or None.
        term: the term of office or programme of which the text speaks (``2020/2025``), or None.
    """

    year: int | None = None
    period: str | None = None
    month: int | None = None
    term: str | None = None
