"""Two clients side by side, before they become one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessment.accounts.access import ClientFile
from assessment.responses.models import Assessment
from recommendations.desk.clients.merging.refusals import CannotMerge, refuse_to_merge
from recommendations.plan.models import PlanItem
from recommendations.report.models import Report


@dataclass(frozen=True, slots=True)
class Side:
    """What one of the two has. `refusal` is why it cannot be the one that is kept, "" where it can."""

    file: ClientFile
    owner: str
    assessments: int
    submitted: int
    plan_items: int
    reports: int
    refusal: str


def sides(one: ClientFile, other: ClientFile) -> Sequence[Side]:
    """This function will return both, each with what it has and whether it can be kept."""
    return _side(one, other), _side(other, one)


def _side(file: ClientFile, other: ClientFile) -> Side:
    enterprise = file.enterprise
    found = Assessment.objects.filter(enterprise=enterprise)
    return Side(
        file=file,
        owner=_("claimed") if enterprise.owner_id else _("not claimed yet"),
        assessments=found.count(),
        submitted=found.filter(submitted_at__isnull=False).count(),
        plan_items=PlanItem.objects.filter(plan__enterprise=enterprise).count(),
        reports=Report.objects.filter(result__assessment__enterprise=enterprise).count(),
        refusal=_refusal(file, other),
    )


def _refusal(keep: ClientFile, other: ClientFile) -> str:
    try:
        refuse_to_merge(keep, other)
    except CannotMerge as trouble:
        return trouble.reason
    return ""
