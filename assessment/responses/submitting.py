"""The end of answering: the enterprise's own answers are scored and frozen."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict

from django.db import transaction
from django.utils import timezone

from assessment.accounts.models import User
from assessment.bank.releases import scorer_of
from assessment.responses.client_links import tell_consultant
from assessment.responses.events import Event, record_assessment
from assessment.responses.freezing import make_result
from assessment.responses.models import Assessment, Result
from assessment.responses.queries import (
    answer_history,
    own_answers,
)
from assessment.responses.review import finished_review
from assessment.scoring.answers import Answer
from assessment.scoring.document import Question
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope


class RequiredUnanswered(Exception):
    """`questions` must be answered before submitting, in the order of asking."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self.questions = tuple(questions)
        super().__init__(", ".join(question.key for question in questions))


@transaction.atomic
def submit_assessment(
    *, assessment: Assessment, language: str = "", others_stand: bool = False, actor: User | None = None
) -> Result:
    """This function will score the enterprise's own answers, freeze the result and close the assessment; once, however often it is asked.

    `language` becomes the assessment's language where it is given. `others_stand` says that answers of the round before
    which nobody confirmed are as they were. Raises RequiredUnanswered or NotConfirmed.
    """
    locked = Assessment.objects.select_for_update(of=("self",)).select_related("release").get(pk=assessment.pk)
    existing = Result.objects.filter(assessment=locked).order_by("perspective").first()
    if existing is not None:
        return existing
    scorer, answers, scope = scorer_of(locked.release_id), own_answers(locked), Scope(locked.scope)
    visible = require_answers(scorer, answers, scope)
    reviewed = finished_review(answer_history(locked.pk), visible, others_stand) if locked.follows_id else None
    result = make_result(locked, scorer.score(answers, scope), answers, timezone.now())
    result.save(force_insert=True)
    locked.submitted_at = result.submitted_at
    locked.language = language or locked.language
    locked.save(update_fields=["submitted_at", "language"])
    details = {"round": asdict(reviewed)} if reviewed else {}
    record_assessment(Event.SUBMITTED, locked, actor, content_hash=result.content_hash, **details)
    tell_consultant(locked)
    return result


def require_answers(scorer: Scorer, answers: Mapping[str, Answer], scope: Scope) -> frozenset[str]:
    """This function will return which questions are asked. Raises RequiredUnanswered."""
    visible = scorer.visible(answers, scope)
    missing = [
        question
        for key, question in scorer.index.questions.items()
        if question.required and key in visible and key not in answers
    ]
    if missing:
        raise RequiredUnanswered(missing)
    return visible
