"""Submitting: result and advice are frozen together, once."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from assessment.audit.models import AuditEvent
from assessment.bank.models import Release
from assessment.responses.actions import Opened
from assessment.responses.models import Assessment, Result
from assessment.responses.submitting import RequiredUnanswered
from assessment.scoring.freeze import thaw_answers, thaw_scorecard
from assessment.scoring.scorecard import Scope
from recommendations.plan.actions import advise_on, submit_and_advise
from recommendations.plan.models import AdviceRun
from recommendations.plan.queries import advice_run_of
from recommendations.playbook.actions import load_playbook, release_playbook
from recommendations.playbook.models import PlaybookRelease
from recommendations.playbook.releases import adviser_of
from recommendations.rules.freeze import thaw_advice
from tests.playbook.samples import written_playbook
from tests.rules.samples import action, both, playbook, rule

Make = Callable[..., Opened]


def test_submitting_freezes_result_and_advice(playbook_release: PlaybookRelease, answered_assessment: Make) -> None:
    assessment = answered_assessment().assessment
    result = submit_and_advise(assessment=assessment, language="zh-hans")
    assessment.refresh_from_db()
    assert (assessment.submitted_at, assessment.language) == (result.submitted_at, "zh-hans")
    run = advice_run_of(result)
    assert run is not None
    assert (run.playbook_release, run.failure_count, len(run.content_hash)) == (playbook_release, 0, 64)
    adviser = adviser_of(playbook_release.pk, result.release_id)
    again = adviser.advise(thaw_answers(result.answers), Scope.FULL, thaw_scorecard(result.scorecard))
    assert thaw_advice(run.advice) == again
    assert [one.action for one in again.recommendations] == ["A", "B"]
    assert again.recommendations[0].reasons[0].text["en"] == "You chose “steps step 1”."
    event = AuditEvent.objects.get(event="result.advised")
    assert (event.object_id, event.details) == (str(run.pk), {"content_hash": run.content_hash, "failed_rules": []})


def test_submitting_again_changes_nothing(playbook_release: PlaybookRelease, answered_assessment: Make) -> None:
    assessment = answered_assessment().assessment
    first = submit_and_advise(assessment=assessment)
    run = advice_run_of(first)
    assert submit_and_advise(assessment=assessment) == first
    assert advice_run_of(first) == run
    assert (Result.objects.count(), AdviceRun.objects.count()) == (1, 1)


def test_newer_playbook_does_not_change_advice_that_was_given(
    playbook_release: PlaybookRelease, answered_assessment: Make
) -> None:
    result = submit_and_advise(assessment=answered_assessment().assessment)
    before = AdviceRun.objects.get(result=result).advice
    document = written_playbook()
    load_playbook(document=document.model_copy(update={"rules": document.rules[:1]}))
    release_playbook(playbook=playbook_release.playbook)
    assert submit_and_advise(assessment=result.assessment) == result
    run = AdviceRun.objects.get(result=result)
    assert (run.advice, run.playbook_release) == (before, playbook_release)


def test_bank_without_a_playbook_gives_a_result_without_advice(
    bank_release: Release, answered_assessment: Make
) -> None:
    result = submit_and_advise(assessment=answered_assessment().assessment)
    assert (advice_run_of(result), advise_on(result=result)) == (None, None)


def test_result_without_advice_gets_it_once_there_is_a_playbook(
    bank_release: Release, answered_assessment: Make
) -> None:
    result = submit_and_advise(assessment=answered_assessment().assessment)
    release_playbook(playbook=load_playbook(document=written_playbook()))
    assert advise_on(result=result) == advice_run_of(result) is not None


def test_missing_required_answers_leave_everything_as_it_was(
    playbook_release: PlaybookRelease, answered_assessment: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessment = answered_assessment().assessment

    def refuse(**arguments: Any) -> Result:
        raise RequiredUnanswered([])

    monkeypatch.setattr("recommendations.plan.actions.submit_assessment", refuse)
    with pytest.raises(RequiredUnanswered):
        submit_and_advise(assessment=assessment)
    assert (Result.objects.count(), AdviceRun.objects.count()) == (0, 0)


def test_failure_to_advise_takes_the_submission_back(
    playbook_release: PlaybookRelease, answered_assessment: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessment = answered_assessment().assessment

    def fail(*arguments: Any) -> None:
        raise RuntimeError("planted")

    monkeypatch.setattr("recommendations.plan.actions.adviser_of", fail)
    with pytest.raises(RuntimeError):
        submit_and_advise(assessment=assessment)
    assert Assessment.objects.get(pk=assessment.pk).submitted_at is None
    assert Result.objects.count() == 0


def test_rule_that_fails_is_counted_logged_and_recorded(
    bank_release: Release, answered_assessment: Make, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    broken = playbook(
        [action("A"), action("B")],
        [
            rule("bad", "B", when={"fact": "node.gone", "op": "lt", "value": 3}),
            rule("good", "A", because=both("Good.")),
        ],
    )
    monkeypatch.setattr("recommendations.playbook.actions.check_playbook", lambda *arguments: [])
    release_playbook(playbook=load_playbook(document=broken))
    result = submit_and_advise(assessment=answered_assessment().assessment)
    run = advice_run_of(result)
    assert run is not None
    assert (run.failure_count, [one["rule"] for one in run.advice["failures"]]) == (1, ["bad"])
    assert [one.action for one in thaw_advice(run.advice).recommendations] == ["A"]
    assert "Rule bad failed" in caplog.text
    assert AuditEvent.objects.get(event="result.advised").details["failed_rules"] == ["bad"]


def test_quick_scan_is_advised_on_what_it_asks(playbook_release: PlaybookRelease, answered_assessment: Make) -> None:
    result = submit_and_advise(assessment=answered_assessment(scope=Scope.QUICK).assessment)
    advice = thaw_advice(AdviceRun.objects.get(result=result).advice)
    changed = {change.question for one in advice.recommendations for change in one.changes}
    assert changed <= {"steps", "tools"}


def test_advice_run_cannot_be_changed_or_deleted(playbook_release: PlaybookRelease, answered_assessment: Make) -> None:
    result = submit_and_advise(assessment=answered_assessment().assessment)
    run = advice_run_of(result)
    assert run is not None
    with pytest.raises(IntegrityError), transaction.atomic():
        AdviceRun.objects.update(advice={})
    with pytest.raises(IntegrityError), transaction.atomic():
        run.delete()
    assert advice_run_of(result).advice == run.advice  # type: ignore[union-attr]
