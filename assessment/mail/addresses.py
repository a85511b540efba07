"""Addresses of people, and of our own pages for letters: no request tells there how the site is called from outside."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email


def public_address(path: str) -> str:
    """This function will return the whole address of a path such as "/r/…/", as FOURFOLD_ADDRESS begins it."""
    return f"{settings.ADDRESS}{path}"


def sends_mail() -> bool:
    """This function will say whether letters reach people: not where they only go to a file or the console."""
    return bool(settings.MAIL_REACHES_PEOPLE)


def can_be_written_to(address: str) -> bool:
    """This function will say whether a letter can be posted to an address; whether anybody reads it is another matter."""
    try:
        validate_email(address)
    except ValidationError:
        return False
    return True
