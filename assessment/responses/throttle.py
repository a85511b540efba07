"""Counting wrong resume codes per address.

A code has 80 bits, so it cannot be guessed; counting keeps noise down. It counts wrong codes only and never stands in
the way of a right one: nobody can lock somebody else out, not even from the same address.
"""

from django.core.cache import cache
from django.utils.crypto import salted_hmac

WINDOW_SECONDS = 600
MOST_WRONG_CODES = 20


def is_too_many(address: str) -> bool:
    """This function will count a wrong code from `address` and say whether there were too many within ten minutes."""
    key = f"wrong-resume-code:{salted_hmac('responses.throttle', address, algorithm='sha256').hexdigest()}"
    cache.add(key, 0, WINDOW_SECONDS)
    try:
        return cache.incr(key) > MOST_WRONG_CODES
    except ValueError:  # it expired between the two calls
        return False
