"""Why an action is not on a roadmap, as a sentence."""

from collections.abc import Sequence

from django.utils.translation import gettext

from recommendations.rules.roadmap.result import Cause


def reason_for(cause: Cause, others: Sequence[str], short: str, *, is_declined: bool) -> str:
    """This function will return the reason in the active language.

    `others` are the titles of the actions that it names, `short` is the money that is missing, "" for none. What
    `is_declined` the plan left out, not the reader.
    """
    if is_declined:
        return gettext("You decided against it in your plan.")
    return _sentences()[cause] % {"others": gettext("; ").join(others), "short": short}


def _sentences() -> dict[Cause, str]:
    return {
        Cause.BARRED: gettext("You left it out."),
        Cause.TOO_LONG: gettext("With what it needs first it cannot be finished within a year."),
        Cause.NO_CAPACITY: gettext("With what it needs first it takes more days than your own people have."),
        Cause.OVER_BUDGET: gettext("With what it needs first it costs %(short)s more than your whole budget."),
        Cause.EXCLUDED: gettext("It would be done instead of this, not beside it: %(others)s."),
        Cause.PREREQUISITE: gettext("It needs something first that is left out as well: %(others)s."),
        Cause.ADDS_NOTHING: gettext("What it improves is improved by the others already."),
        Cause.NO_MONEY_LEFT: gettext("The money goes to actions that gain more; beside them %(short)s are missing."),
        Cause.NO_DAYS_LEFT: gettext("The days go to actions that gain more; beside them there are not enough left."),
    }


def grounds() -> dict[Cause, str]:
    """This function will return the heading under which each cause stands, in the active language."""
    settled, money = gettext("Left out by you"), gettext("For want of money")
    days, others = gettext("For want of days or time"), gettext("Because of other actions")
    return {
        Cause.BARRED: settled,
        Cause.OVER_BUDGET: money,
        Cause.NO_MONEY_LEFT: money,
        Cause.NO_CAPACITY: days,
        Cause.NO_DAYS_LEFT: days,
        Cause.TOO_LONG: days,
        Cause.EXCLUDED: others,
        Cause.PREREQUISITE: others,
        Cause.ADDS_NOTHING: others,
    }
