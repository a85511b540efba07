"""The way to the next level is frozen with the advice, and the hash of a run covers it."""

import hashlib
import json
from collections.abc import Callable

from assessment.bank.models import Release
from assessment.responses.actions import Opened
from assessment.scoring.freeze import thaw_answers, thaw_scorecard
from assessment.scoring.scorecard import Scope
from recommendations.plan.actions import content_hash_of, submit_and_advise
from recommendations.plan.models import AdviceRun
from recommendations.plan.queries import advice_run_of, next_level_in
from recommendations.playbook.models import PlaybookRelease
from recommendations.playbook.releases import adviser_of
from recommendations.rules.next_level.find import next_level
from recommendations.rules.next_level.result import Outlook

Make = Callable[..., Opened]


def test_submitting_freezes_the_way_to_the_next_level(
    playbook_release: PlaybookRelease, answered_assessment: Make, django_assert_num_queries: Callable
) -> None:
    result = submit_and_advise(assessment=answered_assessment().assessment)
    adviser = adviser_of(playbook_release.pk, result.release_id)
    case = adviser.case(thaw_answers(result.answers), Scope.FULL, thaw_scorecard(result.scorecard))
    with django_assert_num_queries(1):
        found = next_level_in(advice_run_of(result))
    assert found == next_level(adviser, case)
    assert found is not None and found.outlook is Outlook.REACHABLE and found.is_proven
    assert found.level == case.scorecard.level.key and found.ways[0].level == found.next


def test_hash_of_a_run_covers_the_next_level(playbook_release: PlaybookRelease, answered_assessment: Make) -> None:
    result = submit_and_advise(assessment=answered_assessment().assessment)
    run = AdviceRun.objects.get(result=result)
    assert run.content_hash == content_hash_of(run)
    run.next_level["ways"][0]["cost"] += 1
    assert run.content_hash != content_hash_of(run)


def test_hash_of_a_run_from_before_there_was_a_next_level_stays_true(
    playbook_release: PlaybookRelease, answered_assessment: Make
) -> None:
    result = submit_and_advise(assessment=answered_assessment().assessment)
    run = AdviceRun.objects.get(result=result)
    run.next_level = None
    content = {"result": result.content_hash, "playbook": playbook_release.content_hash, "advice": run.advice}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert content_hash_of(run) == hashlib.sha256(text.encode()).hexdigest()
    assert next_level_in(run) is None


def test_result_without_a_playbook_has_no_next_level(bank_release: Release, answered_assessment: Make) -> None:
    result = submit_and_advise(assessment=answered_assessment().assessment)
    assert (advice_run_of(result), next_level_in(None)) == (None, None)
