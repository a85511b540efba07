"""Signing up and in by letters, a new password, and that nobody learns which addresses are known."""

from collections.abc import Callable

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from assessment.accounts.models import Enterprise, User, Workspace, WorkspaceRole
from assessment.mail.models import Letter
from assessment.responses.tokens import COOKIE_NAME

PASSWORD = "a long enough password"
SIGN_IN = "/sign-in/"
CODE = "/account/code/"
SIGN_UP = "/account/sign-up/"

Code = Callable[[], str]


def signed_in_as(client: Client) -> str | None:
    return client.session.get("_auth_user_id")


def test_code_by_letter_opens_the_account(client: Client, stranger: User, last_code: Code) -> None:
    asked = client.post(CODE, {"email": stranger.email, "next": "/method/"})
    assert asked["Location"] == "/account/code/confirm/?next=%2Fmethod%2F"
    entered = client.post("/account/code/confirm/", {"code": last_code(), "next": "/method/"})
    assert (entered["Location"], signed_in_as(client)) == ("/method/", str(stranger.pk))


def test_three_wrong_codes_end_the_attempt(client: Client, stranger: User, last_code: Code) -> None:
    client.post(CODE, {"email": stranger.email})
    statuses = [client.post("/account/code/confirm/", {"code": "WRONG"}).status_code for _ in range(3)]
    assert statuses == [422, 422, 302]
    client.post("/account/code/confirm/", {"code": last_code()})
    assert signed_in_as(client) is None


def test_unknown_address_gets_the_same_answer_and_another_letter(client: Client, stranger: User) -> None:
    known, unknown = (Client().post(CODE, {"email": email}) for email in (stranger.email, "nobody@example.org"))
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert [letter.to for letter in Letter.objects.order_by("pk")] == [stranger.email, "nobody@example.org"]
    assert "There is no account with it" in Letter.objects.get(to="nobody@example.org").body


def test_page_for_the_code_is_the_same_for_both(stranger: User) -> None:
    pages = []
    for email in (stranger.email, "nobody@example.org"):
        client = Client()
        client.post(CODE, {"email": email})
        page = client.get("/account/code/confirm/").content.decode().replace(email, "")
        pages.append(page.split("<main")[1].split("csrfmiddlewaretoken")[0])
    assert pages[0] == pages[1]


def test_sign_up_takes_a_code(client: Client, last_code: Code) -> None:
    answer = client.post("/account/sign-up/", {"name": " Li  Wei ", "email": "Li@example.org", "password1": ""})
    assert answer["Location"] == "/account/email/code/"
    person = User.objects.get(email="li@example.org")
    assert (person.name, person.has_usable_password(), signed_in_as(client)) == ("Li Wei", False, None)
    done = client.post("/account/email/code/", {"code": last_code()})
    assert (done["Location"], signed_in_as(client)) == (reverse("desk:mine"), str(person.pk))
    assert list(person.emailaddress_set.values_list("email", "verified", "primary")) == [("li@example.org", True, True)]


def test_sign_up_with_a_known_address_looks_the_same_and_changes_nothing(client: Client, stranger: User) -> None:
    known = client.post("/account/sign-up/", {"email": stranger.email, "password1": "another long password"})
    unknown = Client().post("/account/sign-up/", {"email": "new@example.org", "password1": "another long password"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert client.get("/account/email/code/").status_code == 200
    stranger.refresh_from_db()
    assert stranger.check_password(PASSWORD)
    assert "It has an account already" in Letter.objects.get(to=stranger.email).body


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"email": "no address"}, "Enter a valid email address."),
        (
            {"email": "li@example.org", "password1": "short"},
            "This password is too short. It needs at least 12 characters.",
        ),
        ({"email": "li@example.org", "name": "\x07"}, "The name holds a character that cannot be stored."),
        ({"email": ""}, "This field is required."),
    ],
)
def test_bad_sign_up_names_the_place(client: Client, data: dict[str, str], words: str) -> None:
    answer = client.post("/account/sign-up/", data)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert User.objects.count() == 0


def test_new_password_by_code(client: Client, stranger: User, last_code: Code) -> None:
    client.post("/account/password/reset/", {"email": stranger.email})
    client.post("/account/password/reset/code/", {"code": last_code()})
    new = {"password1": "quite another password", "password2": "quite another password"}
    assert client.post("/account/password/reset/new/", new).status_code == 302
    stranger.refresh_from_db()
    assert stranger.check_password("quite another password")
    assert Letter.objects.filter(to=stranger.email, subject="Your password was changed").count() == 1


