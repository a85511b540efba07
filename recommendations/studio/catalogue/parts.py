"""One thing of the catalogue as its form, its file and its row have it: how the three become each other."""

import json
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping, Sequence
from typing import Any, ClassVar

import pydantic
from django.core.serializers.json import DjangoJSONEncoder
from django.http import QueryDict

from assessment.accounts.models import User
from assessment.bank.plain_data import plain_data
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import FALLBACK_LOCALE, Document
from recommendations.catalogue.document import CatalogueDocument
from recommendations.studio.catalogue.part_form import Data, PartForm
from recommendations.studio.catalogue.seen import Seen


class Part(ABC):
    """`key` "" = something new. `now` is what its row says as a file would write it, {} for something new.

    `nav` is the list it stands in; `schema` and `form_class` are of the part itself.
    """

    nav: ClassVar[str]
    schema: ClassVar[type[Document]]
    form_class: ClassVar[type[PartForm]]

    def __init__(self, bank: BankDocument, key: str = "") -> None:
        self.bank = bank
        self.key = key

    @property
    def is_new(self) -> bool:
        return not self.key

    @property
    def name(self) -> str:
        """What it is called among everything in the catalogue."""
        return f"{self.nav}/{self.key}"

    @abstractmethod
    def stored(self, *, locked: bool = False) -> Data | None:
        """What the row says now, None where there is none; with `locked` nobody else changes it meanwhile."""

    @abstractmethod
    def initial(self, data: Data) -> Data:
        """What the form shows of it, so that JSON holds it."""

    @abstractmethod
    def taken(self) -> Collection[str]:
        """Keys that something new may not have."""

    @abstractmethod
    def document(self, data: Data) -> Data:
        """A catalogue file that holds nothing but this, as data."""

    @abstractmethod
    def places(self) -> Sequence[str]:
        """What the addresses of its own faults begin with in that file."""

    @abstractmethod
    def store(self, document: CatalogueDocument) -> None:
        """Writes the checked document into the rows."""

    @abstractmethod
    def record(self, *, is_new: bool, fields: Sequence[str], by: User) -> None:
        """Adds to the record what was done."""

    @abstractmethod
    def address(self) -> str:
        """Where its form is, once it has a key."""

    @abstractmethod
    def name_new(self, cleaned: Mapping[str, Any]) -> None:
        """Gives something new the key that its form says or its title makes."""

    def form(self, data: QueryDict | None, initial: Data) -> PartForm:
        return self.form_class(
            data, initial=initial, seen=self.seen(initial), bank=self.bank, is_new=self.is_new, taken=self.taken()
        )

    def seen(self, values: Data, *, is_gone: bool = False) -> Seen:
        """This function will return what goes with a form that shows `values`."""
        return Seen(self.name, self.bank.slug, values, is_gone)

    def file(self, title: Mapping[str, str], **parts: Any) -> Data:
        """A catalogue file in the languages of the title."""
        return {"bank": self.bank.slug, "locales": sorted(title) or [FALLBACK_LOCALE], **parts}

    def flat(self, values: Mapping[str, Any]) -> Data:
        """This function will return values as JSON data, in the one way the schema writes them if it can read them."""
        try:
            return _as_json(plain_data(self.schema.model_validate(dict(values))))
        except pydantic.ValidationError:
            return _as_json(values)


def _as_json(values: Mapping[str, Any]) -> Data:
    data: Data = json.loads(json.dumps(dict(values), cls=DjangoJSONEncoder))
    return data
