"""From anonymous to owned: once, by whoever holds the key and is signed in, also across devices; no answer is lost."""

import json
from datetime import timedelta
from threading import Thread

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessment.accounts.models import Enterprise, Grant, GrantLevel, User, Workspace, WorkspaceRole
from assessment.audit.models import AuditEvent
from assessment.responses.actions import Opened, make_resume_keys
from assessment.responses.claiming import OwnedByAnother, WorksForIt, claim_enterprise
from assessment.responses.models import Answer, Assessment, RespondentToken
from assessment.responses.queries import own_answers
from tests.desk.mine.conftest import signed_in, with_key


def claim_page(opened: Opened) -> str:
    return reverse("desk:claim", args=[opened.assessment.public_id])


def owner_of(opened: Opened) -> User | None:
    return Enterprise.objects.get(pk=opened.assessment.enterprise_id).owner


def test_key_and_account_make_an_owner_and_change_no_answer(opened: Opened, owner: User) -> None:
    before = own_answers(opened.assessment)
    client = signed_in(owner, opened.token)
    page = client.get(claim_page(opened))
    assert (page.status_code, owner_of(opened)) == (200, None)
    response = client.post(claim_page(opened))
    enterprise = Enterprise.objects.get(pk=opened.assessment.enterprise_id)
    assert response["Location"] == reverse("desk:mine-enterprise", args=[enterprise.public_id])
    assert (enterprise.owner, enterprise.claimed_at is not None) == (owner, True)
    assert own_answers(opened.assessment) == before
    event = AuditEvent.objects.get(event="enterprise.claimed")
    assert (event.actor_id, event.enterprise_id) == (owner.pk, enterprise.pk)


def test_visitor_with_the_key_is_led_to_sign_in_and_back(opened: Opened) -> None:
    page = claim_page(opened)
    assert with_key(opened.token).get(page)["Location"] == f"{reverse('accounts:sign-in')}?next={page}"


def test_marks_of_direction_in_a_name_turn_no_words_of_a_page(opened: Opened, owner: User) -> None:
    name = "Gears \u202egnp.evil\u2067 Ltd"
    Enterprise.objects.filter(pk=opened.assessment.enterprise_id).update(name=name)
    client = signed_in(owner, opened.token)
    assert "<h1>Make “Gears gnp.evil Ltd” yours</h1>" in client.get(claim_page(opened)).content.decode()
    client.post(claim_page(opened))
    page = client.get(reverse("desk:mine-enterprise", args=[opened.assessment.enterprise.public_id])).content.decode()
    assert "<title>Gears gnp.evil Ltd · Fourfold</title>" in page
    assert f'<h1 dir="auto">{name}</h1>' in page


def test_escaped_names_stay_escaped_in_titles(opened: Opened, owner: User) -> None:
    Enterprise.objects.filter(pk=opened.assessment.enterprise_id).update(name="A <b> & &lt; Ltd", owner=owner)
    page = signed_in(owner).get(reverse("desk:mine-enterprise", args=[opened.assessment.enterprise.public_id]))
    assert "<title>A &lt;b&gt; &amp; &amp;lt; Ltd · Fourfold</title>" in page.content.decode()


def test_without_the_key_there_is_nothing_to_claim(opened: Opened, owner: User, stranger: User) -> None:
    link = make_resume_keys(assessment=opened.assessment).link_token
    opened.assessment.enterprise.grants.create(person=stranger, level=GrantLevel.EDIT)
    browsers = [Client(), signed_in(owner), signed_in(owner, link), signed_in(stranger)]
    assert [each.post(claim_page(opened)).status_code for each in browsers] == [404] * 4
    assert owner_of(opened) is None


def test_second_person_with_the_key_finds_it_owned(opened: Opened, owner: User, colleague: User) -> None:
    signed_in(owner, opened.token).post(claim_page(opened))
    late = signed_in(colleague, opened.token)
    assert [late.get(claim_page(opened)).status_code, late.post(claim_page(opened)).status_code] == [409, 409]
    assert owner_of(opened) == owner
    with pytest.raises(OwnedByAnother):
        claim_enterprise(assessment=opened.assessment, person=colleague)


def test_claiming_again_leads_to_the_own_page_and_records_once(opened: Opened, owner: User) -> None:
    client = signed_in(owner, opened.token)
    places = [client.post(claim_page(opened))["Location"], client.get(claim_page(opened))["Location"]]
    assert places == [reverse("desk:mine-enterprise", args=[opened.assessment.enterprise.public_id])] * 2
    assert AuditEvent.objects.filter(event="enterprise.claimed").count() == 1


