"""The next round: what it begins with, what becomes of it, and which round it is."""

import pytest
from django.test import Client

from assessment.audit.models import AuditEvent
from assessment.bank.models import Release
from assessment.responses.actions import AssessmentOpen, Opened, revise_assessment, start_assessment, widen_assessment
from assessment.responses.answering import Change, save_section
from assessment.responses.models import Answer, Assessment, Perspective, RespondentToken, Result
from assessment.responses.queries import current_answers, page_answers
from assessment.responses.review import NotConfirmed
from assessment.responses.round_queries import submitted_rounds
from assessment.responses.submitting import RequiredUnanswered, submit_assessment
from assessment.responses.tokens import COOKIE_NAME, LATEST_COOKIE_NAME
from assessment.scoring.answers import UNKNOWN
from assessment.scoring.document import Kind
from assessment.scoring.scorecard import Scope
from tests.responses.banks import bank_document, make_release
from tests.responses.conftest import address, answered, client_with
from tests.responses.rounds import ANSWERS, first_round, newer_release, next_round, save


@pytest.fixture
def first(release: Release) -> Opened:
    return first_round(release)


def test_a_next_round_begins_with_every_answer_to_confirm(first: Opened) -> None:
    second = next_round(first.assessment, language="zh-hans").assessment
    assert (second.enterprise_id, second.follows_id) == (first.assessment.enterprise_id, first.assessment.pk)
    assert (second.scope, second.language, second.submitted_at) == ("full", "zh-hans", None)
    assert current_answers(second) == ANSWERS
    assert page_answers(second.pk).carried == ANSWERS.keys()
    assert page_answers(first.assessment.pk).carried == frozenset()
    event = AuditEvent.objects.get(object_id=str(second.public_id))
    assert (event.event, event.details) == ("assessment.next_round_started", {"scope": "full"})


def test_what_the_newest_release_admits_is_kept_and_the_rest_is_dropped(first: Opened) -> None:
    newest = newer_release()
    second = next_round(first.assessment).assessment
    assert second.release_id == newest.pk
    kept = ANSWERS.keys() - {"E1", "E3", "T3"}
    assert current_answers(second) == {key: ANSWERS[key] for key in kept}


def test_a_text_that_reads_like_a_state_stays_a_text(first: Opened) -> None:
    assert current_answers(next_round(first.assessment).assessment)["T3"] == answered("unknown")


def test_an_answer_verified_by_somebody_else_is_what_is_carried_over(release: Release) -> None:
    opened = first_round(release)
    Answer.objects.create(
        assessment=opened.assessment,
        question_key="E1",
        perspective=Perspective.VERIFIED,
        version=1,
        state="answered",
        value="full",
        device="device-of-verifier",
        sequence=1,
        answered_at=opened.assessment.started_at,
    )
    assert current_answers(next_round(opened.assessment).assessment)["E1"] == answered("full")


@pytest.mark.parametrize(
    ("before", "wanted", "scope"),
    [
        (Scope.QUICK, Scope.QUICK, "quick"),
        (Scope.QUICK, Scope.FULL, "full"),
        (Scope.FULL, Scope.FULL, "full"),
        (Scope.FULL, Scope.QUICK, "full"),
    ],
)
def test_a_quick_scan_may_be_followed_by_either(release: Release, before: Scope, wanted: Scope, scope: str) -> None:
    assert next_round(first_round(release, before).assessment, wanted).assessment.scope == scope


def test_a_bank_without_quick_scan_is_asked_in_full(release: Release) -> None:
    opened = first_round(release, Scope.QUICK)
    plain = [
        section.model_copy(
            update={"questions": [each.model_copy(update={"core": False}) for each in section.questions]}
        )
        for section in bank_document().sections
    ]
    make_release(bank_document().model_copy(update={"sections": plain}), minor=1)
    assert next_round(opened.assessment, Scope.QUICK).assessment.scope == "full"


