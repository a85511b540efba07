"""What the record notes of an event, in words instead of keys and hashes."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy

from assessment.audit.models import AuditEvent
from assessment.bank.editing.crafts import BANK, Craft
from assessment.bank.models import Bank
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.models import Playbook
from recommendations.studio.forms import language_name
from recommendations.studio.history.part_words import Names
from recommendations.studio.history.schema import find
from recommendations.studio.history.value_words import field_words

CRAFTS: dict[str, Craft[Any, Any]] = {craft.word: craft for craft in (BANK, PLAYBOOK)}
HASH = re.compile(r"\b[0-9a-f]{64}\b")
LENGTH_OF_HASH = 12
OBJECTS: dict[str, str | Promise] = {
    "advice_run": pgettext_lazy("record", "advice"),
    "assessment": pgettext_lazy("record", "assessment"),
    "bank": pgettext_lazy("record", "question bank"),
    "bank.release": pgettext_lazy("record", "release of the bank"),
    "catalogue": pgettext_lazy("record", "catalogue"),
    "catalogue.category": pgettext_lazy("record", "category"),
    "catalogue.contact_request": pgettext_lazy("record", "request to a provider"),
    "catalogue.offering": pgettext_lazy("record", "offering"),
    "catalogue.provider": pgettext_lazy("record", "provider"),
    "catalogue.scheme": pgettext_lazy("record", "funding scheme"),
    "catalogue.term": pgettext_lazy("record", "word of the catalogue"),
    "config.shipped_file": pgettext_lazy("record", "file of the product"),
    "person": pgettext_lazy("record", "person"),
    "plan": pgettext_lazy("record", "plan"),
    "plan.item": pgettext_lazy("record", "plan item"),
    "playbook": pgettext_lazy("record", "playbook"),
    "playbook.release": pgettext_lazy("record", "release of the playbook"),
    "report": pgettext_lazy("record", "report"),
    "invitation": pgettext_lazy("record", "invitation"),
    "workspace": pgettext_lazy("record", "workspace"),
}


@dataclass(frozen=True, slots=True)
class Edited:
    """The changed parts of a working copy by name, how many more there are, and where the change is told in full."""

    parts: Sequence[str]
    more: int
    address: str


class Copies:
    """The working copies that the events of one page are about: two queries, and one compiling for each copy."""

    def __init__(self, events: Iterable[AuditEvent]) -> None:
        wanted = {(event.object_type, event.object_id) for event in events if _is_edit(event)}
        slugs = {word: {slug for kind, slug in wanted if kind == word} for word in CRAFTS}
        banks = Bank.objects.filter(slug__in=slugs[BANK.word]).order_by("slug")
        playbooks = Playbook.objects.filter(slug__in=slugs[PLAYBOOK.word]).order_by("slug")
        self._rows: dict[tuple[str, str], Any] = {(BANK.word, row.slug): row for row in banks}
        self._rows |= {(PLAYBOOK.word, row.slug): row for row in playbooks}
        locale = get_language() or ""
        self._names = {key: Names([CRAFTS[key[0]].data(row)], locale) for key, row in self._rows.items()}

    def edited(self, event: AuditEvent) -> Edited | None:
        """This function will return what an event changed in a working copy; None if it is about something else."""
        row = self._rows.get((event.object_type, event.object_id))
        if row is None or not _is_edit(event):
            return None
        craft, names = CRAFTS[event.object_type], self._names[event.object_type, event.object_id]
        places = event.details.get("places", [])
        parts = list(dict.fromkeys(_part(craft, names, tuple(place.split("."))) for place in places))
        bank_slug = row.slug if craft is BANK else row.bank_slug
        address = reverse("studio:history", kwargs={"bank_slug": bank_slug})
        anchor = f"{craft.word}-{event.details.get('revision')}"
        return Edited(parts, max(0, event.details.get("count", 0) - len(places)), f"{address}?at={anchor}#{anchor}")


def object_words(event: AuditEvent) -> str:
    """This function will return what sort of thing an event is about, or its code."""
    return str(OBJECTS.get(event.object_type, event.object_type))


def details_of(details: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """This function will return what was noted as pairs of names and texts, hashes cut short."""
    return tuple(
        (name, HASH.sub(lambda found: found[0][:LENGTH_OF_HASH], _said(each))) for name, each in details.items()
    )


def _is_edit(event: AuditEvent) -> bool:
    return event.event.startswith("copy.") and event.object_type in CRAFTS


def _part(craft: Craft[Any, Any], names: Names, place: tuple[str, ...]) -> str:
    found = find(craft.schema, place)
    subject = names.subject(found)
    if not found.field:
        return subject
    said = f"{subject}: {field_words(found.part.model, found.field)}"
    return f"{said}, {language_name(found.rest[-1])}" if len(found.rest) == 1 else said


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(_said(each) for each in value)
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
