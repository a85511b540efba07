"""Offerings, each under the key of its provider and its own: "provider/offering"."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from assessment.bank.faults import DocumentError, Fault
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import KEY_PATTERN
from recommendations.catalogue import document as written
from recommendations.catalogue.actions import record_edit, save_providers
from recommendations.catalogue.document import CatalogueDocument
from recommendations.catalogue.models import Offering, Provider
from recommendations.catalogue.written_rows import offering_values, provider_values
from recommendations.studio.catalogue.events import Event, record
from recommendations.studio.catalogue.keys import key_from
from recommendations.studio.catalogue.offering_form import OfferingForm, offering_initial
from recommendations.studio.catalogue.part_form import Data
from recommendations.studio.catalogue.parts import Part

WRITTEN_KEY = re.compile(KEY_PATTERN)


class OfferingPart(Part):
    """`copied` is the offering that a new one begins as; `provider` whose it will be."""

    nav = "offerings"
    schema = written.Offering
    form_class = OfferingForm

    def __init__(self, bank: BankDocument, key: str = "", *, provider: str = "") -> None:
        super().__init__(bank, key)
        self._provider = (provider if WRITTEN_KEY.fullmatch(provider) else "") or key.partition("/")[0]

    def stored(self, *, locked: bool = False) -> Data | None:
        """The provider's row stays as it is, too, for it is written again beside the offering."""
        provider_key, _slash, key = self.key.partition("/")
        rows = Offering.objects.with_words().select_related("category", "provider", "price_model", "deployment")
        if locked:
            Provider.objects.select_for_update().filter(key=provider_key).first()
            rows = rows.select_for_update(of=("self",))
        row = rows.filter(provider__key=provider_key, key=key).first()
        return None if row is None else self.flat(offering_values(row))

    def initial(self, data: Data) -> Data:
        return offering_initial(data)

    def taken(self) -> Collection[str]:
        if not self.is_new or not self._provider:
            return ()
        return frozenset(Offering.objects.filter(provider__key=self._provider).values_list("key", flat=True))

    def name_new(self, cleaned: Mapping[str, Any]) -> None:
        self._provider = cleaned["provider"]
        key = cleaned["key"] or key_from(cleaned["title"], self.taken(), "offering")
        self.key = f"{self._provider}/{key}"

    def document(self, data: Data) -> Data:
        row = Provider.objects.select_related("kind").filter(key=self._provider).first()
        if row is None:
            said = _(
                "Its provider was removed as well. Add a provider with the key %(key)s first, then save here again."
            )
            raise DocumentError("", [Fault("", said % {"key": self._provider})])
        return self.file(data["title"], providers=[provider_values(row) | {"offerings": [data]}])

    def places(self) -> Sequence[str]:
        provider_key, _slash, key = self.key.partition("/")
        return ("providers[0].offerings[0]", f"providers.{provider_key}.offerings.{key}")

    def store(self, document: CatalogueDocument) -> None:
        save_providers(providers=[(provider, provider.sample) for provider in document.providers])

    def record(self, *, is_new: bool, fields: Sequence[str], by: User) -> None:
        provider_key, _slash, key = self.key.partition("/")
        if is_new:
            record(Event.OFFERING_ADDED, self.key, by)
            return
        row = Offering.objects.select_related("provider").get(provider__key=provider_key, key=key)
        record_edit(offering=row, fields=fields, by=by)

    def address(self) -> str:
        return reverse("studio:catalogue-offering-edit", args=self.key.split("/"))
