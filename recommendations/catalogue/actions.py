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
from recommendations.catalogue.models import (
    Category,
    FundingScheme,
    Offering,
    Provider,
    PublicMeasure,
    Term,
    Vocabulary,
)
from recommendations.catalogue.offering_rows import Stored, renew_search_texts, store
from recommendations.catalogue.scheme_check import check_schemes
from recommendations.catalogue.scheme_rows import load_schemes


class Event(StrEnum):
    LOADED = "catalogue.loaded"
    EDITED = "catalogue.offering_edited"
    PROVIDER_EDITED = "catalogue.provider_edited"


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
    schemes: int = 0


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
        real_schemes=set(FundingScheme.objects.filter(is_sample=False).order_by("pk").values_list("key", flat=True)),
    )


def refuse_faulty(files: Sequence[Named]) -> None:
    """This function will raise DocumentError for the first file with faults, naming all of them.

    A file may refer to what the catalogue holds and to what the files before it bring.
    """
    known = known_keys()
    for file in files:
        known.learn(file.document)
        faults = [
            *check_catalogue(file.document, file.bank, known),
            *check_schemes(file.document, file.bank, known),
        ]
        if faults:
            raise DocumentError(file.name, faults)


@transaction.atomic
def load_catalogue(*, files: Sequence[Named], by: User | None = None) -> Loaded:
    """This function will add or replace, by key, everything the files hold; what they do not name stays.

    An offering that its provider's file no longer holds goes, or is suspended if somebody asked about it. Raises DocumentError, and then nothing has changed.
    """
    refuse_faulty(files)
    documents = [file.document for file in files]
    for document in documents:
        load_terms(document)
        _load_measures(document)
        load_categories(document)
        store([(provider, document.sample or provider.sample) for provider in document.providers], whole=True)
        load_schemes(document)
    if any(document.categories or any(terms_of(document).values()) for document in documents):
        renew_search_texts(Offering.objects.all())
    loaded = Loaded(
        categories=sum(len(document.categories) for document in documents),
        measures=sum(len(document.measures) for document in documents),
        providers=sum(len(document.providers) for document in documents),
        offerings=sum(len(provider.offerings) for document in documents for provider in document.providers),
        schemes=sum(len(document.schemes) for document in documents),
    )
    for file in files:
        record_event(event=Event.LOADED, object_type="catalogue", object_id=file.name, actor=by)
    return loaded


@transaction.atomic
def save_providers(*, providers: Sequence[tuple[written.Provider, bool]]) -> Stored:
    """This function will add or replace checked providers and the offerings they name, by key; the others stay.

    Each provider comes with whether it is a sample; none may come twice. Queries grow with batches, not with rows.
    """
    return store(providers, whole=False)


def record_edit(*, offering: Offering, fields: Sequence[str], by: User) -> None:
    """This function will record which fields of an offering somebody changed by hand."""
    record_event(
        event=Event.EDITED,
        object_type="catalogue.offering",
        object_id=f"{offering.provider.key}/{offering.key}",
        actor=by,
        details={"fields": list(fields)},
    )


def record_provider_edit(*, provider: Provider, fields: Sequence[str], by: User) -> None:
    """This function will record which fields of a provider somebody changed by hand."""
    details = {"fields": list(fields)}
    record_event(
        event=Event.PROVIDER_EDITED,
        object_type="catalogue.provider",
        object_id=provider.key,
        actor=by,
        details=details,
    )


def load_terms(document: CatalogueDocument, *, first: int = 0) -> None:
    """This function will add or replace the checked words of `document`, which stand from position `first` on."""
    for vocabulary, terms in terms_of(document).items():
        for position, term in enumerate(terms, start=first):
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


def load_categories(document: CatalogueDocument, *, first: int = 0) -> None:
    """This function will add or replace the checked categories of `document`, from position `first` on."""
    if not document.categories:
        return
    terms = {(term.vocabulary, term.key): term for term in Term.objects.order_by("pk")}
    measures = {measure.key: measure for measure in PublicMeasure.objects.order_by("pk")}
    for position, category in enumerate(document.categories, start=first):
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
