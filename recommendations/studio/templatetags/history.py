"""Who changed something, and when, as people say it; and addresses that keep what a page was asked for."""

from datetime import datetime
from urllib.parse import urlencode

from django import template
from django.http import QueryDict
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from recommendations.studio.access import Workshop
from recommendations.studio.history.lines import Line
from recommendations.studio.places import page_of

register = template.Library()


@register.simple_tag
def person(user: User | None) -> str:
    """This tag will return the name of a person, or that a command did it."""
    return _("the installation") if user is None else user.name or user.email


@register.simple_tag
def moment(at: datetime) -> str:
    """This tag will return the time of today, the day and the time of any other day."""
    local = timezone.localtime(at)
    if local.date() == timezone.localdate():
        return local.strftime("%H:%M")
    return date_format(local, "SHORT_DATETIME_FORMAT")


@register.simple_tag
def query_with(query: QueryDict, **changes: object) -> str:
    """This tag will return a query string with some of its values replaced; '' takes a value out."""
    kept = {name: query[name] for name in query if name not in changes}
    return urlencode(kept | {name: value for name, value in changes.items() if value != ""})


@register.simple_tag
def place_address(workshop: Workshop, line: Line) -> str:
    """This tag will return the address of the page that edits what a line is about."""
    return page_of(workshop.bank.slug, line.place, in_playbook=line.in_playbook)
