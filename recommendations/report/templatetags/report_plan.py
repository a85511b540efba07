"""What the plan of the enterprise says, where a report shows actions."""

from django import template

from recommendations.report import first_actions
from recommendations.report.content.action_schema import ActionCard
from recommendations.report.content.schema import ReportContent

register = template.Library()


@register.filter
def to_begin_with(content: ReportContent) -> tuple[ActionCard, ...]:
    """This function will return the first actions that are still to do."""
    return first_actions.first_actions(content)
