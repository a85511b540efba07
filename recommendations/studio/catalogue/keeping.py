"""Saving one thing of the catalogue: checked as a file is, never over what somebody else has written meanwhile."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from pydantic import ValidationError

from assessment.accounts.models import User
from assessment.bank.faults import DocumentError, Fault, key_path
from assessment.bank.schema_faults import schema_faults
from recommendations.catalogue.actions import known_keys
from recommendations.catalogue.check import check_catalogue
from recommendations.catalogue.document import CatalogueDocument
from recommendations.catalogue.scheme_check import check_schemes
from recommendations.studio.catalogue.part_form import Data
from recommendations.studio.catalogue.parts import Part


@dataclass(frozen=True, slots=True)
class Meanwhile:
    """`then` is what the form showed (None: nobody knows any more), `now` what the row says, `mine` what was typed."""

    then: Data | None
    now: Data
    mine: Data

    @property
    def merged(self) -> Data:
        """What was typed, and where nothing was typed what the others wrote; texts are told apart by language."""
        then = self.then
        if then is None:
            return self.mine
        return {name: _merged(then.get(name), self.now.get(name), value) for name, value in self.mine.items()}


def _merged(then: Any, now: Any, mine: Any) -> Any:
    if mine == then:
        return now
    if not all(_is_text(value) for value in (then, now, mine)):
        return mine
    words = {locale: _merged(then.get(locale), now.get(locale), mine.get(locale)) for locale in {**now, **mine}}
    return {locale: text for locale, text in words.items() if text}


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values()) and "fact" not in value


class Overtaken(Exception):
    """Somebody else has changed it since the form was shown."""

    def __init__(self, meanwhile: Meanwhile) -> None:
        self.meanwhile = meanwhile
        super().__init__("changed meanwhile")


class Gone(Exception):
    """Somebody else has removed it since the form was shown."""


@transaction.atomic
def change(*, part: Part, written: Data, then: Data | None, by: User) -> list[str]:
    """This function will save what the form of something that is there says, and return the fields that changed.

    Raises DocumentError with places below `part`, Overtaken and Gone; then nothing has changed.
    """
    before = part.stored(locked=True)
    if before is None:
        raise Gone
    document, mine = _checked(part, written)
    now = part.initial(before)
    if now != then:
        raise Overtaken(Meanwhile(then, now, mine))
    changed = [name for name, value in mine.items() if value != now.get(name)]
    if changed:
        part.store(document)
        part.record(is_new=False, fields=changed, by=by)
    return changed


@transaction.atomic
def add(*, part: Part, written: Data, by: User) -> None:
    """This function will add something new under the key that `part` has got. Raises DocumentError."""
    if part.stored(locked=True) is not None:
        raise DocumentError("", [Fault("key", _("%(key)s is used already.") % {"key": part.key})])
    document, mine = _checked(part, written)
    part.store(document)
    part.record(is_new=True, fields=[name for name, value in mine.items() if value], by=by)


def _checked(part: Part, written: Data) -> tuple[CatalogueDocument, Data]:
    own_data = {**written, "key": part.key.rpartition("/")[2]}
    data = part.document(own_data)
    try:
        document = CatalogueDocument.model_validate(data)
    except ValidationError as error:
        faults = schema_faults(CatalogueDocument, data, error, key_path)
        raise DocumentError("", [Fault(_below(part, each.place), each.message) for each in faults]) from error
    known = known_keys()
    known.learn(document)
    faults = [*check_catalogue(document, part.bank, known), *check_schemes(document, part.bank, known)]
    own = [each for each in faults if each.place.startswith(tuple(part.places()))]
    if own:
        raise DocumentError("", [Fault(_below(part, each.place), each.message) for each in own])
    return document, part.initial(part.flat(own_data))


def _below(part: Part, place: str) -> str:
    found = next((start for start in part.places() if place.startswith(start)), "")
    return place.removeprefix(found).strip(".")
