"""What a published price is for: the whole, a piece of it, or a time."""

from django.db import models

from recommendations.catalogue.models import Offering

# Keys of price models that are paid once; all others are paid by time, by use or by head.
ONCE = frozenset({"free_public", "project", "one_off"})
BY_TIME = frozenset({"lease", "licence", "membership", "subscription", "usage"})


class PriceBasis(models.TextChoices):
    WHOLE = "whole"
    PIECE = "piece"
    TIME = "time"


def price_basis(offering: Offering) -> PriceBasis:
    """This function will return what the price of an offering is for; what is free is free as a whole.

    The offering comes with its price model.
    """
    if offering.price_minimum == 0 and offering.price_maximum == 0:
        return PriceBasis.WHOLE
    model = offering.price_model.key
    if model in BY_TIME:
        return PriceBasis.TIME
    return PriceBasis.WHOLE if model in ONCE and not offering.price_unit else PriceBasis.PIECE


def is_paid_once(offering: Offering) -> bool:
    """This function will return whether a price is paid once, for the whole or for a piece of it."""
    return price_basis(offering) is PriceBasis.WHOLE or offering.price_model.key in ONCE
