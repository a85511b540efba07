"""How old what is written about an offering is, and whether it is still on offer, in words."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

from recommendations.catalogue.models import Offering

ENDING_DAYS = 60
DAYS_IN_WORDS, WEEKS_IN_WORDS, MONTHS_IN_WORDS = 14, 61, 24


def verified_since(on: date) -> date:
    """This function will return the first day of the twelve months before `on`: verified earlier is stale."""
    try:
        return on.replace(year=on.year - 1)
    except ValueError:
        return on.replace(year=on.year - 1, day=28)


def is_stale(offering: Offering, on: date) -> bool:
    """This function will return whether nobody has verified the offering within twelve months."""
    return offering.verified_on is None or offering.verified_on < verified_since(on)


def is_on_offer(offering: Offering, on: date) -> bool:
    """This function will return what `OfferingQuerySet.on_offer` asks the database, of one row."""
    has_ended = offering.valid_until is not None and offering.valid_until < on
    return not offering.suspended and not has_ended and offering.valid_from <= on


def off_text(offering: Offering, on: date) -> str:
    """This function will return why an offering is not on offer, "" if it is."""
    if is_on_offer(offering, on):
        return ""
    if offering.suspended:
        return gettext("This is no longer on offer: it has been taken off the list.")
    if offering.valid_until is not None and offering.valid_until < on:
        return gettext("This is no longer on offer: it ended on %(day)s.") % {"day": date_format(offering.valid_until)}
    return gettext("This is not on offer yet: it begins on %(day)s.") % {"day": date_format(offering.valid_from)}


def flags(offering: Offering, on: date) -> tuple[str, ...]:
    """This function will return what to be careful about: not verified for long, ending soon."""
    return tuple(flag for flag in (_stale(offering, on), _ending(offering, on)) if flag)


def _stale(offering: Offering, on: date) -> str:
    if offering.verified_on is None:
        return gettext("Never verified: ask whether it holds.")
    if is_stale(offering, on):
        return gettext("Last verified more than a year ago: ask whether it still holds.")
    return ""


def _ending(offering: Offering, on: date) -> str:
    days = (offering.valid_until - on).days if offering.valid_until else ENDING_DAYS + 1
    if days == 0:
        return gettext("Ends today.")
    if 0 < days <= ENDING_DAYS:
        return ngettext("Ends in %(days)d day.", "Ends in %(days)d days.", days) % {"days": days}
    return ""


def verified_text(offering: Offering, on: date) -> str:
    """This function will return the day of the last verification with its age, "" if there was none."""
    if offering.verified_on is None:
        return ""
    said = {"day": date_format(offering.verified_on), "age": age_text(offering.verified_on, on)}
    return gettext("%(day)s (%(age)s)") % said


def age_text(day: date, on: date) -> str:
    """This function will return how long ago a day was: in days, weeks, months or years, always rounded down."""
    days, months = (on - day).days, _months(day, on)
    if days <= 0:
        return gettext("today")
    if days < DAYS_IN_WORDS:
        return ngettext("%(count)d day ago", "%(count)d days ago", days) % {"count": days}
    if days < WEEKS_IN_WORDS:
        return ngettext("%(count)d week ago", "%(count)d weeks ago", days // 7) % {"count": days // 7}
    if months < MONTHS_IN_WORDS:
        return ngettext("%(count)d month ago", "%(count)d months ago", months) % {"count": months}
    return ngettext("%(count)d year ago", "%(count)d years ago", months // 12) % {"count": months // 12}


def _months(day: date, on: date) -> int:
    return (on.year - day.year) * 12 + on.month - day.month - (on.day < day.day)


def valid_text(offering: Offering) -> str:
    """This function will return from when to when an offering holds."""
    said = {"start": date_format(offering.valid_from)}
    if offering.valid_until is None:
        return gettext("from %(start)s, open-ended") % said
    return gettext("%(start)s to %(end)s") % (said | {"end": date_format(offering.valid_until)})
