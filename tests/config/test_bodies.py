"""Bodies that no page takes are refused before they are read."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from assessment.accounts.models import User
from assessment.config.bodies import ELSEWHERE, MEBIBYTE

BROWSER = {"accept": "text/html,application/xhtml+xml"}


class Unread(BytesIO):
    """A body whose reading is a mistake."""

    def read(self, *_size: int | None) -> bytes:
        raise AssertionError("The body was read.")


def announce(client: Client, path: str, length: int, **headers: str):
    kind = headers.pop("kind", "multipart/form-data; boundary=x")
    return client.generic(
        "POST", path, b"", kind, headers=headers, CONTENT_LENGTH=str(length), **{"wsgi.input": Unread()}
    )


@pytest.mark.django_db
@pytest.mark.parametrize("path", ["/sign-in/", "/w/nowhere/", "/studio/import/", "/no/such/page/"])
def test_large_body_of_a_stranger_is_refused_unread(client: Client, path: str) -> None:
    refused = announce(client, path, 300 * MEBIBYTE, **BROWSER)
    page = refused.content.decode()
    assert (refused.status_code, "This is too large" in page, "内容太大" in page) == (413, True, True)


@pytest.mark.django_db
def test_script_gets_a_message(client: Client) -> None:
    refused = announce(client, "/sign-in/", ELSEWHERE + 1, kind="application/json")
    assert (refused.status_code, refused.json()) == (413, {"message": "This is too large. Send less at once."})


def test_person_at_an_upload_may_send_more_and_not_all(client: Client, consultant: User) -> None:
    client.force_login(consultant)
    file = SimpleUploadedFile("a.csv", b"x" * (ELSEWHERE + 1))
    assert client.post("/w/nowhere/import/", {"file": file}).status_code == 404
    assert announce(client, "/w/nowhere/import/", 60 * MEBIBYTE).status_code == 413
    assert announce(client, "/account/name/", ELSEWHERE + 1).status_code == 413


@pytest.mark.django_db
@pytest.mark.parametrize("length", ["", "many", "-1"])
def test_length_that_is_none_lets_nothing_be_read(client: Client, length: str) -> None:
    answer = client.generic("POST", "/sign-in/", b"", "text/plain", CONTENT_LENGTH=length)
    assert answer.status_code == 422


def test_long_name_of_a_file_is_said(client: Client, consultant: User) -> None:
    client.force_login(consultant)
    for headers, words in (({}, "The name of this file is too long. Give it a shorter one."), (BROWSER, "文件名太长")):
        file = BytesIO(b"x")
        file.name = "n" * 5000 + ".csv"
        answer = client.post("/account/name/", {"file": file}, headers=headers)
        assert (answer.status_code, words in answer.content.decode()) == (422, True)
