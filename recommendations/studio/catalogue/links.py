"""Between categories and the actions of playbooks that name them."""

from dataclasses import dataclass

from django.utils.translation import get_language

from assessment.scoring.texts import FALLBACK_LOCALE, localise
from recommendations.playbook.models import Action


@dataclass(frozen=True, slots=True)
class NamingAction:
    bank_slug: str
    key: str
    title: str


def actions_naming(category_key: str) -> list[NamingAction]:
    """This function will return the actions in the working copies that name a category. One query.

    What stands in a list of keys is looked at here, for not every database can be asked for it.
    """
    rows = Action.objects.select_related("playbook").only("key", "title", "categories", "playbook__bank_slug")
    found = (row for row in rows.order_by("playbook", "position", "key") if category_key in row.categories)
    locale = get_language() or FALLBACK_LOCALE
    return [NamingAction(row.playbook.bank_slug, row.key, localise(row.title, locale) or row.key) for row in found]


def action_counts() -> dict[str, int]:
    """This function will return how many actions of the working copies name each category. One query."""
    counts: dict[str, int] = {}
    for keys in Action.objects.order_by("pk").values_list("categories", flat=True):
        for key in dict.fromkeys(keys):
            counts[key] = counts.get(key, 0) + 1
    return counts
