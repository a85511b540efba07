"""The catalogue's offerings as a table to go on from: what comes out can be changed and taken in again."""

from collections.abc import Iterator, Sequence
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from assessment.bank.plain_data import plain_data
from assessment.bank.xlsx.writing import write_table
from assessment.scoring.texts import localise
from recommendations.catalogue import document as written
from recommendations.catalogue.imports.preview import bank_of_the_catalogue, stored_providers
from recommendations.catalogue.imports.sheet import OFFERINGS, PROVIDER
from recommendations.catalogue.imports.words import known_words
from recommendations.catalogue.models import Offering, Provider
from recommendations.catalogue.offering_rows import BATCH
from recommendations.catalogue.written_rows import offering_values

TITLE = "offerings"
WORDS = "# words"


def offerings_table(locale: str, *, with_offerings: bool) -> bytes:
    """This function will return a workbook with every column of a table of offerings, and the words that may stand there.

    `with_offerings` fills it with the whole catalogue. A fixed number of queries.
    """
    locales = [code for code, _name in settings.LANGUAGES]
    records = list(_records()) if with_offerings else []
    return write_table(TITLE, OFFERINGS, records, locales, {WORDS: list(_words(locale))})


def _records() -> Iterator[dict[str, Any]]:
    """A provider is described at its first line."""
    keys = Provider.objects.order_by("key").values_list("key", flat=True)
    providers, told = stored_providers(keys), set()
    rows = Offering.objects.select_related("category").with_words().order_by("provider__key", "key")
    for row in rows.iterator(BATCH):
        provider = providers[row.provider.key]
        about = {"key": provider.key} if provider.key in told else plain_data(provider)
        told.add(provider.key)
        yield {PROVIDER: about, **plain_data(written.Offering.model_validate(offering_values(row)))}


def _words(locale: str) -> Iterator[Sequence[str]]:
    """Column, word, and what it means; the meaning may stand in the table as well."""
    yield _("Column"), _("Word"), _("Meaning")
    bank = bank_of_the_catalogue()
    for path, titles in known_words(bank).allowed.items() if bank else ():
        for key, title in titles.items():
            yield " ".join(map(str, path)), key, localise(title, locale)
