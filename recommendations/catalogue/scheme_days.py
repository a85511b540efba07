"""What a day means for a funding scheme: whether it runs, how long still, and whether anybody looked lately."""

from datetime import date, timedelta

from django.db import models
from django.utils.translation import gettext_lazy as _

from recommendations.catalogue.freshness import verified_since
from recommendations.catalogue.models import FundingScheme

SOON = timedelta(days=90)


class SchemeState(models.TextChoices):
    RUNNING = "running", _("running")
    LATER = "later", _("not open yet")
    PAUSED = "paused", _("suspended")
    ENDED = "ended", _("ended")


def state_of(scheme: FundingScheme, on: date) -> SchemeState:
    """This function will return what a scheme is on a day; only a running one may be called available."""
    if scheme.valid_until is not None and scheme.valid_until < on:
        return SchemeState.ENDED
    if scheme.suspended:
        return SchemeState.PAUSED
    return SchemeState.LATER if scheme.valid_from > on else SchemeState.RUNNING


def is_ending_soon(scheme: FundingScheme, on: date) -> bool:
    """This function will return whether a running scheme ends within 90 days."""
    ends = scheme.valid_until
    return ends is not None and state_of(scheme, on) is SchemeState.RUNNING and ends - on <= SOON


def is_verified_lately(scheme: FundingScheme, on: date) -> bool:
    """This function will return whether somebody verified a scheme within twelve months."""
    return scheme.verified_on is not None and scheme.verified_on >= verified_since(on)
