"""A funding scheme in words, for page and report alike. No sentence here says that anybody gets anything."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext, pgettext

from assessment.scoring.figures import shown_number
from assessment.scoring.texts import localise
from recommendations.catalogue.models import FundingScheme
from recommendations.catalogue.scheme_days import SchemeState, is_ending_soon, is_verified_lately, state_of
from recommendations.catalogue.wording import CENTS, amount_text

ALL = 100


def percent_text(percent: Decimal | Fraction) -> str:
    """This function will return a percentage with at most two decimals, such as "33.5 %", in Chinese "33.5%"."""
    return pgettext("percentage", "%(number)s %%") % {"number": shown_number(percent, CENTS)}


def terms_of_scheme(scheme: FundingScheme, locale: str) -> str:
    """This function will return rate and cap in the active language, and that an empty one was not published."""
    cap = "" if scheme.cap is None else amount_text(scheme.cap, scheme.cap, locale, scheme.currency)
    if scheme.rate_percent is None:
        said = {"cap": cap}
        return (
            gettext("At most %(cap)s; the share was not published") % said if cap else gettext("Amount not published")
        )
    said = {"rate": percent_text(scheme.rate_percent), "cap": cap}
    if cap:
        return gettext("%(rate)s of the costs that count, at most %(cap)s") % said
    return gettext("%(rate)s of the costs that count; no cap was published") % said


def terms_here(scheme: FundingScheme, locale: str) -> str:
    """This function will return rate and cap, and where alone they hold, in the active language."""
    terms, place = terms_of_scheme(scheme, locale), localise(scheme.place, locale)
    return gettext("If you are in %(place)s: %(terms)s") % {"place": place, "terms": terms} if place else terms


def uncounted_text(scheme: FundingScheme, locale: str) -> str:
    """This function will return why nothing of a scheme that carries prices is counted, in the active language."""
    place = localise(scheme.place, locale)
    if place:
        return gettext("Not counted above: only for enterprises in %(place)s.") % {"place": place}
    if scheme.rate_percent is None:
        return gettext("Not counted above: the share it carries was not published.")
    return gettext("Not counted above.")


def counted_text(scheme: FundingScheme, locale: str) -> str:
    """This function will return which costs count, in the active language, "" where nothing was said."""
    words = localise(scheme.eligible_costs, locale)
    if scheme.eligible_percent == ALL:
        return words
    part = gettext("%(share)s of the price") % {"share": percent_text(scheme.eligible_percent)}
    return gettext("%(part)s: %(words)s") % {"part": part, "words": words} if words else part


def combining_text(scheme: FundingScheme, locale: str) -> str:
    """This function will return whether a scheme may be combined with others, in the active language."""
    if not scheme.stacks:
        said = gettext("Counted alone, without other schemes")
    elif scheme.stacked_percent is None:
        said = gettext("With other schemes")
    else:
        share = percent_text(scheme.stacked_percent)
        said = gettext(
            "With other schemes; where this scheme is among them, all together carry at most %(share)s of the price"
        ) % {"share": share}
    words = localise(scheme.stacking_terms, locale)
    return gettext("%(part)s: %(words)s") % {"part": said, "words": words} if words else said


def checks_of(scheme: FundingScheme, locale: str) -> tuple[str, ...]:
    return tuple(localise(check, locale) for check in scheme.checks)


def qualify_text(checks: Iterable[str]) -> str:
    """This function will return the best that can be said to an enterprise, with what only the office can confirm."""
    listed = gettext("; ").join(checks)
    return gettext("May qualify: check that %(checks)s.") % {"checks": listed} if listed else gettext("May qualify.")


@dataclass(frozen=True, slots=True)
class Flag:
    """`warns` where a reader would lose time or money without it."""

    text: str
    warns: bool


def flags_of(scheme: FundingScheme, on: date) -> tuple[Flag, ...]:
    """This function will return what a day means for a scheme, in the active language."""
    flags = [flag for flag in (_state_flag(scheme, on),) if flag]
    if state_of(scheme, on) is not SchemeState.ENDED and not is_verified_lately(scheme, on):
        flags.append(Flag(_unverified(scheme), warns=True))
    return tuple(flags)


def _state_flag(scheme: FundingScheme, on: date) -> Flag | None:
    state = state_of(scheme, on)
    if state is SchemeState.ENDED and scheme.valid_until is not None:
        return Flag(gettext("Ended on %(day)s") % {"day": date_format(scheme.valid_until)}, warns=True)
    if state is SchemeState.PAUSED:
        return Flag(gettext("Suspended: not available now"), warns=True)
    if state is SchemeState.LATER:
        return Flag(gettext("Opens on %(day)s") % {"day": date_format(scheme.valid_from)}, warns=False)
    if scheme.valid_until is not None and is_ending_soon(scheme, on):
        return Flag(_ending(scheme.valid_until, (scheme.valid_until - on).days), warns=True)
    return None


def _ending(day: date, left: int) -> str:
    if left == 0:
        return gettext("Ends today")
    said = {"day": date_format(day), "count": left}
    return ngettext("Ends on %(day)s: %(count)d day left", "Ends on %(day)s: %(count)d days left", left) % said


def _unverified(scheme: FundingScheme) -> str:
    if scheme.verified_on is None:
        return gettext("Not verified: check whether it still runs")
    return gettext("Last verified on %(day)s: check whether it still runs") % {"day": date_format(scheme.verified_on)}
