"""What an enterprise does when it has answered: submit, and be advised."""

import hashlib
import json
import logging
from enum import StrEnum
from typing import Any

from django.db import transaction

from assessment.accounts.access import Seat
from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.responses.models import Assessment, Result
from assessment.responses.submitting import submit_assessment
from assessment.responses.verifying import Declaration, verify_assessment
from assessment.scoring.freeze import thaw_answers, thaw_scorecard
from assessment.scoring.scorecard import Scope
from recommendations.plan.models import AdviceRun
from recommendations.playbook.queries import current_playbook
from recommendations.playbook.releases import adviser_of
from recommendations.rules.advice import Advice
from recommendations.rules.freeze import freeze_advice
from recommendations.rules.next_level.find import next_level
from recommendations.rules.next_level.freeze import freeze_next_level
from recommendations.rules.next_level.result import NextLevel

logger = logging.getLogger(__name__)


class Event(StrEnum):
    ADVISED = "result.advised"


@transaction.atomic
def submit_and_advise(
    *, assessment: Assessment, language: str = "", others_stand: bool = False, actor: User | None = None
) -> Result:
    """This function will submit the assessment and freeze result and advice together; once, however often it is asked.

    A bank without a playbook gives a result without advice. Raises `RequiredUnanswered` or `NotConfirmed`.
    """
    result = submit_assessment(assessment=assessment, language=language, others_stand=others_stand, actor=actor)
    advise_on(result=result)
    return result


@transaction.atomic
def verify_and_advise(*, assessment: Assessment, seat: Seat, declaration: Declaration) -> Result:
    """This function will freeze the verified result and the advice on it together; once, however often it is asked.

    Raises `RequiredUnanswered` or `WaitingForClient`.
    """
    result = verify_assessment(assessment=assessment, seat=seat, declaration=declaration)
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
    adviser = adviser_of(playbook_release.pk, result.release_id)
    given = (thaw_answers(result.answers), Scope(result.scope), thaw_scorecard(result.scorecard))
    advice = adviser.advise(*given)
    run = AdviceRun(
        result=result,
        playbook_release=playbook_release,
        advice=freeze_advice(advice),
        next_level=_frozen(next_level(adviser, adviser.case(*given))),
        failure_count=len(advice.failures),
    )
    run.content_hash = content_hash_of(run)
    run.save()
    _record(run, advice)
    return run


def _frozen(found: NextLevel | None) -> dict[str, Any] | None:
    return None if found is None else freeze_next_level(found)


def content_hash_of(run: AdviceRun) -> str:
    """This function will return the SHA-256 of what `run` holds and of what it was made from.

    Runs that say nothing of a next level are hashed as they were before there was one, so that theirs stay true.
    """
    content = {"result": run.result.content_hash, "playbook": run.playbook_release.content_hash, "advice": run.advice}
    if run.next_level is not None:
        content["next_level"] = run.next_level
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
        enterprise_id=run.result.assessment.enterprise_id,
    )
