# SPDX-License-Identifier: Apache-2.0
"""The index of passages: the only place that knows how a database finds words.

SQLite has FTS5 over the words without marks of ``Passage``, without a copy of them; marks are compared in the passages
it finds. Any other database compares the columns themselves, which hold words between single spaces. Both find the same
passages; a test runs through both.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from django.db import connection
from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from tiendo.server.documents.models import Passage
from tiendo.server.documents.rules import Words
from tiendo.server.support.rows import insert

_COLUMNS = ("document_id", "start", "end", "cell", "text", "exact", "bare")
_AT_ONCE = 400  # rows of seven values: SQLite takes 32,766 in a statement

Row = tuple[int, int | None, int | None, str | None, str, str, str]
"""A passage before it has an id: the columns above."""


def add_passages(rows: Sequence[Row]) -> None:
    """Writes passages, many with one statement: FTS5 closes a part of its index at the end of each, so that a statement
    for every row takes four times as long (bench)."""
    insert("documents_passage", _COLUMNS, rows, at_once=_AT_ONCE)


class Backend(Protocol):
    """How words are found."""

    def matching(self, column: str, words: Sequence[str], *, is_phrase: bool) -> Q:
        """The passages that hold all the words, in this order and side by side when it is a phrase."""


class Fts5:
    """The full-text index of SQLite; triggers fill it (migration 0002)."""

    def matching(self, column: str, words: Sequence[str], *, is_phrase: bool) -> Q:
        """Words are letters and digits alone, so that none is taken for an operator once it is quoted."""
        if column != "bare":  # its passages are among those of the words without marks, and few
            return Columns().matching(column, words, is_phrase=is_phrase)
        phrase = f'"{" ".join(words)}"' if is_phrase else " ".join(f'"{word}"' for word in words)
        found = RawSQL("SELECT rowid FROM documents_passage_index WHERE documents_passage_index MATCH %s", [phrase])
        return Q(id__in=found)


class Columns:
    """Comparison of the columns, for databases without the index."""

    def matching(self, column: str, words: Sequence[str], *, is_phrase: bool) -> Q:
        """Words lie between spaces, so a part of a word is no hit."""
        found = Q()
        for part in [" ".join(words)] if is_phrase else words:
            found &= Q(**{f"{column}__contains": f" {part} "})
        return found


def get_backend() -> Backend:
    """The one for the database in use."""
    return Fts5() if connection.vendor == "sqlite" else Columns()


def find_passages(passages: QuerySet[Passage], asked: Words, backend: Backend | None = None) -> QuerySet[Passage]:
    """The passages that hold all words asked for: those closest to what was typed first, then by the newest document.

    Args:
        passages: those the person may see.
        asked: with marks typed, passages that have these marks come first; the words side by side before scattered.
    """
    backend = backend or get_backend()
    if not asked.bare:
        return passages.none()
    columns = [("exact", asked.exact)] if asked.has_marks else []
    ways = [
        backend.matching(column, words, is_phrase=is_phrase)
        for column, words in [*columns, ("bare", asked.bare)]
        for is_phrase in (True, False)
    ]
    tier = Case(
        *(When(way, then=Value(number)) for number, way in enumerate(ways[:-1])),
        default=Value(len(ways)),
        output_field=IntegerField(),
    )
    found = passages.filter(ways[-1]).annotate(tier=tier)
    return found.order_by("tier", "-document__received_at", "-document", "pk")
