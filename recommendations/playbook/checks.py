"""A database check: every bank in use has a playbook that was checked against the newest release of that bank."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.apps import apps
from django.core.checks import CheckMessage, Warning
from django.db import connections


def check_playbooks_follow_banks(databases: Sequence[str] | None = None, **options: Any) -> list[CheckMessage]:
    """This function will return a warning for each released bank whose advice is missing or was checked with an older one."""
    return [warning for alias in databases or () if _has_tables(alias) for warning in _warnings(alias)]


def _has_tables(alias: str) -> bool:
    """Before the first migration there is nothing to look into, and nothing to warn about."""
    tables = {apps.get_model(name)._meta.db_table for name in ("bank.Release", "playbook.PlaybookRelease")}
    return tables <= set(connections[alias].introspection.table_names())


def _warnings(alias: str) -> Iterator[CheckMessage]:
    releases = apps.get_model("bank", "Release").objects.using(alias)
    newest: dict[str, Any] = {}
    for slug, release_id in releases.order_by("bank__slug", "major", "minor").values_list("bank__slug", "pk"):
        newest[slug] = release_id
    playbooks = apps.get_model("playbook", "PlaybookRelease").objects.using(alias)
    checked: dict[str, Any] = {}
    for slug, release_id in playbooks.order_by("bank_slug", "major", "minor").values_list("bank_slug", "bank_release"):
        checked[slug] = release_id
    for slug, release_id in newest.items():
        if slug not in checked:
            yield Warning(
                f"The bank {slug!r} in the database {alias!r} has no released playbook: its results come without advice.",
                hint="manage.py playbook load FILE, then manage.py playbook release SLUG",
                id="playbook.W001",
            )
        elif checked[slug] != release_id:
            yield Warning(
                f"The playbook of the bank {slug!r} in the database {alias!r} was checked with an older release of it.",
                hint="manage.py playbook release SLUG checks it again and releases it.",
                id="playbook.W002",
            )
