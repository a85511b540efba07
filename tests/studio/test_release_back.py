"""Going back to an older release."""

from typing import Any

import pytest
from django.test import Client

from assessment.accounts.models import User
from assessment.audit.models import AuditEvent
from assessment.bank.compile import compile_bank
from assessment.bank.models import Bank, Release
from assessment.bank.releases import document_of
from recommendations.playbook.compile import compile_playbook
from recommendations.playbook.models import Playbook, PlaybookRelease
from recommendations.playbook.releases import playbook_of
from tests.studio.releasing import SLUG, begun, released, rename_action, reweigh, reword, seen, versions

pytestmark = pytest.mark.django_db
RELEASE = f"/studio/banks/{SLUG}/release/"
BACK = f"{RELEASE}back-to/1.0/"


@pytest.fixture
def desk(client: Client, publisher: User) -> Client:
    client.force_login(publisher)
    return client


@pytest.fixture(autouse=True)
def two_releases(desk: Client, publisher: User, editor: User) -> None:
    """1.0, and 1.1 with other words in the bank and in its playbook."""
    released()
    reword(editor)
    rename_action(editor)
    desk.post(RELEASE, seen(publisher))
    assert versions() == (["1.0", "1.1"], ["1.0", "1.1"])


def newest() -> Any:
    return Release.objects.newest_first()[0]


def documents() -> tuple[Any, Any]:
    return compile_bank(Bank.objects.get()), compile_playbook(Playbook.objects.get())


def test_page_says_what_would_change(desk: Client) -> None:
    page = desk.get(BACK)
    preview = page.context["preview"]
    assert (preview.bank.now, preview.bank.next, preview.playbook.next) == ("1.1", "1.2", "1.2")
    assert len(preview.bank.others) == 1
    assert page.context["way"].playbook.version == "1.0"
    text = page.content.decode()
    assert "New words" in text
    assert "Begin now" in text


def test_older_release_is_released_again_with_its_playbook(desk: Client, publisher: User) -> None:
    assessment, copies = begun(newest()), documents()
    response = desk.post(BACK, {"in_use": "1.1", "playbook": "on", "note": "It was better"})
    assert response.status_code == 302
    assert versions() == (["1.0", "1.1", "1.2"], ["1.0", "1.1", "1.2"])
    release, first = newest(), Release.objects.get(minor=0)
    assert (release.content_hash, release.note) == (first.content_hash, "It was better")
    advised = PlaybookRelease.objects.newest_first()[0]
    assert playbook_of(advised.pk) == playbook_of(PlaybookRelease.objects.get(minor=0).pk)
    assert advised.bank_release == release
    assert documents() == copies
    assessment.refresh_from_db()
    assert assessment.release == release
    event = AuditEvent.objects.get(event="bank.rolled_back")
    assert (event.actor, event.details) == (publisher, {"to": "1.0", "as": "1.2", "working_copy": False})


def test_without_its_playbook_the_one_in_use_is_checked_anew(desk: Client) -> None:
    desk.post(BACK, {"in_use": "1.1"})
    advised = PlaybookRelease.objects.newest_first()[0]
    assert playbook_of(advised.pk) == playbook_of(PlaybookRelease.objects.get(minor=1).pk)
    assert (advised.version, advised.bank_release) == ("1.2", newest())


def test_working_copy_too_if_ticked(desk: Client, editor: User) -> None:
    reword(editor, "Half done")
    desk.post(BACK, {"in_use": "1.1", "playbook": "on", "working_copy": "on"})
    assert documents() == (
        document_of(Release.objects.get(minor=0).pk),
        playbook_of(PlaybookRelease.objects.get(minor=0).pk),
    )
    assert Bank.objects.get().changes.order_by("-revision")[0].kind == "restored"


def test_unreleased_changes_are_not_released_with_it(desk: Client, editor: User) -> None:
    rename_action(editor, "Unreleased")
    desk.post(BACK, {"in_use": "1.1"})
    released_text = PlaybookRelease.objects.newest_first()[0].document
    assert "Unreleased" not in released_text


def test_other_structure_is_a_major_release(desk: Client, publisher: User, editor: User) -> None:
    reweigh(editor)
    desk.post(RELEASE, seen(publisher))
    assessment = begun(newest())
    preview = desk.get(BACK).context["preview"]
    assert (preview.bank.next, preview.bank.is_major, preview.stays) == ("3.0", True, 1)
    desk.post(BACK, {"in_use": "2.0", "playbook": "on"})
    assert versions()[0] == ["1.0", "1.1", "2.0", "3.0"]
    assessment.refresh_from_db()
    assert assessment.release.version == "2.0"


@pytest.mark.parametrize("in_use", ["1.0", "9.9", "x", "<b>"])
def test_what_was_released_meanwhile_is_looked_at_again(desk: Client, in_use: str) -> None:
    response = desk.post(BACK, {"in_use": in_use, "note": "Why"})
    assert response.status_code == 409
    assert response.context["form"]["note"].value() == "Why"
    assert versions()[0] == ["1.0", "1.1"]


@pytest.mark.parametrize("data", [{}, {"in_use": "x\x00"}, {"in_use": "1" * 99}, {"in_use": "1.1", "note": "n" * 5000}])
def test_bad_input_changes_nothing(desk: Client, data: dict[str, str]) -> None:
    assert desk.post(BACK, data).status_code == 422
    assert versions()[0] == ["1.0", "1.1"]


@pytest.mark.parametrize("number", ["1.1", "9.9", "x", "1", "99999999999999999999.0", "1.²"])
def test_there_is_no_way_back_to_what_is_in_use_or_not_there(desk: Client, number: str) -> None:
    assert desk.get(f"{RELEASE}back-to/{number}/").status_code == 404


def test_only_publishers_go_back(client: Client, editor: User, stranger: User) -> None:
    for person in (editor, stranger):
        client.force_login(person)
        assert [client.get(BACK).status_code, client.post(BACK, {"in_use": "1.1"}).status_code] == [404, 404]
    assert versions()[0] == ["1.0", "1.1"]
