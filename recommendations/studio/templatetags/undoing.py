"""What the bar that takes changes back needs, asked for only where it is shown."""

from django import template

from recommendations.studio.access import Workshop
from recommendations.studio.history.undo_bar import Bar, bar_of

register = template.Library()


@register.simple_tag
def undo_bar(workshop: Workshop) -> Bar:
    """This tag will return what the person may undo and do again; nothing for those who only read."""
    return bar_of(workshop) if workshop.may_edit else Bar(None, None)
