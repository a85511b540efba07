"""Handing over: bound to an address, accepted once, and only as long as who offered it owns it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from assessment.accounts.models import Enterprise, GrantLevel, HandOver, User, Workspace
from assessment.audit.models import AuditEvent
from assessment.mail.models import Letter
from assessment.responses.actions import Opened, make_resume_keys
from assessment.responses.models import RespondentToken
from tests.desk.mine.conftest import Begin, signed_in, with_key
from tests.desk.mine.test_mine import page


@pytest.fixture
def link(mine: Enterprise, owner: User, colleague: User) -> str:
    """This fixture will return the path in the letter to the colleague."""
    signed_in(owner).post(page(mine, "mine-hand-over"), {"email": colleague.email.upper()})
    return letter_path()


def letter_path() -> str:
    found = re.search(r"/my/hand-over/[^\s]+", Letter.objects.order_by("-pk")[0].body)
    assert found is not None
    return found[0]


@pytest.fixture(autouse=True)
def letters_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sent letters are emptied; these are read."""
    monkeypatch.setattr("assessment.mail.actions._deliver", lambda letter: "kept for the test")


def test_next_owner_accepts_and_the_old_one_is_out(
    mine: Enterprise, link: str, owner: User, colleague: User, advisers: Workspace
) -> None:
    mine.grants.create(person=colleague, level=GrantLevel.VIEW)
    mine.grants.create(workspace=advisers, level=GrantLevel.EDIT)
    client = signed_in(colleague)
    assert client.get(link).context["is_theirs"] is True
    assert client.post(link)["Location"] == page(mine)
    mine.refresh_from_db()
    assert mine.owner == colleague
    assert [signed_in(owner).get(page(mine)).status_code, client.get(page(mine)).status_code] == [404, 200]
    assert [grant.workspace for grant in mine.grants.in_force()] == [advisers]
    assert client.get(link).status_code == 404


def test_keys_of_the_former_owner_end(
    mine: Enterprise, owned: Opened, begin: Begin, link: str, colleague: User, stranger: User
) -> None:
    make_resume_keys(assessment=owned.assessment)
    other = begin("Other Ltd", owner=stranger)
    assert "without signing in ends" in signed_in(colleague).get(link).content.decode()
    signed_in(colleague).post(link)
    check = [reverse("responses:check", args=[each.assessment.public_id]) for each in (owned, other)]
    assert [with_key(owned.token).get(check[0]).status_code, with_key(other.token).get(check[1]).status_code] == [
        404,
        200,
    ]
    assert not RespondentToken.objects.usable().filter(assessment=owned.assessment).exists()
    assert AuditEvent.objects.get(event="enterprise.keys_revoked").details == {"count": 3}


def test_other_address_cannot_accept(mine: Enterprise, link: str, owner: User, stranger: User, client: Client) -> None:
    assert client.get(link)["Location"] == f"{reverse('accounts:sign-in')}?next={link}"
    shown = signed_in(stranger).get(link)
    assert (shown.context["is_theirs"], "colleague@" in shown.content.decode()) == (False, False)
    assert [signed_in(stranger).post(link).status_code, signed_in(owner).post(link).status_code] == [403, 403]
    mine.refresh_from_db()
    assert mine.owner == owner


def test_wrong_person_can_sign_out_and_comes_back(link: str, stranger: User) -> None:
    browser = signed_in(stranger)
    assert f'name="next" value="{link}"' in browser.get(link).content.decode()
    assert browser.post("/sign-out/", {"next": link})["Location"] == link
    assert "then you can accept it" in browser.get(link, follow=True).content.decode()


def test_revoked_expired_and_overtaken_offers_open_nothing(
    mine: Enterprise, link: str, owner: User, colleague: User, stranger: User
) -> None:
    signed_in(owner).post(page(mine, "mine-hand-over"), {"email": "third@example.org"})
    second = letter_path()
    client = signed_in(colleague)
    assert (client.get(link).status_code, HandOver.objects.waiting().count()) == (404, 1)
    HandOver.objects.filter(revoked_at__isnull=True).update(expires_at=timezone.now() - timedelta(minutes=1))
    assert client.get(second).status_code == 404
    HandOver.objects.update(revoked_at=None, accepted_at=timezone.now(), expires_at=timezone.now() + timedelta(days=1))
    assert client.get(second).status_code == 404
    HandOver.objects.filter(email="third@example.org").update(accepted_at=None)
    Enterprise.objects.update(owner=stranger)
    assert client.get(second).status_code == 404


def test_owner_sees_and_revokes_the_offer(mine: Enterprise, link: str, owner: User, colleague: User) -> None:
    client = signed_in(owner)
    assert client.get(page(mine)).context["access"].offer.email.lower() == colleague.email
    address = page(mine, "mine-hand-over-revoke")
    assert [client.post(address).status_code, client.post(address).status_code] == [302, 404]
    assert signed_in(colleague).get(link).status_code == 404


@pytest.mark.parametrize("email", ["", "nobody", "owner@example.org", "OWNER@example.org"])
def test_bad_or_own_address_offers_nothing(mine: Enterprise, owner: User, email: str) -> None:
    response = signed_in(owner).post(page(mine, "mine-hand-over"), {"email": email})
    assert (response.status_code, HandOver.objects.count(), Letter.objects.count()) == (422, 0, 0)


def test_offers_of_one_day_are_counted(mine: Enterprise, owner: User) -> None:
    statuses = [
        signed_in(owner).post(page(mine, "mine-hand-over"), {"email": f"a{number}@example.org"}).status_code
        for number in range(6)
    ]
    assert statuses == [302] * 5 + [422]
