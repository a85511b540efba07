"""Passkeys in a real browser with a device made up by it: added, used to sign in, and as the second step."""

from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from assessment.accounts.models import User

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PASSWORD = "a long enough password"
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def site(live_server: LiveServer) -> str:
    """A passkey belongs to a name, never to an address in numbers."""
    return live_server.url.replace("127.0.0.1", "localhost")


def with_device(page: Page) -> None:
    developer = page.context.new_cdp_session(page)
    developer.send("WebAuthn.enable")
    developer.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})


def sign_in(page: Page, site: str, person: User, target: str) -> None:
    page.goto(f"{site}/sign-in/?next={target}")
    page.get_by_label("E-mail address").fill(person.email)
    page.get_by_label("Password", exact=False).first.fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def add_passkey(page: Page, site: str, person: User) -> None:
    sign_in(page, site, person, "/account/passkeys/add/")
    page.get_by_label("Name of the passkey").fill("My laptop")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", name="Emergency codes")).to_be_visible()


def test_passkey_is_added_and_signs_in(site: str, browser_page: Page, editor: User, console_errors: list[str]) -> None:
    with_device(browser_page)
    add_passkey(browser_page, site, editor)
    kept = Authenticator.objects.get(user=editor, type=Authenticator.Type.WEBAUTHN)
    assert kept.data["name"] == "My laptop"
    browser_page.get_by_role("button", name="Sign out").first.click()
    browser_page.goto(f"{site}/sign-in/?next=/account/name/")
    browser_page.get_by_role("button", name="With a passkey").click()
    expect(browser_page.get_by_role("heading", name="Your name")).to_be_visible()
    assert console_errors == []


def test_passkey_is_the_second_step_after_a_password(site: str, browser_page: Page, editor: User) -> None:
    with_device(browser_page)
    add_passkey(browser_page, site, editor)
    browser_page.get_by_role("button", name="Sign out").first.click()
    sign_in(browser_page, site, editor, "/account/")
    browser_page.get_by_role("button", name="With a passkey").click()
    expect(browser_page.get_by_role("heading", name="Your account")).to_be_visible()


def test_device_that_refuses_is_said_in_words(site: str, make_page: Callable[..., Page], editor: User) -> None:
    page = make_page()
    developer = page.context.new_cdp_session(page)
    developer.send("WebAuthn.enable")
    options = DEVICE | {"isUserVerified": False}
    developer.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    sign_in(page, site, editor, "/account/passkeys/add/")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_text("That did not work. Try again, or choose another way.")).to_be_visible()
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(
    ("locale", "button", "said"),
    [
        (
            "en",
            "With a passkey",
            "Passkeys need the site’s name, not an address in numbers. On the computer it runs on, open it as {address}.",
        ),
        (
            "zh-CN",
            "用通行密钥",
            "通行密钥需要网站的名称，不能用数字地址。请在运行本站的电脑上用 {address} 打开。",
        ),
    ],
)
def test_address_in_numbers_is_named_as_the_reason(
    live_server: LiveServer, make_page: Callable[..., Page], locale: str, button: str, said: str
) -> None:
    page = make_page(locale=locale)
    page.goto(live_server.url.replace("localhost", "127.0.0.1") + "/sign-in/")
    page.get_by_role("button", name=button).click()
    address = live_server.url.replace("127.0.0.1", "localhost")
    expect(page.locator("[data-passkey] [role=status]")).to_have_text(said.format(address=address))


def test_without_script_another_way_is_named(site: str, make_page: Callable[..., Page], editor: User) -> None:
    page = make_page(java_script_enabled=False)
    page.goto(f"{site}/sign-in/")
    expect(page.get_by_role("button", name="With a passkey")).to_be_hidden()
    sign_in(page, site, editor, "/account/passkeys/add/")
    expect(page.get_by_text("Passkeys need JavaScript. Choose another way.")).to_be_visible()
