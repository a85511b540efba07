import io
import logging
import re
from collections.abc import Iterator

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import StringConverter

from assessment.config.logs import LeaveOutSecrets, SayStrangersInOneLine
from assessment.config.private import KEPT_OUT, SECRET


def logged(words: str) -> str:
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "%s: %s", ("Failed", words), None)
    assert LeaveOutSecrets().filter(record) is True
    return record.getMessage().removeprefix("Failed: ")


@pytest.mark.parametrize("room", ["r", "s", "i", "contact", "letters", "plan/reminders", "my/hand-over"])
def test_secret_of_a_link_is_left_out(room: str) -> None:
    assert logged(f"/{room}/s3cret_-x/") == f"/{room}/…/"


def test_everything_behind_a_secret_is_left_out() -> None:
    assert logged("/s/t0ken/t1cket/report.pdf?x=1 'y'") == "/s/…/…/…?x=1 'y'"
    assert logged("/sign-in/?next=%2Fi%2Fs3cret%2F&x=1") == "/sign-in/?next=%2Fi%2F…%2F&x=1"
    assert logged("/method/smart/") == "/method/smart/"


def addresses(patterns: list[URLPattern | URLResolver], before: str = "/") -> Iterator[tuple[str, set[str]]]:
    """All addresses, and which of their arguments are free text."""
    for each in patterns:
        route = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from addresses(each.url_patterns, route)
        else:
            converters = each.pattern.converters.items()
            yield route, {name for name, kind in converters if type(kind) is StringConverter}


def test_every_address_with_a_secret_is_masked_and_kept_out_of_search() -> None:
    found = []
    for route, free in addresses(get_resolver().url_patterns):
        secrets = {name for name in free if re.search("token|key|ticket|code|secret", name)}
        if not secrets:
            continue
        found.append(route)
        path = re.sub(r"<[^>]*?(\w+)>", lambda part: f"S3CRET-{part[1]}", route)
        assert "S3CRET" not in logged(path), route
        assert path.startswith(KEPT_OUT), route
    assert len(found) >= len(SECRET)


def test_every_address_that_holds_a_secret_is_kept_out_of_search() -> None:
    assert [prefix for prefix in SECRET if not prefix.startswith(KEPT_OUT)] == []


def test_every_handler_leaves_secrets_out() -> None:
    assert {name: handler["filters"] for name, handler in settings.LOGGING["handlers"].items()} == {
        "console": ["strangers", "secrets"]
    }


def test_what_strangers_send_is_one_line_without_a_traceback(client: Client) -> None:
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    for kind in (SayStrangersInOneLine, LeaveOutSecrets):
        handler.addFilter(kind())
    handler.setFormatter(logging.Formatter("{levelname} {name} {message}", style="{"))
    logger = logging.getLogger("django.security")
    logger.addHandler(handler)
    try:
        assert client.get("/healthz", headers={"host": "evil\t.example" + "x" * 5000}).status_code == 400
        assert client.post("/language/", {"x": "y" * 2_000_000, "language": "en"}).status_code in (400, 413)
        assert (
            client.post(
                "/language/", {f"x{number}": "" for number in range(settings.DATA_UPLOAD_MAX_NUMBER_FIELDS + 1)}
            ).status_code
            == 400
        )
    finally:
        logger.removeHandler(handler)
    written = lines.getvalue().splitlines()
    assert {line.split(" ")[0] for line in written} == {"WARNING"}
    assert max(len(line) for line in written) < 300
    assert {line.split(" ")[1].removeprefix("django.security.") for line in written} >= {
        "DisallowedHost",
        "TooManyFieldsSent",
    }


def test_mistyped_address_is_not_logged(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    assert client.get("/no/such/page").status_code == 404
    assert caplog.messages == []
