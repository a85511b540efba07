"""An open assessment is offered the questions of a later major version, and moves only if somebody says so."""

from typing import Any

import pytest
from django.test import Client

from assessment.audit.models import AuditEvent
from assessment.bank.models import Release
from assessment.responses.actions import start_assessment
from assessment.responses.answering import AssessmentSubmitted
from assessment.responses.models import Answer, Assessment
from assessment.responses.moving import NotOffered, move_assessment
from assessment.responses.queries import current_answers
from assessment.responses.submitting import submit_assessment
from assessment.scoring.document import BankDocument
from assessment.scoring.scorecard import Scope
from tests.responses.banks import EQUIPMENT, PROFILE, TALENT, bank_document, make_release, options, question, sections
from tests.responses.conftest import address, answered, client_with
from tests.responses.test_actions import NEEDED, answer

ANSWERS = NEEDED | {"E1": "full", "E2": ["sensors"], "E3": "40", "T1": "yes", "T3": "By hand"}


def newer_document() -> BankDocument:
    """T3 is gone, E1 has lost the option “full”, employees end at 100, and E9 is new."""
    data = sections()
    data[0]["questions"] = [PROFILE[0] | {"maximum": 100}, *PROFILE[1:]]
    first = EQUIPMENT[0] | {"options": options(low=0, half=1)}
    data[1]["questions"] = [first, *EQUIPMENT[1:], question("E9", "yes_no", options=options(yes=1, no=0))]
    data[2]["questions"] = TALENT[:2]
    return bank_document(sections=data)


@pytest.fixture
def newer(release: Release) -> Release:
    return make_release(newer_document(), 2, 0)


@pytest.fixture
def begun(assessment: Assessment) -> Assessment:
    answer(assessment, **ANSWERS)
    return assessment


def page_of(respondent: Client, assessment: Assessment) -> Any:
    return respondent.get(address("newer", assessment))


def test_without_a_later_major_version_nothing_is_offered(respondent: Client, begun: Assessment) -> None:
    make_release(bank_document(description={"en": "Other words"}), 1, 1)
    response = page_of(respondent, begun)
    assert (response.status_code, response["Location"]) == (302, address("assessment-open", begun))
    assert b"newer version" not in respondent.get(address("section", begun, "equipment")).content
    assert b"newer version" not in respondent.get(address("check", begun)).content


def test_section_and_check_offer_the_newer_questions(respondent: Client, begun: Assessment, newer: Release) -> None:
    for place in (address("section", begun, "equipment"), address("check", begun)):
        page = respondent.get(place).content.decode()
        assert page.count("There is a newer version of these questions.") == 1
        assert f'href="{address("newer", begun)}"' in page


def test_page_says_what_stays_what_no_longer_counts_and_what_is_new(
    respondent: Client, begun: Assessment, newer: Release
) -> None:
    page = page_of(respondent, begun).context["page"]
    assert [str(text) for text in page.dropped] == ["Question E1?", "Question T3?"]
    assert [str(text) for text in page.fresh] == ["Question E1?", "Question E9?"]
    assert [str(text) for text in page.changed] == ["Question employees?"]
    assert page.kept_count == len(ANSWERS) - 2


def test_moving_keeps_what_fits_and_takes_the_rest_back(respondent: Client, begun: Assessment, newer: Release) -> None:
    written = Answer.objects.count()
    response = respondent.post(address("newer", begun), {"release": str(newer.pk)})
    assert (response.status_code, response["Location"]) == (302, address("assessment-open", begun))
    begun.refresh_from_db()
    assert begun.release == newer
    answers = current_answers(begun)
    assert sorted(answers) == sorted(ANSWERS.keys() - {"E1", "T3"})
    assert answers["E3"] == answered("40")
    assert Answer.objects.count() == written + 2
    assert Answer.objects.get(question_key="T3", version=1).value == "By hand"
    event = AuditEvent.objects.get(event="assessment.moved")
    assert event.details == {"release": "2.0", "dropped": ["E1", "T3"]}
    assert respondent.get(address("section", begun, "equipment")).status_code == 200


def test_answer_out_of_the_new_bounds_no_longer_counts(release: Release, newer: Release) -> None:
    opened = start_assessment(enterprise_name="Big Ltd", release=release, scope=Scope.FULL, language="en")
    answer(opened.assessment, employees="400")
    move = move_assessment(assessment=opened.assessment, release_id=newer.pk)
    assert [question.key for question in move.dropped] == ["employees"]
    assert "employees" not in current_answers(opened.assessment)


def test_moved_assessment_is_submitted_by_the_newer_questions(begun: Assessment, newer: Release) -> None:
    move_assessment(assessment=begun, release_id=newer.pk)
    result = submit_assessment(assessment=begun)
    assert result.release == newer


def test_submitted_one_never_moves(respondent: Client, begun: Assessment, newer: Release) -> None:
    result = submit_assessment(assessment=begun)
    before = (result.content_hash, result.scorecard, result.release_id)
    with pytest.raises(AssessmentSubmitted):
        move_assessment(assessment=begun, release_id=newer.pk)
    assert respondent.post(address("newer", begun), {"release": str(newer.pk)}).status_code == 302
    assert page_of(respondent, begun).status_code == 302
    assert b"newer version" not in respondent.get(address("section", begun, "equipment")).content
    begun.refresh_from_db()
    result.refresh_from_db()
    assert begun.release_id != newer.pk
    assert (result.content_hash, result.scorecard, result.release_id) == before


@pytest.mark.parametrize("sent", ["", "x", "'", "00000000-0000-0000-0000-000000000000"])
def test_whoever_names_another_release_looks_again(
    respondent: Client, begun: Assessment, newer: Release, sent: str
) -> None:
    response = respondent.post(address("newer", begun), {"release": sent})
    assert response.status_code == 409
    assert "There is another version by now." in response.content.decode()
    begun.refresh_from_db()
    assert begun.release_id != newer.pk


def test_only_the_newest_is_offered(begun: Assessment, newer: Release) -> None:
    newest = make_release(newer_document(), 3, 0)
    with pytest.raises(NotOffered):
        move_assessment(assessment=begun, release_id=newer.pk)
    assert move_assessment(assessment=begun, release_id=newest.pk).release == newest


def test_stranger_sees_and_moves_nothing(client: Client, begun: Assessment, newer: Release) -> None:
    assert client.get(address("newer", begun)).status_code == 404
    assert client_with("wrong").post(address("newer", begun), {"release": str(newer.pk)}).status_code == 404


def test_page_speaks_chinese(respondent: Client, begun: Assessment, newer: Release) -> None:
    page = respondent.get(address("newer", begun), headers={"accept-language": "zh-hans"}).content.decode()
    assert "<h1>题目有新版本</h1>" in page
    assert "中文 Question E9?" in page
