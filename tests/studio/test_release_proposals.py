"""The second person: who proposes, who releases, who sends back."""

from typing import Any

import pytest
from django.test import Client

from assessment.accounts.models import PlatformRole, User
from assessment.audit.models import AuditEvent
from assessment.bank.models import Bank
from recommendations.studio.models import Proposal
from tests.conftest import appoint
from tests.studio.releasing import SLUG, released, reword, seen, versions

pytestmark = pytest.mark.django_db
PAGE = f"/studio/banks/{SLUG}/release/"


@pytest.fixture(autouse=True)
def careful_bank(db: None) -> None:
    released()
    Bank.objects.update(needs_second_person=True)


@pytest.fixture
def colleague_of_publisher(db: None) -> User:
    return appoint("second-publisher", PlatformRole.PUBLISHER)


def as_(person: User) -> Client:
    client = Client()
    client.force_login(person)
    return client


def said(response: Any) -> list[str]:
    return [str(message) for message in response.context["messages"]]


def propose(person: User, **more: Any) -> Any:
    return as_(person).post(f"{PAGE}propose/", seen(person, **more))


def test_nobody_releases_what_nobody_proposed(editor: User, publisher: User) -> None:
    reword(editor)
    page = as_(publisher).get(PAGE)
    assert page.context["may_release"] is False
    assert "This bank asks for a second person: you propose, somebody else releases." in page.content.decode()
    response = as_(publisher).post(PAGE, seen(publisher))
    assert (response.status_code, versions()[0]) == (422, ["1.0"])
    assert said(response) == ["This bank asks for a second person: propose the release first."]


def test_editor_proposes_and_publisher_releases(editor: User, publisher: User) -> None:
    reword(editor)
    assert propose(editor, note="Please").status_code == 302
    page = as_(publisher).get(PAGE)
    assert "Please" in page.content.decode()
    assert as_(publisher).post(PAGE, seen(publisher)).status_code == 302
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.note, proposal.decided_by) == ("released", "Please", publisher)
    assert versions()[0] == ["1.0", "1.1"]
    events = AuditEvent.objects.filter(event__startswith="release.").order_by("pk")
    assert list(events.values_list("event", "actor")) == [
        ("release.proposed", editor.pk),
        ("release.agreed", publisher.pk),
    ]


def test_whoever_proposed_does_not_release(editor: User, publisher: User) -> None:
    reword(editor)
    propose(publisher)
    page = as_(publisher).get(PAGE).content.decode()
    assert "You proposed this release, so somebody else must make it." in page
    assert as_(publisher).post(PAGE, seen(publisher)).status_code == 422
    assert versions()[0] == ["1.0"]


def test_whoever_made_all_changes_does_not_release(
    administrator: User, editor: User, publisher: User, colleague_of_publisher: User
) -> None:
    reword(administrator)
    propose(publisher)
    response = as_(administrator).post(PAGE, seen(administrator))
    assert said(response) == ["All changes since the last release are yours, so somebody else must make this one."]
    assert versions()[0] == ["1.0"]
    assert as_(colleague_of_publisher).post(PAGE, seen(colleague_of_publisher)).status_code == 302


def test_one_of_several_authors_may_release(administrator: User, editor: User, publisher: User) -> None:
    reword(administrator)
    reword(editor, "Other words")
    propose(publisher)
    assert as_(administrator).post(PAGE, seen(administrator)).status_code == 302
    assert versions()[0] == ["1.0", "1.1"]


def test_outdated_proposal_says_so_and_cannot_be_released(editor: User, publisher: User) -> None:
    reword(editor)
    propose(editor)
    reword(editor, "Changed after all")
    words = "The working copy has changed since it was proposed, so this proposal cannot be released."
    assert words in as_(publisher).get(PAGE).content.decode()
    assert words in as_(editor).get(PAGE).content.decode()
    response = as_(publisher).post(PAGE, seen(publisher))
    assert (response.status_code, versions()[0]) == (422, ["1.0"])


def test_publisher_sends_back_with_a_word_which_the_editor_reads(editor: User, publisher: User) -> None:
    reword(editor)
    propose(editor)
    refused = as_(publisher).post(f"{PAGE}send-back/", {"answer": " "})
    assert refused.status_code == 422
    assert "Write what is missing" in refused.content.decode()
    assert as_(publisher).post(f"{PAGE}send-back/", {"answer": "Chinese <b>is</b> missing"}).status_code == 302
    proposal = Proposal.objects.get()
    assert (proposal.state, proposal.answer) == ("sent_back", "Chinese <b>is</b> missing")
    page = as_(editor).get(PAGE).content.decode()
    assert "Chinese &lt;b&gt;is&lt;/b&gt; missing" in page
    assert propose(editor).status_code == 302


def test_proposer_takes_back_and_nobody_else_does(editor: User, second_editor: User, publisher: User) -> None:
    reword(editor)
    propose(editor)
    for other in (second_editor, publisher):
        as_(other).post(f"{PAGE}withdraw/")
    assert Proposal.objects.get().state == "waiting"
    as_(editor).post(f"{PAGE}withdraw/")
    assert Proposal.objects.get().state == "withdrawn"


def test_proposer_does_not_send_back_their_own(publisher: User, editor: User) -> None:
    reword(editor)
    propose(publisher)
    as_(publisher).post(f"{PAGE}send-back/", {"answer": "No"})
    assert Proposal.objects.get().state == "waiting"


def test_there_is_one_proposal_at_a_time(editor: User, second_editor: User) -> None:
    reword(editor)
    propose(editor)
    response = propose(second_editor)
    assert response.status_code == 422
    assert said(response) == ["There is a proposal already. It must be decided on first."]
    assert Proposal.objects.count() == 1


def test_proposal_of_what_has_changed_meanwhile_is_refused(editor: User) -> None:
    reword(editor)
    sent = seen(editor)
    reword(editor, "Newer")
    assert as_(editor).post(f"{PAGE}propose/", sent).status_code == 409
    assert Proposal.objects.count() == 0


def test_strangers_and_other_roles_meet_nothing(stranger: User, catalogue_keeper: User, editor: User) -> None:
    for person in (stranger, catalogue_keeper):
        assert {as_(person).post(f"{PAGE}{name}/").status_code for name in ("propose", "withdraw", "send-back")} == {
            404
        }
    assert as_(editor).post(f"{PAGE}send-back/", {"answer": "No"}).status_code == 404
