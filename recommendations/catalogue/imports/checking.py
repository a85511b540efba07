"""Lines beside the catalogue: whether what they refer to is there, and what is wrong with what they say together."""

import re
from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _

from assessment.bank.faults import Fault, KeyPath
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import FALLBACK_LOCALE
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
        if row.provider_key and not row.describes and row.provider_key not in described | stored.keys():
            row.fault((PROVIDER, "key"), _unknown_provider(row, table.rows))
    describing = _describing(table.rows)
    for locales, rows in _by_languages(table.rows):
        groups = with_offerings(rows, described, stored)
        document = CatalogueDocument(bank=bank.slug, locales=locales, providers=[each for each, _lines in groups])
        places = _Places(groups, describing)
        for fault in check_catalogue(document, bank, known):
            places.note(fault)


def _unknown_provider(row: ImportRow, rows: Iterable[ImportRow]) -> str:
    faulty = next((each for each in rows if each.describes and each.provider_key == row.provider_key), None)
    if faulty is not None:
        return _("its provider is at fault in line %(row)d") % {"row": faulty.number}
    return _("is not known; fill in provider name, provider kind and provider source")


def _by_languages(rows: Iterable[ImportRow]) -> list[tuple[list[str], list[ImportRow]]]:
    """The sound lines by the languages of their titles: a line says all it says in the same ones."""
    found: dict[tuple[str, ...], list[ImportRow]] = {}
    for row in rows:
        if row.is_sound and row.offering is not None:
            found.setdefault(tuple(sorted(row.offering.title)) or (FALLBACK_LOCALE,), []).append(row)
    return [(list(locales), group) for locales, group in found.items()]


def _describing(rows: Iterable[ImportRow]) -> dict[str, ImportRow]:
    """The first line that says anything of a provider; its offering may be at fault."""
    found: dict[str, ImportRow] = {}
    for row in rows:
        if row.provider is not None:
            found.setdefault(row.provider_key, row)
    return found


def described_providers(rows: Iterable[ImportRow]) -> dict[str, Provider]:
    """This function will return what the lines say of providers, by key."""
    return {key: row.provider for key, row in _describing(rows).items() if row.provider is not None}


Groups = list[tuple[Provider, list[ImportRow]]]


def with_offerings(
    rows: Iterable[ImportRow], described: Mapping[str, Provider], stored: Mapping[str, Provider]
) -> Groups:
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


class _Places:
    """Where the parts of a document come from: `providers[0].offerings[2]` and `providers.KEY.offerings.KEY` alike."""

    def __init__(self, groups: Groups, describing: Mapping[str, ImportRow]) -> None:
        self._describing = describing
        self._lines: dict[str, list[ImportRow]] = {}
        self._providers: dict[str, Provider] = {}
        self._offerings: dict[tuple[str, str], ImportRow] = {}
        for index, (provider, lines) in enumerate(groups):
            for name in (str(index), provider.key):
                self._lines[name], self._providers[name] = lines, provider
                for number, row in enumerate(lines):
                    self._offerings[name, str(number)] = row
                    self._offerings[name, row.offering.key if row.offering else ""] = row

    def note(self, fault: Fault) -> None:
        """This function will note a fault of the document at the line it comes from."""
        _providers, provider, *rest = STEP.findall(fault.place)
        if rest[:1] == ["offerings"] and len(rest) > 1:
            _add(self._offerings[provider, rest[1]], tuple(rest[2:]), fault.message)
        else:
            self._note_provider(provider, tuple(rest), fault.message)

    def _note_provider(self, provider: str, path: KeyPath, message: str) -> None:
        """No line can be taken whose provider is at fault; what the catalogue says of one already is not the table's.

        A provider may speak fewer languages than what it offers.
        """
        lines = self._lines[provider]
        said_at = self._describing.get(lines[0].provider_key)
        if said_at is None or (len(path) > 1 and path[-1] not in self._providers[provider].name):
            return
        _add(said_at, (PROVIDER, *path), message)
        for row in lines:
            if row is not said_at:
                _add(row, (PROVIDER, "key"), _("its provider is at fault in line %(row)d") % {"row": said_at.number})


def _add(row: ImportRow, path: KeyPath, message: str) -> None:
    if not any(each.message == message for each in row.faults):
        row.fault(path, message)
