"""Guessing is limited, and no stranger can use the limits to lock the owner out."""

import pytest
from allauth.core import context
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError
from django.test import Client, RequestFactory

from assessment.accounts.models import User
from assessment.accounts.signing.adapter import AccountAdapter
from assessment.accounts.signing.devices import COOKIE
from assessment.mail.models import Letter

PASSWORD = "a long enough password"
SIGN_IN = "/sign-in/"


def enter(client: Client, email: str, password: str, address: str = "192.0.2.1"):
    return client.post(SIGN_IN, {"login": email, "password": password}, REMOTE_ADDR=address)


def guess(email: str, number: int) -> str:
    """One wrong password from a client address of its own; returns the code of the refusal, or ""."""
    request = RequestFactory().post(SIGN_IN, REMOTE_ADDR=f"10.0.{number // 250}.{number % 250}")
    request.user = AnonymousUser()
    with context.request_context(request):
        try:
            assert AccountAdapter().authenticate(request, email=email, password=f"wrong {number}") is None
        except ValidationError as error:
            return str(error.code)
    return ""


def test_sixth_guess_from_one_place_is_refused_with_the_time_to_wait(client: Client, stranger: User) -> None:
    answers = [enter(client, stranger.email, "wrong") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [422] * 5 + [429]
    assert answers[-1]["Retry-After"] == "900"
    assert "Too many attempts. Wait a quarter of an hour, or sign in another way." in answers[-1].content.decode()
    assert enter(client, stranger.email, PASSWORD).status_code == 429


def test_unknown_address_is_limited_alike(client: Client) -> None:
    assert [enter(client, "nobody@example.org", "wrong").status_code for _ in range(6)] == [422] * 5 + [429]


def test_one_place_cannot_try_many_accounts(client: Client) -> None:
    statuses = [enter(client, f"person-{number}@example.org", "wrong").status_code for number in range(41)]
    assert statuses == [422] * 40 + [429]


def test_a_thousand_wrong_passwords_of_strangers_stop_neither_the_known_device_nor_the_code(
    stranger: User, last_code
) -> None:
    known, new = Client(), Client()
    assert enter(known, stranger.email, PASSWORD).status_code == 302
    known.post("/sign-out/")
    refusals = [guess(stranger.email, number) for number in range(1000)]
    assert (refusals.count(""), refusals.count("too_many_login_attempts")) == (30, 970)
    assert enter(new, stranger.email, PASSWORD).status_code == 429
    assert enter(known, stranger.email, PASSWORD).status_code == 302
    new.post("/account/code/", {"email": stranger.email})
    new.post("/account/code/confirm/", {"code": last_code()})
    assert new.session["_auth_user_id"] == str(stranger.pk)


def test_new_password_by_code_stays_possible(stranger: User, last_code) -> None:
    for number in range(100):
        guess(stranger.email, number)
    client = Client()
    client.post("/account/password/reset/", {"email": stranger.email})
    assert client.post("/account/password/reset/code/", {"code": last_code()}).status_code == 302


def test_known_device_has_a_limit_of_its_own(stranger: User) -> None:
    known = Client()
    enter(known, stranger.email, PASSWORD)
    known.post("/sign-out/")
    assert [enter(known, stranger.email, "wrong").status_code for _ in range(11)] == [422] * 10 + [429]


def test_device_known_to_one_account_is_unknown_to_another(stranger: User, colleague: User) -> None:
    client = Client()
    enter(client, stranger.email, PASSWORD)
    client.post("/sign-out/")
    assert [enter(client, colleague.email, "wrong").status_code for _ in range(6)] == [422] * 5 + [429]


def test_forged_device_is_no_known_one(client: Client, stranger: User) -> None:
    client.cookies[COOKIE] = "device.0123456789abcdef"
    assert [enter(client, stranger.email, "wrong").status_code for _ in range(6)] == [422] * 5 + [429]


def test_right_password_uses_no_attempt_up(stranger: User) -> None:
    for _ in range(8):
        client = Client()
        assert enter(client, stranger.email, PASSWORD).status_code == 302


def test_letters_to_one_address_are_limited_by_place(stranger: User) -> None:
    def ask(address: str) -> int:
        return Client().post("/account/code/", {"email": stranger.email}, REMOTE_ADDR=address).status_code

    assert [ask("192.0.2.1") for _ in range(5)] == [302] * 4 + [429]
    assert ask("192.0.2.2") == 302
    assert Letter.objects.filter(to=stranger.email).count() == 5


@pytest.mark.parametrize(
    ("proxies", "header", "counted"),
    [(0, "203.0.113.9", "192.0.2.1"), (1, "198.51.100.1, 203.0.113.9", "203.0.113.9"), (2, "203.0.113.9", "192.0.2.1")],
)
def test_client_address_behind_proxies(settings, proxies: int, header: str, counted: str) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies
    request = RequestFactory().post(SIGN_IN, REMOTE_ADDR="192.0.2.1", headers={"X-Forwarded-For": header})
    with context.request_context(request):
        assert AccountAdapter().get_client_ip(request) == counted
