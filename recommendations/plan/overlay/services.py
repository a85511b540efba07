"""The services for one recommendation, judged by the frozen answers of the enterprise."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from assessment.scoring.texts import localise
from recommendations.catalogue.eligibility import Eligibility
from recommendations.catalogue.models import OfferingKind
from recommendations.catalogue.pages_offering import name_of
from recommendations.catalogue.queries import CategoryMatches, Match, offerings_by_category
from recommendations.catalogue.wording import price_text
from recommendations.plan.overlay.folding import Overlaid
from recommendations.plan.rounds import Round


@dataclass(frozen=True, slots=True)
class Offer:
    """`name` is "provider/offering". Who does not fit can be read about, not chosen."""

    name: str
    provider_key: str
    key: str
    title: str
    provider: str
    price: str
    fit: str
    fits: str
    reason: str
    is_sample: bool
    is_case: bool

    @property
    def may_be_chosen(self) -> bool:
        return self.fit != Eligibility.NO and not self.is_case


@dataclass(frozen=True, slots=True)
class Offered:
    """One kind of help with what is on offer, in the order that `order_explained` tells."""

    title: str
    offers: tuple[Offer, ...]
    unfit: tuple[Offer, ...]


def categories_of(item: Overlaid, current: Round) -> tuple[str, ...]:
    """This function will return the keys of the kinds of help that belong to an item."""
    if item.is_own:
        return tuple(item.words.get("categories", ()))
    return tuple(current.actions[item.key].categories)


def offered_for(items: Iterable[Overlaid], current: Round, on: date, locale: str) -> dict[str, Offered]:
    """This function will return what is on offer on a day by category of the items. Two queries; none without any."""
    keys = {key for item in items for key in categories_of(item, current)}
    if not keys:
        return {}
    found = offerings_by_category(keys, current.case.lookup, on=on, bank=current.scorer.document, locale=locale)
    return {key: _offered(matches, locale) for key, matches in found.items()}


def _offered(found: CategoryMatches, locale: str) -> Offered:
    offers, unfit = (tuple(_offer(match, locale) for match in group) for group in (found.matches, found.unfit))
    return Offered(localise(found.category.title, locale), offers, unfit)


def _offer(match: Match, locale: str) -> Offer:
    offering = match.offering
    return Offer(
        name=name_of(offering),
        provider_key=offering.provider.key,
        key=offering.key,
        title=localise(offering.title, locale),
        provider=localise(offering.provider.name, locale),
        price=price_text(offering, locale),
        fit=match.eligibility.value,
        fits=str(match.eligibility.label),
        reason=match.reason,
        is_sample=offering.provider.is_sample,
        is_case=offering.kind == OfferingKind.CASE,
    )


def chosen_of(item: Overlaid, current: Round, offered: dict[str, Offered]) -> tuple[list[Offer], int]:
    """This function will return the chosen services that are still on offer, in order, and how many are not any more."""
    there = {offer.name: offer for offer in _all_offers(categories_of(item, current), offered) if offer.may_be_chosen}
    chosen = [there[name] for name in item.offerings if name in there]
    return chosen, len(item.offerings) - len(chosen)


def _all_offers(keys: Sequence[str], offered: dict[str, Offered]) -> Iterable[Offer]:
    return (offer for key in keys if key in offered for offer in offered[key].offers)
