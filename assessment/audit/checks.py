"""A database check: every trigger that an applied migration promised still stands."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Error
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader

from assessment.audit.immutability import ForbidChange

STANDING = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal",
}


def check_triggers_stand(databases: Sequence[str] | None = None, **options: Any) -> list[CheckMessage]:
    """This function will return an error for each missing trigger; SQLite drops them when a table is altered."""
    return [
        Error(
            f"The trigger {name} is missing in the database {alias!r}: its rows could be changed.",
            hint="Repeat ForbidChange in a migration after the one that altered the table.",
            id="audit.E001",
        )
        for alias in databases or ()
        for name in missing_triggers(connections[alias])
    ]


def missing_triggers(connection: BaseDatabaseWrapper) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        standing = {name for (name,) in cursor.fetchall()}
    return sorted(set(_promised_triggers(MigrationLoader(connection))) - standing)


def _promised_triggers(loader: MigrationLoader) -> Iterable[str]:
    for app_label, name in loader.applied_migrations:
        migration = loader.disk_migrations.get((app_label, name))
        for operation in migration.operations if migration else []:
            if isinstance(operation, ForbidChange) and _exists(app_label, operation.model_name):
                yield from operation.trigger_names(apps, app_label)


def _exists(app_label: str, model_name: str) -> bool:
    """A model that a later migration removed took its table and its triggers with it."""
    return model_name.lower() in apps.all_models[app_label]
