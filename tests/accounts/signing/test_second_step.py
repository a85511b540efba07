"""The second step: who has to set it up, how it is used, and where people go on to."""

from time import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client
from django.urls import reverse

from assessment.accounts.models import User, Workspace, WorkspaceRole
from assessment.audit.models import AuditEvent
from assessment.mail.models import Letter

PASSWORD = "a long enough password"
SIGN_IN = "/sign-in/"
STEP = "/account/second-step/"
NO_CREDENTIALS = {
    **{text: text for text in ("", "{}", "[]", "1", '"x"', "null", '{"id": "x", "response": 7}', "{", "[[[[")},
    "a number that is too long": "9" * 5000,
    "lists that nest too deeply": "[" * 9000 + "]" * 9000,
    "half a character": '"\\ud800"',
}


def code_of(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time()) // 30))


def sign_in(client: Client, person: User):
    return client.post(SIGN_IN, {"login": person.email, "password": PASSWORD})


def member(person: User, role: WorkspaceRole) -> Workspace:
    space = Workspace.objects.create(slug="gear-advisers", name="Gear Advisers")
    space.memberships.create(person=person, role=role)
    return space


@pytest.mark.usefixtures("second_factor_required")
class TestRequired:
    @pytest.mark.parametrize(
        "path", ["/studio/", "/desk/", "/admin/", "/w/", "/w/gear-advisers/members/", "/studio/x/"]
    )
    def test_consultant_is_led_to_setting_it_up(self, client: Client, consultant: User, path: str) -> None:
        member(consultant, WorkspaceRole.CONSULTANT)
        client.force_login(consultant)
        answer = client.get(path)
        assert (answer.status_code, answer["Location"]) == (302, STEP)

    @pytest.mark.parametrize("path", ["/", "/account/", "/my/", "/method/", STEP, "/sign-out/"])
    def test_own_pages_stay_open(self, client: Client, consultant: User, path: str) -> None:
        member(consultant, WorkspaceRole.CONSULTANT)
        client.force_login(consultant)
        assert client.get(path).get("Location") != STEP

    @pytest.mark.parametrize(
        ("role", "is_led"),
        [
            (WorkspaceRole.OWNER, True),
            (WorkspaceRole.CONSULTANT, True),
            (WorkspaceRole.REVIEWER, True),
            (WorkspaceRole.VIEWER, False),
        ],
    )
    def test_each_role_of_a_workspace(self, client: Client, colleague: User, role: WorkspaceRole, is_led: bool) -> None:
        member(colleague, role)
        client.force_login(colleague)
        assert (client.get("/w/").get("Location") == STEP) is is_led

    @pytest.mark.parametrize(
        "name", ["editor", "publisher", "catalogue_keeper", "auditor", "administrator", "desk_keeper"]
    )
    def test_each_role_of_the_platform(self, client: Client, request: pytest.FixtureRequest, name: str) -> None:
        client.force_login(request.getfixturevalue(name))
        assert client.get("/studio/")["Location"] == STEP

    def test_nobody_else_is_led(self, client: Client, stranger: User) -> None:
        assert client.get("/studio/").status_code == 404
        client.force_login(stranger)
        assert client.get("/studio/").status_code == 404

    def test_emergency_codes_alone_are_no_second_step(self, client: Client, editor: User) -> None:
        RecoveryCodes.activate(editor)
        client.force_login(editor)
        assert client.get("/studio/")["Location"] == STEP

    def test_app_is_set_up_and_the_way_goes_on(
        self, client: Client, editor: User, django_capture_on_commit_callbacks
    ) -> None:
        assert sign_in(client, editor)["Location"] == "/studio/"
        client.get("/studio/?find=x")
        page = client.get(STEP)
        assert "Set up a second step, then you go on" in page.content.decode()
        secret = client.get(f"{STEP}app/add/").context["form"].secret
        with django_capture_on_commit_callbacks(execute=True):
            done = client.post(f"{STEP}app/add/", {"code": code_of(secret)})
        assert done["Location"] == f"{STEP}codes/"
        codes = client.get(f"{STEP}codes/")
        assert len(codes.context["unused_codes"]) == 10
        assert 'href="/studio/?find=x"' in codes.content.decode()
        assert client.get("/studio/").status_code == 200
        assert "Go on to where you wanted" not in client.get(STEP).content.decode()
        assert AuditEvent.objects.get(event="person.second_factor_added").details == {"kind": "app"}

    def test_switched_off_nobody_is_led(self, client: Client, editor: User, settings) -> None:
        settings.SECOND_FACTOR = "optional"
        client.force_login(editor)
        assert client.get("/studio/").status_code == 200


