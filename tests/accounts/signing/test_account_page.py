"""The page "Your account", and what a person changes from there."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.test import Client
from django.utils import timezone

from assessment.accounts.models import User
from assessment.accounts.templatetags.browsers import browser_words
from assessment.audit.models import AuditEvent
from assessment.mail.models import Letter

PASSWORD = "a long enough password"


def enter(person: User, **headers: str) -> Client:
    client = Client(headers=headers)
    assert client.post("/sign-in/", {"login": person.email, "password": PASSWORD}).status_code == 302
    return client


@pytest.fixture
def client(stranger: User) -> Client:
    return enter(stranger, user_agent="Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0")


def test_account_shows_how_the_person_signs_in(client: Client, stranger: User) -> None:
    account = client.get("/account/").context["account"]
    shown = (account.person, account.has_second_step, account.passkeys, account.sessions, account.needs_second_step)
    assert shown == (stranger, False, 0, 1, False)


def test_page_speaks_chinese(client: Client) -> None:
    client.cookies["django_language"] = "zh-hans"
    page = client.get("/account/").content.decode()
    assert "<h1>您的账户</h1>" in page
    assert "第二步验证" in page


def test_name_is_changed(client: Client, stranger: User) -> None:
    assert client.post("/account/name/", {"name": "  Li   Wei "})["Location"] == "/account/"
    stranger.refresh_from_db()
    assert stranger.name == "Li Wei"
    assert "Your name was changed." in client.get("/account/").content.decode()


@pytest.mark.parametrize("name", ["\x07", "\x00", "x" * 151])
def test_name_that_cannot_be_stored_is_refused(client: Client, stranger: User, name: str) -> None:
    assert client.post("/account/name/", {"name": name}).status_code == 422
    stranger.refresh_from_db()
    assert stranger.name == "Stranger"


def test_password_is_changed_and_told(client: Client, stranger: User) -> None:
    new = {"oldpassword": PASSWORD, "password1": "quite another password", "password2": "quite another password"}
    assert client.post("/account/password/", new)["Location"] == "/account/"
    stranger.refresh_from_db()
    assert stranger.check_password("quite another password")
    assert client.get("/account/").status_code == 200
    assert Letter.objects.get().subject == "Your password was changed"
    assert AuditEvent.objects.get(event="person.password_changed").actor == stranger


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"oldpassword": "wrong"}, "This is not your present password."),
        ({"password2": "something else entirely"}, "You must type the same password each time."),
        ({"password1": "short", "password2": "short"}, "This password is too short. It needs at least 12 characters."),
    ],
)
def test_bad_new_password_names_the_place(client: Client, stranger: User, change: dict[str, str], words: str) -> None:
    new = {"oldpassword": PASSWORD, "password1": "quite another password", "password2": "quite another password"}
    answer = client.post("/account/password/", new | change)
    assert (answer.status_code, words in answer.content.decode()) == (422, True)
    stranger.refresh_from_db()
    assert stranger.check_password(PASSWORD)


def test_address_changes_once_the_new_one_is_confirmed(client: Client, stranger: User, last_code) -> None:
    answer = client.post("/account/email/", {"email": "New@example.org", "action_add": "1"})
    assert answer["Location"] == "/account/email/code/"
    stranger.refresh_from_db()
    assert stranger.email == "stranger@example.org"
    client.post("/account/email/code/", {"code": last_code()})
    stranger.refresh_from_db()
    assert stranger.email == "new@example.org"
    assert list(stranger.emailaddress_set.values_list("email", "verified")) == [("new@example.org", True)]
    told = Letter.objects.get(to="stranger@example.org")
    assert "another e-mail address now: new@example.org" in told.body
    assert AuditEvent.objects.get(event="person.email_changed").details == {}


def test_address_of_somebody_else_is_not_given_away(client: Client, stranger: User, editor: User, last_code) -> None:
    known = client.post("/account/email/", {"email": editor.email, "action_add": "1"})
    unknown = enter(stranger).post("/account/email/", {"email": "new@example.org", "action_add": "1"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    stranger.refresh_from_db()
    assert stranger.email == "stranger@example.org"


def test_sessions_are_listed_and_ended_one_by_one(client: Client, stranger: User, colleague: User) -> None:
    phone = enter(stranger, user_agent="Phone")
    page = client.get("/account/sessions/").content.decode()
    assert ("Firefox, Windows" in page, "Phone" in page) == (True, True)
    other = UserSession.objects.get(user_agent="Phone")
    assert enter(colleague).post(f"/account/sessions/{other.pk}/end/").status_code == 404
    assert phone.get("/account/").status_code == 200
    assert client.post(f"/account/sessions/{other.pk}/end/")["Location"] == "/account/sessions/"
    assert phone.get("/account/")["Location"].startswith("/sign-in/")


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36", "Chrome, Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0.0.0 Safari/537.36 Edg/140.0", "Edge, Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1", "Safari, iPhone"),
        ("Mozilla/5.0 (Linux; Android 14) Chrome/116 Mobile MicroMessenger/8.0", "WeChat, Android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Version/18.0 Safari/605", "Safari, Mac"),
        ("curl/8.0", "curl/8.0"),
        ("", "Unknown browser"),
    ],
)
def test_browsers_are_named_as_people_know_them(user_agent: str, words: str) -> None:
    assert browser_words(user_agent) == words


def test_all_other_sessions_are_ended_at_once(client: Client, stranger: User) -> None:
    phones = [enter(stranger), enter(stranger)]
    client.post("/account/sessions/")
    assert [phone.get("/account/").status_code for phone in phones] == [302, 302]
    assert client.get("/account/").status_code == 200


def test_new_password_ends_the_other_sessions(client: Client, stranger: User) -> None:
    phone = enter(stranger)
    new = {"oldpassword": PASSWORD, "password1": "quite another password", "password2": "quite another password"}
    client.post("/account/password/", new)
    assert phone.get("/account/").status_code == 302


def test_session_lasts_two_weeks(client: Client) -> None:
    left = client.session.get_expiry_date() - timezone.now()
    assert timedelta(days=13, hours=23) < left <= timedelta(days=14)


def test_account_pages_are_kept_by_no_cache(client: Client) -> None:
    paths = ["/account/", "/account/name/", "/account/sessions/", "/account/second-step/", "/account/email/"]
    assert ["no-store" in client.get(path)["Cache-Control"] for path in paths] == [True] * len(paths)


def test_header_leads_to_the_account_and_out(client: Client) -> None:
    page = client.get("/method/").content.decode()
    assert 'href="/account/"' in page
    assert 'action="/sign-out/"' in page


@pytest.mark.parametrize("method", ["get", "post"])
def test_administration_has_no_page_of_its_own_for_the_password(
    client: Client, administrator: User, method: str
) -> None:
    client.force_login(administrator)
    data = {"old_password": PASSWORD, "new_password1": "quite another word", "new_password2": "quite another word"}
    answer = getattr(client, method)("/admin/password_change/", data)
    assert answer["Location"] == "/account/password/"
    administrator.refresh_from_db()
    assert administrator.check_password(PASSWORD)


def test_without_passkeys_the_way_leads_to_adding_one(client: Client) -> None:
    page = client.get("/account/").content.decode()
    assert ('href="/account/passkeys/add/"' in page, 'href="/account/passkeys/"' in page) == (True, False)
