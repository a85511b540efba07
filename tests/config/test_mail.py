from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from assessment.config.environment import Environment
from assessment.config.mail import MailSettings, read_mail, read_sender

SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("smtp://mail.example.org", MailSettings(SMTP, True, "mail.example.org", 587, use_tls=True)),
        (
            "smtp://fourfold%40example.org:p%3Aw%2F@mail.example.org:2525/?tls=yes",
            MailSettings(SMTP, True, "mail.example.org", 2525, "fourfold@example.org", "p:w/", use_tls=True),
        ),
        ("smtp://localhost:25?tls=no", MailSettings(SMTP, True, "localhost", 25)),
        ("smtps://u:p@mail.example.org", MailSettings(SMTP, True, "mail.example.org", 465, "u", "p", use_ssl=True)),
        ("console", MailSettings("django.core.mail.backends.console.EmailBackend")),
    ],
)
def test_mail_server_is_read(raw: str, expected: MailSettings, tmp_path: Path) -> None:
    assert read_mail(raw, data_dir=tmp_path) == expected


def test_letters_go_to_files_in_the_data_directory(tmp_path: Path) -> None:
    expected = MailSettings("django.core.mail.backends.filebased.EmailBackend", file_path=tmp_path / "mail")
    assert read_mail("file", data_dir=tmp_path) == expected


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        ("yes", "it must be file, console or an address such as smtp://user:password@mail.example.org:587/?tls=yes"),
        (
            "http://u:secret@mail.example.org",
            "it must be file, console or an address such as smtp://user:password@mail.example.org:587/?tls=yes",
        ),
        (
            "smtp://u:secret@mail.example.org/in/box",
            "after the scheme comes only the name of a mail server, as in "
            "smtp://user:password@mail.example.org:587/?tls=yes",
        ),
        ("smtp://mail.example.org/?tls=perhaps", "after ? it may only say tls=yes or tls=no"),
        ("smtp://mail.example.org/?ssl=yes", "after ? it may only say tls=yes or tls=no"),
        ("smtps://mail.example.org/?tls=yes", "smtps:// is TLS from the start; leave tls=yes out"),
        ("smtp://u@mail.example.org", "a user needs a password, and a password a user"),
        ("smtp://u:secret@mail.example.org/?tls=no", "a password is sent over TLS only; leave tls=no out"),
        ("smtp://mail.example.org:0", "the port must be from 1 to 65535, and in a password / is written %2F"),
        ("smtp://u:secret/@mail.example.org", "the port must be from 1 to 65535, and in a password / is written %2F"),
    ],
)
def test_nonsense_is_refused_without_repeating_a_password(raw: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(ImproperlyConfigured) as caught:
        read_mail(raw, data_dir=tmp_path)
    assert str(caught.value) == f"FOURFOLD_MAIL cannot be read: {reason}"


def test_sender_may_have_a_name_and_is_needed_with_a_mail_server() -> None:
    assert read_sender("Fourfold <post@example.org>", is_needed=True) == "Fourfold <post@example.org>"
    assert read_sender("", is_needed=False) == "fourfold@localhost"
    for raw in ("", "post", "Fourfold <post>"):
        with pytest.raises(ImproperlyConfigured) as caught:
            read_sender(raw, is_needed=True)
        assert str(caught.value) == (
            f"FOURFOLD_MAIL_FROM must be an address such as Fourfold <post@example.org>, not {raw!r}"
        )


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("https://fourfold.example.org/", "https://fourfold.example.org"),
        ("http://10.0.0.7:8000", "http://10.0.0.7:8000"),
        ("", "http://127.0.0.1:8000"),
    ],
)
def test_address_is_read_without_its_slash(raw: str, value: str) -> None:
    assert Environment({"FOURFOLD_ADDRESS": raw}).address("FOURFOLD_ADDRESS", "http://127.0.0.1:8000") == value


@pytest.mark.parametrize(
    "raw",
    [
        "fourfold.example.org",
        "ftp://x.org",
        "https://x.org/app",
        "https://x.org?a=b",
        "https://u:p@x.org",
        "http://x:0",
    ],
)
def test_address_refuses_nonsense_by_name(raw: str) -> None:
    with pytest.raises(ImproperlyConfigured) as caught:
        Environment({"FOURFOLD_ADDRESS": raw}).address("FOURFOLD_ADDRESS", "http://127.0.0.1:8000")
    assert str(caught.value) == (
        f"FOURFOLD_ADDRESS must be an address such as https://fourfold.example.org, not {raw!r}"
    )
