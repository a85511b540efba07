"""The button that takes an action into the plan, or the word that it is there."""

from typing import Any

from django import template
from django.template import Context

from recommendations.plan.models import ItemStatus

register = template.Library()


@register.simple_tag(takes_context=True)
def planned_word(context: Context, action_key: str) -> str:
    """This function will return how an action stands in the plan, "" where it is not in it. The page gives `planned`."""
    status = context["planned"].get(action_key)
    return "" if status is None else str(ItemStatus(status).label)


@register.inclusion_tag("plan/take_up.html", takes_context=True)
def take_up(context: Context, action_key: str) -> dict[str, Any]:
    """This function will show the button for one action. The page gives `assessment` and `planned` (see plan_queries)."""
    status = context["planned"].get(action_key)
    return {
        "assessment": context["assessment"],
        "csrf_token": context.get("csrf_token"),
        "action_key": action_key,
        "status": "" if status is None else ItemStatus(status).label,
    }
