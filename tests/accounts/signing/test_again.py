"""People without password and second step show by a code by mail who they are, before their account is changed."""

import re

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from assessment.accounts.models import User
from assessment.mail.models import Letter

GUARDED = [
    "account_email",
    "account_set_password",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "socialaccount_connections",
    "accounts:account-delete",
]


@pytest.fixture
def passwordless(owner: User) -> User:
    owner.set_unusable_password()
    owner.save()
    return owner


@pytest.fixture
def browser(passwordless: User) -> Client:
    browser = Client()
    browser.force_login(passwordless)
    return browser


def sent_code() -> str:
    found = re.search(r"^([A-Z0-9]{4}-?[A-Z0-9]{4})$", Letter.objects.latest("pk").body, re.MULTILINE)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("name", GUARDED)
@pytest.mark.parametrize("method", ["get", "post"])
def test_nothing_is_changed_before_a_code_was_given(name: str, method: str, browser: Client) -> None:
    reply = getattr(browser, method)(reverse(name), {"sure": "on", "confirm": "on"})
    assert reply.status_code == 302
    assert reply["Location"].startswith(reverse("accounts:prove"))
    assert User.objects.get().is_active


def test_code_leads_on_to_the_page(browser: Client, passwordless: User) -> None:
    wanted = reverse("accounts:account-delete")
    page = browser.post(reverse("accounts:prove"), {"send": "1", "next": wanted})
    assert passwordless.email in page.content.decode()
    assert Letter.objects.get().to == passwordless.email
    reply = browser.post(reverse("accounts:prove"), {"code": sent_code().lower().replace("-", " "), "next": wanted})
    assert reply["Location"] == wanted
    assert browser.get(wanted).status_code == 200


def test_proof_runs_out(browser: Client) -> None:
    browser.post(reverse("accounts:prove"), {"send": "1"})
    browser.post(reverse("accounts:prove"), {"code": sent_code()})
    assert browser.get(reverse("account_email")).status_code == 200
    with time_machine.travel("2099-01-01"):
        assert browser.get(reverse("account_email")).status_code == 302


def test_wrong_codes_end_the_right_one(browser: Client) -> None:
    browser.post(reverse("accounts:prove"), {"send": "1"})
    code = sent_code()
    met = [browser.post(reverse("accounts:prove"), {"code": "AAAA-AAAA"}) for _number in range(5)]
    assert {reply.status_code for reply in met} == {422}
    assert "This code is not right" in met[0].content.decode()
    late = browser.post(reverse("accounts:prove"), {"code": code})
    assert (late.status_code, "too old, or was tried too often" in late.content.decode()) == (422, True)


@pytest.mark.parametrize("wanted", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)", ""])
def test_code_leads_nowhere_else(wanted: str, browser: Client) -> None:
    browser.post(reverse("accounts:prove"), {"send": "1"})
    reply = browser.post(reverse("accounts:prove"), {"code": sent_code(), "next": wanted})
    assert reply["Location"] == reverse("accounts:account")


def test_code_of_another_session_is_none(browser: Client, passwordless: User) -> None:
    browser.post(reverse("accounts:prove"), {"send": "1"})
    other = Client()
    other.force_login(passwordless)
    assert other.post(reverse("accounts:prove"), {"code": sent_code()}).status_code == 422


def test_whoever_has_a_password_is_asked_for_it_instead(client: Client, stranger: User) -> None:
    client.force_login(stranger)
    reply = client.post(reverse("accounts:account-delete"), {"sure": "on"})
    assert reply["Location"].startswith(reverse("account_reauthenticate"))


def test_visitors_sign_in_first(client: Client) -> None:
    assert client.get(reverse("accounts:prove"))["Location"].startswith(reverse("accounts:sign-in"))
