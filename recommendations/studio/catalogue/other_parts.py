"""Providers and funding schemes."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.urls import reverse

from assessment.accounts.models import User
from recommendations.catalogue import document as written
from recommendations.catalogue.actions import record_provider_edit, save_providers
from recommendations.catalogue.document import CatalogueDocument
from recommendations.catalogue.models import FundingScheme, Provider
from recommendations.catalogue.scheme_actions import record_scheme_edit
from recommendations.catalogue.scheme_rows import load_schemes, written_values
from recommendations.catalogue.written_rows import provider_values
from recommendations.studio.catalogue.events import Event, record
from recommendations.studio.catalogue.keys import key_from
from recommendations.studio.catalogue.part_form import Data
from recommendations.studio.catalogue.parts import Part
from recommendations.studio.catalogue.provider_form import ProviderForm, provider_initial
from recommendations.studio.catalogue.scheme_form import FundingForm, scheme_initial


class ProviderPart(Part):
    nav = "providers"
    schema = written.Provider
    form_class = ProviderForm

    def stored(self, *, locked: bool = False) -> Data | None:
        rows = Provider.objects.filter(key=self.key).select_related("kind")
        row = (rows.select_for_update(of=("self",)) if locked else rows).first()
        return None if row is None else self.flat(provider_values(row))

    def initial(self, data: Data) -> Data:
        return provider_initial(data)

    def taken(self) -> Collection[str]:
        return frozenset(Provider.objects.values_list("key", flat=True)) if self.is_new else ()

    def name_new(self, cleaned: Mapping[str, Any]) -> None:
        self.key = cleaned["key"] or key_from(cleaned["name"], self.taken(), "provider")

    def document(self, data: Data) -> Data:
        return self.file(data["name"], providers=[data])

    def places(self) -> Sequence[str]:
        return ("providers[0]", f"providers.{self.key}")

    def store(self, document: CatalogueDocument) -> None:
        save_providers(providers=[(provider, provider.sample) for provider in document.providers])

    def record(self, *, is_new: bool, fields: Sequence[str], by: User) -> None:
        if is_new:
            record(Event.PROVIDER_ADDED, self.key, by)
        else:
            record_provider_edit(provider=Provider.objects.get(key=self.key), fields=fields, by=by)

    def address(self) -> str:
        return reverse("studio:catalogue-provider-edit", args=[self.key])


class SchemePart(Part):
    nav = "schemes"
    schema = written.Scheme
    form_class = FundingForm

    def stored(self, *, locked: bool = False) -> Data | None:
        rows = FundingScheme.objects.filter(key=self.key)
        row = (rows.select_for_update() if locked else rows).first()
        if row is None:
            return None
        categories = row.categories.order_by("position", "key").values_list("key", flat=True)
        return self.flat(written_values(row) | {"categories": list(categories)})

    def initial(self, data: Data) -> Data:
        return scheme_initial(data)

    def taken(self) -> Collection[str]:
        return frozenset(FundingScheme.objects.values_list("key", flat=True)) if self.is_new else ()

    def name_new(self, cleaned: Mapping[str, Any]) -> None:
        made = cleaned["key"] or key_from(cleaned["title"], self.taken(), "scheme")
        self.key = made.replace("_", "-")

    def document(self, data: Data) -> Data:
        return self.file(data["title"], schemes=[data])

    def places(self) -> Sequence[str]:
        return ("schemes[0]", f"schemes.{self.key}")

    def store(self, document: CatalogueDocument) -> None:
        load_schemes(document)

    def record(self, *, is_new: bool, fields: Sequence[str], by: User) -> None:
        if is_new:
            record(Event.SCHEME_ADDED, self.key, by)
        else:
            record_scheme_edit(scheme=FundingScheme.objects.get(key=self.key), fields=fields, by=by)

    def address(self) -> str:
        return reverse("studio:catalogue-scheme-edit", args=[self.key])
