"""Until when something works, as people say it."""

from datetime import datetime, timedelta

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext

register = template.Library()


@register.filter
def last_day(ends_at: datetime | None) -> str:
    """This filter will return the last day on which something works that ends at a moment; midnight ends the day before."""
    if ends_at is None:
        return ""
    return date_format(timezone.localtime(ends_at - timedelta(microseconds=1)), gettext("j F Y"))
