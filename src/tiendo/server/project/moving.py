# SPDX-License-Identifier: Apache-2.0
"""An installation from SQLite to PostgreSQL: every row, or nothing.

Two transactions hold everything: one keeps others from writing into the source, one makes the tables of the target,
fills them and is committed only when every table has as many rows and the same hash as in the source, and the record of
acts is whole. Whoever is killed in between leaves an empty target. Files stay where they are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from graphlib import TopologicalSorter
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import DEFAULT_DB_ALIAS, Error, connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Model

from tiendo.server.audit.queries import verify_chain
from tiendo.server.project.databases import describe_postgresql

Progress = Callable[[str, int, int], None]  # step, done, total

_TARGET = "target"
_AT_ONCE = 50_000  # rows of one COPY
_MASK = (1 << 256) - 1
_TABLES = "SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p')"
_OF_ITSELF = (
    "SELECT conname FROM pg_constraint WHERE contype = 'f' AND condeferrable AND conrelid = confrelid "
    "AND connamespace = current_schema()::regnamespace"
)


class Hindrance(StrEnum):
    """Why nothing was moved."""

    SOURCE = "source"  # the installation is not on SQLite
    ADDRESS = "address"  # none of PostgreSQL
    UNREACHABLE = "unreachable"
    ENCODING = "encoding"  # the target does not keep UTF-8
    NOT_EMPTY = "not_empty"
    REFUSED = "refused"  # the target does not take a row
    DIFFERENT = "different"  # a table is not the same afterwards
    RECORD = "record"  # the record of acts is broken, there as here


class MoveError(Exception):
    """Nothing was moved.

    Attributes:
        detail: the words of the database, the name of a table, the number of an act.
    """

    def __init__(self, hindrance: Hindrance, detail: str = "") -> None:
        super().__init__(f"{hindrance}: {detail}")
        self.hindrance, self.detail = hindrance, detail


@dataclass(frozen=True, slots=True)
class Moved:
    """What the target holds now; the same as the source."""

    tables: int
    rows: int
    head: str


def move(address: str, *, progress: Progress = lambda *_: None) -> Moved:
    """Copies all tables of the installation to an empty database, and compares them.

    Args:
        address: ``postgresql://user:password@host:port/name``.

    Raises:
        MoveError: with the reason; the target is as empty as before.
    """
    if connections[DEFAULT_DB_ALIAS].vendor != "sqlite":
        raise MoveError(Hindrance.SOURCE)
    with _target(address) as target, transaction.atomic(), transaction.atomic(using=_TARGET):
        _refuse_unless_empty(target)
        _make_tables(target)
        rows = _copy_all(target, progress)
        _compare_all(rows, progress)
        chain = verify_chain(using=_TARGET, progress=lambda done, total: progress("record", done, total))
        if not chain.is_whole:
            raise MoveError(Hindrance.RECORD, str(chain.broken_at))
        with target.cursor() as cursor:
            for statement in target.ops.sequence_reset_sql(no_style(), list(rows)):
                cursor.execute(statement)
            cursor.execute("ANALYZE")
    return Moved(len(rows), sum(rows.values()), chain.head)


@contextmanager
def _target(address: str) -> Iterator[BaseDatabaseWrapper]:
    """The connection to the target, known to Django for so long."""
    try:
        described = {DEFAULT_DB_ALIAS: connections.settings[DEFAULT_DB_ALIAS], _TARGET: describe_postgresql(address)}
    except ValueError as error:
        raise MoveError(Hindrance.ADDRESS, str(error)) from error
    connections.settings[_TARGET] = connections.configure_settings(described)[_TARGET]
    target = connections[_TARGET]
    try:
        try:
            target.ensure_connection()
        except Error as error:
            raise MoveError(Hindrance.UNREACHABLE, _one_line(error)) from error
        yield target
    except Error as error:
        raise MoveError(Hindrance.REFUSED, _one_line(error)) from error
    finally:
        target.close()
        del connections[_TARGET], connections.settings[_TARGET]


def _refuse_unless_empty(target: BaseDatabaseWrapper) -> None:
    with target.cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        (encoding,) = cursor.fetchone()
        if encoding != "UTF8":
            raise MoveError(Hindrance.ENCODING, encoding)
        cursor.execute(_TABLES)
        (tables,) = cursor.fetchone()
        if tables:
            raise MoveError(Hindrance.NOT_EMPTY, str(tables))


def _make_tables(target: BaseDatabaseWrapper) -> None:
    """By the migrations alone: what Django writes after them comes from the source."""
    executor = MigrationExecutor(target)
    executor.migrate(executor.loader.graph.leaf_nodes())


def list_models() -> list[type[Model]]:
    """Every model that has a table, those before others that these point at."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    points = {
        model: {
            field.related_model for field in model._meta.concrete_fields if field.remote_field is not None
        } - {model}
        for model in models
    }  # fmt: skip
    return [model for model in TopologicalSorter(points).static_order() if model in points]


def _copy_all(target: BaseDatabaseWrapper, progress: Progress) -> dict[type[Model], int]:
    """Fills the tables; how many rows each has."""
    models = list_models()
    total = sum(model._base_manager.count() for model in models)
    copied: dict[type[Model], int] = {}
    done = 0
    with target.cursor() as cursor:
        _check_keys_at_once(cursor)
    for model in models:
        copied[model] = 0
        for count in _copy(model, target):
            copied[model] += count
            done += count
            progress("copy", done, total)
    return copied


def _check_keys_at_once(cursor: Any) -> None:
    """Else the server would keep a note for each key of each row until the end. Rows may point at later ones of their
    own table, so that keys within a table are checked at the end.
    """
    cursor.execute(_OF_ITSELF)
    later = ", ".join(f'"{name}"' for (name,) in cursor.fetchall())
    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute(f"SET CONSTRAINTS {later} DEFERRED")


def _copy(model: type[Model], target: BaseDatabaseWrapper) -> Iterator[int]:
    """Rows as SQLite gives them into the table of the target, so many at a time; how many they were."""
    source = connections[DEFAULT_DB_ALIAS]
    fields = model._meta.concrete_fields
    columns = ", ".join(target.ops.quote_name(str(field.column)) for field in fields)
    table = target.ops.quote_name(model._meta.db_table)
    every = model._base_manager.order_by("pk").values_list(*(field.attname for field in fields))
    with source.cursor() as reading, target.cursor() as writing:
        reading.execute(*every.query.sql_with_params())
        while rows := reading.fetchmany(_AT_ONCE):
            with target.wrap_database_errors, writing.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            yield len(rows)


def _compare_all(rows: dict[type[Model], int], progress: Progress) -> None:
    done, total = 0, sum(rows.values())
    for model, count in rows.items():
        there, here = _digest(model, _TARGET), _digest(model, DEFAULT_DB_ALIAS)
        if there != here or there[0] != count:
            raise MoveError(Hindrance.DIFFERENT, model._meta.db_table)
        done += count
        progress("compare", done, total)


def _digest(model: type[Model], alias: str) -> tuple[int, int]:
    """Count, and a hash over all rows in whatever order, of the values as the program reads them."""
    names = [field.attname for field in model._meta.concrete_fields]
    count = digest = 0
    rows = model._base_manager.using(alias).order_by().values_list(*names)
    for row in rows.iterator(chunk_size=5_000):
        text = json.dumps(row, ensure_ascii=False, sort_keys=True, default=str)
        digest = (digest + int.from_bytes(hashlib.sha256(text.encode()).digest(), "big")) & _MASK
        count += 1
    return count, digest


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
