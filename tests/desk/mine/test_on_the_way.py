"""The way into an account: what is open in this browser, what signing in is for, and the wrong person's way out."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from assessment.accounts.models import Enterprise, GrantLevel, User, Workspace
from assessment.accounts.templatetags.errands import errand
from assessment.accounts.workspaces.actions import invite_to_enterprise
from assessment.mail.models import Letter
from assessment.responses.actions import Opened
from assessment.responses.tokens import COOKIE_NAME, LATEST_COOKIE_NAME
from tests.desk.mine.conftest import signed_in

MINE, RESUME, SIGN_IN, SIGN_UP = "/my/", "/resume/", "/sign-in/", "/account/sign-up/"


def claim_page(opened: Opened) -> str:
    return reverse("desk:claim", args=[opened.assessment.public_id])


def here(client: Client, opened: Opened) -> Client:
    client.cookies[LATEST_COOKIE_NAME] = opened.token
    return client


def test_draft_of_this_browser_is_named_on_my_page(opened: Opened, stranger: User) -> None:
    shown = here(signed_in(stranger), opened).get(MINE)
    assert shown.context["begun"] == opened.assessment
    assert claim_page(opened) in shown.content.decode()


def test_draft_of_this_browser_is_named_where_codes_are_typed(opened: Opened, client: Client) -> None:
    for shown in (here(client, opened).get(RESUME), client.post(RESUME, {"code": "0000"})):
        assert shown.context["begun"] == opened.assessment
        assert claim_page(opened) in shown.content.decode()
    assert Client().get(RESUME).context["begun"] is None


def test_what_has_an_owner_is_not_offered(owned: Opened, stranger: User, client: Client) -> None:
    assert here(signed_in(stranger), owned).get(MINE).context["begun"] is None
    assert claim_page(owned) not in here(client, owned).get(RESUME).content.decode()


def test_who_works_for_it_is_not_offered_it(opened: Opened, advisers: Workspace, consultant: User) -> None:
    opened.assessment.enterprise.grants.create(workspace=advisers, level=GrantLevel.EDIT)
    assert here(signed_in(consultant), opened).get(MINE).context["begun"] is None


@pytest.mark.parametrize("page", [SIGN_IN, SIGN_UP])
def test_signing_in_says_what_it_is_for(page: str, opened: Opened, client: Client) -> None:
    client.cookies[COOKIE_NAME] = opened.token
    led = client.get(claim_page(opened))["Location"]
    shown = client.get(led.replace(SIGN_IN, page)).content.decode()
    assert "then the result is yours" in shown
    assert "To answer questions you need none." not in shown
    assert f'href="{SIGN_UP if page == SIGN_IN else SIGN_IN}?next={claim_page(opened)}"' in shown


@pytest.mark.parametrize("path", ["", "/nowhere/", "/my/", "http://[", "//elsewhere.example/x", "\0"])
def test_no_errand_needs_no_words(path: str) -> None:
    assert errand(path) == ""


@pytest.fixture
def link(mine: Enterprise, owner: User) -> str:
    invite_to_enterprise(
        enterprise=mine, email="li@gears.example", level=GrantLevel.VIEW, grant_expires_at=None, by=owner
    )
    body = Letter.objects.latest("pk").body
    return next(line[line.index("/i/") :] for line in body.splitlines() if "/i/" in line)


def test_invitation_offers_to_sign_up_and_the_wrong_person_to_sign_out(
    link: str, client: Client, stranger: User
) -> None:
    assert f'href="{SIGN_UP}?next=' in client.get(link).content.decode()
    browser = signed_in(stranger)
    shown = browser.get(link).content.decode()
    assert "each account has one address" in shown
    assert f'name="next" value="{link}"' in shown
    assert browser.post("/sign-out/", {"next": link})["Location"] == link


def test_names_in_chinese_sentences_stand_in_quotes(mine: Enterprise, owner: User, advisers: Workspace) -> None:
    browser = signed_in(owner)
    browser.cookies["django_language"] = "zh-hans"
    grant = mine.grants.create(workspace=advisers, level=GrantLevel.VIEW)
    address = reverse("desk:mine-access-withdraw", args=[mine.public_id, grant.public_id])
    shown = browser.post(address, follow=True)
    assert [str(each) for each in shown.context["messages"]] == ["“Gear Advisers”不能再访问了。"]
    with override("zh-hans"):
        deleting = browser.get(reverse("desk:mine-delete", args=[mine.public_id])).content.decode()
    assert "<dt>报告</dt>" in deleting
