"""The settings as a new process reads them: what stops the start, and what each database gets."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from assessment.config.databases import make_database
from assessment.config.secret_key import kept_secret_key


def started_with(code: str, data_dir: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", f"from assessment.config import settings; {code}"]
    environment = {"PATH": os.environ["PATH"], "FOURFOLD_DATA_DIR": str(data_dir), **variables}
    return subprocess.run(command, cwd=settings.BASE_DIR, env=environment, capture_output=True, text=True, check=False)


def test_nonsense_stops_the_start_with_the_name_of_the_variable(tmp_path: Path) -> None:
    run = started_with("pass", tmp_path, FOURFOLD_DEBUG="maybe")
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1] == (
        "django.core.exceptions.ImproperlyConfigured: "
        "FOURFOLD_DEBUG must be one of 1, on, true, yes, 0, no, off, false, not 'maybe'"
    )


def test_https_secures_cookies_and_redirects(tmp_path: Path) -> None:
    shown = "import sys; sys.stdout.write(f'{settings.SESSION_COOKIE_SECURE} {settings.SECURE_SSL_REDIRECT}')"
    assert started_with(shown, tmp_path, FOURFOLD_HTTPS="yes").stdout == "True True"
    assert started_with(shown, tmp_path).stdout == "False False"


def test_secret_key_is_made_once_and_for_its_owner_only(tmp_path: Path) -> None:
    data_dir = tmp_path / "var"
    key = kept_secret_key(data_dir)
    assert len(key) == 50
    assert kept_secret_key(data_dir) == key
    assert [path.name for path in data_dir.iterdir()] == ["secret_key"]
    assert (data_dir / "secret_key").stat().st_mode & 0o777 == 0o600


def test_sqlite_is_the_default_and_loses_no_write(tmp_path: Path) -> None:
    database = make_database("", data_dir=tmp_path, synchronous="full")
    assert database["NAME"] == tmp_path / "fourfold.sqlite3"
    assert database["OPTIONS"] == {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }


def test_sqlite_file_is_in_wal_mode_with_full_synchronisation(tmp_path: Path) -> None:
    script = (
        "import sys, django; django.setup(); from django.db import connection; c = connection.cursor(); "
        "read = lambda name: c.execute(f'PRAGMA {name}').fetchone()[0]; "
        "sys.stdout.write(f\"{read('journal_mode')} {read('synchronous')} {read('foreign_keys')}\")"
    )
    assert started_with(script, tmp_path, DJANGO_SETTINGS_MODULE="assessment.config.settings").stdout == "wal 2 1"


def test_database_url_names_a_postgresql(tmp_path: Path) -> None:
    database = make_database("postgresql://f%40u:secret@db:5433/fourfold", data_dir=tmp_path, synchronous="full")
    assert {key: database[key] for key in ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "fourfold",
        "USER": "f@u",
        "PASSWORD": "secret",
        "HOST": "db",
        "PORT": 5433,
    }


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("mysql://root@db/fourfold", "DATABASE_URL must start with postgresql:// (leave it unset for SQLite)"),
        ("fourfold.sqlite3", "DATABASE_URL must start with postgresql:// (leave it unset for SQLite)"),
        (
            "postgresql://db",
            "DATABASE_URL must name a database, as in postgresql://user:password@host/fourfold",
        ),
    ],
)
def test_database_url_refuses_nonsense(url: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured) as caught:
        make_database(url, data_dir=tmp_path, synchronous="full")
    assert str(caught.value) == message


def test_database_url_refuses_a_port_that_is_none(tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured, match="DATABASE_URL cannot be read: "):
        make_database("postgresql://db:many/fourfold", data_dir=tmp_path, synchronous="full")


@pytest.mark.django_db
def test_tests_run_on_the_database_that_the_environment_names() -> None:
    expected = "postgresql" if os.environ.get("DATABASE_URL") else "sqlite"
    assert connection.vendor == expected


def test_env_example_lists_every_setting() -> None:
    files = [settings.BASE_DIR / "assessment/config" / name for name in ("settings.py", "oidc.py")]
    read = [name for file in files for name in re.findall(r'"(FOURFOLD_\w+|DATABASE_URL)"', file.read_text("utf-8"))]
    example = (settings.BASE_DIR / ".env.example").read_text(encoding="utf-8").splitlines()
    assert sorted(name for line in example for name in re.findall(r"^# (\w+)=", line)) == sorted(set(read))
