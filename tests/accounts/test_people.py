from uuid import uuid4

import pytest
from django.contrib.auth import authenticate
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError
from django.http import Http404
from django.test import Client

from assessment.accounts.access import enterprise_for
from assessment.accounts.models import Enterprise, User


def test_person_signs_in_with_the_address_in_any_case(owner: User) -> None:
    assert authenticate(username="OWNER@Example.org", password="a long enough password") == owner
    assert authenticate(username="owner@example.org", password="wrong") is None


def test_address_is_unique_in_any_case(owner: User) -> None:
    with pytest.raises(IntegrityError):
        User.objects.create_user("Owner@example.org")


def test_person_without_password_cannot_sign_in(db: None) -> None:
    person = User.objects.create_user("someone@example.org")
    assert person.has_usable_password() is False


def test_person_is_called_by_name_and_else_by_address(owner: User) -> None:
    nameless = User(email="nameless@example.org")
    assert [owner.get_full_name(), nameless.get_full_name(), nameless.get_short_name()] == [
        "Owner",
        "nameless@example.org",
        "nameless@example.org",
    ]


def test_administrator_adds_a_person(client: Client, administrator: User) -> None:
    client.force_login(administrator)
    passwords = {"password1": "correct horse battery", "password2": "correct horse battery"}
    response = client.post(
        "/admin/accounts/user/add/", {"email": "new@example.org", "usable_password": "true", **passwords}
    )
    assert response.status_code == 302
    assert User.objects.get(email="new@example.org").check_password("correct horse battery")


def test_owner_gets_the_enterprise(owner: User, enterprise: Enterprise) -> None:
    assert enterprise_for(owner, enterprise.public_id) == enterprise


def test_nobody_else_gets_the_enterprise(stranger: User, colleague: User, enterprise: Enterprise) -> None:
    for other in (stranger, colleague, AnonymousUser()):
        with pytest.raises(Http404):
            enterprise_for(other, enterprise.public_id)


def test_unclaimed_enterprise_is_nobodys(owner: User) -> None:
    unclaimed = Enterprise.objects.create(name="Unclaimed Ltd")
    with pytest.raises(Http404):
        enterprise_for(owner, unclaimed.public_id)
    with pytest.raises(Http404):
        enterprise_for(AnonymousUser(), unclaimed.public_id)
    with pytest.raises(Http404):
        enterprise_for(owner, uuid4())


def test_enterprise_has_a_name(db: None) -> None:
    with pytest.raises(IntegrityError):
        Enterprise.objects.create(name="")
