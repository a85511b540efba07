"""What a catalogue editor does with a file: bring its rows into the catalogue, by key, all or none."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.bank.faults import DocumentError
from assessment.bank.plain_data import plain_data
from assessment.scoring.document import BankDocument
from recommendations.catalogue import document as written
from recommendations.catalogue.check import Known, check_catalogue, terms_of
from recommendations.catalogue.document import CatalogueDocument
from recommendations.catalogue.models import Category, Offering, Provider, PublicMeasure, Term, Vocabulary


class Event(StrEnum):
    LOADED = "catalogue.loaded"
    EDITED = "catalogue.offering_edited"


@dataclass(frozen=True, slots=True)
class Named:
    """A document with the name of the file it came from and the bank that its conditions ask about."""

    name: str
    document: CatalogueDocument
    bank: BankDocument


@dataclass(frozen=True, slots=True)
class Loaded:
    categories: int
    measures: int
    providers: int
    offerings: int


def known_keys() -> Known:
    """This function will return the keys that the catalogue holds."""
    terms: dict[str, set[str]] = {}
    for vocabulary, key in Term.objects.order_by("pk").values_list("vocabulary", "key"):
        terms.setdefault(vocabulary, set()).add(key)
    return Known(
        terms=terms,
        categories=set(Category.objects.order_by("pk").values_list("key", flat=True)),
        measures=set(PublicMeasure.objects.order_by("pk").values_list("key", flat=True)),
        real_providers=set(Provider.objects.filter(is_sample=False).order_by("pk").values_list("key", flat=True)),
    )


def refuse_faulty(files: Sequence[Named]) -> None:
    """This function will raise DocumentError for the first file with faults, naming all of them.

    A file may refer to what the catalogue holds and to what the files before it bring.
    """
    known = known_keys()
    for file in files:
        known.learn(file.document)
        faults = check_catalogue(file.document, file.bank, known)
        if faults:
            raise DocumentError(file.name, faults)


@transaction.atomic
def load_catalogue(*, files: Sequence[Named], by: User | None = None) -> Loaded:
    """This function will add or replace, by key, everything the files hold; what they do not name stays.

    An offering that its provider's file no longer holds goes. Raises DocumentError, and then nothing has changed.
    """
    refuse_faulty(files)
    documents = [file.document for file in files]
    for document in documents:
        _load_terms(document)
        _load_measures(document)
        _load_categories(document)
        for provider in document.providers:
            _load_provider(provider, is_sample=document.sample or provider.sample)
    loaded = Loaded(
        categories=sum(len(document.categories) for document in documents),
        measures=sum(len(document.measures) for document in documents),
        providers=sum(len(document.providers) for document in documents),
        offerings=sum(len(provider.offerings) for document in documents for provider in document.providers),
    )
    for file in files:
        record_event(event=Event.LOADED, object_type="catalogue", object_id=file.name, actor=by)
    return loaded


def record_edit(*, offering: Offering, fields: Sequence[str], by: User) -> None:
    """This function will record which fields of an offering somebody changed by hand."""
    record_event(
        event=Event.EDITED,
        object_type="catalogue.offering",
        object_id=f"{offering.provider.key}/{offering.key}",
        actor=by,
        details={"fields": list(fields)},
    )


def _load_terms(document: CatalogueDocument) -> None:
    for vocabulary, terms in terms_of(document).items():
        for position, term in enumerate(terms):
            values = {"position": position, "title": term.title}
            Term.objects.update_or_create(vocabulary=vocabulary, key=term.key, defaults=values)


def _load_measures(document: CatalogueDocument) -> None:
    for position, measure in enumerate(document.measures):
        values = {
            "position": position,
            "title": measure.title,
            "what": measure.what,
            "how": measure.how,
            "sources": [plain_data(source) for source in measure.sources],
            "as_of": measure.as_of,
        }
        PublicMeasure.objects.update_or_create(key=measure.key, defaults=values)


def _load_categories(document: CatalogueDocument) -> None:
    if not document.categories:
        return
    terms = {(term.vocabulary, term.key): term for term in Term.objects.order_by("pk")}
    measures = {measure.key: measure for measure in PublicMeasure.objects.order_by("pk")}
    for position, category in enumerate(document.categories):
        values = {
            "bank_slug": document.bank,
            "position": position,
            "title": category.title,
            "description": category.description,
            "barriers": category.barriers,
        }
        row, _created = Category.objects.update_or_create(key=category.key, defaults=values)
        row.usual.set(terms[used] for used in _usual(category))
        row.measures.set(measures[key] for key in category.measures)


def _usual(category: written.Category) -> list[tuple[str, str]]:
    used = (
        (Vocabulary.PROVIDER_KIND, category.provider_kinds),
        (Vocabulary.PRICE_MODEL, category.price_models),
        (Vocabulary.DEPLOYMENT, category.deployments),
    )
    return [(vocabulary.value, key) for vocabulary, keys in used for key in keys]


def _load_provider(provider: written.Provider, *, is_sample: bool) -> None:
    row, _created = Provider.objects.update_or_create(
        key=provider.key,
        defaults={
            "name": provider.name,
            "is_sample": is_sample,
            "kind": Term.objects.get(vocabulary=Vocabulary.PROVIDER_KIND, key=provider.kind),
            "regions": provider.regions,
            "summary": provider.summary,
            "source": provider.source,
            "url": provider.url,
        },
    )
    row.offerings.exclude(key__in=[offering.key for offering in provider.offerings]).delete()
    for offering in provider.offerings:
        Offering.objects.update_or_create(provider=row, key=offering.key, defaults=_offering_values(offering))


def _offering_values(offering: written.Offering) -> dict[str, object]:
    """Columns named as in the document are taken over as they are."""
    same = [
        *["kind", "title", "summary", "sizes", "sectors", "regions", "trial", "exit_terms", "security_statement"],
        *["languages", "valid_from", "valid_until", "verified_on", "suspended", "source", "url"],
    ]
    weeks, price = offering.go_live_weeks, offering.price
    return {name: getattr(offering, name) for name in same} | {
        "category": Category.objects.get(key=offering.category),
        "price_model": Term.objects.get(vocabulary=Vocabulary.PRICE_MODEL, key=price.model),
        "price_minimum": price.minimum,
        "price_maximum": price.maximum,
        "price_unit": price.unit,
        "currency": price.currency,
        "eligible_if": None if offering.eligible_if is None else plain_data(offering.eligible_if),
        "deployment": _deployment(offering.deployment),
        "go_live_weeks_from": None if weeks is None else weeks.minimum,
        "go_live_weeks_to": None if weeks is None else weeks.maximum,
    }


def _deployment(key: str | None) -> Term | None:
    return None if key is None else Term.objects.get(vocabulary=Vocabulary.DEPLOYMENT, key=key)
