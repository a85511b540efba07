"""What is wrong with a catalogue file, beside its bank and what the catalogue holds already."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from assessment.bank.exactness import number_faults
from assessment.bank.faults import Fault, KeyPath, key_path, shown
from assessment.scoring import walk
from assessment.scoring.check_conditions import Standing, check_condition
from assessment.scoring.checks.texts import check_texts
from assessment.scoring.document import BankDocument
from assessment.scoring.fact_catalogue import Fact, Family, facts_of
from assessment.scoring.findings import Severity
from recommendations.catalogue.document import CatalogueDocument, Offering, Term
from recommendations.catalogue.eligibility import REGION, SECTOR, SIZE
from recommendations.catalogue.models import OfferingKind, Vocabulary

OFFERING = Standing("an offering", frozenset({Family.PROFILE}))
# The catalogue's own pages stand where those of categories stand.
ADDRESSES = frozenset({"compare", "funding", "search"})


@dataclass(frozen=True, slots=True)
class Known:
    """Keys that a file may refer to: those of the catalogue, and those of the files read before it."""

    terms: dict[str, set[str]] = field(default_factory=dict)
    categories: set[str] = field(default_factory=set)
    measures: set[str] = field(default_factory=set)
    real_providers: set[str] = field(default_factory=set)
    real_schemes: set[str] = field(default_factory=set)

    def learn(self, document: CatalogueDocument) -> None:
        """This function will add what `document` brings itself."""
        for vocabulary, terms in terms_of(document).items():
            self.terms.setdefault(vocabulary, set()).update(term.key for term in terms)
        self.categories.update(category.key for category in document.categories)
        self.measures.update(measure.key for measure in document.measures)


def terms_of(document: CatalogueDocument) -> dict[str, list[Term]]:
    """This function will return the terms of `document` by vocabulary."""
    return {
        Vocabulary.KIND.value: document.kinds,
        Vocabulary.PROVIDER_KIND.value: document.provider_kinds,
        Vocabulary.PRICE_MODEL.value: document.price_models,
        Vocabulary.DEPLOYMENT.value: document.deployments,
    }


def check_catalogue(document: CatalogueDocument, bank: BankDocument, known: Known) -> list[Fault]:
    """This function will return every fault of `document`, each with its place. `known` has learned the document."""
    return [
        *number_faults(document),
        *_repeated(document),
        *_texts(document),
        *_kinds(document),
        *_categories(document, bank, known),
        *_providers(document, known),
        *_offerings(document, facts_of(bank), known),
    ]


def _repeated(document: CatalogueDocument) -> Iterator[Fault]:
    lists: dict[str, Iterable[str]] = {
        name: (item.key for item in getattr(document, name))
        for name in (
            "kinds",
            "provider_kinds",
            "price_models",
            "deployments",
            "categories",
            "measures",
            "providers",
            "schemes",
        )
    }
    for index, provider in enumerate(document.providers):
        lists[f"providers[{index}].offerings"] = (offering.key for offering in provider.offerings)
    for place, keys in lists.items():
        seen: set[str] = set()
        for index, key in enumerate(keys):
            if key in seen:
                yield Fault(f"{place}[{index}].key", _("%(key)s is used already") % {"key": shown(key)})
            seen.add(key)


def _texts(document: CatalogueDocument) -> Iterator[Fault]:
    for finding in check_texts(document, document.locales):
        if finding.severity is Severity.ERROR:
            yield Fault(finding.place, finding.message)


def _kinds(document: CatalogueDocument) -> Iterator[Fault]:
    yield from unknown_keys(("kinds",), (term.key for term in document.kinds), set(OfferingKind.values))


def unknown_keys(place: KeyPath, keys: Iterable[str], known: Iterable[str]) -> Iterator[Fault]:
    """This function will yield a fault for each of `keys` that is not among the `known` ones."""
    allowed = set(known)
    for key in keys:
        if key not in allowed:
            choices = {"key": shown(key), "known": ", ".join(sorted(allowed)) or "–"}
            yield Fault(key_path(place), _("%(key)s is not known; known are: %(known)s") % choices)


def _categories(document: CatalogueDocument, bank: BankDocument, known: Known) -> Iterator[Fault]:
    nodes = {node.key for _place, node in walk.nodes(bank)}
    for index, category in enumerate(document.categories):
        place: KeyPath = ("categories", index)
        if category.key in ADDRESSES:
            message = _("%(key)s is the address of another page") % {"key": shown(category.key)}
            yield Fault(key_path((*place, "key")), message)
        yield from unknown_keys((*place, "barriers"), category.barriers, nodes)
        yield from unknown_keys((*place, "measures"), category.measures, known.measures)
        for name, vocabulary in (
            ("provider_kinds", Vocabulary.PROVIDER_KIND),
            ("price_models", Vocabulary.PRICE_MODEL),
            ("deployments", Vocabulary.DEPLOYMENT),
        ):
            yield from unknown_keys((*place, name), getattr(category, name), known.terms.get(vocabulary, set()))


def _providers(document: CatalogueDocument, known: Known) -> Iterator[Fault]:
    """A made-up provider must not take the place of a real one."""
    for index, provider in enumerate(document.providers):
        place: KeyPath = ("providers", index)
        yield from unknown_keys((*place, "kind"), [provider.kind], known.terms.get(Vocabulary.PROVIDER_KIND, set()))
        if (document.sample or provider.sample) and provider.key in known.real_providers:
            message = _("%(key)s is a real provider and cannot become a sample") % {"key": shown(provider.key)}
            yield Fault(key_path((*place, "key")), message)


def _offerings(document: CatalogueDocument, facts: Mapping[str, Fact], known: Known) -> Iterator[Fault]:
    for index, provider in enumerate(document.providers):
        for number, offering in enumerate(provider.offerings):
            yield from _offering(("providers", index, "offerings", number), offering, facts, known)


def _offering(place: KeyPath, offering: Offering, facts: Mapping[str, Fact], known: Known) -> Iterator[Fault]:
    yield from unknown_keys((*place, "category"), [offering.category], known.categories)
    yield from unknown_keys(
        (*place, "price", "model"), [offering.price.model], known.terms.get(Vocabulary.PRICE_MODEL, set())
    )
    if offering.deployment is not None:
        ways = known.terms.get(Vocabulary.DEPLOYMENT, set())
        yield from unknown_keys((*place, "deployment"), [offering.deployment], ways)
    yield from _disorder(place, offering)
    for name, fact in (("sizes", SIZE), ("sectors", SECTOR), ("regions", REGION)):
        options = facts[fact].options if fact in facts else {}
        yield from unknown_keys((*place, name), getattr(offering, name), options)
    if offering.eligible_if is not None:
        here = key_path((*place, "eligible_if"))
        for finding in check_condition(offering.eligible_if, facts, OFFERING, here):
            yield Fault(finding.place, f"{finding.message}; {finding.mend}")


def _disorder(place: KeyPath, offering: Offering) -> Iterator[Fault]:
    price, weeks = offering.price, offering.go_live_weeks
    if price.maximum is not None and (price.minimum is None or price.minimum > price.maximum):
        yield Fault(key_path((*place, "price")), _("the minimum is missing or above the maximum"))
    if offering.discount is not None and offering.discount.percent is None and not offering.discount.terms:
        yield Fault(key_path((*place, "discount")), _("a discount needs a percentage or terms"))
    if weeks is not None and weeks.minimum > weeks.maximum:
        yield Fault(key_path((*place, "go_live_weeks")), _("the minimum is above the maximum"))
    if offering.valid_until is not None and offering.valid_until < offering.valid_from:
        yield Fault(key_path((*place, "valid_until")), _("the offering ends before it begins"))
