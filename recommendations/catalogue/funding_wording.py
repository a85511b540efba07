"""The assumptions of a split as sentences."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from assessment.scoring.figures import rounded
from assessment.scoring.texts import localise
from recommendations.catalogue.models import FundingScheme
from recommendations.catalogue.scheme_wording import percent_text, terms_of_scheme
from recommendations.catalogue.wording import amount_text
from recommendations.rules.money_assumptions import Assumed, Assumption


class Line(Protocol):
    @property
    def title(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def left_out(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Names:
    """What the keys of a split stand for."""

    lines: Mapping[str, Line]
    schemes: Mapping[str, FundingScheme]


def assumption_texts(assumptions: Iterable[Assumption], names: Names, locale: str) -> tuple[str, ...]:
    """This function will return each assumption as a sentence in the active language, in order."""
    sentences = [_TEXTS[one.kind](one, names, locale) for one in assumptions]
    per_unit = [
        gettext("“%(item)s”: the price is %(unit)s; it is counted once.") % {"item": line.title, "unit": line.unit}
        for line in names.lines.values()
        if line.unit
    ]
    return (*sentences, *per_unit, *_left_out(names), gettext("Amounts are rounded to the yuan."))


def _left_out(names: Names) -> list[str]:
    said = gettext(
        "“%(item)s”: the chosen service costs %(price)s. That is not the price of the whole, so the budget or the cost "
        "band is counted instead."
    )
    return [said % {"item": line.title, "price": line.left_out} for line in names.lines.values() if line.left_out]


def _estimated(one: Assumption, names: Names, locale: str) -> str:
    return ngettext(
        "%(count)d price is an estimate: the cost band of the action, not a quotation.",
        "%(count)d prices are estimates: the cost bands of the actions, not quotations.",
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


def _scheme(one: Assumption, names: Names, locale: str) -> str:
    scheme = names.schemes[one.about]
    said = {
        "scheme": _title(one, names, locale),
        "terms": terms_of_scheme(scheme, locale),
        "source": _source(one, names, locale),
    }
    return gettext("%(scheme)s: %(terms)s (%(source)s).") % said


def _rate_unknown(one: Assumption, names: Names, locale: str) -> str:
    said = {"scheme": _title(one, names, locale), "cap": _cap(one, locale), "source": _source(one, names, locale)}
    return (
        gettext("%(scheme)s is not counted: only its cap of %(cap)s was published, not the share (%(source)s).") % said
    )


def _place_unknown(one: Assumption, names: Names, locale: str) -> str:
    place = localise(names.schemes[one.about].place, locale)
    said = gettext("%(scheme)s is not counted: it is for %(place)s only, and nobody asked whether you are there.")
    return said % {"scheme": _title(one, names, locale), "place": place}


def _not_confirmed(one: Assumption, names: Names, locale: str) -> str:
    said = gettext("%(scheme)s: nobody has confirmed that you qualify, so it may also pay nothing.")
    return said % {"scheme": _title(one, names, locale)}


def _cap_shared(one: Assumption, names: Names, locale: str) -> str:
    said = {"scheme": _title(one, names, locale), "cap": _cap(one, locale), "count": one.count}
    return gettext("%(scheme)s: its cap of %(cap)s counts once and is shared by %(count)d items.") % said


def _alone(one: Assumption, names: Names, locale: str) -> str:
    said = gettext("%(scheme)s is counted alone: that it may be combined with other schemes is not known.")
    return said % {"scheme": _title(one, names, locale)}


def _together(one: Assumption, names: Names, locale: str) -> str:
    said = gettext(
        "%(scheme)s: where it is used, all schemes together carry at most %(share)s of what is left of each price."
    )
    return said % {"scheme": _title(one, names, locale), "share": percent_text((one.share or Fraction(0)) * 100)}


def _not_counted(one: Assumption, names: Names, locale: str) -> str:
    said = gettext("%(scheme)s is not counted: with it, less would be carried than with the schemes that are.")
    return said % {"scheme": _title(one, names, locale)}


def _amount_unknown(one: Assumption, names: Names, locale: str) -> str:
    said = gettext("%(scheme)s is not counted: no amount in yuan was published (%(source)s).")
    return said % {"scheme": _title(one, names, locale), "source": _source(one, names, locale)}


def _beside(one: Assumption, names: Names, locale: str) -> str:
    said = gettext("%(scheme)s makes paying easier but carries no part of the price.")
    return said % {"scheme": _title(one, names, locale)}


def _tax(one: Assumption, names: Names, locale: str) -> str:
    return gettext("Value-added tax is not considered, neither in prices nor in support.")


def _title(one: Assumption, names: Names, locale: str) -> str:
    return localise(names.schemes[one.about].title, locale)


def _cap(one: Assumption, locale: str) -> str:
    cap = rounded(one.cap or Fraction(0), 0)
    return amount_text(cap, cap, locale)


def _source(one: Assumption, names: Names, locale: str) -> str:
    """The first source, and the day the record was verified."""
    scheme = names.schemes[one.about]
    text = localise(scheme.sources[0]["text"], locale)
    if scheme.verified_on is None:
        return gettext("%(source)s, not verified") % {"source": text}
    return gettext("%(source)s, verified %(day)s") % {"source": text, "day": date_format(scheme.verified_on)}


_TEXTS: Mapping[Assumed, Callable[[Assumption, Names, str], str]] = {
    Assumed.PRICE_ESTIMATED: _estimated,
    Assumed.PRICE_PUBLISHED: _published,
    Assumed.PRICE_OPEN_UPWARDS: _open_upwards,
    Assumed.PRICE_UNKNOWN: _unknown,
    Assumed.DISCOUNT_PUBLISHED: _discount,
    Assumed.AFTER_DISCOUNT: _after_discount,
    Assumed.SCHEME_PUBLISHED: _scheme,
    Assumed.RATE_UNKNOWN: _rate_unknown,
    Assumed.PLACE_UNKNOWN: _place_unknown,
    Assumed.NOT_CONFIRMED: _not_confirmed,
    Assumed.CAP_SHARED: _cap_shared,
    Assumed.STANDS_ALONE: _alone,
    Assumed.TOGETHER_AT_MOST: _together,
    Assumed.NOT_COUNTED: _not_counted,
    Assumed.AMOUNT_UNKNOWN: _amount_unknown,
    Assumed.BESIDE_THE_PRICE: _beside,
    Assumed.TAX_LEFT_OUT: _tax,
}
