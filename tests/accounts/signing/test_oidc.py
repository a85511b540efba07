"""Signing in through the identity service of the operator, with its answers made up here."""

from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from allauth.socialaccount.models import SocialAccount
from allauth.socialaccount.providers.oauth2.client import OAuth2Client
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.test import Client

from assessment.accounts.models import User
from assessment.config.oidc import OidcSettings
from assessment.config.signing import signing_settings

CONFIG = {
    "authorization_endpoint": "https://id.example.org/auth",
    "token_endpoint": "https://id.example.org/token",
    "userinfo_endpoint": "https://id.example.org/user",
    "issuer": "https://id.example.org",
    "jwks_uri": "https://id.example.org/keys",
}
LOGIN = "/account/oidc/oidc/login/"


@pytest.fixture(autouse=True)
def service(settings, monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """The service says who the person is by what a test writes into the returned dictionary."""
    oidc = OidcSettings("City login", "https://id.example.org", "fourfold", "very-secret")
    settings.OIDC = oidc
    made = signing_settings(address="http://testserver", proxies=0, oidc=oidc)
    settings.SOCIALACCOUNT_PROVIDERS = made["SOCIALACCOUNT_PROVIDERS"]
    said: dict[str, object] = {}
    monkeypatch.setattr(OpenIDConnectOAuth2Adapter, "openid_config", CONFIG)
    monkeypatch.setattr(OpenIDConnectOAuth2Adapter, "_fetch_user_info", lambda self, token: said)
    monkeypatch.setattr(OAuth2Client, "get_access_token", lambda *args, **kwargs: {"access_token": "x"})
    return said


def come_back(client: Client, path: str = LOGIN):
    """Presses the button, and comes back from the service with its answer."""
    leaving = client.post(path)
    state = leaving.context["redirect_to"].split("state=")[1].split("&")[0]
    return client.get(f"{LOGIN}callback/", {"code": "x", "state": state})


def test_button_has_the_name_of_the_service(client: Client) -> None:
    assert "With City login" in client.get("/sign-in/").content.decode()


def test_looking_at_the_address_begins_nothing(client: Client) -> None:
    page = client.get(LOGIN)
    assert (page.status_code, "You go on to City login" in page.content.decode()) == (200, True)


def test_newcomer_gets_an_account(client: Client, service: dict[str, object]) -> None:
    service.update(sub="7", email="li@example.org", email_verified=True, name="Li\tWei")
    assert come_back(client)["Location"] == "/my/"
    person = User.objects.get(email="li@example.org")
    assert (person.name, client.session["_auth_user_id"]) == ("Li Wei", str(person.pk))


def test_checked_address_opens_the_account_it_belongs_to(
    client: Client, stranger: User, service: dict[str, object]
) -> None:
    service.update(sub="7", email=stranger.email, email_verified=True)
    come_back(client)
    assert client.session["_auth_user_id"] == str(stranger.pk)
    assert SocialAccount.objects.get(user=stranger).uid == "7"


def test_unchecked_address_opens_nothing(client: Client, stranger: User, service: dict[str, object]) -> None:
    service.update(sub="7", email=stranger.email, email_verified=False)
    come_back(client)
    assert "_auth_user_id" not in client.session
    assert not SocialAccount.objects.exists()


def test_second_step_is_asked_for_after_it_too(client: Client, editor: User, service: dict[str, object]) -> None:
    TOTP.activate(editor, generate_totp_secret())
    service.update(sub="7", email=editor.email, email_verified=True)
    assert come_back(client)["Location"] == "/account/second-step/enter/"
    assert "_auth_user_id" not in client.session


@pytest.mark.usefixtures("second_factor_required")
def test_second_step_has_to_be_set_up_after_it_too(client: Client, editor: User, service: dict[str, object]) -> None:
    service.update(sub="7", email=editor.email, email_verified=True)
    come_back(client)
    assert client.get("/studio/")["Location"] == "/account/second-step/"


def test_deleted_account_stays_closed(client: Client, stranger: User, service: dict[str, object]) -> None:
    User.objects.filter(pk=stranger.pk).update(is_active=False)
    SocialAccount.objects.create(user=stranger, provider="oidc", uid="7")
    service.update(sub="7", email=stranger.email, email_verified=True)
    assert come_back(client)["Location"] == "/account/inactive/"
    assert "_auth_user_id" not in client.session


def test_answer_without_a_question_is_refused(client: Client) -> None:
    answer = client.get(f"{LOGIN}callback/", {"code": "x", "state": "made-up"})
    assert (answer.status_code, "Signing in did not work" in answer.content.decode()) == (401, True)


def test_button_leads_out_by_a_page_of_ours(client: Client) -> None:
    """The content policy lets no form lead to another site, not even by a redirect."""
    page = client.post(LOGIN)
    assert page.status_code == 200
    assert "0;URL=&#x27;https://id.example.org/auth?" in page.content.decode() or (
        "0;URL='https://id.example.org/auth?" in page.content.decode()
    )


def test_identity_of_somebody_who_signed_up_with_a_foreign_address_opens_nothing(
    client: Client, service: dict[str, object], last_code: Callable[[], str]
) -> None:
    attacker = Client()
    service.update(sub="attacker", email="victim@example.org", email_verified=False)
    come_back(attacker)
    victim = User.objects.get(email="victim@example.org")
    client.post("/account/code/", {"email": victim.email})
    client.post("/account/code/confirm/", {"code": last_code()})
    come_back(attacker)
    assert (client.session["_auth_user_id"], "_auth_user_id" in attacker.session) == (str(victim.pk), False)
    assert not SocialAccount.objects.filter(user=victim).exists()


def test_identity_service_takes_an_account_over_whose_password_a_stranger_set(
    client: Client, service: dict[str, object], last_code: Callable[[], str]
) -> None:
    Client().post("/account/sign-up/", {"email": "victim@example.org", "password1": "the attacker knows this"})
    service.update(sub="7", email="victim@example.org", email_verified=True)
    come_back(client)
    client.post("/account/email/code/", {"code": last_code()})
    victim = User.objects.get(email="victim@example.org")
    assert (client.session["_auth_user_id"], victim.has_usable_password()) == (str(victim.pk), False)
    assert SocialAccount.objects.get(user=victim).uid == "7"
