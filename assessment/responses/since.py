"""What a round has from the one before it, and what it asks that was not asked then."""

from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from assessment.bank.releases import scorer_of
from assessment.responses.models import Assessment
from assessment.responses.queries import page_answers
from assessment.responses.round_queries import round_before
from assessment.scoring.alike import same_question


@dataclass(frozen=True, slots=True)
class Since:
    """What comes from the round before: answers that nobody confirmed, and questions that are new or have changed."""

    carried: frozenset[str] = frozenset()
    fresh: frozenset[str] = frozenset()


FIRST_ROUND = Since()


def since_round_before(assessment: Assessment) -> Since:
    """This function will return what is to be confirmed and what is new in an open round that follows another.

    Two queries; none in a first round.
    """
    if assessment.follows_id is None or assessment.is_submitted:
        return FIRST_ROUND
    before = round_before(assessment.follows_id)
    return Since(page_answers(assessment.pk).carried, fresh_questions(before.release_id, assessment.release_id))


@lru_cache(maxsize=128)
def fresh_questions(before: UUID, now: UUID) -> frozenset[str]:
    """This function will return the questions of release `now` that release `before` did not ask, or not alike."""
    if before == now:
        return frozenset()
    earlier, questions = scorer_of(before).index.questions, scorer_of(now).index.questions
    return frozenset(
        key for key, question in questions.items() if key not in earlier or not same_question(earlier[key], question)
    )
