"""Counting what comes from one address: wrong resume codes, and what sends a letter to somebody else.

A code has 80 bits, so it cannot be guessed; counting keeps noise down. It counts wrong codes only and never stands in
the way of a right one: nobody can lock somebody else out, not even from the same address.
"""

from django.core.cache import cache
from django.utils.crypto import salted_hmac

WINDOW_SECONDS = 600
MOST_WRONG_CODES = 20
MOST_LETTERS = 20


def is_too_many(address: str) -> bool:
    """This function will count a wrong code from `address` and say whether there were too many within ten minutes."""
    return counted("wrong-resume-code", address) > MOST_WRONG_CODES


def is_flooding(address: str) -> bool:
    """This function will count a letter that `address` asks for and say whether there were too many in ten minutes."""
    return counted("letter", address) > MOST_LETTERS


def counted(what: str, address: str) -> int:
    """This function will count one more of `what` from `address` and return how many there were within ten minutes."""
    key = _key(what, address)
    cache.add(key, 0, WINDOW_SECONDS)
    try:
        return int(cache.incr(key))
    except ValueError:  # it expired between the two calls
        return 1


def count_of(what: str, address: str) -> int:
    """This function will return how many of `what` came from `address` within ten minutes, and count nothing."""
    return int(cache.get(_key(what, address), 0))


def _key(what: str, address: str) -> str:
    return f"{what}:{salted_hmac('responses.throttle', address, algorithm='sha256').hexdigest()}"
