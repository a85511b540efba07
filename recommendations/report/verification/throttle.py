"""Counting what one address asks for and does not get. Nobody guesses 64 bits; counting keeps the noise down.

Too many stop the right one from that address as well, or guessing would go on.
"""

from assessment.responses.throttle import WINDOW_SECONDS, count_of, counted

__all__ = ["WINDOW_SECONDS", "count_miss", "is_stopped"]

MOST_MISSES = 40
_MISSES = "unconfirmed-report"


def is_stopped(address: str) -> bool:
    """This function will say whether there were too many misses within ten minutes."""
    return count_of(_MISSES, address) >= MOST_MISSES


def count_miss(address: str) -> None:
    """This function will count something that was not confirmed."""
    counted(_MISSES, address)
