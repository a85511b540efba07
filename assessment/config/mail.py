"""The mail setting: to a mail server, or to files or the console while there is none."""

from dataclasses import dataclass
from email.utils import parseaddr
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import validate_email

TIMEOUT_SECONDS = 5  # the person who asked waits for it
EXAMPLE = "smtp://user:password@mail.example.org:587/?tls=yes"
PORTS = {"smtp": 587, "smtps": 465}
BACKENDS = "django.core.mail.backends"


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Values of Django's EMAIL_… settings; `reaches_people` is False for files and the console."""

    backend: str
    reaches_people: bool = False
    host: str = ""
    port: int = 0
    user: str = ""
    password: str = ""
    use_tls: bool = False
    use_ssl: bool = False
    file_path: Path | None = None


def read_mail(raw: str, *, data_dir: Path) -> MailSettings:
    """This function will read FOURFOLD_MAIL: `file`, `console`, or the address of a mail server as in EXAMPLE.

    Raises ImproperlyConfigured, which never repeats the value: it holds a password.
    """
    if raw == "console":
        return MailSettings(f"{BACKENDS}.console.EmailBackend")
    if raw == "file":
        return MailSettings(f"{BACKENDS}.filebased.EmailBackend", file_path=data_dir / "mail")
    try:
        return _server(raw)
    except ValueError as error:
        raise ImproperlyConfigured(f"FOURFOLD_MAIL cannot be read: {error}") from None


def _server(raw: str) -> MailSettings:
    url = urlsplit(raw)
    if url.scheme not in PORTS:
        raise ValueError(f"it must be file, console or an address such as {EXAMPLE}")
    port = _port(url)
    if not url.hostname or url.path not in ("", "/") or url.fragment:
        raise ValueError(f"after the scheme comes only the name of a mail server, as in {EXAMPLE}")
    use_ssl = url.scheme == "smtps"
    use_tls = _tls(url.query, default=not use_ssl)
    if use_ssl and use_tls:
        raise ValueError("smtps:// is TLS from the start; leave tls=yes out")
    if bool(url.username) != bool(url.password):
        raise ValueError("a user needs a password, and a password a user")
    if url.password and not (use_tls or use_ssl):
        raise ValueError("a password is sent over TLS only; leave tls=no out")
    return MailSettings(
        f"{BACKENDS}.smtp.EmailBackend",
        reaches_people=True,
        host=url.hostname,
        port=port,
        user=unquote(url.username or ""),
        password=unquote(url.password or ""),
        use_tls=use_tls,
        use_ssl=use_ssl,
    )


def _port(url: SplitResult) -> int:
    try:
        port = PORTS[url.scheme] if url.port is None else url.port
    except ValueError:  # its message quotes what stands there: part of a password, if that has a bare / in it
        port = 0
    if port == 0:
        raise ValueError("the port must be from 1 to 65535, and in a password / is written %2F")
    return port


def _tls(query: str, *, default: bool) -> bool:
    options: dict[str, Any] = dict(parse_qsl(query, keep_blank_values=True, strict_parsing=bool(query)))
    value = options.pop("tls", "yes" if default else "no")
    if options or value not in ("yes", "no"):
        raise ValueError("after ? it may only say tls=yes or tls=no")
    return bool(value == "yes")


def read_sender(raw: str, *, is_needed: bool) -> str:
    """This function will return FOURFOLD_MAIL_FROM, such as "Fourfold <post@example.org>", or raise ImproperlyConfigured."""
    if not raw and not is_needed:
        return "fourfold@localhost"
    _name, address = parseaddr(raw)
    try:
        validate_email(address)
    except ValidationError:
        raise ImproperlyConfigured(
            f"FOURFOLD_MAIL_FROM must be an address such as Fourfold <post@example.org>, not {raw!r}"
        ) from None
    return raw
