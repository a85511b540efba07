"""Signing in and out."""

import pytest
from django.test import Client
from django.urls import reverse

from assessment.accounts.models import User

PASSWORD = "a long enough password"
SIGN_IN = "/sign-in/"

pytestmark = pytest.mark.django_db


def sign_in(client: Client, email: str, password: str = PASSWORD, **more: str):
    return client.post(SIGN_IN, {"login": email, "password": password, **more})


def test_sign_in_leads_those_with_a_role_to_the_studio(client: Client, editor: User) -> None:
    response = sign_in(client, "EDITOR@example.org")
    assert (response.status_code, response["Location"]) == (302, "/studio/")
    assert client.session["_auth_user_id"] == str(editor.pk)


def test_sign_in_leads_everybody_else_to_their_own_page(client: Client, stranger: User) -> None:
    assert sign_in(client, stranger.email)["Location"] == reverse("desk:mine")


@pytest.mark.parametrize("next_page,landing", [("/method/", "/method/"), ("https://evil.example/", "/studio/")])
def test_sign_in_leads_on_only_to_our_own_pages(client: Client, editor: User, next_page: str, landing: str) -> None:
    assert sign_in(client, editor.email, next=next_page)["Location"] == landing


def test_wrong_address_and_wrong_password_meet_the_same_words(client: Client, editor: User) -> None:
    wrong = [sign_in(client, editor.email, "wrong"), sign_in(client, "nobody@example.org")]
    User.objects.filter(pk=editor.pk).update(is_active=False)
    wrong.append(sign_in(client, editor.email))
    assert [response.status_code for response in wrong] == [422, 422, 422]
    words = "This address and this password do not belong together. Check both."
    assert [response.context["form"].non_field_errors() for response in wrong] == [[words]] * 3
    assert "_auth_user_id" not in client.session


def test_fields_are_known_to_password_keepers(client: Client) -> None:
    page = client.get(SIGN_IN).content.decode()
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page


def test_next_page_is_written_escaped(client: Client) -> None:
    assert b'"><script>' not in client.get(SIGN_IN, {"next": '/"><script>'}).content


def test_whoever_is_signed_in_is_led_on(client: Client, editor: User) -> None:
    client.force_login(editor)
    assert client.get(SIGN_IN, {"next": SIGN_IN})["Location"] == "/studio/"


def test_sign_out_ends_the_session(client: Client, editor: User) -> None:
    client.force_login(editor)
    response = client.post(reverse("accounts:sign-out"))
    assert (response.status_code, response["Location"]) == (302, "/")
    assert "_auth_user_id" not in client.session


def test_the_studio_does_not_exist_for_somebody_unknown(client: Client) -> None:
    assert client.get(reverse("studio:home")).status_code == 404
