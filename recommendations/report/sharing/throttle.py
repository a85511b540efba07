"""Counting wrong passwords of one link from one address; a right one is never counted and never refused."""

from assessment.responses.throttle import WINDOW_SECONDS, counted

__all__ = ["WINDOW_SECONDS", "is_too_many"]

MOST_WRONG_PASSWORDS = 10


def is_too_many(token: str, address: str) -> bool:
    """This function will count a wrong password and say whether there were too many within ten minutes."""
    return counted("wrong-share-password", f"{token} {address}") > MOST_WRONG_PASSWORDS
