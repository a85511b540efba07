"""What the pages of categories show: prepared text in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format

from assessment.scoring import walk
from recommendations.catalogue.models import Category, PublicMeasure, Vocabulary
from recommendations.catalogue.pages_offering import OfferingCard, cards
from recommendations.catalogue.reader import Reader
from recommendations.catalogue.search import Wanted, cards_of, find


@dataclass(frozen=True, slots=True)
class BarrierTag:
    key: str
    title: str


@dataclass(frozen=True, slots=True)
class CategoryCard:
    key: str
    title: str
    description: str
    barriers: tuple[BarrierTag, ...]
    measures: tuple[str, ...]
    offering_count: int
    sample_count: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    text: str
    date: str
    url: str


@dataclass(frozen=True, slots=True)
class MeasureView:
    key: str
    title: str
    what: str
    how: str
    sources: tuple[SourceLine, ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class CategoryPage:
    card: CategoryCard
    provider_kinds: str
    price_models: str
    deployments: str
    measures: tuple[MeasureView, ...]
    offerings: tuple[OfferingCard, ...]
    offering_count: int
    has_samples: bool


class CataloguePages:
    """Prepares pages in the reader's language."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._say = reader.say

    def cards(self, categories: Iterable[Category]) -> list[CategoryCard]:
        """This function will return the cards of `category_rows`."""
        return [
            self._card(category, category.offering_count, category.sample_count)  # type: ignore[attr-defined]
            for category in categories
        ]

    def page(self, category: Category, on: date) -> CategoryPage:
        """This function will return the page of a category from `category_of`, with its first offerings. Two queries."""
        found = find(Wanted(category=category.key), on=on, locale=self._reader.locale)
        offerings = cards(cards_of(found.page(1)), self._reader, on)
        usual: dict[str, list[str]] = {}
        for term in category.usual.all():
            usual.setdefault(term.vocabulary, []).append(self._say(term.title))
        return CategoryPage(
            card=self._card(category, len(found.pks), 0),
            provider_kinds=" · ".join(usual.get(Vocabulary.PROVIDER_KIND, ())),
            price_models=" · ".join(usual.get(Vocabulary.PRICE_MODEL, ())),
            deployments=" · ".join(usual.get(Vocabulary.DEPLOYMENT, ())),
            measures=tuple(self._measure(measure) for measure in category.measures.all()),
            offerings=offerings,
            offering_count=len(found.pks),
            has_samples=any(card.is_sample for card in offerings),
        )

    def _card(self, category: Category, offering_count: int, sample_count: int) -> CategoryCard:
        return CategoryCard(
            key=category.key,
            title=self._say(category.title),
            description=self._say(category.description),
            barriers=self._barriers(category),
            measures=tuple(self._say(measure.title) for measure in category.measures.all()),
            offering_count=offering_count,
            sample_count=sample_count,
        )

    def _barriers(self, category: Category) -> tuple[BarrierTag, ...]:
        bank = self._reader.bank(category.bank_slug)
        nodes = {node.key: node for _place, node in walk.nodes(bank)} if bank else {}
        return tuple(BarrierTag(key, self._say(nodes[key].title)) for key in category.barriers if key in nodes)

    def _measure(self, measure: PublicMeasure) -> MeasureView:
        sources = tuple(
            SourceLine(self._say(source["text"]), source["date"], source.get("url", "")) for source in measure.sources
        )
        return MeasureView(
            key=measure.key,
            title=self._say(measure.title),
            what=self._say(measure.what),
            how=self._say(measure.how),
            sources=sources,
            as_of=date_format(measure.as_of),
        )
