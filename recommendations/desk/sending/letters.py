"""The letters that bring an assessment to a client, in the client's language."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext, override

from assessment.accounts.models import Client
from assessment.mail.addresses import public_address
from assessment.responses.models import ClientLink
from assessment.responses.tokens import LIFETIME
from recommendations.desk.sending.keys import quiet_key


def link_letter(client: Client, link: ClientLink, token: str) -> tuple[str, str]:
    """This function will return subject and text of the letter with which an assessment is sent."""
    with override(link.language):
        lines = [
            *_greeting(client),
            gettext("%(sender)s of %(workspace)s asks you to answer some questions about %(name)s.")
            % _names(client, link),
            "",
            *([link.message, ""] if link.message else []),
            *_way_in(token),
            *_way_out(link),
        ]
        said = gettext("%(workspace)s: questions about your enterprise") % _names(client, link)
        return said[:200], "\n".join(lines) + "\n"


def reminder_letter(client: Client, link: ClientLink, token: str) -> tuple[str, str]:
    """This function will return subject and text of one reminder; it holds a link of its own."""
    with override(link.language):
        lines = [
            *_greeting(client),
            gettext("%(sender)s of %(workspace)s sent you questions about %(name)s. They are not submitted yet.")
            % _names(client, link),
            "",
            *_way_in(token),
            *_way_out(link),
        ]
        said = gettext("Reminder from %(workspace)s: questions about your enterprise") % _names(client, link)
        return said[:200], "\n".join(lines) + "\n"


def link_address(token: str) -> str:
    """This function will return the whole address that opens an assessment."""
    return public_address(reverse("responses:resume-link", args=[token]))


def _greeting(client: Client) -> list[str]:
    name = client.contact_name
    return [gettext("Good day, %(name)s,") % {"name": name} if name else gettext("Good day,"), ""]


def _names(client: Client, link: ClientLink) -> dict[str, str]:
    workspace = " ".join(client.workspace.name.split())
    return {"sender": link.sent_by.get_full_name(), "workspace": workspace, "name": client.enterprise.name}


def _way_in(token: str) -> Sequence[str]:
    until = date_format(localdate() + LIFETIME, "DATE_FORMAT")
    return [
        gettext("This link opens them. No account is needed, and what you answer is saved as you go:"),
        link_address(token),
        gettext("It works until %(day)s. Whoever has it can answer: pass it on only within your enterprise.")
        % {"day": until},
        "",
    ]


def _way_out(link: ClientLink) -> Sequence[str]:
    return [
        gettext("You do not want to answer, or no more letters about it? Say so here, with one press:"),
        public_address(reverse("desk:link-quiet", args=[quiet_key(link)])),
    ]
