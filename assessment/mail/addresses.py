"""Addresses for letters and commands, which no request tells how the site is called from outside."""

from django.conf import settings


def public_address(path: str) -> str:
    """This function will return the whole address of a path such as "/r/…/", as FOURFOLD_ADDRESS begins it."""
    return f"{settings.ADDRESS}{path}"


def sends_mail() -> bool:
    """This function will say whether letters reach people: not where they only go to a file or the console."""
    return bool(settings.MAIL_REACHES_PEOPLE)
