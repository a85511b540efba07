"""What is said after a link was sent, or could not be."""

from django.utils.translation import gettext as _

from recommendations.desk.sending.actions import AlreadySubmitted, NoAddress, NotSent, WrittenTooOften
from recommendations.desk.sending.letters import WayIn


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
    words = {
        AlreadySubmitted: _("This assessment is submitted: there is nothing left to answer."),
        NoAddress: _("The client has no e-mail address yet. Add one, then send the link."),
        NotSent: _("No link is out at the moment. Send one first."),
        WrittenTooOften: _(
            "Nothing was sent: a letter went out only just now, or enough reminders and letters went to this address."
        ),
    }
    return words[type(trouble)]
