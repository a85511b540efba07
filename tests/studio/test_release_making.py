"""Releasing a bank with its playbook: numbers, open assessments, and what stands against it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from assessment.bank.models import Release
from recommendations.playbook.models import PlaybookRelease
from tests.studio.releasing import (
    SLUG,
    begun,
    break_bank,
    released,
    rename_action,
    reweigh,
    reword,
    seen,
    versions,
    workshop_of,
)

pytestmark = pytest.mark.django_db
PAGE = f"/studio/banks/{SLUG}/release/"


@pytest.fixture(autouse=True)
def content(db: None) -> None:
    released()


@pytest.fixture
def desk(client: Client, publisher: User) -> Client:
    client.force_login(publisher)
    return client


def said(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def test_unchanged_bank_has_nothing_to_release(desk: Client) -> None:
    page = desk.get(PAGE)
    assert page.context["preview"].has_news is False
    assert "Nothing has changed since 1.0" in page.content.decode()


def test_words_are_a_minor_release_and_open_assessments_follow(desk: Client, publisher: User, editor: User) -> None:
    assessment = begun(Release.objects.get())
    reword(editor)
    page = desk.get(PAGE)
    preview = page.context["preview"]
    assert (preview.bank.next, preview.bank.is_major, preview.follows, preview.stays) == ("1.1", False, 1, 0)
    assert (preview.playbook.next, preview.playbook.recheck) == ("1.1", True)
    assert "1 follows at once" in page.content.decode()
    response = desk.post(PAGE, seen(publisher), follow=True)
    assert said(response) == [
        "Released as 1.1. The playbook is at 1.1. 1 open assessment has followed.",
    ]
    assert versions() == (["1.0", "1.1"], ["1.0", "1.1"])
    assessment.refresh_from_db()
    assert assessment.release.version == "1.1"
    newest = Release.objects.get(minor=1)
    assert (newest.note, newest.released_by) == ("Better", publisher)
    assert PlaybookRelease.objects.get(minor=1).bank_release == newest
    recorded = AuditEvent.objects.filter(event__endswith=".released", actor=publisher).order_by("pk")
    assert list(recorded.values_list("object_id", flat=True)) == ["sample 1.1", "sample 1.1"]


def test_structure_is_a_major_release_with_its_reason_and_open_assessments_stay(
    desk: Client, publisher: User, editor: User
) -> None:
    assessment = begun(Release.objects.get())
    reweigh(editor)
    page = desk.get(PAGE)
    preview = page.context["preview"]
    assert (preview.bank.next, preview.bank.is_major, preview.follows, preview.stays) == ("2.0", True, 0, 1)
    assert [line.place for line in preview.bank.reasons] == ["sections.machines.questions.steps.required"] or len(
        preview.bank.reasons
    ) == 1
    assert "Why it is a major one" in page.content.decode()
    desk.post(PAGE, seen(publisher))
    assert versions() == (["1.0", "2.0"], ["1.0", "1.1"])
    assessment.refresh_from_db()
    assert assessment.release.version == "1.0"


def test_playbook_alone_is_released_and_the_bank_stays(desk: Client, publisher: User, editor: User) -> None:
    rename_action(editor)
    preview = desk.get(PAGE).context["preview"]
    assert (preview.bank.next, preview.playbook.next, preview.playbook.recheck) == ("", "1.1", False)
    desk.post(PAGE, seen(publisher))
    assert versions() == (["1.0"], ["1.0", "1.1"])


def test_what_changed_since_it_was_shown_is_not_released(desk: Client, publisher: User, editor: User) -> None:
    reword(editor)
    sent = seen(publisher, note="My <note>")
    reword(editor, "Other words still")
    response = desk.post(PAGE, sent)
    assert response.status_code == 409
    assert said(response) == ["It has changed since you looked. Nothing was released; look again and repeat."]
    assert "My &lt;note&gt;" in response.content.decode()
    assert versions() == (["1.0"], ["1.0"])
    fresh = response.context["form"]
    again = {name: fresh[name].value() for name in ("bank_hash", "playbook_hash", "note")}
    assert desk.post(PAGE, again).status_code == 302
    assert versions()[0] == ["1.0", "1.1"]


def test_errors_block_and_lead_to_their_place(desk: Client, publisher: User, editor: User) -> None:
    break_bank(editor)
    page = desk.get(PAGE).content.decode()
    assert "1 error keeps this from being released." in page
    assert reverse("studio:head-edit", args=[SLUG]) + "#at-title-en" in page
    assert 'name="note"' not in page
    response = desk.post(PAGE, seen(publisher))
    assert (response.status_code, versions()) == (422, (["1.0"], ["1.0"]))
    assert said(response) == ["It cannot be released before the errors are mended."]


def test_error_of_the_playbook_keeps_the_bank_back_too(desk: Client, publisher: User, editor: User) -> None:
    reword(editor)
    rename_action(editor, "")
    assert desk.post(PAGE, seen(publisher)).status_code == 422
    assert versions() == (["1.0"], ["1.0"])


def test_note_is_asked_for(desk: Client, publisher: User, editor: User) -> None:
    reword(editor)
    response = desk.post(PAGE, seen(publisher, note="  "))
    assert response.status_code == 422
    assert response.context["form"].errors["note"] == [
        "Write what has changed, for those who read the list of releases."
    ]


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"bank_hash": "x\x00", "note": "n"},
        {"bank_hash": "x" * 9999, "playbook_hash": "'", "note": "n" * 5000},
        {"bank_hash": "0", "note": "\ud800"},
        {"bank_hash": ["1", "2"], "note": ["a", "b"]},
    ],
)
def test_whatever_is_sent_is_answered(desk: Client, editor: User, data: dict[str, Any]) -> None:
    reword(editor)
    for name in ("release", "release-propose", "release-send-back"):
        if "\ud800" in str(data.get("note")):
            data = data | {"note": "%ED%A0%80"}
        assert desk.post(reverse(f"studio:{name}", args=[SLUG]), data).status_code in (302, 409, 422)


def test_editor_sees_the_page_but_does_not_release(client: Client, editor: User, stranger: User) -> None:
    reword(editor)
    client.force_login(editor)
    assert client.get(PAGE).context["may_release"] is False
    assert client.post(PAGE, seen(editor)).status_code == 404
    client.force_login(stranger)
    assert [client.get(PAGE).status_code, client.post(PAGE, {}).status_code] == [404, 404]
    assert versions() == (["1.0"], ["1.0"])


def test_nothing_new_is_refused_even_if_posted(desk: Client, publisher: User) -> None:
    response = desk.post(PAGE, seen(publisher))
    assert (response.status_code, said(response)) == (422, ["Nothing has changed since the last release."])
    assert workshop_of(publisher).bank.releases.count() == 1
