# SPDX-License-Identifier: Apache-2.0
"""The full-text index over passages on SQLite, kept by triggers, so that no way of writing can forget it.

It holds the words without marks: whoever types marks finds no other passages, only in another order. Sizes of passages
are not kept (``columnsize``), for nothing is ranked by them.

Whoever changes the table of passages later must run ``create`` again: SQLite drops the triggers with the old table.
"""

from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = """
CREATE VIRTUAL TABLE documents_passage_index USING fts5(
    bare, content='documents_passage', content_rowid='id', columnsize=0, tokenize="unicode61 remove_diacritics 0"
)
"""
_ADD = "INSERT INTO documents_passage_index(rowid, bare) VALUES (new.id, new.bare);"
_REMOVE = (
    "INSERT INTO documents_passage_index(documents_passage_index, rowid, bare) VALUES ('delete', old.id, old.bare);"
)
TRIGGERS = {
    "documents_passage_added": f"AFTER INSERT ON documents_passage BEGIN {_ADD} END",
    "documents_passage_removed": f"AFTER DELETE ON documents_passage BEGIN {_REMOVE} END",
    "documents_passage_changed": f"AFTER UPDATE ON documents_passage BEGIN {_REMOVE} {_ADD} END",
}


def create(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The index and its triggers; other databases search the columns themselves."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute(TABLE)
        for name, body in TRIGGERS.items():
            schema_editor.execute(f"CREATE TRIGGER {name} {body}")


def drop(_apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Away with both."""
    if schema_editor.connection.vendor == "sqlite":
        for name in TRIGGERS:
            schema_editor.execute(f"DROP TRIGGER {name}")
        schema_editor.execute("DROP TABLE documents_passage_index")


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]

    operations = [migrations.RunPython(create, drop)]
