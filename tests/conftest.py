"""What every test may use: settings for speed and strictness, the cast, and a real browser."""

import os
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from assessment.accounts.models import Enterprise, PlatformRole, User
from assessment.config.messages import compile_messages
from tests.chromium import CHROMIUM, FLAGS, PATIENCE
from tests.flush import keep_permanent_rows_out_of_the_way
from tests.undefined import RaiseIfUndefined


def pytest_configure() -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.WHITENOISE_AUTOREFRESH = True
    settings.SECOND_FACTOR = "optional"
    settings.TEMPLATES[0]["OPTIONS"]["string_if_invalid"] = RaiseIfUndefined()
    keep_permanent_rows_out_of_the_way()
    compile_messages(settings.BASE_DIR)


def make_user(name: str, **fields: bool) -> User:
    user = User.objects.create_user(f"{name}@example.org", "a long enough password", name=name.capitalize(), **fields)
    user.emailaddress_set.create(email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def owner(db: None) -> User:
    return make_user("owner")


@pytest.fixture
def colleague(db: None) -> User:
    return make_user("colleague")


@pytest.fixture
def consultant(db: None) -> User:
    return make_user("consultant")


@pytest.fixture
def rival_consultant(db: None) -> User:
    return make_user("rival")


@pytest.fixture
def stranger(db: None) -> User:
    return make_user("stranger")


@pytest.fixture
def desk_keeper(db: None) -> User:
    return make_user("desk-keeper", is_staff=True)


def appoint(name: str, role: PlatformRole) -> User:
    """This function will make somebody with one role on the platform."""
    user = make_user(name)
    user.appointments.create(role=role)
    return user


@pytest.fixture
def editor(db: None) -> User:
    return appoint("editor", PlatformRole.EDITOR)


@pytest.fixture
def second_editor(db: None) -> User:
    return appoint("second-editor", PlatformRole.EDITOR)


@pytest.fixture
def publisher(db: None) -> User:
    return appoint("publisher", PlatformRole.PUBLISHER)


@pytest.fixture
def catalogue_keeper(db: None) -> User:
    return appoint("catalogue-keeper", PlatformRole.CATALOGUE)


@pytest.fixture
def auditor(db: None) -> User:
    return appoint("auditor", PlatformRole.AUDITOR)


@pytest.fixture
def administrator(db: None) -> User:
    return make_user("administrator", is_staff=True, is_superuser=True)


@pytest.fixture
def enterprise(owner: User) -> Enterprise:
    return Enterprise.objects.create(name="Four Gears Ltd", owner=owner)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever opens a page is marked, so that `-m "not browser"` is kept by those who forget the mark too."""
    for item in items:
        if "make_page" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium: playwright's own build cannot be downloaded everywhere."""
    if not CHROMIUM.exists():
        missing = f"{CHROMIUM} is missing: apt-get install chromium"
        if os.environ.get("FOURFOLD_REQUIRE_BROWSER") == "1":
            pytest.fail(missing)
        pytest.skip(missing)
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # playwright's loop runs in the thread that also uses the database
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)


@pytest.fixture
def console_errors() -> list[str]:
    """Errors that pages of this test wrote to the console or threw; a test may assert that there are none."""
    return []


@pytest.fixture
def make_page(browser: Browser, console_errors: list[str]) -> Iterator[Callable[..., Page]]:
    """This fixture will return a maker of pages, each in a browser profile of its own (another device, as it were).

    `make_page(locale="zh-CN", width=320, java_script_enabled=False)`; other keywords go to playwright's new_context.
    """
    contexts = []

    def make(*, locale: str = "en-GB", width: int = 1280, height: int = 900, **options: object) -> Page:
        context = browser.new_context(locale=locale, viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on("console", lambda message: console_errors.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: console_errors.append(str(error)))
        return page

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def browser_page(make_page: Callable[..., Page]) -> Page:
    return make_page()