def test_an_open_next_round_is_gone_on_with(release: Release) -> None:
    first = first_round(release, Scope.QUICK)
    second = next_round(first.assessment, Scope.QUICK)
    again = next_round(first.assessment, Scope.QUICK)
    assert again.assessment == second.assessment
    assert again.token != second.token
    assert RespondentToken.objects.filter(assessment=second.assessment).count() == 2
    assert Assessment.objects.count() == 2
    wider = next_round(first.assessment, Scope.FULL).assessment
    wider.refresh_from_db()
    assert (wider.pk, wider.scope) == (second.assessment.pk, "full")


def test_an_open_assessment_has_no_next_round(assessment: Assessment) -> None:
    with pytest.raises(AssessmentOpen):
        next_round(assessment)
    assert Assessment.objects.count() == 1


def test_a_next_round_follows_the_last_one_wherever_it_is_asked_for(first: Opened) -> None:
    second = next_round(first.assessment).assessment
    save(second, {"E1": answered("full")}, base=1)
    submit_assessment(assessment=second, others_stand=True)
    third = next_round(first.assessment).assessment
    assert third.follows_id == second.pk
    assert current_answers(third)["E1"] == answered("full")


def test_submitting_asks_whether_the_others_stand(first: Opened) -> None:
    second = next_round(first.assessment).assessment
    save(second, {"E1": answered("full"), "E2": ANSWERS["E2"], "T1": UNKNOWN}, base=1)
    with pytest.raises(NotConfirmed) as refused:
        submit_assessment(assessment=second)
    assert refused.value.count == 6
    assert not Result.objects.filter(assessment=second).exists()
    submit_assessment(assessment=second, others_stand=True)
    event = AuditEvent.objects.get(event="assessment.submitted", object_id=str(second.public_id))
    assert event.details["round"] == {"confirmed": 2, "changed": 1, "carried": 6, "added": 0}
    assert sorted(event.details) == ["content_hash", "round"]


def test_nothing_is_asked_where_all_is_confirmed_or_hidden(first: Opened) -> None:
    second = next_round(first.assessment).assessment
    others = {key: answer for key, answer in ANSWERS.items() if key not in ("E1", "makes")}
    save(second, others | {"makes": answered("no")}, base=1)
    submit_assessment(assessment=second)
    event = AuditEvent.objects.get(event="assessment.submitted", object_id=str(second.public_id))
    assert event.details["round"] == {"confirmed": 7, "changed": 1, "carried": 0, "added": 0}


def test_new_and_taken_back_answers_are_counted_as_such(release: Release) -> None:
    opened = start_assessment(enterprise_name="Four", release=release, scope=Scope.FULL, language="en")
    save(opened.assessment, {key: ANSWERS[key] for key in ("employees", "makes", "E2", "T1")})
    submit_assessment(assessment=opened.assessment)
    second = next_round(opened.assessment).assessment
    save_section(assessment=second, changes=[Change("T1", None, 1), Change("T2", ANSWERS["T2"], 0)])
    submit_assessment(assessment=second, others_stand=True)
    event = AuditEvent.objects.get(event="assessment.submitted", object_id=str(second.public_id))
    assert event.details["round"] == {"confirmed": 0, "changed": 1, "carried": 3, "added": 1}


def test_a_first_round_records_no_counts(first: Opened) -> None:
    event = AuditEvent.objects.get(event="assessment.submitted", object_id=str(first.assessment.public_id))
    assert sorted(event.details) == ["content_hash"]


def test_a_required_question_that_was_dropped_must_be_answered_again(first: Opened) -> None:
    profile, *others = bank_document().sections
    changed = {"makes": {"kind": Kind.LIKERT}}
    asked = [each.model_copy(update=changed.get(each.key)) for each in profile.questions]
    sections = [profile.model_copy(update={"questions": asked}), *others]
    make_release(bank_document().model_copy(update={"sections": sections}), major=2)
    second = next_round(first.assessment).assessment
    with pytest.raises(RequiredUnanswered) as refused:
        submit_assessment(assessment=second, others_stand=True)
    assert [question.key for question in refused.value.questions] == ["makes"]


