"""Who changed something, and when, as people say it."""

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from assessment.accounts.models import User

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
    return date_format(local, "SHORT_DATE_FORMAT") + local.strftime(" %H:%M")
