import pytest
from django.core.checks import run_checks
from django.db import connection

from assessment.audit.checks import missing_triggers


@pytest.mark.django_db
def test_every_promised_trigger_stands() -> None:
    assert missing_triggers(connection) == []


@pytest.mark.django_db
def test_missing_trigger_is_an_error_with_its_name() -> None:
    on_table = " ON audit_auditevent" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER audit_auditevent_forbids_delete" + on_table)
    messages = [
        (message.id, message.msg) for message in run_checks(databases=["default"]) if message.id == "audit.E001"
    ]
    assert messages == [
        (
            "audit.E001",
            "The trigger audit_auditevent_forbids_delete is missing in the database 'default': "
            "its rows could be changed.",
        )
    ]
