"""Devices that have signed in to an account before, by a signed cookie that says nothing else."""

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.utils.crypto import get_random_string, salted_hmac

COOKIE = "fourfold_device"
SALT = "assessment.accounts.device"
KEEP_SECONDS = 365 * 24 * 60 * 60
MOST_ACCOUNTS = 5


def known_device(request: HttpRequest, email: str) -> str | None:
    """This function will return the device's own id if it has signed in to the account of this address before."""
    device, marks = _read(request)
    return device if _mark(email) in marks else None


def remember_device(request: HttpRequest, response: HttpResponseBase, email: str) -> None:
    """This function will note in the browser that it has signed in to the account; the last five are kept."""
    device, marks = _read(request)
    mark = _mark(email)
    kept = [mark, *(each for each in marks if each != mark)][:MOST_ACCOUNTS]
    response.set_signed_cookie(
        COOKIE,
        ".".join([device or get_random_string(22), *kept]),
        salt=SALT,
        max_age=KEEP_SECONDS,
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )


def _read(request: HttpRequest) -> tuple[str, list[str]]:
    value = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=KEEP_SECONDS)
    device, *marks = str(value).split(".")
    return device, marks


def _mark(email: str) -> str:
    return salted_hmac(SALT, email.strip().lower(), algorithm="sha256").hexdigest()[:32]
