# SPDX-License-Identifier: Apache-2.0
"""What the database itself refuses, whoever asks: to change or delete an act, to shorten the record.

Who owns the database can take these away; the hash chain then shows what was done.
"""

from __future__ import annotations

from typing import Any

_SENTENCE = "the record of acts is only added to"

# REPLACE takes a row away without asking the triggers of DELETE, so an insert over a row that is there is refused too.
_SQLITE_WHEN = {
    "audit_event_no_update": "BEFORE UPDATE ON audit_event",
    "audit_event_no_delete": "BEFORE DELETE ON audit_event",
    "audit_event_no_replace": (
        "BEFORE INSERT ON audit_event WHEN EXISTS (SELECT 1 FROM audit_event WHERE id = NEW.id)"
    ),
    "audit_head_no_return": "BEFORE UPDATE ON audit_head WHEN NEW.count < OLD.count",
    "audit_head_no_delete": "BEFORE DELETE ON audit_head",
    "audit_head_no_replace": "BEFORE INSERT ON audit_head WHEN EXISTS (SELECT 1 FROM audit_head)",
}
_SQLITE = tuple(
    f"CREATE TRIGGER {name} {when} BEGIN SELECT RAISE(ABORT, '{_SENTENCE}'); END" for name, when in _SQLITE_WHEN.items()
)
_SQLITE_OFF = tuple(f"DROP TRIGGER IF EXISTS {name}" for name in _SQLITE_WHEN)
_POSTGRESQL = (
    "CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    f"$$ BEGIN RAISE EXCEPTION '{_SENTENCE}'; END $$",
    "CREATE TRIGGER audit_event_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
    "CREATE TRIGGER audit_head_no_return BEFORE UPDATE ON audit_head FOR EACH ROW WHEN (NEW.count < OLD.count) "
    "EXECUTE FUNCTION audit_refuse()",
    "CREATE TRIGGER audit_head_no_delete BEFORE DELETE OR TRUNCATE ON audit_head "
    "FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse()",
    # its one row is number 1, which the key keeps from coming twice
    "CREATE TRIGGER audit_head_no_second BEFORE INSERT ON audit_head FOR EACH ROW WHEN (NEW.id <> 1) "
    "EXECUTE FUNCTION audit_refuse()",
)
_POSTGRESQL_OFF = ("DROP FUNCTION IF EXISTS audit_refuse() CASCADE",)


def install(connection: Any) -> None:
    """Makes the database refuse."""
    _run(connection, {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[connection.vendor])


def remove(connection: Any) -> None:
    """Takes the refusal away, for a migration backwards and for tests that empty all tables."""
    _run(connection, {"sqlite": _SQLITE_OFF, "postgresql": _POSTGRESQL_OFF}[connection.vendor])


def _run(connection: Any, statements: tuple[str, ...]) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