def test_password_alone_does_not_open_an_account_with_a_second_step(client: Client, editor: User) -> None:
    secret = generate_totp_secret()
    TOTP.activate(editor, secret)
    assert sign_in(client, editor)["Location"] == f"{STEP}enter/"
    assert client.get("/studio/").status_code == 404
    wrong = client.post(f"{STEP}enter/", {"code": "000000"})
    assert (wrong.status_code, "_auth_user_id" in client.session) == (422, False)
    assert client.post(f"{STEP}enter/", {"code": code_of(secret)})["Location"] == "/studio/"


def test_code_by_letter_does_not_replace_the_second_step(client: Client, editor: User, last_code) -> None:
    TOTP.activate(editor, generate_totp_secret())
    client.post("/account/code/", {"email": editor.email})
    assert client.post("/account/code/confirm/", {"code": last_code()})["Location"] == f"{STEP}enter/"
    assert "_auth_user_id" not in client.session


def test_new_password_does_not_replace_the_second_step(client: Client, editor: User, last_code) -> None:
    TOTP.activate(editor, generate_totp_secret())
    client.post("/account/password/reset/", {"email": editor.email})
    client.post("/account/password/reset/code/", {"code": last_code()})
    new = {"password1": "quite another password", "password2": "quite another password"}
    assert client.post("/account/password/reset/new/", new)["Location"] == f"{STEP}enter/"
    assert "_auth_user_id" not in client.session


def test_emergency_code_opens_once(client: Client, editor: User) -> None:
    TOTP.activate(editor, generate_totp_secret())
    code = RecoveryCodes.activate(editor).get_unused_codes()[0]
    sign_in(client, editor)
    assert client.post(f"{STEP}enter/", {"code": code})["Location"] == "/studio/"
    again = Client()
    sign_in(again, editor)
    assert again.post(f"{STEP}enter/", {"code": code}).status_code == 422


def test_guessing_codes_is_limited(client: Client, editor: User) -> None:
    secret = generate_totp_secret()
    TOTP.activate(editor, secret)
    sign_in(client, editor)
    answers = [client.post(f"{STEP}enter/", {"code": "000000"}) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [422] * 5 + [429]
    assert answers[-1]["Retry-After"] == "900"


def test_removing_the_app_takes_another_look_at_who_it_is(client: Client, editor: User) -> None:
    TOTP.activate(editor, generate_totp_secret())
    client.force_login(editor)
    assert client.get(f"{STEP}app/remove/")["Location"].startswith("/account/again/?next=")
    client.post("/account/again/", {"password": PASSWORD, "next": f"{STEP}app/remove/"})
    assert client.post(f"{STEP}app/remove/")["Location"] == STEP
    assert not Authenticator.objects.filter(user=editor).exists()
    assert Letter.objects.filter(to=editor.email, subject="The app was removed from your account").exists()
    assert AuditEvent.objects.get(event="person.second_factor_removed").actor == editor


@pytest.mark.parametrize("credential", NO_CREDENTIALS.values(), ids=NO_CREDENTIALS)
@pytest.mark.parametrize("path", ["/account/passkeys/add/", "/account/passkeys/sign-in/"])
def test_nonsense_in_place_of_a_passkey_is_refused(client: Client, editor: User, path: str, credential: str) -> None:
    if path.endswith("add/"):
        client.force_login(editor)
        client.session.save()
        client.get("/account/passkeys/add/")
    answer = client.post(path, {"credential": credential})
    assert answer.status_code in (302, 422)
    assert not Authenticator.objects.exists()


def test_passkey_of_another_person_cannot_be_removed(client: Client, editor: User, stranger: User) -> None:
    theirs = Authenticator.objects.create(user=editor, type="webauthn", data={"name": "Laptop"})
    client.force_login(stranger)
    sign_in(client, stranger)
    assert client.post(reverse("mfa_remove_webauthn", args=[theirs.pk])).status_code in (302, 404)
    assert Authenticator.objects.filter(pk=theirs.pk).exists()


def test_passkey_is_asked_for_only_where_there_is_one(client: Client, editor: User) -> None:
    TOTP.activate(editor, generate_totp_secret())
    sign_in(client, editor)
    assert "data-passkey" not in client.get(f"{STEP}enter/").content.decode()
