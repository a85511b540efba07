"""How much of several open assessments is answered, for lists: two queries however many there are."""

from collections.abc import Collection, Iterable
from itertools import groupby
from operator import itemgetter

from assessment.bank.releases import scorer_of
from assessment.responses.carried import is_carried
from assessment.responses.models import Answer as AnswerRow
from assessment.responses.models import Assessment
from assessment.responses.progress import progress_of
from assessment.responses.queries import FOLDED, answer_of
from assessment.scoring.answers import Answer, Value
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope

Row = tuple[int, str, str, str, Value, str]


def answered_percents(assessment_ids: Collection[int]) -> dict[int, int]:
    """This function will return, by assessment, how many percent of the questions asked so far have an answer.

    Verified answers count as the enterprise's own do; what is only carried over from the round before does not count.
    """
    rows = AnswerRow.objects.filter(assessment__in=assessment_ids).order_by("assessment_id", "version", "pk")
    fields = ("assessment_id", "perspective", "question_key", "state", "value", "device")
    given = {pk: list(found) for pk, found in groupby(rows.values_list(*fields), key=itemgetter(0))}
    wanted = Assessment.objects.filter(pk__in=assessment_ids).order_by("pk").values_list("pk", "release_id", "scope")
    return {pk: _percent(scorer_of(release), Scope(scope), given.get(pk, ())) for pk, release, scope in wanted}


def _percent(scorer: Scorer, scope: Scope, rows: Iterable[Row]) -> int:
    answers, carried = _standing(rows)
    visible = scorer.visible(answers, scope)
    progress = progress_of(scorer.document, scope, visible, answers, carried)
    return 100 * progress.answered // max(progress.total, 1)


def _standing(rows: Iterable[Row]) -> tuple[dict[str, Answer], set[str]]:
    """The answers that count, and those of them that nobody has confirmed in this round."""
    found: dict[str, dict[str, tuple[Answer | None, bool]]] = {perspective: {} for perspective in FOLDED}
    for _pk, perspective, key, state, value, device in rows:
        found[perspective][key] = (answer_of(state, value), is_carried(device))
    standing = {key: each for perspective in FOLDED for key, each in found[perspective].items() if each[0] is not None}
    answers = {key: answer for key, (answer, _carried) in standing.items() if answer is not None}
    return answers, {key for key, (_answer, carried) in standing.items() if carried}
