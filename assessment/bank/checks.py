"""A database check: without a released bank nobody can start an assessment."""

from collections.abc import Sequence
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Warning
from django.db import connections


def check_a_bank_is_released(databases: Sequence[str] | None = None, **options: Any) -> list[CheckMessage]:
    """This function will return a warning if the database holds no release of any bank."""
    releases = apps.get_model("bank", "Release")
    return [
        Warning(
            f"No question bank is released in the database {alias!r}: nobody can start an assessment.",
            hint="manage.py bank load FILE, then manage.py bank release SLUG",
            id="bank.W001",
        )
        for alias in databases or ()
        if _has_table(alias, releases._meta.db_table) and not releases.objects.using(alias).exists()
    ]


def _has_table(alias: str, table: str) -> bool:
    """Before the first migration there is nothing to look into, and nothing to warn about."""
    return table in connections[alias].introspection.table_names()
