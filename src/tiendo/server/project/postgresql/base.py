# SPDX-License-Identifier: Apache-2.0
"""The connection that Django opens (it looks for it under this name).

On SQLite a transaction is alone from its first statement on (IMMEDIATE), and the services rest on that: they look at
what is there and then write. The same holds here by one lock for the whole database, taken when a transaction begins
and given back by its end. It costs next to nothing: every act locks the end of the audit chain until its end anyway.
Readers take no transaction and wait for nobody.
"""

from __future__ import annotations

from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL

#: Any number, the same in every process; PostgreSQL knows such locks by number, in each database apart.
ALONE = 0x7469656E646F
_LOCK = f"SELECT pg_advisory_xact_lock({ALONE})"


class DatabaseWrapper(PostgreSQL):
    """A connection whose transactions are alone."""

    def set_autocommit(
        self,
        autocommit: bool,
        force_begin_transaction_with_broken_autocommit: bool = False,
    ) -> None:
        """Begins a transaction alone, or ends one.

        Raises:
            django.db.OperationalError: others were at work for longer than ``lock_timeout``; nothing has begun.
        """
        super().set_autocommit(autocommit, force_begin_transaction_with_broken_autocommit)
        if autocommit:
            return
        try:
            with self.wrap_database_errors:  # beside Django's cursor: no query of the program, so none is counted
                self.connection.execute(_LOCK)
        except BaseException:
            self.rollback()
            super().set_autocommit(True)
            raise
