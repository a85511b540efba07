import hashlib
import json
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from assessment.accounts.models import Enterprise
from assessment.audit.models import AuditEvent
from assessment.bank.models import Release
from assessment.bank.releases import scorer_of
from assessment.responses.access import resume_code_for
from assessment.responses.actions import (
    AssessmentOpen,
    Opened,
    make_resume_keys,
    resume_assessment,
    revise_assessment,
    start_assessment,
    widen_assessment,
)
from assessment.responses.answering import AnswerConflict, AssessmentSubmitted, Change, save_section
from assessment.responses.models import Answer, Assessment, Purpose, RespondentToken, Result, ScopeChoice
from assessment.responses.queries import answer_history, current_answers, latest
from assessment.responses.submitting import RequiredUnanswered, submit_assessment
from assessment.responses.tokens import hash_token
from assessment.scoring.answers import UNKNOWN, read_answer
from assessment.scoring.freeze import freeze_answers, freeze_scorecard
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document, make_release
from tests.responses.conftest import answered

NEEDED = {"employees": "86", "makes": "yes"}


def answer(assessment: Assessment, **raw: Any) -> None:
    questions = scorer_of(assessment.release_id).index.questions
    current = latest(answer_history(assessment.pk))
    changes = [
        Change(
            key,
            None if value is None else read_answer(questions[key], value),
            current[key].version if key in current else 0,
        )
        for key, value in raw.items()
    ]
    save_section(assessment=assessment, changes=changes)


def test_starting_makes_an_enterprise_without_owner_and_a_key(release: Release) -> None:
    opened = start_assessment(enterprise_name="Hengda 恒达", release=release, scope=Scope.QUICK, language="zh-hans")
    assessment, token = opened.assessment, RespondentToken.objects.get()
    assert (assessment.enterprise.name, assessment.enterprise.owner) == ("Hengda 恒达", None)
    assert (assessment.scope, assessment.language, assessment.mode) == ("quick", "zh-hans", "self")
    assert (assessment.release, assessment.submitted_at) == (release, None)
    assert (token.hash, token.purpose) == (hash_token(opened.token), "cookie")
    assert token.expires_at - timezone.now() > timedelta(days=179)
    event = AuditEvent.objects.get()
    assert (event.event, event.object_id) == ("assessment.started", str(assessment.public_id))
    assert (event.actor, event.details) == (None, {"scope": "quick"})


def test_current_answers_fold_the_versions(assessment: Assessment) -> None:
    answer(assessment, E1="low", E2=["network"], T1="so")
    answer(assessment, E1="unknown", E2=None)
    assert current_answers(assessment) == {"E1": UNKNOWN, "T1": answered("so")}


def test_verified_answers_override_the_enterprise_s_own(assessment: Assessment) -> None:
    answer(assessment, E1="full", T1="so")
    Answer.objects.create(
        assessment=assessment,
        question_key="E1",
        perspective="verified",
        version=1,
        state="answered",
        value="low",
        device="consultant",
        sequence=1,
        answered_at=timezone.now(),
    )
    answer(assessment, E1="half")
    assert {key: each.value for key, each in current_answers(assessment).items()} == {"E1": "low", "T1": "so"}


def test_a_section_is_saved_whole_or_not_at_all(assessment: Assessment) -> None:
    answer(assessment, E1="low")
    changes = [Change("T1", answered("so"), 0), Change("E1", answered("full"), 0)]
    with pytest.raises(AnswerConflict) as caught:
        save_section(assessment=assessment, changes=changes)
    assert caught.value.current is not None
    assert (caught.value.key, caught.value.current.version) == ("E1", 1)
    assert list(current_answers(assessment)) == ["E1"]


def test_nothing_is_saved_after_submitting(assessment: Assessment) -> None:
    answer(assessment, **NEEDED)
    submit_assessment(assessment=assessment)
    with pytest.raises(AssessmentSubmitted):
        answer(assessment, T1="so")
    assert Answer.objects.filter(assessment=assessment).count() == 2


