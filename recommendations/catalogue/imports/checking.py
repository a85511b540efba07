"""Lines beside the catalogue: whether what they refer to is there, and what is wrong with what they say together."""

import re
from collections.abc import Container, Iterable, Mapping

from django.utils.translation import gettext as _

from assessment.bank.faults import Fault, KeyPath
from assessment.scoring.document import BankDocument
from recommendations.catalogue.check import Known, check_catalogue
from recommendations.catalogue.document import CatalogueDocument, Provider
from recommendations.catalogue.imports.reading import ImportRow, Table
from recommendations.catalogue.imports.sheet import PROVIDER

STEP = re.compile(r"[^.\[\]]+")


def check_rows(table: Table, bank: BankDocument, known: Known, stored: Mapping[str, Provider]) -> None:
    """This function will note, at each line, what a catalogue file with the same content would be refused for.

    `stored` are the providers of the catalogue; a line may name one of them without describing it.
    """
    described = described_providers(table.rows)
    for row in table.rows:
        if row.provider_key and row.provider_key not in described and row.provider_key not in stored:
            message = _("is not known; fill in provider name, provider kind and provider source")
            row.fault((PROVIDER, "key"), message)
    sound = [row for row in table.rows if row.is_sound]
    providers, places = _grouped(sound, described, stored)
    document = CatalogueDocument(bank=bank.slug, locales=table.locales, providers=providers)
    for fault in check_catalogue(document, bank, known):
        _note(fault, places, described)


def described_providers(rows: Iterable[ImportRow]) -> dict[str, Provider]:
    """This function will return what the lines say of providers, by key; the first line that says anything counts."""
    found: dict[str, Provider] = {}
    for row in rows:
        if row.provider is not None and not row.faults:
            found.setdefault(row.provider_key, row.provider)
    return found


def with_offerings(
    rows: Iterable[ImportRow], described: Mapping[str, Provider], stored: Mapping[str, Provider]
) -> list[tuple[Provider, list[ImportRow]]]:
    """This function will return each provider that sound lines name, holding their offerings, with those lines."""
    by_key: dict[str, list[ImportRow]] = {}
    for row in rows:
        by_key.setdefault(row.provider_key, []).append(row)
    found = []
    for key, lines in by_key.items():
        provider = described.get(key) or stored[key]
        offerings = [row.offering for row in lines if row.offering is not None]
        found.append((provider.model_copy(update={"offerings": offerings}), lines))
    return found


Places = dict[str, tuple[ImportRow, dict[str, ImportRow]]]


def _grouped(
    rows: Iterable[ImportRow], described: Mapping[str, Provider], stored: Mapping[str, Provider]
) -> tuple[list[Provider], Places]:
    """The providers of a document; and where they and their offerings come from, by key and by number alike."""
    groups = with_offerings(rows, described, stored)
    places: Places = {}
    for index, (provider, lines) in enumerate(groups):
        inside = {str(number): row for number, row in enumerate(lines)}
        inside |= {row.offering.key: row for row in lines if row.offering is not None}
        places[str(index)] = places[provider.key] = (lines[0], inside)
    return [provider for provider, _lines in groups], places


def _note(fault: Fault, places: Places, described: Container[str]) -> None:
    """`providers[0].offerings[2].price` and `providers.KEY.offerings.KEY.title.en` lead to the same kind of place.

    What the catalogue says of a provider already is not the table's fault.
    """
    _providers, provider, *rest = STEP.findall(fault.place)
    row, inside = places[provider]
    path: KeyPath = (PROVIDER, *rest)
    if rest[:1] == ["offerings"] and len(rest) > 1:
        row, path = inside[rest[1]], tuple(rest[2:])
    elif row.provider_key not in described:
        return
    if not any(each.message == fault.message for each in row.faults):
        row.fault(path, fault.message)
