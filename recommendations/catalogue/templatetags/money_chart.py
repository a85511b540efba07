"""Who pays what, drawn: the only markup that is marked safe, because the room of the charts wrote every character of it."""

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from recommendations.catalogue.funding import MoneyView
from recommendations.charts.split import FILLS, Part, split_bar

register = template.Library()


@register.simple_tag
def money_bar(money: MoneyView) -> SafeString:
    """This function will return the highest price counted as one bar in parts; their amounts stand in the list beside it."""
    amounts = {
        "enterprise": (gettext("You"), money.enterprise),
        "provider": (gettext("Provider's discount"), money.provider),
        "support": (money.support_title, money.support),
    }
    parts = [Part(*amounts[part.kind], float(part.length), FILLS[part.kind]) for part in money.bar]
    words = "; ".join(gettext("%(title)s: %(amount)s") % {"title": each.title, "amount": each.amount} for each in parts)
    return mark_safe(split_bar(words, parts, with_names=False))