def test_submitting_freezes_scorecard_answers_and_hash(assessment: Assessment) -> None:
    answer(assessment, **NEEDED, E1="half", E2="unknown", T1="yes")
    result = submit_assessment(assessment=assessment, language="zh-hans")
    assessment.refresh_from_db()
    answers = current_answers(assessment)
    card = scorer_of(assessment.release_id).score(answers, Scope.FULL)
    assert (result.scorecard, result.answers) == (freeze_scorecard(card), freeze_answers(answers))
    assert (result.release, result.scope) == (assessment.release, "full")
    assert (assessment.submitted_at, assessment.language) == (result.submitted_at, "zh-hans")
    content = {"answers": result.answers, "release": assessment.release.content_hash, "scorecard": result.scorecard}
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert result.content_hash == hashlib.sha256(text.encode()).hexdigest()


def test_submitting_twice_is_submitting_once(assessment: Assessment) -> None:
    answer(assessment, **NEEDED)
    first = submit_assessment(assessment=assessment)
    assert submit_assessment(assessment=assessment, language="zh-hans") == first
    assert Result.objects.count() == 1
    assert AuditEvent.objects.filter(event="assessment.submitted").count() == 1


def test_submitting_names_the_required_questions_that_are_open(assessment: Assessment) -> None:
    answer(assessment, makes="yes", T1="so")
    with pytest.raises(RequiredUnanswered) as caught:
        submit_assessment(assessment=assessment)
    assert [question.key for question in caught.value.questions] == ["employees"]
    assert Result.objects.count() == 0


def test_a_required_answer_taken_back_is_open_again(assessment: Assessment) -> None:
    answer(assessment, **NEEDED)
    answer(assessment, makes=None)
    with pytest.raises(RequiredUnanswered, match="makes"):
        submit_assessment(assessment=assessment)


def test_hidden_answers_stay_stored_and_count_nowhere(assessment: Assessment, release: Release) -> None:
    answer(assessment, employees="86", makes="yes", E1="full", T1="no")
    answer(assessment, makes="no")
    other = start_assessment(enterprise_name="Other", release=release, scope=Scope.FULL, language="en").assessment
    answer(other, employees="86", makes="no", T1="no")
    hidden, never = submit_assessment(assessment=assessment), submit_assessment(assessment=other)
    assert hidden.scorecard == never.scorecard
    assert "E1" not in hidden.scorecard["visible"]
    assert hidden.answers["E1"] == {"state": "answered", "value": "full"}


def test_the_quick_scan_goes_on_as_a_full_diagnosis(release: Release) -> None:
    opened = start_assessment(enterprise_name="Quick", release=release, scope=Scope.QUICK, language="en")
    answer(opened.assessment, **NEEDED)
    assert widen_assessment(assessment=opened.assessment) is None
    opened.assessment.refresh_from_db()
    assert (opened.assessment.scope, Assessment.objects.count()) == (ScopeChoice.FULL, 1)
    assert widen_assessment(assessment=opened.assessment) is None


def test_a_submitted_quick_scan_goes_on_in_a_new_assessment(release: Release) -> None:
    first = start_assessment(enterprise_name="Quick", release=release, scope=Scope.QUICK, language="zh-hans").assessment
    answer(first, **NEEDED, E1="half")
    result = submit_assessment(assessment=first)
    opened = widen_assessment(assessment=first)
    assert opened is not None
    second = opened.assessment
    assert (second.scope, second.enterprise, second.language) == ("full", first.enterprise, "zh-hans")
    assert (second.submitted_at, current_answers(second)) == (None, current_answers(first))
    assert Result.objects.get() == result
    assert Enterprise.objects.count() == 1


