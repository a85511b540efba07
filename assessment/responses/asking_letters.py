"""The letters about questions from a consultant. They name no answer: those stand behind the link alone."""

from collections.abc import Sequence

from django.urls import reverse
from django.utils.translation import gettext, override

from assessment.accounts.models import Client
from assessment.mail.addresses import public_address
from assessment.responses.models import AskBack, Assessment


def questions_letter(
    assessment: Assessment, workspace: str, token: str, language: str, is_owned: bool
) -> tuple[str, str]:
    """This function will return subject and text of the letter to the enterprise. `token` opens the assessment, if any.

    An owner signs in instead.
    """
    with override(language):
        lines = [
            gettext("Good day,"),
            "",
            gettext("%(workspace)s has a question about your answers. Please read it and reply here:")
            % {"workspace": workspace},
            _address(assessment, token),
            *(_sign_in() if is_owned else ()),
            "",
            gettext("Your reply goes to your consultant and to nobody else."),
        ]
        return gettext("A question about your answers"), _letter(lines)


def _sign_in() -> Sequence[str]:
    return gettext("The owner of the enterprise signs in first:"), public_address(reverse("accounts:sign-in"))


def _address(assessment: Assessment, token: str) -> str:
    if token:
        return public_address(reverse("responses:resume-link", args=[token]))
    return public_address(reverse("responses:questions-back", args=[assessment.public_id]))


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
