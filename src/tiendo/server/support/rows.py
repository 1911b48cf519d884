# SPDX-License-Identifier: Apache-2.0
"""Rows into a table without the models: what a queue writes by the thousand costs more through them than its making.

Values are given as the database takes them: JSON as text, moments by ``moment``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import connection


def moment(value: datetime | None) -> Any:
    """A moment as the database takes it."""
    return connection.ops.adapt_datetimefield_value(value)


def insert(table: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]], *, at_once: int = 1) -> None:
    """Writes rows.

    Args:
        rows: in the order of the columns.
        at_once: with one statement, for tables in which a statement costs something by itself.
    """
    if not rows:
        return
    quote = connection.ops.quote_name
    into = f"INSERT INTO {quote(table)} ({', '.join(map(quote, columns))}) VALUES "  # noqa: S608 - WONTFIX: names of the program
    row = f"({', '.join(['%s'] * len(columns))})"
    with connection.cursor() as cursor:
        if at_once == 1:
            cursor.executemany(into + row, rows)
            return
        for at in range(0, len(rows), at_once):
            some = rows[at : at + at_once]
            cursor.execute(into + ", ".join([row] * len(some)), [value for one in some for value in one])
