"""What is said after a link was sent, or could not be."""

from datetime import timedelta

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from recommendations.desk.sending.actions import AlreadySubmitted, NoAddress, NotSent
from recommendations.desk.sending.letters import WayIn
from recommendations.desk.sending.limits import Limit, WrittenTooOften


def shown_once(way: WayIn, email: str) -> str:
    """This function will return the message with a way in; without an e-mail address nothing was posted."""
    if way.is_key:
        said = _("The link, shown this once: %(link)s") % {"link": way.address}
    else:
        said = _("The enterprise has an owner, who signs in and answers here: %(address)s") % {"address": way.address}
    if not email:
        return said
    return _("The letter to %(email)s is on its way.") % {"email": email} + " " + said


def why_not(trouble: Exception) -> str:
    """This function will return why no letter went out, and what can be done."""
    if isinstance(trouble, WrittenTooOften):
        return _("Nothing was sent.") + " " + limit_words(trouble)
    words = {
        AlreadySubmitted: _("This assessment is submitted: there is nothing left to answer."),
        NoAddress: _("The client has no e-mail address yet. Add one, then send the link."),
        NotSent: _("No link is out at the moment. Send one first."),
    }
    return words[type(trouble)]


def limit_words(reached: WrittenTooOften) -> str:
    """This function will return why nothing can be sent now, and from when on it can."""
    said = {
        Limit.JUST_NOW: _("A letter went out within the last hour."),
        Limit.REMINDERS: _("Three reminders have gone out; no more can follow. Send the link again to begin anew."),
        Limit.ADDRESS: _("Five letters went to this address within a day."),
    }[reached.limit]
    if reached.again_at is None:
        return said
    moment = localtime(reached.again_at + timedelta(minutes=1)).strftime("%Y-%m-%d %H:%M")  # never a minute early
    return said + " " + _("The next one can go on %(moment)s.") % {"moment": moment}
