import logging

import pytest
from django.conf import settings
from django.test import Client

from assessment.config.logs import LeaveOutSecrets


@pytest.mark.parametrize("room", ["r", "contact", "plan/reminders"])
def test_secret_of_a_link_is_left_out(room: str) -> None:
    given = ("Failed", f"/{room}/s3cret_-x/")
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "%s: %s", given, None)
    assert LeaveOutSecrets().filter(record) is True
    assert record.getMessage() == f"Failed: /{room}/…/"


def test_every_handler_leaves_secrets_out() -> None:
    assert {name: handler["filters"] for name, handler in settings.LOGGING["handlers"].items()} == {
        "console": ["secrets"]
    }


def test_mistyped_address_is_not_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    assert client.get("/no/such/page").status_code == 404
    assert caplog.messages == []
