"""Making, changing and deleting a workspace."""

import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from assessment.accounts.models import Client as ClientFile
from assessment.accounts.models import Enterprise, GrantLevel, User, Workspace, WorkspaceKind, WorkspaceRole
from assessment.accounts.workspaces.founding import ShortNameTaken, make_workspace
from assessment.accounts.workspaces.short_names import proposed_short_name
from tests.accounts.workspaces.conftest import role_of

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]
NEW = "/w/new/"


def form(**changed: str) -> dict[str, str]:
    return {"name": "River Advisers", "short_name": "", "kind": "consultancy", "language": "en"} | changed


def test_maker_becomes_owner(signed_in: SignIn, stranger: User) -> None:
    response = signed_in(stranger).post(NEW, form(name="  River \n Advisers ", language="zh-hans"))
    made = Workspace.objects.get()
    assert (made.slug, made.name, made.kind, made.language) == (
        "river-advisers",
        "River Advisers",
        "consultancy",
        "zh-hans",
    )
    assert (response["Location"], role_of(made, stranger)) == ("/w/river-advisers/", WorkspaceRole.OWNER)


def test_visitor_is_led_to_sign_in(client: Client) -> None:
    assert client.get(NEW)["Location"] == f"{reverse('accounts:sign-in')}?next={NEW}"
    assert client.post(NEW, form())["Location"] == f"{reverse('accounts:sign-in')}?next={NEW}"


def test_switch_leaves_it_to_administrators(
    signed_in: SignIn, stranger: User, administrator: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings, "WORKSPACES", "administrator")
    assert (signed_in(stranger).get(NEW).status_code, signed_in(stranger).post(NEW, form()).status_code) == (404, 404)
    assert signed_in(administrator).get(NEW).status_code == 200


@pytest.mark.parametrize(
    "changed,said",
    [
        ({"name": ""}, "This field is required."),
        ({"name": "x" * 151}, "Ensure this value has at most 150 characters"),
        ({"name": "bell\x07"}, "The name contains a character that cannot be stored."),
        ({"short_name": "new"}, "is kept for the product"),
        ({"short_name": "Gear-Advisers"}, "has the short name “gear-advisers” already"),
        ({"short_name": "über uns"}, "A short name has small letters, digits and single hyphens"),
        ({"short_name": "ab"}, "A short name has at least 3 characters."),
        ({"kind": "church"}, "Select a valid choice."),
        ({"language": "xx"}, "Select a valid choice."),
    ],
)
def test_unfit_workspace_names_the_place(
    signed_in: SignIn, space: Workspace, stranger: User, changed: dict[str, str], said: str
) -> None:
    response = signed_in(stranger).post(NEW, form(**changed))
    assert (response.status_code, said in response.content.decode(), Workspace.objects.count()) == (422, True, 1)


def test_empty_form_is_refused(signed_in: SignIn, stranger: User) -> None:
    assert signed_in(stranger).post(NEW).status_code == 422


def test_short_names_are_proposed(space: Workspace) -> None:
    kind = WorkspaceKind.PROGRAMME
    assert proposed_short_name("Büro für Äpfel", kind) == "buro-fur-apfel"
    assert proposed_short_name("Gear Advisers", kind) == "gear-advisers-2"
    assert re.fullmatch(r"programme-[2-9a-z]{4}", proposed_short_name("中山智造", kind))
    assert re.fullmatch(r"new-[2-9a-z]{4}", proposed_short_name("New", kind))
    assert proposed_short_name("x" * 150, kind) == "x" * 40


def test_short_name_that_was_taken_meanwhile(space: Workspace, stranger: User) -> None:
    with pytest.raises(ShortNameTaken):
        make_workspace(name="G", short_name=space.slug, kind=WorkspaceKind.CONSULTANCY, language="en", by=stranger)


def test_list_shows_own_workspaces_only(
    signed_in: SignIn, space: Workspace, rival_space: Workspace, consultant: User
) -> None:
    ClientFile.objects.create(workspace=space, enterprise=Enterprise.objects.create(name="Gears"))
    seen = signed_in(consultant).get("/w/").content.decode()
    assert ("Gear Advisers" in seen, "1 client" in seen, "2 members" in seen) == (True, True, True)
    assert "Rival Advisers" not in seen


def test_list_costs_the_same_whatever_its_length(
    signed_in: SignIn, space: Workspace, lead: User, django_assert_num_queries: Callable
) -> None:
    browser, counts = signed_in(lead), []
    browser.get("/w/")
    for number in (1, 3):
        for each in range(number - 1):
            more = Workspace.objects.create(slug=f"more-{each}", name=f"More {each}")
            more.memberships.create(person=lead, role=WorkspaceRole.OWNER)
        with django_assert_num_queries(6, exact=False) as captured:
            browser.get("/w/")
        counts.append(len(captured))
    assert counts[0] == counts[1]


def test_stranger_finds_an_empty_list(signed_in: SignIn, space: Workspace, stranger: User) -> None:
    assert "You belong to none yet." in signed_in(stranger).get("/w/").content.decode()


def test_owner_changes_name_and_language_not_the_short_name(
    signed_in: SignIn, space: Workspace, lead: User, consultant: User
) -> None:
    address = reverse("accounts:workspace-edit", args=[space.slug])
    changed = {"name": "Gear & Co", "kind": "programme", "language": "zh-hans", "short_name": "other", "slug": "other"}
    assert signed_in(lead).post(address, changed).status_code == 302
    space.refresh_from_db()
    assert (space.slug, space.name, space.kind, space.language) == (
        "gear-advisers",
        "Gear & Co",
        "programme",
        "zh-hans",
    )
    assert signed_in(consultant).post(address, changed).status_code == 404


def test_workspace_goes_with_its_files(signed_in: SignIn, space: Workspace, lead: User) -> None:
    enterprise = Enterprise.objects.create(name="Gears")
    ClientFile.objects.create(workspace=space, enterprise=enterprise)
    signed_in(lead).post(reverse("accounts:workspace-delete", args=[space.slug]))
    assert (Workspace.objects.count(), ClientFile.objects.count(), Enterprise.objects.count()) == (0, 0, 1)


def test_workspace_that_is_let_in_stays(signed_in: SignIn, space: Workspace, lead: User) -> None:
    Enterprise.objects.create(name="Gears").grants.create(workspace=space, level=GrantLevel.VIEW)
    said = signed_in(lead).post(reverse("accounts:workspace-delete", args=[space.slug]), follow=True).content.decode()
    assert ("1 enterprise still lets this workspace in." in said, Workspace.objects.count()) == (True, 1)
