"""The letters about questions from a consultant. They hold no answer and no words of anybody: those stand behind the link."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext, override

from assessment.accounts.models import Client
from assessment.bank.releases import scorer_of
from assessment.mail.addresses import public_address
from assessment.responses.models import AskBack, Assessment
from assessment.scoring.texts import localise


@dataclass(frozen=True, slots=True)
class WayIn:
    """How the reader comes to the questions: `token` opens the assessment, '' for none; an owner signs in instead."""

    token: str
    has_account: bool


def questions_letter(ask: AskBack, client: Client, to: str, way: WayIn) -> tuple[str, str]:
    """This function will return subject and text of the letter to the enterprise. `to` is a name, '' for none known.

    It quotes the question of the questionnaire, never what the consultant wrote.
    """
    names = {"workspace": _one_line(ask.workspace.name), "name": _one_line(client.enterprise.name)}
    with override(client.language):
        lines = [
            gettext("Good day, %(name)s,") % {"name": to} if to else gettext("Good day,"),
            "",
            gettext("%(workspace)s has a question about an answer of %(name)s. It is about:") % names,
            gettext("“%(question)s”") % {"question": _title(ask, client.language)},
            "",
            _invitation(way),
            _address(ask.assessment, way),
            "",
            gettext("Your reply goes to your consultant and to nobody else."),
        ]
        return _subject(names), _letter(lines)


def _subject(names: Mapping[str, str]) -> str:
    return (gettext("%(workspace)s: a question about an answer of %(name)s") % names)[:200]


def _invitation(way: WayIn) -> str:
    return (
        gettext("Please sign in, read it and reply here:")
        if way.has_account
        else gettext("Please read it and reply here:")
    )


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _title(ask: AskBack, locale: str) -> str:
    question = scorer_of(ask.assessment.release_id).index.questions.get(ask.question_key)
    return "" if question is None else _one_line(localise(question.text, locale))


def _address(assessment: Assessment, way: WayIn) -> str:
    """Straight to the questions: with a key, after signing in, or as the browser is known already."""
    place = reverse("responses:questions-back", args=[assessment.public_id])
    if way.token:
        key = reverse("responses:resume-link", args=[way.token])
        return public_address(f"{key}?{urlencode({'next': place})}")
    if way.has_account:
        return public_address(f"{reverse('accounts:sign-in')}?{urlencode({'next': place})}")
    return public_address(place)


def reply_letter(ask: AskBack, client: Client) -> tuple[str, str]:
    """This function will return subject and text of the letter to the consultant, in the language of the workspace."""
    place = reverse("desk:review", args=[ask.workspace.slug, client.public_id, ask.assessment.public_id])
    with override(ask.workspace.language):
        lines = [
            gettext("Good day,"),
            "",
            gettext("%(name)s has replied to your question. Read it here:") % {"name": client.enterprise.name},
            public_address(place) + f"#row-{ask.question_key}",
        ]
        return gettext("A reply to your question"), _letter(lines)


def _letter(lines: Sequence[str]) -> str:
    return "\n".join(lines) + "\n"