def test_corrections_are_the_same_round_and_the_last_counts(first: Opened) -> None:
    corrected = revise_assessment(assessment=first.assessment).assessment
    save(corrected, {"E1": answered("full")}, base=1)
    submit_assessment(assessment=corrected)
    second = next_round(first.assessment).assessment
    assert second.follows_id == corrected.pk
    submit_assessment(assessment=second, others_stand=True)
    again = revise_assessment(assessment=Assessment.objects.get(pk=second.pk)).assessment
    assert again.follows_id == corrected.pk
    assert page_answers(again.pk).carried == frozenset()
    submit_assessment(assessment=again)
    rounds = submitted_rounds(Assessment.objects.get(pk=first.assessment.pk))
    assert [each.result.assessment_id for each in rounds] == [corrected.pk, again.pk]
    assert [each.corrections for each in rounds] == [1, 1]
    assert [each.began_at for each in rounds] == [
        Result.objects.get(assessment=one).submitted_at for one in (first.assessment, second)
    ]
    assert [each.review and each.review.carried for each in rounds] == [None, 9]


def test_a_quick_scan_that_went_on_in_full_is_one_round(release: Release) -> None:
    quick = first_round(release, Scope.QUICK)
    full = widen_assessment(assessment=quick.assessment)
    assert full is not None
    submit_assessment(assessment=full.assessment)
    rounds = submitted_rounds(quick.assessment)
    assert [each.result.assessment_id for each in rounds] == [full.assessment.pk]


def test_rounds_of_others_and_of_other_banks_are_none_of_these(first: Opened, release: Release) -> None:
    first_round(release)
    other = make_release(bank_document(slug="other"))
    elsewhere = first_round(other)
    Assessment.objects.filter(pk=elsewhere.assessment.pk).update(enterprise=first.assessment.enterprise)
    rounds = submitted_rounds(first.assessment)
    assert [each.result.assessment_id for each in rounds] == [first.assessment.pk]


def start(client: Client, assessment: Assessment, **data: str) -> str:
    response = client.post(address("round-start", assessment), data)
    assert response.status_code == 302
    return response["Location"]


def test_the_button_opens_the_round_and_hands_over_its_key(first: Opened) -> None:
    client = client_with(first.token)
    place = start(client, first.assessment)
    second = Assessment.objects.get(follows=first.assessment)
    assert place == address("assessment-open", second)
    assert client.cookies[COOKIE_NAME]["path"] == place
    assert client.cookies[LATEST_COOKIE_NAME].value == client.cookies[COOKIE_NAME].value != first.token
    assert client.get(place)["Location"] == address("section", second, "profile")


@pytest.mark.parametrize(("sent", "scope"), [({}, "quick"), ({"scope": "full"}, "full"), ({"scope": "most"}, "quick")])
def test_the_button_says_how_much_to_ask(release: Release, sent: dict[str, str], scope: str) -> None:
    first = first_round(release, Scope.QUICK)
    start(client_with(first.token), first.assessment, **sent)
    assert Assessment.objects.get(follows=first.assessment).scope == scope


def test_the_button_on_an_open_assessment_leads_back_to_it(respondent: Client, assessment: Assessment) -> None:
    assert start(respondent, assessment) == address("assessment-open", assessment)


def test_nobody_else_starts_a_round(first: Opened, release: Release) -> None:
    stranger = client_with(first_round(release).token)
    assert stranger.post(address("round-start", first.assessment)).status_code == 404
    assert client_with(first.token).get(address("round-start", first.assessment)).status_code == 405
    assert Assessment.objects.filter(follows__isnull=False).count() == 0
