"""What the bar that takes changes back needs, asked for only where it is shown."""

from urllib.parse import urlencode

from django import template
from django.http import QueryDict

from recommendations.studio.access import Workshop
from recommendations.studio.history.undo_bar import Bar, bar_of

register = template.Library()


@register.simple_tag
def undo_bar(workshop: Workshop) -> Bar:
    """This tag will return what the person may undo and do again; nothing for those who only read."""
    return bar_of(workshop) if workshop.may_edit else Bar(None, None)


@register.simple_tag
def query_with(query: QueryDict, **changes: object) -> str:
    """This tag will return a query string with some of its values replaced; '' takes a value out."""
    kept = {name: query[name] for name in query if name not in changes}
    return urlencode(kept | {name: value for name, value in changes.items() if value != ""})
