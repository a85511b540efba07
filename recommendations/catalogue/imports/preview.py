"""What a table would do to the catalogue, line by line, before it does anything."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import models
from django.utils.translation import gettext

from assessment.bank.faults import Fault, shown
from assessment.bank.queries import current_release
from assessment.bank.releases import document_of
from assessment.scoring.document import BankDocument
from recommendations.catalogue import document as written
from recommendations.catalogue.actions import known_keys
from recommendations.catalogue.imports.checking import check_rows, described_providers
from recommendations.catalogue.imports.outcomes import Outcome, counted
from recommendations.catalogue.imports.reading import ImportRow, Table, read_rows
from recommendations.catalogue.imports.tables import read_offerings_table
from recommendations.catalogue.imports.words import known_words
from recommendations.catalogue.models import Category, Offering, Provider
from recommendations.catalogue.offering_rows import Rows, columns_of
from recommendations.catalogue.written_rows import provider_values

DERIVED = {"search_text"}


class NoBank(LookupError):
    """There is no category yet, or its bank has no release: nothing could be checked against it."""


@dataclass(frozen=True, slots=True)
class Difference:
    """`column` is what people call it; the values are shortened for reading."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Verdict:
    number: int
    provider: str
    offering: str
    outcome: Outcome
    differences: tuple[Difference, ...] = ()
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Preview:
    """`faults` are those of the headers or of the whole file; while there are any, nothing can be taken."""

    name: str
    faults: tuple[Fault, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def counts(self) -> Mapping[Outcome, int]:
        return counted(verdict.outcome for verdict in self.verdicts)

    @property
    def is_sound(self) -> bool:
        return not self.faults and not self.counts[Outcome.FAULTY]


@dataclass(frozen=True, slots=True)
class Checked:
    """A table that was read and checked; `stored` are the providers that it may name without describing them."""

    table: Table
    stored: Mapping[str, written.Provider]


def checked_table(content: bytes, name: str) -> Checked:
    """This function will return the lines of a file, each with all that is wrong with it.

    Raises DocumentError for a file that is no table, and NoBank.
    """
    raw, bank = read_offerings_table(content, name), bank_of_the_catalogue()
    if bank is None:
        raise NoBank
    table = read_rows(raw, known_words(bank))
    stored = stored_providers({row.provider_key for row in table.rows})
    check_rows(table, bank, known_keys(), stored)
    return Checked(table, stored)


def bank_of_the_catalogue() -> BankDocument | None:
    """This function will return the bank whose profile the conditions of offerings ask, None before there is one."""
    slug = Category.objects.order_by("position", "key").values_list("bank_slug", flat=True).first()
    release = None if slug is None else current_release(slug)
    return None if release is None else document_of(release.pk)


def stored_providers(keys: Iterable[str]) -> dict[str, written.Provider]:
    """This function will return the providers of the catalogue among `keys` as a document writes them. One query."""
    rows = Provider.objects.filter(key__in=set(keys)).select_related("kind").order_by("key")
    return {row.key: written.Provider.model_validate(provider_values(row)) for row in rows}


def preview_of(content: bytes, name: str) -> Preview:
    """This function will return what importing the file would do, and change nothing. A fixed number of queries.

    Raises DocumentError and NoBank as `checked_table` does.
    """
    return compared(checked_table(content, name), name)


def compared(checked: Checked, name: str) -> Preview:
    """This function will return what taking a checked table would do, line by line."""
    comparison = _Comparison(checked.table.rows, checked.stored)
    return Preview(name, tuple(checked.table.faults), tuple(comparison.verdict(row) for row in checked.table.rows))


class _Comparison:
    """Holds what the catalogue says of the offerings that a table names."""

    def __init__(self, rows: Sequence[ImportRow], stored: Mapping[str, written.Provider]) -> None:
        keys = {row.provider_key for row in rows}
        found = Offering.objects.filter(provider__key__in=keys).select_related("provider", "category").order_by("pk")
        self._before = {(row.provider.key, row.key): row for row in found.with_words()}
        self._stored = stored
        self._described = described_providers(rows)
        self._new_rows = Rows()
        self._told: set[str] = set()

    def verdict(self, row: ImportRow) -> Verdict:
        key = "" if row.offering is None else row.offering.key
        if not row.is_sound or row.offering is None:
            return Verdict(row.number, row.provider_key, key, Outcome.FAULTY, faults=tuple(row.faults))
        provider = self._described.get(row.provider_key) or self._stored[row.provider_key]
        after = self._new_rows.offering(row.offering, self._new_rows.provider(provider, is_sample=provider.sample))
        before, of_provider = self._before.get((row.provider_key, key)), tuple(self._of_provider(row.provider_key))
        if before is None:
            return Verdict(row.number, row.provider_key, key, Outcome.NEW, of_provider)
        found = (*of_provider, *_differences(before, after))
        outcome = Outcome.CHANGED if found else Outcome.UNCHANGED
        return Verdict(row.number, row.provider_key, key, outcome, found)

    def _of_provider(self, key: str) -> Iterator[Difference]:
        """Told once, at the first line that names the provider."""
        if key in self._told or key not in self._described or key not in self._stored:
            return
        self._told.add(key)
        before, after = (
            self._new_rows.provider(one, is_sample=one.sample) for one in (self._stored[key], self._described[key])
        )
        for each in _differences(before, after):
            yield replace(each, column=gettext("provider: %(column)s") % {"column": each.column})


def _differences(before: models.Model, after: models.Model) -> tuple[Difference, ...]:
    model = type(before)
    assert issubclass(model, Offering | Provider)
    labels = {field.name: str(field.verbose_name) for field in model._meta.concrete_fields}
    pairs = [
        (labels[name], getattr(before, name), getattr(after, name)) for name in columns_of(model) if name not in DERIVED
    ]
    return tuple(Difference(label, _said(old), _said(new)) for label, old, new in pairs if old != new)


def _said(value: object) -> str:
    return str(value) if isinstance(value, models.Model) else shown(value)
