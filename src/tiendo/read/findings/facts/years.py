# SPDX-License-Identifier: Apache-2.0
"""The year a text speaks of when a day is printed without one.

Here: the years the text names and how firmly. A year the text does not tell stays unknown: nothing is guessed.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from tiendo.read.findings.facts.days import Day

_YEAR = re.compile(r"(?<![\d,.])20\d\d(?![\d/]|,\d)")
_RANGE_AFTER = re.compile(r"\s?[-–]\s?20\d\d")
# What stands before a year, and how firmly it then says which year the text is about.
_BEFORE: tuple[tuple[re.Pattern[str], int], ...] = (
    # bases of comparison, terms, targets, history: no sign of today
    (
        re.compile(
            r"(?:so với|\bso|cùng kỳ|\btừ|giai đoạn|nhiệm kỳ|tầm nhìn|trước|thành lập|sinh|định hướng|sau|\d\s?[-–])"
            r"(?:\s(?:cuối|đầu|với))?(?:\snăm|\stháng\s\d{1,2}[/-])?\s{0,2}$|\bđến\s(?:năm\s)?$"
        ),
        0,
    ),
    (
        re.compile(
            r"(?:\b(?:\d{1,2}|sáu|chín)\s{1,2}tháng(?:\s{1,2}đầu)?|\bquý\s{1,2}(?:i{1,3}|iv|[1-4]))"
            r"\s?[/,-]?\s?(?:năm\s{1,2})?$"
        ),
        4,
    ),
    (re.compile(r"cuối\s{1,2}năm\s{1,2}$"), 3),
    (re.compile(r"\btháng\s{1,2}\d{1,2}\s?(?:năm\s{1,2}|[/-]\s?)$"), 2),
    (re.compile(r"\bnăm\s{1,2}$|\d[/-]$"), 1),
)
_REVIEW = re.compile(r"\btổng kết\b[^.\n]*$")
_REVIEW_WEIGHT = 3
_REACH = 20000  # characters of the head that are asked
_FIRM = 2  # weight a year needs when it stands outside the opening
_OPENING = 1500
_EARLY_MONTH = 3


@dataclass(frozen=True, slots=True)
class Years:
    """How firmly a text speaks of each year; which years it reviews as a whole; which its opening names."""

    weights: Counter[int]
    reviewed: set[int]
    opening: set[int]


def years(norm: str) -> Years:
    """The years that the head of a text names."""
    told = Years(Counter(), set(), set())
    for match in _YEAR.finditer(norm, 0, min(len(norm), _REACH)):
        if _RANGE_AFTER.match(norm, match.end()):
            continue
        before = norm[max(0, match.start() - 90) : match.start()]
        weight = next((w for pattern, w in _BEFORE if pattern.search(before[-40:])), 0)
        if not weight:
            continue
        year = int(match.group())
        if weight == 1 and _REVIEW.search(before):
            told.reviewed.add(year)
            weight = _REVIEW_WEIGHT
        told.weights[year] += weight
        if match.start() < _OPENING:
            told.opening.add(year)
    return told


def year_of(norm: str, month: int | None) -> int | None:
    """The year of an event in the given month, as the text tells it.

    Args:
        norm: the text.
        month: month of the event, None when not known.

    Returns:
        None when the text names no year, or none firmly.
    """
    told = years(norm)
    if not told.weights:
        return None
    top = max(told.weights.values())
    best = sorted(year for year, weight in told.weights.items() if weight == top)
    year = best[-1] if month is not None and month <= _EARLY_MONTH else best[0]
    if top < _FIRM and year not in told.opening:
        return None
    # A whole year is reviewed at its end or early in the next one.
    if month is not None and month <= _EARLY_MONTH and year in told.reviewed:
        return year + 1
    return year


def resolve(day: Day, norm: str, published_on: date | None) -> date | None:
    """The date of an event printed without year.

    A page is published soon after the event, so the last such day before it is taken, unless the text speaks of
    other years only (the date on a page may be the day it was printed out).
    """
    if day.year is not None:
        return day.on()
    told = year_of(norm, day.month)
    if published_on is not None:
        near = day.on(published_on.year)
        if near is None or near > published_on:
            near = day.on(published_on.year - 1)
        if near is not None and (told is None or told == near.year or near.year in years(norm).weights):
            return near
    return day.on(told) if told is not None else None
