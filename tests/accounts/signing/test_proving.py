"""Whoever signs up with the address of somebody else and waits gets nothing."""

from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.test import Client

from assessment.accounts.models import User
from assessment.accounts.signing.events import Event
from assessment.audit.models import AuditEvent
from assessment.mail.models import Letter

VICTIM = "victim@example.org"
PASSWORD = "the attacker knows this"
Code = Callable[[], str]


@pytest.fixture
def attacker(db: None) -> Client:
    client = Client()
    client.post("/account/sign-up/", {"email": VICTIM, "password1": PASSWORD})
    return client


def opens(client: Client, password: str = PASSWORD) -> bool:
    client.post("/sign-in/", {"login": VICTIM, "password": password})
    return "_auth_user_id" in client.session


def sign_in_by_code(client: Client, last_code: Code) -> User:
    client.post("/account/code/", {"email": VICTIM})
    client.post("/account/code/confirm/", {"code": last_code()})
    person = User.objects.get(email=VICTIM)
    assert client.session["_auth_user_id"] == str(person.pk)
    return person


def test_code_by_letter_takes_the_password_of_the_attacker_away(
    client: Client, attacker: Client, last_code: Code
) -> None:
    person = sign_in_by_code(client, last_code)
    assert not person.has_usable_password()
    assert (opens(attacker), opens(Client())) == (False, False)
    assert client.get("/account/").status_code == 200
    assert AuditEvent.objects.filter(event=Event.UNPROVEN_DISCARDED, object_id=str(person.pk)).count() == 1


def test_everything_else_that_opened_it_is_gone_too(client: Client, attacker: Client, last_code: Code) -> None:
    person = User.objects.get(email=VICTIM)
    elsewhere = Client()
    elsewhere.force_login(person)
    elsewhere.get("/account/")
    TOTP.activate(person, generate_totp_secret())
    SocialAccount.objects.create(user=person, provider="oidc", uid="attacker")
    person.emailaddress_set.create(email="attacker@example.org")
    client.post("/account/password/reset/", {"email": VICTIM})
    client.post("/account/password/reset/code/", {"code": last_code()})
    assert (person.authenticator_set.count(), person.socialaccount_set.count()) == (0, 0)
    assert list(person.emailaddress_set.values_list("email", "verified")) == [(VICTIM, True)]
    assert UserSession.objects.filter(user=person).count() == 0
    assert elsewhere.get("/account/").status_code == 302


def test_reset_that_is_not_finished_takes_it_away_as_well(client: Client, attacker: Client, last_code: Code) -> None:
    client.post("/account/password/reset/", {"email": VICTIM})
    client.post("/account/password/reset/code/", {"code": last_code()})
    assert not opens(attacker)
    new = {"password1": "a password of my own", "password2": "a password of my own"}
    client.post("/account/password/reset/new/", new)
    assert (opens(Client()), opens(Client(), "a password of my own")) == (False, True)


def test_attacker_who_waits_at_the_last_step_gets_no_further(client: Client, attacker: Client, last_code: Code) -> None:
    sign_in_by_code(client, last_code)
    for path in ("/account/email/code/", "/sign-in/", "/account/sign-up/", "/my/", "/account/email/"):
        attacker.get(path)
        attacker.post(path, {"code": last_code(), "action": "resend"})
        assert "_auth_user_id" not in attacker.session


def test_person_who_signs_up_keeps_the_password(client: Client, last_code: Code) -> None:
    client.post("/account/sign-up/", {"email": VICTIM, "password1": "a password of my own"})
    client.post("/account/email/code/", {"code": last_code()})
    assert "_auth_user_id" in client.session
    assert opens(Client(), "a password of my own")


def test_person_who_comes_back_with_the_password_keeps_it(attacker: Client, last_code: Code) -> None:
    """Here the same person: the one with the password enters the code of the letter as well."""
    back = Client()
    assert not opens(back)
    back.post("/account/email/code/", {"code": last_code()})
    assert "_auth_user_id" in back.session
    assert opens(Client())


def test_second_sign_up_changes_nothing_and_looks_the_same(client: Client, attacker: Client) -> None:
    again = client.post("/account/sign-up/", {"email": VICTIM, "password1": "a password of my own", "name": "Me"})
    assert (again.status_code, again["Location"]) == (302, "/account/email/code/")
    person = User.objects.get(email=VICTIM)
    assert (person.check_password(PASSWORD), person.name) == (True, "")
    assert "It has an account already" in Letter.objects.order_by("pk").last().body


def test_proven_address_keeps_everything(client: Client, stranger: User, last_code: Code) -> None:
    client.post("/account/code/", {"email": stranger.email})
    client.post("/account/code/confirm/", {"code": last_code()})
    stranger.refresh_from_db()
    assert stranger.check_password("a long enough password")
