"""The setting for signing in through an identity service of the operator (OpenID Connect)."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

from assessment.config.environment import Environment

NAMES = ("FOURFOLD_OIDC_NAME", "FOURFOLD_OIDC_SERVER", "FOURFOLD_OIDC_CLIENT_ID", "FOURFOLD_OIDC_SECRET")
LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True, slots=True)
class OidcSettings:
    name: str
    server: str
    client_id: str
    secret: str


def read_oidc(environment: Environment) -> OidcSettings | None:
    """This function will read the four FOURFOLD_OIDC_… variables: all of them, or None where none is set.

    Raises ImproperlyConfigured, which never repeats the secret.
    """
    values = {name: environment.text(name, "") for name in NAMES}
    missing = [name for name, value in values.items() if not value]
    if len(missing) == len(NAMES):
        return None
    if missing:
        raise ImproperlyConfigured(f"For signing in with OpenID Connect these are missing: {', '.join(missing)}")
    name, server, client_id, secret = values.values()
    _refuse_unsafe(server)
    return OidcSettings(name, server.rstrip("/"), client_id, secret)


def _refuse_unsafe(server: str) -> None:
    try:
        url = urlsplit(server)
        is_safe = bool(url.hostname) and (url.scheme == "https" or url.scheme == "http" and url.hostname in LOCAL)
        is_safe = is_safe and "@" not in url.netloc and not url.query and not url.fragment
    except ValueError:
        is_safe = False
    if not is_safe:
        raise ImproperlyConfigured(
            f"FOURFOLD_OIDC_SERVER must be an address such as https://id.example.org/realms/city, not {server!r}"
        )
