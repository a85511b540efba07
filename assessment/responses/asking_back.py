"""Questions from a consultant about an answer, and what the enterprise replies."""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from assessment.accounts.access import ClientFile
from assessment.accounts.models import Membership, User
from assessment.mail.actions import post_letter
from assessment.responses.actions import give_token
from assessment.responses.asking_letters import WayIn, questions_letter, reply_letter
from assessment.responses.casework_events import Event
from assessment.responses.events import record_assessment
from assessment.responses.models import AskBack, Assessment, Purpose
from assessment.responses.owning import hold_owned
from assessment.responses.tokens import make_token

# Several questions in a row make one letter: its link shows all of them.
QUIET = timedelta(minutes=30)
MOST_OPEN = 100


class TooManyQuestions(Exception):
    """So many wait for a reply already that another would hardly be read."""


class AlreadyReplied(Exception):
    """A question is replied to once."""


class QuestionClosed(Exception):
    """The consultant needs no reply any more."""


@dataclass(frozen=True, slots=True)
class Asked:
    """`told` is the address that a letter went to; '' if one went just before, or nobody has an address."""

    ask: AskBack
    told: str


@transaction.atomic
def ask_back(*, file: ClientFile, assessment: Assessment, question_key: str, text: str) -> Asked:
    """This function will put a question to the enterprise and write to it, once for several questions in a row.

    Raises TooManyQuestions.
    """
    is_owned = hold_owned(assessment)
    Assessment.objects.select_for_update().get(pk=assessment.pk)
    waiting = AskBack.objects.filter(assessment=assessment, replied_at__isnull=True, closed_at__isnull=True)
    if waiting.count() >= MOST_OPEN:
        raise TooManyQuestions
    was_told = waiting.filter(workspace=file.seat.workspace, asked_at__gt=timezone.now() - QUIET).exists()
    ask = AskBack.objects.create(
        assessment=assessment,
        workspace=file.seat.workspace,
        question_key=question_key,
        text=text,
        asked_by=file.seat.person,
    )
    record_assessment(Event.ASKED_BACK, assessment, file.seat.person, question=question_key)
    return Asked(ask, "" if was_told else _tell_enterprise(file, ask, is_owned))


def _tell_enterprise(file: ClientFile, ask: AskBack, is_owned: bool) -> str:
    """The owner where the enterprise has one; else the contact, with a key if the workspace opened the assessment."""
    client, owner, assessment = file.client, file.enterprise.owner, ask.assessment
    to, name = client.contact_email, client.contact_name
    if owner is not None and owner.is_active:
        to, name = owner.email, owner.get_full_name()
    if not to:
        return ""
    has_key = not is_owned and assessment.workspace_id == file.seat.workspace.pk
    token = give_token(assessment, Purpose.LINK, make_token()) if has_key else ""
    subject, body = questions_letter(ask, client, name, WayIn(token, has_account=is_owned))
    post_letter(to=to, subject=subject, body=body)
    return to


@transaction.atomic
def reply_to(*, ask: AskBack, text: str, person: User | None) -> None:
    """This function will keep the reply to a question and tell whoever asked. Raises AlreadyReplied or QuestionClosed."""
    locked = AskBack.objects.select_for_update(of=("self",)).select_related("assessment", "workspace", "asked_by")
    found = locked.get(pk=ask.pk)
    if found.replied_at is not None:
        raise AlreadyReplied
    if found.closed_at is not None:
        raise QuestionClosed
    found.reply, found.replied_at = text, timezone.now()
    found.save(update_fields=["reply", "replied_at"])
    record_assessment(Event.REPLIED, found.assessment, person, question=found.question_key)
    _tell_consultant(found)


def _tell_consultant(ask: AskBack) -> None:
    """Nobody who left the workspace hears of its clients."""
    is_member = Membership.objects.filter(workspace=ask.workspace, person=ask.asked_by).exists()
    client = ask.workspace.clients.filter(enterprise=ask.assessment.enterprise_id).select_related("enterprise").first()
    if is_member and client is not None and ask.asked_by.is_active:
        subject, body = reply_letter(ask, client)
        post_letter(to=ask.asked_by.email, subject=subject, body=body)


@transaction.atomic
def close_question(*, ask: AskBack, person: User) -> None:
    """This function will take a question off the list, whether it was replied to or not; once."""
    found = AskBack.objects.select_for_update(of=("self",)).select_related("assessment").get(pk=ask.pk)
    if found.closed_at is None:
        found.closed_at = timezone.now()
        found.save(update_fields=["closed_at"])
        record_assessment(Event.ASK_CLOSED, found.assessment, person, question=found.question_key)
