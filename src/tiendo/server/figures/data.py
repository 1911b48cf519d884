# SPDX-License-Identifier: Apache-2.0
"""Indicators, figures and where they come from, as plain data: the public face."""

from __future__ import annotations

from enum import StrEnum


class Nature(StrEnum):
    """How an indicator behaves over time."""

    FLOW = "flow"  # adds up over the periods of a year: revenue, new firms
    STOCK = "stock"  # the value at the end of the period: population, poor households
    RATIO = "ratio"  # of two counted things; never added, never averaged
    YES_NO = "yes_no"


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"
    NONE = "none"


class RollUp(StrEnum):
    """How the values of units below make the value of the unit above."""

    SUM = "sum"
    RATIO = "ratio"  # sum of numerators over sum of denominators
    NONE = "none"


class FigureStatus(StrEnum):
    """How firm a figure is; each kept apart, none overwrites another."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"  # ước
    FINAL = "final"  # settled, after the year
    MISSING = "missing"  # with its reason; never 0


class SourceKind(StrEnum):
    """Where a figure comes from."""

    DOCUMENT = "document"
    ENTRY = "entry"  # typed by a person
    FILE = "file"
    API = "api"
    PACK = "pack"
