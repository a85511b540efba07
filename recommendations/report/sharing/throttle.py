"""Counting wrong passwords: of one link from one address, and of one link from everywhere.

Too many stop the right one as well, or guessing would go on. From one address that shuts out nobody else; from everywhere
it takes somebody who has the link.
"""

from assessment.responses.throttle import WINDOW_SECONDS, count_of, counted

__all__ = ["WINDOW_SECONDS", "count_wrong", "is_stopped"]

MOST_FROM_ONE, MOST_FROM_ALL = 10, 100
_FROM_ONE, _FROM_ALL = "wrong-share-password", "wrong-share-password-of-link"


def is_stopped(token: str, address: str) -> bool:
    """This function will say whether there were too many wrong passwords within ten minutes."""
    from_one = count_of(_FROM_ONE, f"{token} {address}") >= MOST_FROM_ONE
    return from_one or count_of(_FROM_ALL, token) >= MOST_FROM_ALL


def count_wrong(token: str, address: str) -> None:
    """This function will count a wrong password."""
    counted(_FROM_ONE, f"{token} {address}")
    counted(_FROM_ALL, token)
