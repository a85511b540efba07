"""What an enterprise does when it has answered: submit, and be advised."""

import hashlib
import json
import logging
from enum import StrEnum
from typing import Any

from django.db import transaction

from assessment.audit.actions import record_event
from assessment.responses.actions import submit_assessment
from assessment.responses.models import Assessment, Result
from assessment.scoring.freeze import thaw_answers, thaw_scorecard
from assessment.scoring.scorecard import Scope
from recommendations.plan.models import AdviceRun
from recommendations.playbook.models import PlaybookRelease
from recommendations.playbook.queries import current_playbook
from recommendations.playbook.releases import adviser_of
from recommendations.rules.advice import Advice
from recommendations.rules.freeze import freeze_advice

logger = logging.getLogger(__name__)


class Event(StrEnum):
    ADVISED = "result.advised"


@transaction.atomic
def submit_and_advise(*, assessment: Assessment, language: str = "", others_stand: bool = False) -> Result:
    """This function will submit the assessment and freeze result and advice together; once, however often it is asked.

    A bank without a playbook gives a result without advice. Raises `RequiredUnanswered` or `NotConfirmed`.
    """
    result = submit_assessment(assessment=assessment, language=language, others_stand=others_stand)
    advise_on(result=result)
    return result


@transaction.atomic
def advise_on(*, result: Result) -> AdviceRun | None:
    """This function will return the frozen advice on `result`, made by the newest playbook of its bank if there is none.

    None if the bank has no playbook. What the rules see is what the result holds, not what was answered since.
    """
    existing = AdviceRun.objects.filter(result=result).first()
    if existing is not None:
        return existing
    playbook_release = current_playbook(result.release.bank.slug)
    if playbook_release is None:
        return None
    advice = _advice(result, playbook_release)
    frozen = freeze_advice(advice)
    run = AdviceRun.objects.create(
        result=result,
        playbook_release=playbook_release,
        advice=frozen,
        content_hash=_content_hash(result, playbook_release, frozen),
        failure_count=len(advice.failures),
    )
    _record(run, advice)
    return run


def _advice(result: Result, playbook_release: PlaybookRelease) -> Advice:
    adviser = adviser_of(playbook_release.pk, result.release_id)
    return adviser.advise(thaw_answers(result.answers), Scope(result.scope), thaw_scorecard(result.scorecard))


def _content_hash(result: Result, playbook_release: PlaybookRelease, frozen: dict[str, Any]) -> str:
    content = {"result": result.content_hash, "playbook": playbook_release.content_hash, "advice": frozen}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _record(run: AdviceRun, advice: Advice) -> None:
    for failure in advice.failures:
        logger.error("Rule %s failed: %s", failure.rule, failure.message)
    record_event(
        event=Event.ADVISED,
        object_type="advice_run",
        object_id=run.pk,
        details={"content_hash": run.content_hash, "failed_rules": [failure.rule for failure in advice.failures]},
    )
