"""The services among which an item's owner can choose: those for its action that fit, or may fit."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext

from assessment.scoring.figures import rounded
from assessment.scoring.texts import localise
from recommendations.catalogue.eligibility import Eligibility
from recommendations.catalogue.models import Offering, OfferingKind
from recommendations.catalogue.price_basis import PriceBasis, price_basis
from recommendations.catalogue.queries import offerings_by_category
from recommendations.catalogue.wording import price_text
from recommendations.plan.models import PlanItem
from recommendations.plan.rounds import Round

YUAN = "CNY"
TO_READ = frozenset({OfferingKind.CASE})  # what others did is no service


@dataclass(frozen=True, slots=True)
class OfferChoice:
    """`price` is what a budget takes over, in whole yuan: the upper end, the lower one where there is no other.

    None where no price in yuan is named. `basis` says what it is for; only that of the whole is taken as it is. `value`
    stands in the form, `words` are the price as published.
    """

    value: str
    label: str
    offering_id: int
    price: int | None
    basis: PriceBasis
    words: str


def offer_choices(item: PlanItem, current: Round, on: date, locale: str) -> list[OfferChoice]:
    """This function will return the choices for an item, best first, in `locale`, which is the active language.

    What was chosen before stays among them, even if it is no longer on offer. Two queries; none for an own item.
    """
    action = current.actions.get(item.action_key)
    found: list[OfferChoice] = []
    if action is not None and action.categories:
        lookup, bank = current.case.lookup, current.scorer.document
        matched = offerings_by_category(action.categories, lookup, on=on, bank=bank, locale=locale)
        found = [
            _choice(match.offering, _remark(match.eligibility), locale)
            for key in action.categories
            if key in matched
            for match in matched[key].matches
            if match.offering.kind not in TO_READ
        ]
    chosen = item.offering
    if chosen is not None and chosen.pk not in {choice.offering_id for choice in found}:
        found.append(_choice(chosen, gettext("no longer offered to you"), locale))
    return found


def _remark(eligibility: Eligibility) -> str:
    return "" if eligibility is Eligibility.YES else str(eligibility.label)


def _choice(offering: Offering, remark: str, locale: str) -> OfferChoice:
    sample = gettext("sample, made up") if offering.provider.is_sample else ""
    parts = [sample, localise(offering.provider.name, locale), price_text(offering, locale), remark]
    details = " · ".join(part for part in parts if part)
    return OfferChoice(
        value=f"{offering.provider.key}/{offering.key}",
        label=f"{localise(offering.title, locale)} · {details}",
        offering_id=offering.pk,
        price=_price(offering),
        basis=price_basis(offering),
        words=price_text(offering, locale),
    )


def _price(offering: Offering) -> int | None:
    price: Decimal | None = offering.price_maximum if offering.price_maximum is not None else offering.price_minimum
    return None if price is None or offering.currency != YUAN else int(rounded(price, 0))
