"""What is written to providers and enterprises. A letter may lie open on its way: it names nobody and shares nothing."""

from collections.abc import Callable, Sequence

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext, override

from assessment.mail.actions import post_letter
from assessment.mail.addresses import public_address
from assessment.mail.models import SUBJECT_LENGTH
from assessment.scoring.texts import localise
from recommendations.catalogue.contact.access import can_be_asked
from recommendations.catalogue.models import ContactRequest, Offering

RULE = "\n\n" + "-" * 40 + "\n\n"


def provider_address(token: str) -> str:
    """This function will return the whole address under which a provider reads a request."""
    return public_address(reverse("catalogue:contact-read", args=[token]))


def tell_provider(request: ContactRequest, token: str) -> None:
    """This function will write to the provider that somebody asks, with the link, in the provider's languages."""
    address = provider_address(token)

    def words() -> str:
        return gettext(
            "Good day,\n\nan enterprise asks you to get in touch about your offering “%(offering)s”. "
            "What it shares with you, and how to reach it, is here:\n\n%(address)s\n\n"
            "The link works until %(day)s. There you can also say whether you will get in touch. "
            "Please do not pass the link on: whoever has it can read the request."
        ) % {"offering": _title(request.offering), "address": address, "day": _day(request)}

    _write(request, lambda: gettext("An enterprise asks about “%(offering)s”"), words)


def tell_provider_of_withdrawal(request: ContactRequest) -> None:
    """This function will write to the provider that a request is taken back, without saying whose it was.

    Nobody is written to where the provider is a sample or has no address any more.
    """
    if request.offering.provider.is_sample or not can_be_asked(request.offering):
        return

    def words() -> str:
        return gettext(
            "Good day,\n\nan enterprise has withdrawn its request of %(day)s about your offering “%(offering)s”. "
            "The link no longer works. Please use what you may have noted from it no longer."
        ) % {"offering": _title(request.offering), "day": _asked_on(request)}

    _write(request, lambda: gettext("A request about “%(offering)s” was withdrawn"), words)


def _write(request: ContactRequest, subject: Callable[[], str], words: Callable[[], str]) -> None:
    subjects, bodies = [], []
    for language in provider_languages(request.offering):
        with override(language):
            subjects.append(subject() % {"offering": _title(request.offering)})
            bodies.append(words())
    post_letter(
        to=request.offering.provider.contact_email, subject=_one_line(" / ".join(subjects)), body=RULE.join(bodies)
    )


def provider_languages(offering: Offering) -> Sequence[str]:
    """This function will return the languages that the offering is made in, as far as we write them; all if none is."""
    ours = [code for code, _name in settings.LANGUAGES]
    return [code for code in ours if code in offering.languages] or list(reversed(ours))


def tell_enterprise(request: ContactRequest) -> None:
    """This function will write to the enterprise that its request was answered, in the language it asked in.

    Anybody may have typed the address, so nothing that a visitor or a provider has written is quoted.
    """
    with override(request.language):
        provider = localise(request.offering.provider.name, request.language)
        said = {"provider": provider, "offering": _title(request.offering), "reply": request.get_reply_display()}
        lines = [
            gettext("Good day,"),
            gettext("%(provider)s has answered your request about “%(offering)s”: %(reply)s.") % said,
            gettext("The whole answer, and how to withdraw the request:")
            + "\n"
            + public_address(reverse("catalogue:contact-list", args=[request.assessment.public_id])),
            gettext(
                "It opens in the browser in which you answered. In another one, continue with your resume link or code first:"
            )
            + "\n"
            + public_address(reverse("responses:resume")),
        ]
        subject = gettext("Answer to your request about “%(offering)s”") % {"offering": _title(request.offering)}
        post_letter(to=request.email, subject=_one_line(subject), body="\n\n".join(lines))


def _title(offering: Offering) -> str:
    return str(offering)


def _day(request: ContactRequest) -> str:
    return date_format(localtime(request.expires_at), gettext("j F Y"))


def _asked_on(request: ContactRequest) -> str:
    return date_format(localtime(request.created_at), gettext("j F Y"))


def _one_line(subject: str) -> str:
    line = " ".join(subject.split())
    return line if len(line) <= SUBJECT_LENGTH else line[: SUBJECT_LENGTH - 1] + "…"
