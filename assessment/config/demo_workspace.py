"""A sample consultancy with clients at every stage, so that a first look at the desk needs no week of interviews.

All of it is made up and says so. Answers are varied from the sample firm's by a fixed rule: the same ones every time.
"""

import secrets
from collections.abc import Mapping
from datetime import timedelta

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from assessment.accounts.access import Seat
from assessment.accounts.models import User, Workspace, WorkspaceRole
from assessment.bank.models import Release
from assessment.bank.releases import scorer_of
from assessment.config.demo import read_sample
from assessment.responses.actions import start_for_client
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Assessment, Mode, Perspective
from assessment.responses.verifying import Declaration
from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.document import Kind, Question
from assessment.scoring.scorecard import Scope
from recommendations.desk.clients.actions import Particulars, add_client
from recommendations.plan.actions import submit_and_advise, verify_and_advise

SLUG = "delta-advisers-sample"
EMAIL = "consultant@demo.example"
FIRMS = (
    "Bright Gear Works (sample)",
    "晨光模具（示例）",
    "East Lake Castings (sample)",
    "永利电子（示例）",
    "North Gate Textiles (sample)",
    "南海机械（示例）",
    "Silver River Pumps (sample)",
    "和顺食品（示例）",
)
STEP = 3  # of every three questions a firm answers one as the sample does


@transaction.atomic
def sample_workspace(release: Release) -> str | None:
    """This function will make the sample workspace and return its consultant's new password; None where it exists."""
    if Workspace.objects.filter(slug=SLUG).exists():
        return None
    password = secrets.token_urlsafe(9)
    person = User.objects.filter(email__iexact=EMAIL).first()
    person = person or User.objects.create_user(EMAIL, name="Mei Lin (sample)")
    person.set_password(password)
    person.save()
    EmailAddress.objects.update_or_create(user=person, email=EMAIL, defaults={"verified": True, "primary": True})
    workspace = Workspace.objects.create(slug=SLUG, name="Delta Advisers (sample)")
    workspace.memberships.create(person=person, role=WorkspaceRole.OWNER)
    seat = Seat(person, workspace, WorkspaceRole.OWNER)
    for number, name in enumerate(FIRMS):
        _client(seat, release, number, name)
    return password


def _client(seat: Seat, release: Release, number: int, name: str) -> None:
    """The last is only begun, the one before it is an interview under way; of the others every second is verified."""
    due = timezone.localdate() + timedelta(days=30 * number - 20)
    kept = Particulars(reference=f"S-{number + 1:03d}", consultant=seat.person, next_round_on=due)
    enterprise = add_client(seat=seat, name=name, credit_code="", particulars=kept).enterprise
    last = len(FIRMS) - 1
    mode = Mode.INTERVIEW if number == last - 1 else Mode.SELF
    assessment = start_for_client(
        seat=seat, enterprise=enterprise, release=release, scope=Scope.FULL, language="en", mode=mode
    )
    answers = _varied(release, number)
    if number == last:
        return
    if mode is Mode.INTERVIEW:
        _verify(assessment, seat, dict(list(answers.items())[: len(answers) // 2]), "")
        return
    save_section(assessment=assessment, changes=[Change(key, answer, 0) for key, answer in answers.items()])
    submit_and_advise(assessment=assessment)
    if number % 2 == 0:
        _verify(assessment, seat, _varied(release, number + 1), "Seen on the shop floor.")
        verify_and_advise(assessment=assessment, seat=seat, declaration=Declaration(False, ""))


def _verify(assessment: Assessment, seat: Seat, answers: Mapping[str, Answer], reason: str) -> None:
    changes = [Change(key, answer, 0, reason) for key, answer in answers.items()]
    save_section(assessment=assessment, changes=changes, author=seat.person, perspective=Perspective.VERIFIED)


def _varied(release: Release, number: int) -> dict[str, Answer]:
    """The sample's answers; most choices moved on by the firm's number, within the options there are."""
    questions = scorer_of(release.pk).index.questions
    given = read_sample(release).answers
    return {
        key: _moved(questions[key], answer, number) if place % STEP != number % STEP else answer
        for place, (key, answer) in enumerate(given.items())
    }


def _moved(question: Question, answer: Answer, number: int) -> Answer:
    if question.kind not in (Kind.SINGLE, Kind.LIKERT) or answer.state is not AnswerState.ANSWERED:
        return answer
    keys = [option.key for option in question.options]
    return Answer(AnswerState.ANSWERED, keys[(keys.index(str(answer.value)) + number) % len(keys)])