def test_a_submitted_assessment_is_revised_in_a_copy(release: Release) -> None:
    first = start_assessment(enterprise_name="Again", release=release, scope=Scope.QUICK, language="zh-hans").assessment
    answer(first, **NEEDED, E1="half", E2="unknown", T1="so")
    answer(first, T1=None)
    result = submit_assessment(assessment=first)
    before, frozen = current_answers(first), dict(result.answers)
    opened = revise_assessment(assessment=first)
    copy = opened.assessment
    assert (copy.pk != first.pk, copy.enterprise, copy.release) == (True, first.enterprise, release)
    assert (copy.scope, copy.language, copy.submitted_at) == ("quick", "zh-hans", None)
    assert current_answers(copy) == before
    answer(copy, E1="full")
    result.refresh_from_db()
    assert (current_answers(first), result.answers) == (before, frozen)
    assert submit_assessment(assessment=copy).answers["E1"] == {"state": "answered", "value": "full"}
    assert (Result.objects.count(), Enterprise.objects.count()) == (2, 1)
    event = AuditEvent.objects.get(event="assessment.revised")
    assert (event.object_id, event.details) == (str(copy.public_id), {"scope": "quick"})


def test_the_key_of_a_copy_opens_the_copy_alone(assessment: Assessment) -> None:
    answer(assessment, **NEEDED)
    submit_assessment(assessment=assessment)
    opened = revise_assessment(assessment=assessment)
    found = Assessment.objects.opened_by(hash_token(opened.token), Purpose.COOKIE)
    assert list(found) == [opened.assessment]


def test_a_copy_follows_the_newest_release_of_its_major(assessment: Assessment) -> None:
    answer(assessment, **NEEDED)
    submit_assessment(assessment=assessment)
    newer = make_release(bank_document(), minor=1)
    make_release(bank_document(), major=2)
    assert revise_assessment(assessment=assessment).assessment.release == newer


def test_an_open_assessment_needs_no_copy(assessment: Assessment) -> None:
    with pytest.raises(AssessmentOpen):
        revise_assessment(assessment=assessment)
    assert Assessment.objects.count() == 1


def test_new_resume_keys_end_the_old_ones(assessment: Assessment) -> None:
    old, new = make_resume_keys(assessment=assessment), make_resume_keys(assessment=assessment)
    assert resume_code_for(old.code) is None
    key = resume_code_for(new.code.lower().replace("-", " "))
    assert key is not None
    opened: Opened = resume_assessment(key=key)
    key.refresh_from_db()
    assert (opened.assessment, key.last_used_at is None) == (assessment, False)
    assert assessment.tokens.filter(purpose="cookie").count() == 2
    assert not RespondentToken.objects.filter(hash__in=[new.code, new.link_token, opened.token]).exists()


@pytest.mark.parametrize("model", [Answer, Result])
@pytest.mark.parametrize("change", ["update", "delete"])
def test_the_database_changes_no_answer_and_no_result(assessment: Assessment, model: Any, change: str) -> None:
    answer(assessment, **NEEDED)
    submit_assessment(assessment=assessment)
    with pytest.raises(IntegrityError, match="kept as they are"), transaction.atomic():
        if change == "update":
            model.objects.update(assessment=assessment.pk + 1)
        else:
            model.objects.all()._raw_delete(model.objects.db)
    assert model.objects.count() == (2 if model is Answer else 1)


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({"version": 0}, "answer_version_counts_from_1"),
        ({"state": "answered", "value": None}, "answer_has_a_value_exactly_if_answered"),
        ({"state": "unknown", "value": "low"}, "answer_has_a_value_exactly_if_answered"),
        ({"state": "great"}, "answer_has_a_value_exactly_if_answered"),
        ({"perspective": "other"}, "answer_perspective_is_known"),
        ({"device": ""}, "answer_names_question_and_device"),
    ],
)
def test_the_database_keeps_the_rules_of_an_answer(assessment: Assessment, changes: Any, rule: str) -> None:
    fields = {
        "assessment": assessment,
        "question_key": "E1",
        "version": 1,
        "state": "answered",
        "value": "low",
        "device": "device-0001",
        "sequence": 1,
        "answered_at": timezone.now(),
    }
    with pytest.raises(IntegrityError, match=rule):
        Answer.objects.create(**fields | changes)
