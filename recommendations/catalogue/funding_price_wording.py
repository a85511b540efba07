"""What is assumed about prices, as sentences."""

from collections.abc import Callable, Mapping
from fractions import Fraction

from django.utils.translation import gettext, ngettext

from recommendations.catalogue.funding_names import Names
from recommendations.catalogue.scheme_wording import percent_text
from recommendations.rules.money_assumptions import Assumed, Assumption


def _estimated(one: Assumption, names: Names, locale: str) -> str:
    return ngettext(
        "%(count)d price is an estimate: the cost band of the action, not a quotation.",
        "%(count)d prices are estimates: the cost bands of the actions, not quotations.",
        one.count or 0,
    ) % {"count": one.count}


def _own(one: Assumption, names: Names, locale: str) -> str:
    return ngettext("%(count)d price is your own budget.", "%(count)d prices are your own budgets.", one.count or 0) % {
        "count": one.count
    }


def _own_time(one: Assumption, names: Names, locale: str) -> str:
    return ngettext(
        "%(count)d item takes your own time only and has no line here.",
        "%(count)d items take your own time only and have no line here.",
        one.count or 0,
    ) % {"count": one.count}


def _published(one: Assumption, names: Names, locale: str) -> str:
    return ngettext(
        "%(count)d price is as its provider publishes it; ask for a quotation.",
        "%(count)d prices are as their providers publish them; ask for quotations.",
        one.count or 0,
    ) % {"count": one.count}


def _open_upwards(one: Assumption, names: Names, locale: str) -> str:
    said = gettext("“%(item)s” has no upper price: everything is calculated from its lowest price and may be more.")
    return said % {"item": names.lines[one.about].title}


def _unknown(one: Assumption, names: Names, locale: str) -> str:
    return gettext("“%(item)s” has no known price and is not counted.") % {"item": names.lines[one.about].title}


def _discount(one: Assumption, names: Names, locale: str) -> str:
    said = {"item": names.lines[one.about].title, "share": percent_text((one.share or Fraction(0)) * 100)}
    return gettext("“%(item)s”: the provider publishes a discount of %(share)s; its terms must hold for you.") % said


def _after_discount(one: Assumption, names: Names, locale: str) -> str:
    return gettext("Schemes are counted on what is left after the discount.")


def _tax(one: Assumption, names: Names, locale: str) -> str:
    return gettext("Value-added tax is not considered, neither in prices nor in support.")


PRICE_TEXTS: Mapping[Assumed, Callable[[Assumption, Names, str], str]] = {
    Assumed.PRICE_ESTIMATED: _estimated,
    Assumed.PRICE_OWN: _own,
    Assumed.PRICE_PUBLISHED: _published,
    Assumed.PRICE_OPEN_UPWARDS: _open_upwards,
    Assumed.PRICE_UNKNOWN: _unknown,
    Assumed.OWN_TIME_ONLY: _own_time,
    Assumed.DISCOUNT_PUBLISHED: _discount,
    Assumed.AFTER_DISCOUNT: _after_discount,
    Assumed.TAX_LEFT_OUT: _tax,
}
