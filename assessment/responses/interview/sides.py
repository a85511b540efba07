"""Both sides of an interview: what the enterprise said itself, and what was verified over it."""

from dataclasses import dataclass

from django.db import connection

from assessment.responses.models import Answer as AnswerRow
from assessment.responses.queries import KeptAnswer, PageAnswers, page_answers, read_kept
from assessment.scoring.answers import Answer

# As in `queries`: the same through the ORM takes several times as long as the database does.
VERIFIED = f"""
SELECT question_key, version, state, value, reason FROM {AnswerRow._meta.db_table}
WHERE assessment_id = %s AND perspective = 'verified' ORDER BY version
"""


@dataclass(frozen=True, eq=False, slots=True)
class Sides:
    """`reasons` are of the latest version of a verified answer, also of one that was taken back."""

    own: PageAnswers
    verified: PageAnswers
    reasons: dict[str, str]

    @property
    def standing(self) -> dict[str, Answer]:
        """What counts now: the verified answers over the enterprise's own."""
        return self.own.answers | self.verified.answers

    def differs(self, key: str) -> bool:
        """This function will say whether the verified answer is another than the enterprise's own."""
        own, verified = self.own.answers.get(key), self.verified.answers.get(key)
        return own is not None and verified is not None and own != verified

    def lacks_reason(self, key: str) -> bool:
        """This function will say whether the verified answer differs and nobody has said why."""
        return self.differs(key) and not self.reasons.get(key)


def sides_of(assessment_id: int) -> Sides:
    """This function will return the answers of both sides. Two queries."""
    with connection.cursor() as cursor:
        cursor.execute(VERIFIED, [assessment_id])
        latest = {row[0]: row for row in cursor.fetchall()}
    kept: dict[str, KeptAnswer] = {key: read_kept(state, value) for key, _v, state, value, _r in latest.values()}
    answers = {key: each.answer for key, each in kept.items() if each.answer is not None}
    versions = {key: version for key, version, *_rest in latest.values()}
    reasons = {key: reason for key, *_rest, reason in latest.values() if reason}
    return Sides(page_answers(assessment_id), PageAnswers(answers, versions, kept), reasons)
