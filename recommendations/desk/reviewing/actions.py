"""Finishing a review."""

from collections.abc import Sequence

from assessment.accounts.access import Seat
from assessment.responses.models import Assessment, Result
from assessment.responses.verifying import Declaration
from recommendations.desk.reviewing.standing import Standing, standing_of
from recommendations.plan.actions import verify_and_advise


class ReasonsMissing(Exception):
    """`keys` have a verified answer that is not the enterprise's own, and nobody said why."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = tuple(keys)
        super().__init__(", ".join(keys))


def finish_review(*, assessment: Assessment, seat: Seat, declaration: Declaration) -> Result:
    """This function will freeze the verified result with its advice; once, however often and by whomever it is asked.

    Raises ReasonsMissing, RequiredUnanswered or WaitingForClient.
    """
    standing = standing_of(assessment)
    lacking = [key for key in standing.scorer.index.questions if key in standing.asked and _lacks_reason(standing, key)]
    if lacking and not standing.is_finished:
        raise ReasonsMissing(lacking)
    return verify_and_advise(assessment=assessment, seat=seat, declaration=declaration)


def _lacks_reason(standing: Standing, key: str) -> bool:
    own, verified = standing.own.answers.get(key), standing.verified_answer(key)
    return own is not None and verified is not None and own != verified and key not in standing.trail.reasons
