"""Reads for the plan and for what is made of it."""

from django.db.models import F

from assessment.responses.models import Assessment
from recommendations.plan.models import Plan, PlanItem
from recommendations.plan.planning import OPEN


def plan_of(assessment: Assessment) -> Plan | None:
    """This function will return the plan of the assessment's enterprise, or None if there is none yet. One query."""
    return Plan.objects.filter(enterprise=assessment.enterprise_id).first()


def items_of(plan: Plan | None) -> list[PlanItem]:
    """This function will return the items of a plan with their offerings, first due first. One query."""
    if plan is None:
        return []
    items = plan.items.select_related("offering__provider", "offering__category", "offering__price_model")
    return list(items.order_by(F("due_on").asc(nulls_last=True), "pk"))


def planned_actions(assessment: Assessment) -> dict[str, str]:
    """This function will return the status of each action that is in the plan and is not taken up again. One query.

    Those are what was taken up in this round, and what is still open from an earlier one.
    """
    rows = (
        PlanItem.objects.filter(plan__enterprise=assessment.enterprise_id)
        .exclude(action_key="")
        .order_by("pk")
        .values_list("action_key", "status", "advice_run__result__assessment")
    )
    return {key: status for key, status, round_id in rows if round_id == assessment.pk or status in OPEN}
