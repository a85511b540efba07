import pytest
from django.db import connection

from assessment.bank.actions import release_bank
from assessment.bank.checks import check_a_bank_is_released
from assessment.bank.models import Bank, Release


def test_missing_release_is_warned_of(bank: Bank) -> None:
    assert [(warning.id, warning.hint) for warning in check_a_bank_is_released(databases=["default"])] == [
        ("bank.W001", "manage.py bank load FILE, then manage.py bank release SLUG")
    ]


def test_release_ends_the_warning(bank: Bank) -> None:
    release_bank(bank=bank)
    assert check_a_bank_is_released(databases=["default"]) == []


def test_check_asks_only_databases_that_are_named(bank: Bank) -> None:
    assert check_a_bank_is_released() == []


def test_database_without_tables_is_passed_over(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection.introspection, "table_names", lambda: [])
    assert check_a_bank_is_released(databases=["default"]) == []
    assert not Release.objects.exists()
