import pytest
from django.test import Client
from django.urls import reverse

from assessment.accounts.models import User
from assessment.mail.actions import post_letter

pytestmark = pytest.mark.django_db


def test_letters_are_listed_and_what_they_say_is_not_shown(client: Client, administrator: User) -> None:
    letter = post_letter(to="wang@example.org", subject="A very secret subject", body="https://example.org/secret/")
    client.force_login(administrator)
    listed = client.get(reverse("admin:mail_letter_changelist")).content.decode()
    shown = client.get(reverse("admin:mail_letter_change", args=[letter.pk])).content.decode()
    assert ("wang@example.org" in listed, "wang@example.org" in shown) == (True, True)
    assert [word in listed + shown for word in ("secret subject", "example.org/secret")] == [False, False]


def test_letters_are_not_written_changed_or_removed_by_hand(client: Client, administrator: User) -> None:
    letter = post_letter(to="wang@example.org", subject="A request", body="Words")
    client.force_login(administrator)
    assert client.get(reverse("admin:mail_letter_add")).status_code == 403
    assert (
        client.post(reverse("admin:mail_letter_change", args=[letter.pk]), {"to": "x@example.org"}).status_code == 403
    )
    assert client.post(reverse("admin:mail_letter_delete", args=[letter.pk]), {"post": "yes"}).status_code == 403
