"""Categories of the catalogue that a workbook names: what it would add or alter, and what actions may refer to."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from assessment.accounts.models import PlatformRole, User
from assessment.accounts.roles import roles_of
from assessment.audit.actions import record_event
from assessment.bank.editing.flat import Data
from assessment.bank.faults import DocumentError, Fault, shown
from assessment.bank.xlsx.lines import Line
from assessment.scoring.texts import KEY_PATTERN, Text
from recommendations.catalogue.models import Category, Offering
from recommendations.catalogue.offering_rows import renew_search_texts
from recommendations.playbook.documents import Placed
from recommendations.rules.document import PlaybookDocument

FIELDS = ("title", "description")


class Event(StrEnum):
    CATEGORIES_IMPORTED = "catalogue.categories_imported"


@dataclass(frozen=True, slots=True)
class CategoryChange:
    """What a line of the sheet would make of a category; `before` None = it is new. Texts that it leaves out stay."""

    key: str
    before: dict[str, Text] | None
    after: dict[str, Text]
    spot: str

    @property
    def tick(self) -> str:
        return f"category:{self.key}"


def category_lines(bank_slug: str) -> list[Data]:
    """This function will return the categories of a bank as lines of the sheet. One query."""
    rows = Category.objects.filter(bank_slug=bank_slug).order_by("position", "key")
    return [
        {"key": row.key, "title": row.title, **({"description": row.description} if row.description else {})}
        for row in rows
    ]


def may_keep_categories(person: User) -> bool:
    return PlatformRole.CATALOGUE in roles_of(person)


def category_changes(lines: Iterable[Line], name: str) -> list[CategoryChange]:
    """This function will return what lines of the sheet would add or alter. One query. Raises DocumentError."""
    stored = {row.key: {field: getattr(row, field) for field in FIELDS} for row in Category.objects.order_by("pk")}
    changes, faults = [], []
    for line in lines:
        key = line.data["key"]
        before = stored.get(key)
        after = {field: {**(before or {}).get(field, {}), **line.data.get(field, {})} for field in FIELDS}
        if before is None and not re.fullmatch(KEY_PATTERN, key):
            faults.append(Fault(line.places.get(("key",), line.place), _("%(key)s is no key") % {"key": shown(key)}))
        elif not after["title"]:
            faults.append(Fault(line.places.get(("title",), line.place), _("is missing")))
        elif after != before:
            changes.append(CategoryChange(key, before, after, line.places.get(("key",), line.place)))
    if faults:
        raise DocumentError(name, faults)
    return changes


def refuse_unknown_categories(playbook: Placed[PlaybookDocument], more: Collection[str], name: str) -> None:
    """This function will raise DocumentError naming each category of an action that is neither stored nor in `more`.

    A catalogue that has none yet knows nothing to compare with. One query.
    """
    stored = set(Category.objects.order_by("pk").values_list("key", flat=True))
    faults = list(_unknown(playbook, stored | set(more))) if stored else []
    if faults:
        raise DocumentError(name, faults)


def _unknown(playbook: Placed[PlaybookDocument], known: Collection[str]) -> Iterator[Fault]:
    for action in playbook.document.actions:
        for key in action.categories:
            if key not in known:
                message = _("the catalogue has no category %(key)s; have it added there, or take it out here")
                place = f"actions.{action.key}.categories"
                spot = playbook.places(place)
                yield Fault(f"{spot} {place}" if ":" in spot or not spot else spot, message % {"key": shown(key)})


@transaction.atomic
def take_categories(*, changes: Iterable[CategoryChange], bank_slug: str, by: User) -> int:
    """This function will add and alter categories and return how many. Nothing is ever removed."""
    changes = list(changes)
    last = Category.objects.aggregate(last=Max("position"))["last"]
    for number, change in enumerate(changes, start=1 + (last if last is not None else -1)):
        start = {"bank_slug": bank_slug, "position": number}
        Category.objects.update_or_create(
            key=change.key, defaults=change.after, create_defaults={**start, **change.after}
        )
    if changes:
        renew_search_texts(Offering.objects.all())
        details = {"keys": [change.key for change in changes][:20], "count": len(changes)}
        record_event(
            event=Event.CATEGORIES_IMPORTED, object_type="catalogue", object_id=bank_slug, actor=by, details=details
        )
    return len(changes)
