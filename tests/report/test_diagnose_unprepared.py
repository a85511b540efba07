"""Before the set-up has run, the command says what to run."""

import pytest
from django.core.management import CommandError, call_command
from django.db.utils import OperationalError

from recommendations.report import diagnosis
from tests.report.samples import ANSWERS


def refusal() -> tuple[int, str]:
    with pytest.raises(CommandError) as caught:
        call_command("diagnose", str(ANSWERS))
    return caught.value.returncode, str(caught.value)


@pytest.mark.django_db
def test_empty_database_says_what_to_run() -> None:
    assert refusal() == (2, "The database holds no release of the bank four-barriers. Run: ./run set-up")


def test_missing_tables_say_what_to_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(slug: str) -> None:
        raise OperationalError("no such table: bank_release")

    monkeypatch.setattr(diagnosis, "current_release", fail)
    assert refusal() == (2, "There is no database with Fourfold’s tables yet. Run: ./run set-up")
