"""Who offers something, with what is on offer."""

from dataclasses import dataclass
from datetime import date

from django.http import QueryDict

from recommendations.catalogue.eligibility import REGION
from recommendations.catalogue.models import Category, Provider
from recommendations.catalogue.pages_offering import OfferingCard, cards
from recommendations.catalogue.reader import Reader
from recommendations.catalogue.search import Wanted, cards_of, find
from recommendations.catalogue.search_page import Pages, pages_of


@dataclass(frozen=True, slots=True)
class ProviderPage:
    """`regions` is "" for all."""

    name: str
    is_sample: bool
    kind: str
    summary: str
    regions: str
    source: str
    url: str
    offerings: tuple[OfferingCard, ...]
    pages: Pages


def provider_page(provider: Provider, query: QueryDict, reader: Reader, on: date) -> ProviderPage:
    """This function will return a provider from `provider_with_kind` and a page of its offerings. Three queries, and banks."""
    found = find(Wanted(provider=provider.key), on=on, locale=reader.locale)
    pages = pages_of(len(found.pks), query)
    slugs = dict.fromkeys(Category.objects.order_by("position", "key").values_list("bank_slug", flat=True))
    options = reader.options_of_all(REGION, slugs)
    return ProviderPage(
        name=str(provider),
        is_sample=provider.is_sample,
        kind=reader.say(provider.kind.title),
        summary=reader.say(provider.summary),
        regions=reader.joined(options.get(key, key) for key in provider.regions),
        source=reader.say(provider.source),
        url=provider.url,
        offerings=cards(cards_of(found.page(pages.number)), reader, on),
        pages=pages,
    )
