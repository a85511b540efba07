"""Deleting plans, and the advice on results with what consultants changed about it."""

from collections.abc import Sequence

from django.db.models import QuerySet

from assessment.responses.models import Assessment
from recommendations.plan.models import AdviceRun, OverlayChange, Plan, PlanItem


def forget_plans(enterprise_ids: Sequence[int]) -> None:
    """This function will delete the plans of enterprises with all that stands in them."""
    PlanItem.objects.filter(plan__enterprise__in=enterprise_ids).delete()
    Plan.objects.filter(enterprise__in=enterprise_ids).delete()


def forget_assessments(assessments: QuerySet[Assessment]) -> None:
    """This function will delete the advice on their results, and its overlay. No plan may use it. Within `erasing`."""
    OverlayChange.objects.filter(advice_run__result__assessment__in=assessments).delete()
    AdviceRun.objects.filter(result__assessment__in=assessments).delete()
