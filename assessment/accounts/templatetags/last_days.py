"""Until when something works, as people say it."""

from datetime import datetime

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext

from assessment.accounts.days import last_day_until

register = template.Library()


@register.filter
def last_day(ends_at: datetime | None) -> str:
    """This filter will return the last day on which something works that ends at a moment; midnight ends the day before."""
    if ends_at is None:
        return ""
    return date_format(last_day_until(ends_at), gettext("j F Y"))
