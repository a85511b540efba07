"""Limits on guessing and on letters that no stranger can use to lock somebody out.

A device that has signed in to an account before has limits of its own there. All others share the limits of their
client address and of the account; what these stop, the owner still does on a known device, by code or with a passkey.
"""

from dataclasses import dataclass

from allauth.core.internal import ratelimit
from django.http import HttpRequest

from assessment.accounts.signing.devices import known_device

WAIT_SECONDS = 15 * 60


@dataclass(frozen=True, slots=True)
class Limits:
    """Rates as allauth writes them. `place` is one client address asking for one account."""

    action: str
    known: str
    place: str
    client: str
    account: str


PASSWORDS = Limits("password", known="10/15m/key", place="5/15m/key", client="40/15m/ip", account="30/h/key")
LETTERS = Limits("letter", known="6/15m/key", place="4/15m/key", client="40/h/ip", account="40/h/key")


class Attempt:
    """What one attempt has used up; `undo` gives it back once it has turned out to be the right person's."""

    def __init__(self, usages: list[ratelimit.RateLimitUsage]) -> None:
        self._usages = usages

    def undo(self) -> None:
        for usage in self._usages:
            usage.rollback()


def count_attempt(request: HttpRequest, email: str, limits: Limits) -> Attempt | None:
    """This function will count an attempt for the account of an address, known or not; None where there were too many."""
    account = email.strip().lower()
    usages = []
    for part, rate, key in _counters(request, account, limits):
        usage = ratelimit.consume(
            request, app="fourfold", action=part, config={part: rate}, key=f"{limits.action}:{key}", limit_get=True
        )
        if usage is None:
            return None
        usages.append(usage)
    return Attempt(usages)


def _counters(request: HttpRequest, account: str, limits: Limits) -> list[tuple[str, str, str]]:
    device = known_device(request, account)
    if device:
        return [(f"{limits.action}-known", limits.known, f"{device}:{account}")]
    return [
        (f"{limits.action}-place", limits.place, f"{ratelimit.get_ip(request)}:{account}"),
        (f"{limits.action}-client", limits.client, ""),
        (f"{limits.action}-account", limits.account, account),
    ]
