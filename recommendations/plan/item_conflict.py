"""Two versions of one item, side by side, in words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext

from recommendations.plan.item_rows import day, money
from recommendations.plan.items import content_of
from recommendations.plan.models import ItemStatus, PlanItem
from recommendations.plan.plan_forms import ItemForm


@dataclass(frozen=True, slots=True)
class Difference:
    label: str
    theirs: str
    mine: str


def differences(current: PlanItem, form: ItemForm, locale: str) -> list[Difference]:
    """This function will return where a valid form and what stands differ, in the order of the form."""
    theirs, mine = content_of(current), form.content()
    words = _words(form, locale)
    return [
        Difference(str(form.fields[name].label), say(getattr(theirs, field)), say(getattr(mine, field)))
        for name, field, say in words
        if name in form.fields and getattr(theirs, field) != getattr(mine, field)
    ]


def _words(form: ItemForm, locale: str) -> list[tuple[str, str, Callable[[Any], str]]]:
    offers = {offer.offering_id: offer.label for offer in form.offers.values()}

    def text(value: Any) -> str:
        return str(value) if value else gettext("nothing")

    def amount(value: int | None) -> str:
        return text(money(value, locale))

    return [
        ("title", "title", text),
        ("status", "status", lambda value: str(ItemStatus(value).label)),
        ("declined_because", "declined_because", text),
        ("responsible", "responsible", text),
        ("due_on", "due_on", lambda value: text(day(value))),
        ("offering", "offering_id", lambda value: text(offers.get(value, ""))),
        ("budget", "budget", amount),
        ("spent", "spent", amount),
        ("note", "note", text),
    ]
