"""The only doors to plans and what stands in them: an assessment of the enterprise, or the key in a letter."""

from uuid import UUID

from django.http import Http404

from assessment.responses.models import Assessment
from assessment.responses.tokens import hash_token
from recommendations.plan.models import Plan, PlanItem
from recommendations.plan.reminders import is_waiting


def item_for(assessment: Assessment, public_id: UUID) -> PlanItem:
    """This function will return an item of the plan of this assessment's enterprise; any other does not exist (404)."""
    items = PlanItem.objects.filter(plan__enterprise=assessment.enterprise_id, public_id=public_id)
    item = items.select_related("plan", "offering__provider", "offering__price_model").first()
    if item is None:
        raise Http404
    return item


def plan_for_key(token: str) -> Plan:
    """This function will return the plan whose reminders this key opens: waiting to be confirmed, running or stopped.

    A key that was replaced, or not confirmed in time, is like any wrong one (404).
    """
    plan = Plan.objects.filter(reminder_token_hash=hash_token(token)).first()
    if plan is None:
        raise Http404
    if plan.reminder_email and plan.reminder_confirmed_at is None and not is_waiting(plan):
        raise Http404
    return plan
