"""Two people at the same release: who comes second is told what has happened, and nothing waits for ever."""

from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from assessment.accounts.models import PlatformRole, User
from assessment.bank.models import Bank
from recommendations.studio.models import Proposal
from tests.conftest import appoint
from tests.studio.releasing import SLUG, released, rename_action, reword, seen, versions

pytestmark = pytest.mark.django_db
PAGE = f"/studio/banks/{SLUG}/release/"
CLOSED = "The last proposal is closed: Publisher released something else on "


@pytest.fixture(autouse=True)
def bank(db: None) -> Bank:
    return released()[0]


@pytest.fixture
def colleague(db: None) -> User:
    return appoint("second-publisher", PlatformRole.PUBLISHER)


def as_(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def said(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


@pytest.mark.parametrize("is_careful", [True, False])
def test_second_of_two_publishers_reads_who_released_it(
    is_careful: bool, editor: User, publisher: User, colleague: User
) -> None:
    Bank.objects.update(needs_second_person=is_careful)
    reword(editor)
    sent = seen(publisher)
    as_(editor).post(f"{PAGE}propose/", sent)
    assert as_(publisher).post(PAGE, sent).status_code == 302
    late = as_(colleague).post(PAGE, sent)
    assert (late.status_code, said(late)) == (422, ["Released as 1.1 by Publisher meanwhile."])
    again = as_(publisher).post(PAGE, sent)
    assert (again.status_code, said(again)) == (422, ["Nothing has changed since the last release."])
    reword(editor, "Work goes on")
    assert said(as_(colleague).post(PAGE, sent)) == ["Released as 1.1 by Publisher meanwhile."]
    assert versions()[0] == ["1.0", "1.1"]


def test_who_released_the_playbook_alone_is_named(editor: User, publisher: User, colleague: User) -> None:
    rename_action(editor)
    sent = seen(publisher)
    as_(publisher).post(PAGE, sent)
    assert said(as_(colleague).post(PAGE, sent)) == ["Released as 1.0 by Publisher meanwhile."]
    assert versions() == (["1.0"], ["1.0", "1.1"])


@pytest.mark.parametrize("is_careful", [True, False])
def test_release_with_nothing_in_it_is_not_proposed(is_careful: bool, editor: User, publisher: User) -> None:
    Bank.objects.update(needs_second_person=is_careful)
    response = as_(editor).post(f"{PAGE}propose/", seen(editor))
    assert (response.status_code, said(response)) == (422, ["Nothing has changed since the last release."])
    assert Proposal.objects.count() == 0


def test_proposal_that_a_release_was_made_past_is_closed_with_a_word(editor: User, publisher: User) -> None:
    reword(editor)
    as_(editor).post(f"{PAGE}propose/", seen(editor))
    reword(editor, "Other words")
    as_(publisher).post(PAGE, seen(publisher))
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.answer, proposal.decided_by) == ("sent_back", "", publisher)
    assert CLOSED in as_(editor).get(PAGE).content.decode()
    reword(editor, "More words")
    assert as_(editor).post(f"{PAGE}propose/", seen(editor)).status_code == 302


def test_going_back_closes_what_no_longer_fits_and_leaves_what_does(editor: User, publisher: User) -> None:
    reword(editor)
    as_(publisher).post(PAGE, seen(publisher))
    reword(editor, "Third words")
    as_(editor).post(f"{PAGE}propose/", seen(editor))
    as_(publisher).post(f"{PAGE}back-to/1.0/", {"in_use": "1.1", "playbook": "on"})
    assert Proposal.objects.get().state == "waiting"
    as_(publisher).post(f"{PAGE}back-to/1.1/", {"in_use": "1.2", "playbook": "on", "working_copy": "on"})
    assert (Proposal.objects.get().state, versions()[0]) == ("sent_back", ["1.0", "1.1", "1.2", "1.3"])


def test_release_that_goes_back_has_the_note_of_the_person_alone(editor: User, publisher: User, bank: Bank) -> None:
    reword(editor)
    as_(publisher).post(PAGE, seen(publisher))
    with translation.override("zh-hans"):
        as_(publisher).post(f"{PAGE}back-to/1.0/", {"in_use": "1.1"})
    assert [release.note for release in bank.releases.newest_first()] == ["", "Better", ""]
