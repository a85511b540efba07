"""The letters that bring an assessment to a client, in the client's language."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localdate
from django.utils.translation import gettext, override

from assessment.accounts.models import Client
from assessment.mail.addresses import public_address
from assessment.responses.models import Assessment, ClientLink
from assessment.responses.tokens import LIFETIME
from recommendations.desk.sending.keys import quiet_key


@dataclass(frozen=True, slots=True)
class WayIn:
    """How a client comes to an assessment: by a link that is a key, or signed in at the plain address."""

    address: str
    is_key: bool


def by_key(token: str) -> WayIn:
    """This function will return the link that opens an assessment to whoever has it."""
    return WayIn(public_address(reverse("responses:resume-link", args=[token])), is_key=True)


def by_account(assessment: Assessment) -> WayIn:
    """This function will return the plain address of an assessment, which opens to its owner only."""
    return WayIn(public_address(reverse("responses:assessment-open", args=[assessment.public_id])), is_key=False)


def link_letter(client: Client, link: ClientLink, way: WayIn) -> tuple[str, str]:
    """This function will return subject and text of the letter with which an assessment is sent."""
    with override(link.language):
        lines = [
            *_greeting(client),
            gettext("%(sender)s of %(workspace)s asks you to answer some questions about %(name)s.")
            % _names(client, link),
            "",
            *([link.message, ""] if link.message else []),
            *_way_in(way),
            *_way_out(link),
        ]
        said = gettext("%(workspace)s: questions about your enterprise") % _names(client, link)
        return said[:200], "\n".join(lines) + "\n"


def reminder_letter(client: Client, link: ClientLink, way: WayIn) -> tuple[str, str]:
    """This function will return subject and text of one reminder; it holds a way in of its own."""
    with override(link.language):
        lines = [
            *_greeting(client),
            gettext("%(sender)s of %(workspace)s sent you questions about %(name)s. They are not submitted yet.")
            % _names(client, link),
            "",
            *_way_in(way),
            *_way_out(link),
        ]
        said = gettext("Reminder from %(workspace)s: questions about your enterprise") % _names(client, link)
        return said[:200], "\n".join(lines) + "\n"


def _greeting(client: Client) -> list[str]:
    name = client.contact_name
    return [gettext("Good day, %(name)s,") % {"name": name} if name else gettext("Good day,"), ""]


def _names(client: Client, link: ClientLink) -> dict[str, str]:
    workspace = " ".join(client.workspace.name.split())
    return {"sender": link.sent_by.get_full_name(), "workspace": workspace, "name": client.enterprise.name}


def _way_in(way: WayIn) -> Sequence[str]:
    return _with_key(way) if way.is_key else _with_account(way)


def _with_account(way: WayIn) -> Sequence[str]:
    return [
        gettext("Your enterprise is kept in an account. Its owner signs in first:"),
        public_address(reverse("accounts:sign-in")),
        gettext("The questions are then here, and what you answer is saved as you go:"),
        way.address,
        "",
    ]


def _with_key(way: WayIn) -> Sequence[str]:
    until = date_format(localdate() + LIFETIME, "DATE_FORMAT")
    return [
        gettext("This link opens them. No account is needed, and what you answer is saved as you go:"),
        way.address,
        gettext("It works until %(day)s. Whoever has it can answer: pass it on only within your enterprise.")
        % {"day": until},
        "",
    ]


def _way_out(link: ClientLink) -> Sequence[str]:
    return [
        gettext("You do not want to answer, or no more letters about it? Say so here, with one press:"),
        public_address(reverse("desk:link-quiet", args=[quiet_key(link)])),
    ]
