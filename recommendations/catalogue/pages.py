"""What the public pages show: prepared text in the reader's language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.formats import date_format

from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.scoring import walk
from assessment.scoring.document import BankDocument
from assessment.scoring.explain import explain_condition
from assessment.scoring.fact_catalogue import Fact, facts_of
from assessment.scoring.texts import localise
from recommendations.catalogue.eligibility import requirement_of
from recommendations.catalogue.models import Category, Offering, PublicMeasure, Vocabulary
from recommendations.catalogue.queries import offerings_in_order
from recommendations.catalogue.wording import terms_text, valid_until_text


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
class OfferingView:
    """`conditions` says in words who it is for, "" for everybody."""

    title: str
    provider: str
    is_sample: bool
    kind: str
    summary: str
    terms: str
    conditions: str
    trial: str
    exit_terms: str
    security_statement: str
    valid_until: str
    verified_on: str
    source: str
    url: str


@dataclass(frozen=True, slots=True)
class CategoryPage:
    card: CategoryCard
    provider_kinds: str
    price_models: str
    deployments: str
    measures: tuple[MeasureView, ...]
    offerings: tuple[OfferingView, ...]


class CataloguePages:
    """Prepares pages in one language; asks for each bank's release once."""

    def __init__(self, locale: str) -> None:
        self._locale = locale
        self._banks: dict[str, BankDocument | None] = {}
        self._facts: dict[str, Mapping[str, Fact]] = {}

    def _say(self, text: dict[str, str]) -> str:
        return localise(text, self._locale)

    def _bank(self, slug: str) -> BankDocument | None:
        if slug not in self._banks:
            release = current_release(slug)
            self._banks[slug] = document_of(release.pk) if release else None
        return self._banks[slug]

    def cards(self, categories: Iterable[Category]) -> list[CategoryCard]:
        """This function will return the cards of `category_rows`."""
        return [
            self._card(category, category.offering_count, category.sample_count)  # type: ignore[attr-defined]
            for category in categories
        ]

    def page(self, category: Category) -> CategoryPage:
        """This function will return the page of a category from `category_with_offerings`."""
        offerings: list[Offering] = category.offerings_on_offer  # type: ignore[attr-defined]
        usual: dict[str, list[str]] = {}
        for term in category.usual.all():
            usual.setdefault(term.vocabulary, []).append(self._say(term.title))
        return CategoryPage(
            card=self._card(category, len(offerings), sum(each.provider.is_sample for each in offerings)),
            provider_kinds=" · ".join(usual.get(Vocabulary.PROVIDER_KIND, ())),
            price_models=" · ".join(usual.get(Vocabulary.PRICE_MODEL, ())),
            deployments=" · ".join(usual.get(Vocabulary.DEPLOYMENT, ())),
            measures=tuple(self._measure(measure) for measure in category.measures.all()),
            offerings=tuple(
                self._offering(offering, category.bank_slug) for offering in offerings_in_order(offerings, self._locale)
            ),
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
        bank = self._bank(category.bank_slug)
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

    def _offering(self, offering: Offering, bank_slug: str) -> OfferingView:
        return OfferingView(
            title=self._say(offering.title),
            provider=self._say(offering.provider.name),
            is_sample=offering.provider.is_sample,
            kind=offering.get_kind_display(),
            summary=self._say(offering.summary),
            terms=terms_text(offering, self._locale),
            conditions=self._conditions(offering, bank_slug),
            trial=self._say(offering.trial),
            exit_terms=self._say(offering.exit_terms),
            security_statement=self._say(offering.security_statement),
            valid_until=valid_until_text(offering),
            verified_on=date_format(offering.verified_on) if offering.verified_on else "",
            source=self._say(offering.source),
            url=offering.url,
        )

    def _conditions(self, offering: Offering, bank_slug: str) -> str:
        asked, bank = requirement_of(offering), self._bank(bank_slug)
        if asked is None or bank is None:
            return ""
        facts = self._facts.setdefault(bank_slug, facts_of(bank))
        return explain_condition(asked, bank, self._locale, catalogue=facts)
