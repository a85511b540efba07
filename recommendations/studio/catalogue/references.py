"""What refers to a thing of the catalogue: as long as something does, it stays."""

import json
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from recommendations.catalogue.models import Category, ContactRequest, FundingScheme, Offering, Provider, Term
from recommendations.plan.models import PlanItem
from recommendations.playbook.models import PlaybookRelease
from recommendations.studio.catalogue.links import actions_naming


@dataclass(frozen=True, slots=True)
class Use:
    """`count` of what is called `label`."""

    label: str
    count: int


def _used(*uses: tuple[str, int]) -> list[Use]:
    return [Use(label, count) for label, count in uses if count]


def offering_uses(row: Offering) -> list[Use]:
    """This function will return what keeps an offering: requests about it, plans that chose it."""
    return _used(
        (_("requests to its provider"), ContactRequest.objects.filter(offering=row).count()),
        (_("plans that chose it"), PlanItem.objects.filter(offering=row).count()),
    )


def provider_uses(row: Provider) -> list[Use]:
    return _used((_("offerings"), Offering.objects.filter(provider=row).count()))


def scheme_uses(row: FundingScheme) -> list[Use]:
    """Nothing holds on to a scheme: results and reports keep what they counted."""
    return []


def category_uses(row: Category) -> list[Use]:
    """Releases count too: what they advised is shown with its categories."""
    released = PlaybookRelease.objects.order_by("pk").values_list("document", flat=True)
    naming = sum(
        any(row.key in action.get("categories", []) for action in json.loads(each)["actions"]) for each in released
    )
    return _used(
        (_("offerings"), Offering.objects.filter(category=row).count()),
        (_("funding schemes"), FundingScheme.objects.filter(categories=row).count()),
        (_("actions of playbooks"), len(actions_naming(row.key))),
        (_("releases of playbooks"), naming),
    )


def term_uses(row: Term) -> list[Use]:
    named = Offering.objects.filter(Q(price_model=row) | Q(deployment=row)).count()
    kinds = Offering.objects.filter(kind=row.key).count() if row.vocabulary == "kind" else 0
    return _used(
        (_("offerings"), named + kinds),
        (_("providers"), Provider.objects.filter(kind=row).count()),
        (_("categories"), Category.objects.filter(usual=row).count()),
    )
