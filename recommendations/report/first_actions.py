"""What to begin with: the first actions that the plan has neither as done nor as decided against."""

from recommendations.report.content.action_schema import ActionCard
from recommendations.report.content.schema import ReportContent

FIRST = 3


def first_actions(content: ReportContent) -> tuple[ActionCard, ...]:
    """This function will return the actions to begin with, at most three, in their order."""
    return tuple(action for action in content.actions if not action.is_settled)[:FIRST]
