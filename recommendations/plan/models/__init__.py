"""Advice runs, frozen with their results; and the plan that an enterprise makes of them."""

from recommendations.plan.models.advice_runs import AdviceRun
from recommendations.plan.models.plans import ItemStatus, Plan, PlanItem

__all__ = ["AdviceRun", "ItemStatus", "Plan", "PlanItem"]
