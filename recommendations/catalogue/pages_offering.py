"""Offerings as pages show them: a card in a list, a page with everything that was written."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import ngettext

from recommendations.catalogue.eligibility import REGION, SECTOR, SIZE
from recommendations.catalogue.freshness import flags, off_text
from recommendations.catalogue.models import Offering, OfferingKind
from recommendations.catalogue.offering_lines import Group, discount_text, groups_of
from recommendations.catalogue.reader import Reader
from recommendations.catalogue.wording import terms_text

NAMED_AT_ONCE = 3


@dataclass(frozen=True, slots=True)
class OfferingCard:
    """`name` is how addresses and the comparison call it; `asked` are the names of those it is for, "" for everybody."""

    name: str
    provider_key: str
    key: str
    title: str
    provider: str
    is_sample: bool
    is_case: bool
    kind: str
    category: str
    summary: str
    outcome: str
    terms: str
    discount: str
    asked: str
    flags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfferingPage:
    """`off` says why it is not on offer, "" if it is."""

    card: OfferingCard
    category_key: str
    off: str
    groups: tuple[Group, ...]
    url: str


def name_of(offering: Offering) -> str:
    """This function will return "provider/offering": the one public name that an offering keeps."""
    return f"{offering.provider.key}/{offering.key}"


def card_of(offering: Offering, reader: Reader, on: date) -> OfferingCard:
    """This function will return the card of an offering that came with its words and category."""
    say = reader.say
    return OfferingCard(
        name=name_of(offering),
        provider_key=offering.provider.key,
        key=offering.key,
        title=str(offering),
        provider=say(offering.provider.name) or offering.provider.key,
        is_sample=offering.provider.is_sample,
        is_case=offering.kind == OfferingKind.CASE,
        kind=offering.get_kind_display(),
        category=say(offering.category.title),
        summary=say(offering.summary),
        outcome=say(offering.outcome),
        terms=terms_text(offering, reader.locale),
        discount=discount_text(offering, reader),
        asked=asked_text(offering, reader),
        flags=flags(offering, on),
    )


def asked_text(offering: Offering, reader: Reader) -> str:
    """This function will return in one line whom an offering is for, "" for everybody; of a case, whom it was about."""
    slug = offering.category.bank_slug
    listed = ((SECTOR, offering.sectors), (SIZE, offering.sizes), (REGION, offering.regions))
    named = [_shortened(fact, keys, slug, reader) for fact, keys in listed if keys]
    conditions = "" if offering.kind == OfferingKind.CASE else reader.further_conditions(offering)
    return " · ".join(part for part in (*named, conditions) if part)


def _shortened(fact: str, keys: list[str], slug: str, reader: Reader) -> str:
    named, more = reader.listed(fact, keys[:NAMED_AT_ONCE], slug), len(keys) - NAMED_AT_ONCE
    if more <= 0:
        return named
    return ngettext("%(named)s and %(count)d more", "%(named)s and %(count)d more", more) % {
        "named": named,
        "count": more,
    }


def cards(offerings: Iterable[Offering], reader: Reader, on: date) -> tuple[OfferingCard, ...]:
    return tuple(card_of(offering, reader, on) for offering in offerings)


def offering_page(offering: Offering, reader: Reader, on: date) -> OfferingPage:
    """This function will return everything that was written about an offering, on offer or not."""
    return OfferingPage(
        card=card_of(offering, reader, on),
        category_key=offering.category.key,
        off=off_text(offering, on),
        groups=groups_of(offering, reader, on),
        url=offering.url,
    )
