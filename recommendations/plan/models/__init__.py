"""Advice runs, frozen with their results; what consultants change about them; and the plan an enterprise makes."""

from recommendations.plan.models.advice_runs import AdviceRun
from recommendations.plan.models.overlays import OverlayChange, OverlayKind
from recommendations.plan.models.plans import ItemStatus, Plan, PlanItem

__all__ = ["AdviceRun", "ItemStatus", "OverlayChange", "OverlayKind", "Plan", "PlanItem"]