def test_reset_answers_the_same_for_everybody(client: Client, stranger: User) -> None:
    known, unknown = (
        Client().post("/account/password/reset/", {"email": email}) for email in (stranger.email, "nobody@example.org")
    )
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])


def test_no_subject_tells_a_code(stranger: User, last_code: Code) -> None:
    """Subjects stand on locked screens."""
    subjects = []
    for page, email in (
        (CODE, stranger.email),
        ("/account/password/reset/", stranger.email),
        (SIGN_UP, "new@example.org"),
    ):
        Client().post(page, {"email": email})
        letter = Letter.objects.get(to=email, body__contains=last_code())
        subjects.append(letter.subject)
    assert subjects == ["Your code for signing in", "Your code for a new password", "Your code to confirm this address"]


def test_sign_up_takes_as_long_for_a_known_address(stranger: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes long is making a hash of the password."""
    hashed: list[str] = []

    def count(self: MD5PasswordHasher, password: str, salt: str) -> str:
        hashed.append(password)
        return f"md5${salt}$x"

    monkeypatch.setattr(MD5PasswordHasher, "encode", count)
    for email in (stranger.email, "new@example.org"):
        Client().post(SIGN_UP, {"email": email, "password1": "another long password"})
    assert hashed == ["another long password"] * 2


def test_letters_speak_the_language_of_the_page(client: Client, stranger: User) -> None:
    client.cookies["django_language"] = "zh-hans"
    client.post(CODE, {"email": stranger.email})
    letter = Letter.objects.get(to=stranger.email)
    assert letter.subject == "您的登录验证码"
    assert "请在您申请验证码的页面输入：" in letter.body


def test_person_of_a_workspace_lands_at_its_clients(client: Client, consultant: User) -> None:
    space = Workspace.objects.create(slug="gear-advisers", name="Gear Advisers")
    space.memberships.create(person=consultant, role=WorkspaceRole.CONSULTANT)
    answer = client.post(SIGN_IN, {"login": consultant.email, "password": PASSWORD})
    assert answer["Location"] == reverse("desk:clients", args=["gear-advisers"])


def test_superuser_of_the_command_line_signs_in_without_a_letter(client: Client, monkeypatch) -> None:
    monkeypatch.setenv("DJANGO_SUPERUSER_PASSWORD", PASSWORD)
    call_command("createsuperuser", interactive=False, email="Boss@example.org", verbosity=0)
    answer = client.post(SIGN_IN, {"login": "boss@example.org", "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (302, "/studio/")
    assert not Letter.objects.exists()


def test_person_made_by_an_administrator_confirms_the_address_first(client: Client, last_code: Code) -> None:
    person = User.objects.create_user("made@example.org", PASSWORD)
    answer = client.post(SIGN_IN, {"login": person.email, "password": PASSWORD})
    assert (answer["Location"], signed_in_as(client)) == ("/account/email/code/", None)
    client.post("/account/email/code/", {"code": last_code()})
    assert signed_in_as(client) == str(person.pk)


def test_administration_is_entered_by_the_same_door(client: Client, administrator: User, stranger: User) -> None:
    entered = client.post("/admin/login/", {"username": administrator.email, "password": PASSWORD})
    assert entered["Location"] == "/sign-in/?next=%2Fadmin%2Flogin%2F"
    assert signed_in_as(client) is None
    client.force_login(stranger)
    assert client.get("/admin/login/").status_code == 403


def test_sign_in_makes_a_new_session_and_keeps_the_keys_of_assessments(client: Client, stranger: User) -> None:
    client.cookies[COOKIE_NAME] = "a-key"
    client.get(SIGN_IN)
    session = client.session
    session["x"] = 1
    session.save()
    before = session.session_key
    client.post(SIGN_IN, {"login": stranger.email, "password": PASSWORD})
    assert client.session.session_key != before
    assert client.cookies[COOKIE_NAME].value == "a-key"


def test_enterprise_owner_lands_on_their_own_page(client: Client, owner: User, enterprise: Enterprise) -> None:
    assert client.post(SIGN_IN, {"login": owner.email, "password": PASSWORD})["Location"] == reverse("desk:mine")
