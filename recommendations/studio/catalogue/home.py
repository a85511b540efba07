"""What the catalogue holds, and what in it needs somebody's attention."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from recommendations.catalogue.models import Category, FundingScheme, Offering, Provider
from recommendations.studio.catalogue.states import State, in_state

TROUBLES = (State.EXPIRED, State.ENDING, State.STALE, State.SUSPENDED)


@dataclass(frozen=True, slots=True)
class Trouble:
    state: State
    offering_count: int
    scheme_count: int


@dataclass(frozen=True, slots=True)
class Home:
    offering_count: int
    on_offer_count: int
    provider_count: int
    scheme_count: int
    running_scheme_count: int
    category_count: int
    empty_category_count: int
    troubles: tuple[Trouble, ...]


def home_page(on: date) -> Home:
    """This function will return what the first page of the catalogue shows. Five queries."""
    offerings = Offering.objects.order_by().aggregate(**_counts(on))
    schemes = FundingScheme.objects.order_by().aggregate(**_counts(on))
    categories = Category.objects.annotate(offered=Count("offerings"))
    return Home(
        offering_count=offerings["all"],
        on_offer_count=offerings[State.ON_OFFER.name],
        provider_count=Provider.objects.count(),
        scheme_count=schemes["all"],
        running_scheme_count=schemes[State.ON_OFFER.name],
        category_count=Category.objects.count(),
        empty_category_count=categories.filter(offered=0).count(),
        troubles=tuple(Trouble(state, offerings[state.name], schemes[state.name]) for state in TROUBLES),
    )


def _counts(on: date) -> Mapping[str, Count]:
    asked = {state.name: Count("pk", filter=in_state(state, on)) for state in (State.ON_OFFER, *TROUBLES)}
    return {"all": Count("pk", filter=Q(pk__isnull=False)), **asked}
