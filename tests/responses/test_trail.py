"""The versions of answers, folded into who did what, when and why."""

from datetime import timedelta

import pytest
from django.test import Client as Browser
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import Enterprise, User
from assessment.responses.actions import Opened
from assessment.responses.answering import Change, save_section
from assessment.responses.models import AnswerImport, Assessment, EvidenceFile, Perspective
from assessment.responses.submitting import submit_assessment
from assessment.responses.trail import Deed, trail_of
from tests.responses.conftest import address, answered, client_with


def save(assessment: Assessment, key: str, value: str | None, base: int, **more: object) -> None:
    reason = str(more.pop("reason", ""))
    answer = None if value is None else answered(value)
    save_section(assessment=assessment, changes=[Change(key, answer, base, reason)], **more)  # type: ignore[arg-type]


def deeds(assessment: Assessment, key: str) -> list[tuple[str, str, str]]:
    return [(entry.deed.value, entry.author, entry.reason) for entry in trail_of(assessment).entries[key]]


def test_an_answer_is_given_changed_taken_back_and_given_again(assessment: Assessment) -> None:
    for base, value in enumerate(("yes", "no", "no", None, "yes")):
        save(assessment, "makes", value, base)
    assert [deed for deed, _author, _reason in deeds(assessment, "makes")] == [
        "given",
        "changed",
        "confirmed",
        "withdrawn",
        "given",
    ]


def test_consultants_verify_override_add_and_take_back(assessment: Assessment, consultant: User) -> None:
    verified = {"author": consultant, "perspective": Perspective.VERIFIED}
    save(assessment, "makes", "yes", 0)
    save(assessment, "makes", "yes", 0, **verified)
    save(assessment, "makes", "no", 1, **verified, reason="No machine runs")
    save(assessment, "makes", None, 2, **verified)
    save(assessment, "T1", "yes", 0, **verified)
    assert deeds(assessment, "makes") == [
        ("given", "", ""),
        ("verified", "Consultant", ""),
        ("overridden", "Consultant", "No machine runs"),
        ("taken_back", "Consultant", ""),
    ]
    assert deeds(assessment, "T1") == [("added", "Consultant", "")]
    trail = trail_of(assessment)
    assert (trail.verified, trail.reasons) == (frozenset({"T1"}), {})


def test_the_trail_of_the_own_result_says_nothing_of_what_is_verified_after_it(
    opened: Opened, consultant: User
) -> None:
    assessment = opened.assessment
    for key, value in (("employees", "20"), ("makes", "no")):
        save(assessment, key, value, 0)
    submit_assessment(assessment=assessment)
    save(assessment, "makes", "yes", 0, author=consultant, perspective=Perspective.VERIFIED)
    make_file(assessment)
    own, whole = trail_of(assessment, [Perspective.SELF]), trail_of(assessment)
    assert [entry.deed for entry in own.all_entries()] == [Deed.GIVEN, Deed.GIVEN]
    assert (own.evidence, whole.evidence) == ({}, {"makes": 1})
    assert [entry.deed for entry in whole.entries["makes"]] == [Deed.GIVEN, Deed.OVERRIDDEN]


def make_file(assessment: Assessment) -> None:
    file = EvidenceFile.objects.create(
        assessment=assessment,
        question_key="makes",
        name="hall.png",
        media_type="image/png",
        size=1,
        sha256="a" * 64,
        content=b"x",
    )
    EvidenceFile.objects.filter(pk=file.pk).update(uploaded_at=timezone.now() + timedelta(minutes=1))


def test_answers_from_a_file_name_it(assessment: Assessment, consultant: User) -> None:
    save(assessment, "makes", "yes", 0, device="sheet-1", author=consultant)
    AnswerImport.objects.create(
        assessment=assessment, device="sheet-1", file_name="form.xlsx", sha256="b" * 64, taken=1, imported_by=consultant
    )
    trail = trail_of(assessment)
    [entry] = trail.entries["makes"]
    assert (entry.file, entry.author) == ("form.xlsx", "Consultant")
    assert [(each.name, each.taken, each.by) for each in trail.imports] == [("form.xlsx", 1, "Consultant")]


def test_the_enterprise_reads_it_and_a_stranger_does_not(
    opened: Opened, owner: User, stranger: User, respondent: Browser, consultant: User
) -> None:
    Enterprise.objects.filter(pk=opened.assessment.enterprise_id).update(owner=owner)
    save(opened.assessment, "makes", "yes", 0)
    verified = {"author": consultant, "perspective": Perspective.VERIFIED}
    save(opened.assessment, "makes", "no", 0, **verified, reason="<b>Seen</b>")
    page = respondent.get(address("trail", opened.assessment)).content.decode()
    assert "Consultant (consultant)" in page and "&lt;b&gt;Seen&lt;/b&gt;" in page
    assert "verified with another answer" in page
    theirs = Browser()
    theirs.force_login(owner)
    assert theirs.get(address("trail", opened.assessment)).status_code == 200
    theirs.force_login(stranger)
    assert theirs.get(address("trail", opened.assessment)).status_code == 404
    assert client_with("wrong").get(address("trail", opened.assessment)).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_it_is_read_in_the_same_queries_however_long_it_is(
    count: int, assessment: Assessment, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for key in ("employees", "T3", "E3")[:count]:
        save(assessment, key, "20", 0)
    with django_assert_num_queries(6):
        assert len(trail_of(assessment).entries) == count
