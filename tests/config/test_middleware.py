import pytest
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.test import Client

from assessment.config import views


@pytest.fixture
def database_away(monkeypatch: pytest.MonkeyPatch) -> None:
    class Away:
        def cursor(self) -> None:
            raise OperationalError("database is locked")

    monkeypatch.setattr(views, "connection", Away())


def test_database_away_is_503_with_the_time_to_try_again(client: Client, database_away: None) -> None:
    response = client.get("/healthz")
    assert (response.status_code, response.headers["Retry-After"]) == (503, "5")
    page = response.content.decode()
    assert ("Answers that were shown as saved are safe" in page, "显示为“已保存”的答案都在" in page) == (True, True)


def test_other_failures_stay_what_they_are(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(request: HttpRequest) -> HttpResponse:
        raise LookupError("a fault of ours")

    monkeypatch.setattr(views.connection, "cursor", fails)
    client.raise_request_exception = False
    assert client.get("/healthz").status_code == 500
