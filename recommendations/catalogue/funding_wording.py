"""The assumptions of a split as sentences."""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from assessment.scoring.figures import rounded
from assessment.scoring.texts import localise
from recommendations.catalogue.funding_names import Names
from recommendations.catalogue.funding_price_wording import PRICE_TEXTS
from recommendations.catalogue.scheme_wording import percent_text, terms_of_scheme
from recommendations.catalogue.wording import amount_text
from recommendations.rules.money_assumptions import Assumed, Assumption


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


def _counted_until(one: Assumption, names: Names, locale: str) -> str:
    said = gettext("%(scheme)s ends on %(day)s: it is counted only for what begins by then.")
    return said % {"scheme": _title(one, names, locale), "day": _last_day(one, names)}


def _ends_before(one: Assumption, names: Names, locale: str) -> str:
    said = ngettext(
        "%(scheme)s ends on %(day)s: it is not counted for %(count)d item that begins later.",
        "%(scheme)s ends on %(day)s: it is not counted for %(count)d items that begin later.",
        one.count or 0,
    )
    return said % {"scheme": _title(one, names, locale), "day": _last_day(one, names), "count": one.count}


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


def _title(one: Assumption, names: Names, locale: str) -> str:
    return localise(names.schemes[one.about].title, locale)


def _last_day(one: Assumption, names: Names) -> str:
    last = names.schemes[one.about].valid_until
    return "" if last is None else date_format(last)


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
    **PRICE_TEXTS,
    Assumed.SCHEME_PUBLISHED: _scheme,
    Assumed.RATE_UNKNOWN: _rate_unknown,
    Assumed.PLACE_UNKNOWN: _place_unknown,
    Assumed.NOT_CONFIRMED: _not_confirmed,
    Assumed.COUNTED_UNTIL: _counted_until,
    Assumed.ENDS_BEFORE: _ends_before,
    Assumed.CAP_SHARED: _cap_shared,
    Assumed.STANDS_ALONE: _alone,
    Assumed.TOGETHER_AT_MOST: _together,
    Assumed.NOT_COUNTED: _not_counted,
    Assumed.AMOUNT_UNKNOWN: _amount_unknown,
    Assumed.BESIDE_THE_PRICE: _beside,
}
