"""Emptying the database between browser tests, though triggers keep some rows for good.

PostgreSQL empties by TRUNCATE, which fires no row trigger. SQLite deletes row by row, so there, and only in the tests,
the triggers are taken down before and put up again after, in the same transaction. `manage.py flush` stays refused.
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.sqlite3.base import DatabaseOperations

original_sql_flush = DatabaseOperations.sql_flush


def sql_flush_around_triggers(self: DatabaseOperations, style: Any, tables: Sequence[str], **options: Any) -> list[str]:
    with self.connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger' ORDER BY name")
        triggers = cursor.fetchall()
    drops = [f"DROP TRIGGER {self.quote_name(name)}" for name, _sql in triggers]
    return drops + original_sql_flush(self, style, tables, **options) + [sql for _name, sql in triggers]


def keep_permanent_rows_out_of_the_way() -> None:
    DatabaseOperations.sql_flush = sql_flush_around_triggers
