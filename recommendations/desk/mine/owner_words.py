"""What events are called where an owner reads them; all others are called as everywhere."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from recommendations.studio.people.event_words import event_words

OWNER_WORDS: dict[str, str | Promise] = {
    "client.added": _("A workspace opened a file on the enterprise"),
    "client.edited": _("A workspace changed its file on the enterprise"),
    "client.put_away": _("A workspace put its file on the enterprise away"),
    "client.brought_back": _("A workspace took its file on the enterprise up again"),
    "client.merged": _("A workspace joined two files on the enterprise into one"),
    "link.sent": _("A workspace sent a link to the questions by e-mail"),
    "link.reminded": _("A letter reminded of the questions"),
    "link.declined": _("Letters of a workspace declined"),
    "link.shown": _("A workspace took a link to the questions"),
    "report.edition_made": _("A workspace made its edition of a report"),
    "result.advised": _("Advice worked out from the result"),
}


def owner_words(code: str) -> str:
    """This function will return what an event is called for the owner, in the reader's language."""
    return str(OWNER_WORDS[code]) if code in OWNER_WORDS else event_words(code)
