"""Once an enterprise has an owner, nothing that a workspace sends or shows is a key to it."""

import pytest
from django.test import Client as Browser
from django.urls import reverse

from assessment.accounts.access import Seat
from assessment.accounts.models import Client, Enterprise, User
from assessment.bank.models import Release
from assessment.mail.models import Letter
from assessment.responses.actions import make_resume_keys
from assessment.responses.asking_back import ask_back
from assessment.responses.models import Assessment, RespondentToken
from recommendations.desk.sending.actions import send_link
from recommendations.desk.sending.reminders import send_client_reminders
from tests.desk.clients.conftest import Add, Start, case_address, desk_address, file_of
from tests.desk.clients.test_sending import bodies, later

Case = tuple[Client, Assessment]


@pytest.fixture
def owned(add: Add, start: Start, owner: User) -> Case:
    client = add(contact_email="li@gears.example", contact_name="Li Wei")
    assessment = start(client)
    Enterprise.objects.filter(pk=client.enterprise_id).update(owner=owner)
    client.enterprise.refresh_from_db()
    return client, assessment


def plain(assessment: Assessment) -> str:
    return reverse("responses:assessment-open", args=[assessment.public_id])


def test_letter_to_an_owned_enterprise_holds_the_plain_address(owned: Case, desk: Browser) -> None:
    page = desk.post(case_address("link-send", *owned), {"message": "Hello!"}, follow=True).content.decode()
    letter = Letter.objects.get()
    assert (letter.to, RespondentToken.objects.count()) == ("li@gears.example", 0)
    assert "/r/" not in letter.body + page
    assert f"{plain(owned[1])}\n" in letter.body
    assert "Your enterprise is kept in an account. Its owner signs in first:" in letter.body
    assert "The enterprise has an owner, who signs in and answers here: " in page
    assert plain(owned[1]) in page


def test_owner_answers_there_after_signing_in(owned: Case, owner: User, consultant: User) -> None:
    section = f"{plain(owned[1])}check/"
    for person, met in ((owner, 200), (None, 404)):
        browser = Browser()
        if person:
            browser.force_login(person)
        assert browser.get(section).status_code == met


def test_links_of_the_owner_go_on_working(owned: Case, seat: Seat) -> None:
    make_resume_keys(assessment=owned[1])
    send_link(seat=seat, client=owned[0], assessment=owned[1], message="", reminders_wanted=True)
    assert RespondentToken.objects.usable().count() == 2


def test_reminders_hold_no_key_either(owned: Case, seat: Seat, desk: Browser) -> None:
    send_link(seat=seat, client=owned[0], assessment=owned[1], message="", reminders_wanted=True)
    with later(6):
        assert send_client_reminders() == 1
    with later(8):
        desk.post(case_address("link-remind", *owned))
    assert [("/r/" in body, plain(owned[1]) in body) for body in bodies()] == [(False, True)] * 3
    assert RespondentToken.objects.count() == 0


def test_no_link_is_shown(owned: Case, desk: Browser) -> None:
    page = desk.post(case_address("link-show", *owned), follow=True).content.decode()
    assert "The enterprise has an owner, who signs in and answers here: " in page
    assert ("/r/" in page, RespondentToken.objects.count()) == (False, 0)
    page = desk.get(desk_address("client-show", owned[0].public_id)).content.decode()
    assert ("Show a fresh link" in page, "Letters hold this address and no key." in page) == (False, True)


def test_many_links_and_a_next_assessment_hold_no_key(owned: Case, desk: Browser, bank: Release) -> None:
    chosen = {"client": [owned[0].public_id], "bank": bank.bank.slug, "scope": "full", "message": ""}
    page = desk.post(desk_address("links-send"), {"client": chosen["client"]}).content.decode()
    assert "the letter holds no key: the owner signs in." in page
    desk.post(desk_address("links-send"), chosen | {"step": "send"})
    begun = {"how": "both", "bank": bank.bank.slug, "scope": "full", "message": ""}
    page = desk.post(desk_address("assessment-add", owned[0].public_id), begun, follow=True).content.decode()
    assert "The enterprise has an owner, who signs in and answers here: " in page
    assert (Letter.objects.count(), RespondentToken.objects.count()) == (2, 0)


@pytest.mark.parametrize("is_active", [True, False])
def test_questions_back_hold_no_key_even_if_the_page_is_older_than_the_owner(
    owned: Case, seat: Seat, owner: User, is_active: bool
) -> None:
    User.objects.filter(pk=owner.pk).update(is_active=is_active)
    Enterprise.objects.update(owner=None)
    file = file_of(seat, owned[0])
    assert file.enterprise.owner is None
    Enterprise.objects.update(owner=owner)
    told = ask_back(file=file, assessment=owned[1], question_key="steps", text="Since when?").told
    assert told == "li@gears.example"
    assert "Please sign in, read it and reply here:" in Letter.objects.get().body
    assert RespondentToken.objects.count() == 0