def test_another_device_claims_by_its_own_key(opened: Opened, owner: User) -> None:
    """The link gives the second browser a key of its own; the first browser’s key goes on working."""
    link = make_resume_keys(assessment=opened.assessment).link_token
    client = signed_in(owner)
    client.post(reverse("responses:resume-link", args=[link]))
    client.post(claim_page(opened))
    assert owner_of(opened) == owner
    first = with_key(opened.token)
    assert first.get(reverse("responses:check", args=[opened.assessment.public_id])).status_code == 200


def test_answers_waiting_in_the_first_browser_are_saved_after_claiming(opened: Opened, owner: User) -> None:
    signed_in(owner, opened.token).post(claim_page(opened))
    address = reverse("responses:answer-save", args=[opened.assessment.public_id, "steps"])
    last = Answer.objects.filter(assessment=opened.assessment, question_key="steps").order_by("-version").first()
    assert last is not None
    body = {"base_version": last.version, "device": "queued-device", "seq": 9, "state": "unknown"}
    for number, client in enumerate([with_key(opened.token), signed_in(owner, "no key"), signed_in(owner)]):
        sent = body | {"base_version": last.version + number, "seq": number}
        assert client.put(address, json.dumps(sent), "application/json").status_code == 200
    saved = Answer.objects.filter(device="queued-device").order_by("version")
    assert [answer.author for answer in saved] == [None, owner, owner]


@pytest.mark.django_db(transaction=True)
def test_two_at_once_make_one_owner(real_database: None, opened: Opened, owner: User, colleague: User) -> None:
    outcomes: list[str] = []

    def claim(person: User) -> None:
        try:
            outcomes.append(str(claim_enterprise(assessment=opened.assessment, person=person)))
        except OwnedByAnother:
            outcomes.append("late")
        finally:
            connection.close()

    threads = [Thread(target=claim, args=[person]) for person in (owner, colleague)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["True", "late"]
    assert AuditEvent.objects.filter(event="enterprise.claimed").count() == 1


def link_keys(opened: Opened) -> int:
    return RespondentToken.objects.usable().filter(assessment=opened.assessment).exclude(purpose="cookie").count()


@pytest.mark.parametrize("works", ["in force", "run out", "began"])
@pytest.mark.parametrize("role", list(WorkspaceRole))
def test_members_of_a_workspace_cannot_claim_what_it_works_for(
    opened: Opened, advisers: Workspace, stranger: User, works: str, role: WorkspaceRole
) -> None:
    advisers.memberships.create(person=stranger, role=role)
    if works == "began":
        Assessment.objects.filter(pk=opened.assessment.pk).update(workspace=advisers)
    else:
        over = timezone.now() - timedelta(days=1) if works == "run out" else None
        opened.assessment.enterprise.grants.create(workspace=advisers, level=GrantLevel.VIEW, expires_at=over)
    browser = signed_in(stranger, opened.token)
    pages = [browser.get(claim_page(opened)), browser.post(claim_page(opened))]
    assert [page.status_code for page in pages] == [409, 409]
    assert "Only the enterprise itself can claim it" in pages[1].content.decode()
    assert (owner_of(opened), AuditEvent.objects.filter(event="enterprise.claimed").count()) == (None, 0)
    with pytest.raises(WorksForIt):
        claim_enterprise(assessment=opened.assessment, person=stranger)


def test_member_of_a_workspace_that_has_nothing_to_do_with_it_claims(
    opened: Opened, advisers: Workspace, consultant: User
) -> None:
    grant = opened.assessment.enterprise.grants.create(workspace=advisers, level=GrantLevel.EDIT)
    Grant.objects.filter(pk=grant.pk).update(withdrawn_at=timezone.now())
    signed_in(consultant, opened.token).post(claim_page(opened))
    assert owner_of(opened) == consultant


@pytest.mark.parametrize(("is_sent", "left"), [(True, 0), (False, 2)])
def test_links_that_a_workspace_made_end_with_claiming_and_browsers_go_on(
    opened: Opened, advisers: Workspace, owner: User, is_sent: bool, left: int
) -> None:
    make_resume_keys(assessment=opened.assessment)
    if is_sent:
        Assessment.objects.filter(pk=opened.assessment.pk).update(workspace=advisers)
    signed_in(owner, opened.token).post(claim_page(opened))
    assert (owner_of(opened), link_keys(opened)) == (owner, left)
    check = reverse("responses:check", args=[opened.assessment.public_id])
    assert with_key(opened.token).get(check).status_code == 200
