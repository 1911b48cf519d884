# SPDX-License-Identifier: Apache-2.0
"""Columns of which something is known before the query is written: what cannot be otherwise is not asked of the engine.

A rule that no target has needs no branch, a sum that is small enough needs no wide numbers, a column that is always
null needs no column. ``Value`` stands for a column with what is known of it, ``Rows`` for the stages of a query.
"""

from tiendo.evaluate.bulk.partial.rows import Rows
from tiendo.evaluate.bulk.partial.value import (
    NO,
    UNKNOWN,
    WHOLE,
    YES,
    Kind,
    Seen,
    Value,
    cases,
    constant,
    greatest,
    least,
    lift,
    null,
    null_of,
    real,
    say,
    truth,
)

__all__ = [
    "NO",
    "UNKNOWN",
    "WHOLE",
    "YES",
    "Kind",
    "Rows",
    "Seen",
    "Value",
    "cases",
    "constant",
    "greatest",
    "least",
    "lift",
    "null",
    "null_of",
    "real",
    "say",
    "truth",
]
