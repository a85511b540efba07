"""In which state an offering or a funding scheme is on a day, for lists: each state is a question to the database."""

from datetime import date, timedelta

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from recommendations.catalogue.freshness import ENDING_DAYS, verified_since
from recommendations.catalogue.models import FundingScheme, Offering


class State(models.TextChoices):
    ON_OFFER = "on-offer", _("on offer")
    ENDING = "ending", _("ends within 60 days")
    EXPIRED = "expired", _("expired")
    SUSPENDED = "suspended", _("suspended")
    LATER = "later", _("not begun yet")
    STALE = "stale", _("not verified for a year")


def in_state(state: State, on: date) -> Q:
    """This function will return what is asked of the rows in a state. What is suspended or over is never stale."""
    over = Q(valid_until__lt=on)
    offered = Q(suspended=False) & (Q(valid_until__isnull=True) | Q(valid_until__gte=on))
    stale = Q(verified_on__isnull=True) | Q(verified_on__lt=verified_since(on))
    asked = {
        State.ON_OFFER: offered & Q(valid_from__lte=on),
        State.ENDING: offered & Q(valid_until__lte=on + timedelta(days=ENDING_DAYS)),
        State.EXPIRED: over & Q(suspended=False),
        State.SUSPENDED: Q(suspended=True),
        State.LATER: offered & Q(valid_from__gt=on),
        State.STALE: offered & stale,
    }
    return asked[state]


def states_of(row: Offering | FundingScheme, on: date) -> list[State]:
    """This function will return what `in_state` asks the database, of one row."""
    is_over = row.valid_until is not None and row.valid_until < on
    if row.suspended:
        return [State.SUSPENDED]
    if is_over:
        return [State.EXPIRED]
    found = [State.LATER if row.valid_from > on else State.ON_OFFER]
    if row.valid_until is not None and row.valid_until <= on + timedelta(days=ENDING_DAYS):
        found.append(State.ENDING)
    if row.verified_on is None or row.verified_on < verified_since(on):
        found.append(State.STALE)
    return found
