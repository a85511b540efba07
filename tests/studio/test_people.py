"""Who has which role, and the record of who did what."""

import csv
import io

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import Http404
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.actions import LastAdministrator, set_roles
from assessment.accounts.models import PlatformRole, User
from assessment.accounts.roles import require_role, roles_of
from assessment.audit.actions import record_event
from assessment.audit.models import AuditEvent
from recommendations.studio.banks.actions import Event as BankEvent
from recommendations.studio.people.event_words import EVENT_WORDS
from tests.recorded_events import all_events


@pytest.fixture
def head(db: None, stranger: User) -> User:
    """An administrator by appointment."""
    head = User.objects.create_user("head@example.org")
    head.appointments.create(role=PlatformRole.ADMINISTRATOR)
    return head


def roles(person: User) -> set[str]:
    return set(person.appointments.order_by("role").values_list("role", flat=True))


def test_administrator_may_do_everything(head: User, administrator: User, editor: User) -> None:
    assert roles_of(head) == roles_of(administrator) == frozenset(PlatformRole)
    assert roles_of(editor) == {PlatformRole.EDITOR}
    assert roles_of(AnonymousUser()) == frozenset()


def test_who_left_may_do_nothing(editor: User) -> None:
    editor.is_active = False
    with pytest.raises(Http404):
        require_role(editor, {PlatformRole.EDITOR})


def test_setting_roles_is_recorded_once(head: User, stranger: User) -> None:
    wanted = [PlatformRole.EDITOR, PlatformRole.AUDITOR]
    assert set_roles(person=stranger, roles=wanted, by=head)
    assert not set_roles(person=stranger, roles=wanted, by=head)
    assert roles(stranger) == {"editor", "auditor"}
    event = AuditEvent.objects.get()
    assert (event.event, event.actor, event.details) == (
        "person.roles_set",
        head,
        {"before": [], "after": ["auditor", "editor"]},
    )


def test_last_administrator_cannot_step_down(head: User) -> None:
    with pytest.raises(LastAdministrator):
        set_roles(person=head, roles=[], by=head)
    assert roles(head) == {"administrator"}


def test_administrator_steps_down_where_another_stays(head: User, administrator: User) -> None:
    set_roles(person=head, roles=[], by=head)
    assert roles(head) == set()


def test_page_gives_roles_by_address(client: Client, head: User, stranger: User) -> None:
    client.force_login(head)
    address = reverse("studio:people")
    told = client.post(address, {"email": stranger.email.upper(), "roles": ["editor"]}, follow=True)
    assert "stranger@example.org has the roles now." in told.text
    client.post(address, {"email": stranger.email, "roles": ["publisher"]})
    assert roles(stranger) == {"editor", "publisher"}
    client.post(reverse("studio:roles-set", args=[stranger.pk]), {"roles": ["publisher"]})
    assert roles(stranger) == {"publisher"}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"email": "nobody@example.org", "roles": ["editor"]}, "Nobody has an account with this address."),
        ({"email": "stranger@example.org"}, "Tick at least one role."),
        ({"email": "stranger@example.org", "roles": ["king"]}, "king"),
        ({}, "E-mail address"),
    ],
)
def test_page_says_what_is_wrong(
    wrong: dict[str, object], said: str, client: Client, head: User, stranger: User
) -> None:
    client.force_login(head)
    answer = client.post(reverse("studio:people"), wrong)
    assert (answer.status_code, said in answer.text) == (422, True)
    assert roles(stranger) == set()


def test_refused_step_down_is_said(client: Client, head: User) -> None:
    client.force_login(head)
    told = client.post(reverse("studio:roles-set", args=[head.pk]), {}, follow=True)
    assert "Nobody would be left who may give roles." in told.text
    assert client.post(reverse("studio:roles-set", args=[999_999]), {}).status_code == 404


@pytest.mark.parametrize("wrong", [["king"], ["editor", "king"], ["editor\x00"], [""]])
def test_roles_that_there_are_not_change_nothing_and_it_says_so(
    wrong: list[str], client: Client, head: User, editor: User
) -> None:
    client.force_login(head)
    told = client.post(reverse("studio:roles-set", args=[editor.pk]), {"roles": wrong}, follow=True)
    assert "Nothing was changed: that role is not known." in told.text
    assert roles(editor) == {"editor"}


@pytest.mark.parametrize("count", [1, 3])
def test_people_cost_the_same_however_many(
    count: int, client: Client, head: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(count):
        User.objects.create_user(f"more-{number}@example.org").appointments.create(role=PlatformRole.EDITOR)
    client.force_login(head)
    with django_assert_num_queries(5):
        client.get(reverse("studio:people"))


def make_events(actor: User, count: int) -> None:
    for number in range(count):
        details = {"note": "=SUM(A1)", "number": number}
        record_event(
            event=BankEvent.RETIRED, object_type="bank", object_id=f"bank-{number}", actor=actor, details=details
        )


@pytest.mark.parametrize("count", [1, 3])
def test_record_costs_the_same_however_long(
    count: int, client: Client, auditor: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_events(auditor, count)
    client.force_login(auditor)
    with django_assert_num_queries(6):
        page = client.get(reverse("studio:record"))
    assert page.text.count("Bank retired") == count + 1


def test_record_is_filtered(client: Client, auditor: User, editor: User) -> None:
    make_events(auditor, 2)
    make_events(editor, 1)
    client.force_login(auditor)
    address = reverse("studio:record")
    assert len(client.get(address, {"search": "editor@"}).context["rows"]) == 1
    assert len(client.get(address, {"search": "bank-1"}).context["rows"]) == 1
    assert len(client.get(address, {"event": "bank.retired"}).context["rows"]) == 3
    assert len(client.get(address, {"since": "2999-01-01"}).context["rows"]) == 0
    assert len(client.get(address, {"until": "2001-01-01"}).context["rows"]) == 0
    assert len(client.get(address, {"until": "9999-12-31", "event": "", "page": "x"}).context["rows"]) == 3


def test_nonsense_in_the_address_shows_everything_and_says_so(client: Client, auditor: User) -> None:
    make_events(auditor, 1)
    client.force_login(auditor)
    page = client.get(reverse("studio:record"), {"since": "yesterday", "event": "no-such", "page": "-3"})
    assert (page.status_code, len(page.context["rows"])) == (200, 1)


def test_export_holds_everything_and_no_formula(client: Client, auditor: User) -> None:
    auditor.email = "=cmd@example.org"
    auditor.save()
    make_events(auditor, 60)
    client.force_login(auditor)
    answer = client.get(reverse("studio:record-export"))
    text = b"".join(answer.streaming_content).decode("utf-8-sig")  # type: ignore[attr-defined]
    lines = list(csv.reader(io.StringIO(text)))
    assert len(lines) == 61
    assert lines[1][1:3] == ["bank.retired", "'=cmd@example.org"]


def test_every_event_has_words() -> None:
    assert sorted(set(all_events()) - set(EVENT_WORDS)) == []
