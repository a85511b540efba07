"""What is read for the study of a bank: whose answers, which version of them, and how long they took."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.access import Seat
from assessment.accounts.models import User, Workspace, WorkspaceRole
from assessment.bank.models import Release
from assessment.responses.actions import revise_assessment, start_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Answer as AnswerRow
from assessment.responses.models import Assessment, Perspective, Result
from assessment.responses.submitted import (
    Submitted,
    answering_seconds,
    latest_results,
    submitted_answers,
    submitted_majors,
)
from assessment.responses.submitting import submit_assessment
from assessment.responses.verifying import Declaration, verify_assessment
from assessment.scoring.answers import Answer
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document, make_release
from tests.responses.conftest import answered

SLUG = bank_document().slug
BASE = {"employees": answered("20"), "makes": answered("yes"), "E2": answered(["none"]), "E3": answered("80")}


def submit(release: Release, scope: Scope = Scope.FULL, **answers: Answer) -> Result:
    opened = start_assessment(enterprise_name="Four Gears Ltd", release=release, scope=scope, language="zh-hans")
    save_section(
        assessment=opened.assessment, changes=[Change(key, answer, 0) for key, answer in (BASE | answers).items()]
    )
    return submit_assessment(assessment=opened.assessment)


def read(slug: str = SLUG, major: int = 1) -> list[Submitted]:
    return list(submitted_answers(latest_results(slug, major)))


def test_submitted_answers_come_with_what_was_asked_and_what_contradicts(release: Release) -> None:
    result = submit(release, Scope.QUICK, E1=answered("low"))
    (found,) = read()
    assert found == Submitted(
        assessment_id=result.assessment_id,
        release_id=release.pk,
        language="zh-hans",
        answers=BASE | {"E1": answered("low")},
        asked=frozenset({"employees", "makes", "region", "E1", "E2", "T1"}),
        contradictions=(),
    )


def test_contradictions_are_those_of_the_scorecard(release: Release) -> None:
    submit(release)
    assert [each.contradictions for each in read()] == [("none",)]


def test_open_assessments_are_not_read(release: Release) -> None:
    start_assessment(enterprise_name="Open Gears Ltd", release=release, scope=Scope.FULL, language="en")
    assert read() == []


def test_last_submission_of_an_enterprise_counts(release: Release) -> None:
    first = submit(release)
    again = revise_assessment(assessment=first.assessment).assessment
    save_section(assessment=again, changes=[Change("E3", answered("10"), 1)])
    submit_assessment(assessment=again)
    other = submit(release)
    found = read()
    assert [each.assessment_id for each in found] == [again.pk, other.assessment_id]
    assert found[0].answers["E3"] == answered("10")


def test_minor_releases_are_read_together_and_majors_apart(release: Release) -> None:
    minor = make_release(bank_document(), 1, 1)
    major = make_release(bank_document(), 2, 0)
    ids = [submit(each).assessment_id for each in (release, minor, major)]
    other = submit(make_release(bank_document(slug="other")))
    assert [each.assessment_id for each in read()] == ids[:2]
    assert [each.assessment_id for each in read(major=2)] == ids[2:]
    assert [each.assessment_id for each in read("other")] == [other.assessment_id]
    assert (submitted_majors(SLUG), submitted_majors("nobodys")) == ([2, 1], [])


def test_own_answer_is_read_where_a_verified_one_counts(release: Release, consultant: User) -> None:
    opened = start_assessment(enterprise_name="Four Gears Ltd", release=release, scope=Scope.FULL, language="en")
    save_section(assessment=opened.assessment, changes=[Change(key, answer, 0) for key, answer in BASE.items()])
    for key, value in (("E3", "5"), ("T1", "yes")):
        AnswerRow.objects.create(
            assessment=opened.assessment,
            question_key=key,
            perspective=Perspective.VERIFIED,
            version=1,
            state="answered",
            value=value,
            device="consultant",
            sequence=1 if key == "E3" else 2,
            answered_at=timezone.now(),
        )
    own = submit_assessment(assessment=opened.assessment)
    workspace = Workspace.objects.create(slug="advisers", name="Advisers")
    seat = Seat(consultant, workspace, WorkspaceRole.CONSULTANT)
    verified = verify_assessment(assessment=opened.assessment, seat=seat, declaration=Declaration(False, ""))
    assert (own.answers["E3"]["value"], verified.answers["E3"]["value"]) == ("80", "5")
    submit(release)
    assert [each.answers for each in read()] == [BASE, BASE]


@pytest.mark.parametrize("count", [1, 3])
def test_many_submissions_are_read_in_two_queries(
    count: int, release: Release, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(count):
        submit(release)
    with django_assert_num_queries(2):
        assert len(read()) == count


def test_answers_saved_as_one_form_share_the_time_since_the_start(release: Release) -> None:
    result = submit(release)
    started = timezone.now() - timedelta(seconds=80)
    Assessment.objects.filter(pk=result.assessment_id).update(started_at=started)
    ((assessment_id, seconds),) = answering_seconds([result.assessment_id])
    assert assessment_id == result.assessment_id
    assert seconds == [pytest.approx(20, abs=1)] * 4


def test_changing_an_answer_later_is_no_answer_of_its_own(release: Release) -> None:
    opened = start_assessment(enterprise_name="Four Gears Ltd", release=release, scope=Scope.FULL, language="en")
    started = timezone.now() - timedelta(seconds=60)
    Assessment.objects.filter(pk=opened.assessment.pk).update(started_at=started)
    save_section(assessment=opened.assessment, changes=[Change("E3", answered("10"), 0)])
    save_section(assessment=opened.assessment, changes=[Change("E3", answered("20"), 1)])
    ((_assessment, seconds),) = answering_seconds([opened.assessment.pk])
    assert seconds == [pytest.approx(60, abs=5)]


@pytest.mark.parametrize("count", [1, 3])
def test_times_of_many_are_read_in_two_queries(
    count: int, release: Release, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _number in range(count):
        submit(release)
    with django_assert_num_queries(2):
        assert len(list(answering_seconds(latest_results(SLUG, 1).values("assessment")))) == count


def test_an_assessment_counts_once_and_by_its_verified_result(release: Release, consultant: User) -> None:
    first = submit(release)
    later = submit(release)
    enterprise = first.assessment.enterprise
    Assessment.objects.filter(pk=later.assessment_id).update(enterprise=enterprise)
    verified = verify(first.assessment, consultant)
    assert list(latest_results(SLUG, 1)) == [later], "an older assessment that is verified later is still the older one"
    newest = verify(later.assessment, consultant)
    assert list(latest_results(SLUG, 1)) == [newest]
    assert set(Result.objects.counting()) == {verified, newest}


def verify(assessment: Assessment, person: User) -> Result:
    workspace, _is_new = Workspace.objects.get_or_create(slug="advisers", defaults={"name": "Advisers"})
    seat = Seat(person, workspace, WorkspaceRole.CONSULTANT)
    return verify_assessment(assessment=assessment, seat=seat, declaration=Declaration(False, ""))
