# SPDX-License-Identifier: Apache-2.0
"""A table of this connection alone in which the rows of an import wait, and the statements between it and the record.

Plain SQL that SQLite and PostgreSQL both read: the work is done where the rows are, in as many statements for a million
rows as for ten. Not here: what a row is worth (``staging``), the act (``importing``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.db import connection

_MOST = 20  # places that a person is told of at once

_CREATE = """
CREATE TEMPORARY TABLE figures_staged (
    line integer PRIMARY KEY, unit_id bigint, indicator_id bigint, period varchar(24), regime varchar(16),
    first_on date, last_on date, status varchar(8), value varchar(60), step varchar(60), numerator varchar(60),
    denominator varchar(60), gap varchar(16), missing_reason varchar(300), printed varchar(200), note varchar(500),
    former_id bigint, is_same smallint, deed varchar(8)
)"""
_ADD = """
INSERT INTO figures_staged VALUES (
    %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, NULL, NULL, 'record')"""
_TWICE = """
SELECT min(line), max(line) FROM figures_staged
GROUP BY unit_id, indicator_id, period, regime, status HAVING count(*) > 1 ORDER BY 1 LIMIT %s"""
# The row of the same status, else a gap that is filled now.
_FIND_FORMER = """
UPDATE figures_staged AS s SET former_id = COALESCE(
    (SELECT o.id FROM figures_observation o WHERE o.is_current AND o.unit_id = s.unit_id
        AND o.indicator_id = s.indicator_id AND o.period = s.period AND o.regime = s.regime
        AND o.status = s.status),
    (SELECT o.id FROM figures_observation o WHERE o.is_current AND o.unit_id = s.unit_id
        AND o.indicator_id = s.indicator_id AND o.period = s.period AND o.regime = s.regime
        AND o.status = 'missing'))"""
_GAP_OVER_VALUE = """
SELECT DISTINCT s.line FROM figures_staged s JOIN figures_observation o ON o.is_current AND o.unit_id = s.unit_id
    AND o.indicator_id = s.indicator_id AND o.period = s.period AND o.regime = s.regime
WHERE s.status = 'missing' AND o.status <> 'missing' ORDER BY s.line LIMIT %s"""
_FIND_SAME = """
UPDATE figures_staged AS s SET is_same = 1 WHERE s.former_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM figures_observation o WHERE o.id = s.former_id AND o.source = 'file' AND o.status = s.status
        AND COALESCE(o.value, '') = COALESCE(s.value, '') AND COALESCE(o.numerator, '') = COALESCE(s.numerator, '')
        AND COALESCE(o.denominator, '') = COALESCE(s.denominator, '') AND o.missing_reason = s.missing_reason)"""
# What is recorded as it stands already, from another place, corrects nothing: it is a further source.
_FIND_CONFIRMED = """
UPDATE figures_staged AS s SET deed = 'confirm' WHERE s.is_same IS NULL AND s.status <> 'missing' AND EXISTS (
    SELECT 1 FROM figures_observation o WHERE o.id = s.former_id AND o.status = s.status AND o.qualifier = 'exact'
        AND o.upper IS NULL AND COALESCE(o.value, '') = COALESCE(s.value, '')
        AND COALESCE(o.numerator, '') = COALESCE(s.numerator, '')
        AND COALESCE(o.denominator, '') = COALESCE(s.denominator, ''))"""
_SUPERSEDING = """
SELECT s.line, s.value, s.step, o.value, o.step, o.qualifier
FROM figures_staged s JOIN figures_observation o ON o.id = s.former_id
WHERE s.is_same IS NULL AND s.value IS NOT NULL AND o.value IS NOT NULL AND s.line > %s ORDER BY s.line LIMIT %s"""
_ADD_NOTE = "UPDATE figures_staged SET note = trim(note || ' ' || %s) WHERE line = %s"
_RETIRE = """
UPDATE figures_observation SET is_current = FALSE
WHERE id IN (SELECT former_id FROM figures_staged WHERE former_id IS NOT NULL AND is_same IS NULL)"""
_WRITE = """
INSERT INTO figures_observation (
    indicator_id, unit_id, period, regime, first_on, last_on, status, value, step, qualifier, numerator, denominator,
    numerator_unit, denominator_unit, gap, missing_reason, source, anchor, quote, printed, deed, note, recorded_at,
    recorded_by_id, supersedes_id, is_current)
SELECT indicator_id, unit_id, period, regime, first_on, last_on, status, value, step, 'exact', numerator, denominator,
    '', '', gap, missing_reason, 'file', {anchor}, '', printed, deed, note, %s, %s, former_id, TRUE
FROM figures_staged WHERE is_same IS NULL ORDER BY line"""
_ANCHORS = {  # JSON is a type of its own in PostgreSQL
    "sqlite": """'{"file": ' || %s || ', "row": ' || line || '}'""",
    "postgresql": """jsonb_build_object('file', %s::bigint, 'row', line)""",
}
# By unit and indicator: a target then is judged once for all its months, however the file is sorted.
_CHANGED = """
SELECT unit_id, indicator_id, period, regime, first_on, last_on FROM figures_staged
WHERE is_same IS NULL ORDER BY unit_id, indicator_id, first_on, line"""


class Stage:
    """The waiting rows; used inside ``with``, which takes the table away again."""

    def __enter__(self) -> Stage:
        # SQLite keeps temporary tables in memory here (settings); a file of any length must not. In a transaction this
        # cannot be changed, and takes the tables of before with it: nobody but an import has any.
        self._is_on_disk = connection.vendor == "sqlite" and not connection.in_atomic_block
        if self._is_on_disk:
            self._run("PRAGMA temp_store = FILE")
        self._run(_CREATE)
        return self

    def __exit__(self, *_: object) -> None:
        self._run("DROP TABLE IF EXISTS figures_staged")
        if self._is_on_disk:
            self._run("PRAGMA temp_store = MEMORY")

    def add(self, rows: Sequence[tuple[Any, ...]]) -> None:
        """Puts rows in, the columns in the order of the table, the last three left out."""
        with connection.cursor() as cursor:
            cursor.executemany(_ADD, rows)

    def list_twice(self) -> list[tuple[int, int]]:
        """Pairs of lines that give one figure twice."""
        return [(first, last) for first, last in self._ask(_TWICE, _MOST)]

    def find_former(self) -> list[int]:
        """Finds what each row supersedes, and which stand there already.

        Returns:
            Lines that say of a figure which is there that it is missing.
        """
        if connection.vendor == "postgresql":  # nobody else counts the rows of a temporary table for the planner
            self._run("ANALYZE figures_staged")
        self._run(_FIND_FORMER)
        self._run(_FIND_SAME)
        self._run(_FIND_CONFIRMED)
        return [line for (line,) in self._ask(_GAP_OVER_VALUE, _MOST)]

    def list_superseding(self, size: int) -> Iterator[list[tuple[Any, ...]]]:
        """Line, value and step of the new row, value, step and qualifier of the former, so many at a time.

        Each part is asked for behind the last line of the one before, for notes are added meanwhile.
        """
        line = 0
        while rows := self._ask(_SUPERSEDING, line, size):
            yield rows
            line = rows[-1][0]

    def add_notes(self, notes: Iterable[tuple[int, str]]) -> None:
        """Adds words to the notes of some lines."""
        with connection.cursor() as cursor:
            cursor.executemany(_ADD_NOTE, [(note, line) for line, note in notes])

    def write(self, file_id: int, recorded_at: Any, user_id: int | None) -> tuple[int, int]:
        """Writes the rows into the record.

        Returns:
            How many were written, and how many they superseded.
        """
        with connection.cursor() as cursor:
            cursor.execute(_RETIRE)
            superseded = cursor.rowcount
            when = connection.ops.adapt_datetimefield_value(recorded_at)
            cursor.execute(_WRITE.format(anchor=_ANCHORS[connection.vendor]), [file_id, when, user_id])
            return cursor.rowcount, superseded

    def list_changed(self, size: int) -> Iterator[list[tuple[Any, ...]]]:
        """What the written rows are about, so many at a time, the figures of a unit side by side."""
        with connection.chunked_cursor() as cursor:
            cursor.execute(_CHANGED)
            while rows := cursor.fetchmany(size):
                yield rows

    def _run(self, statement: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(statement)

    def _ask(self, statement: str, *values: int) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(statement, values)
            return list(cursor.fetchall())
