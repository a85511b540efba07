"""The bar that takes the last change back: what it offers, to whom, and what pressing it does."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import User
from assessment.bank.models import Bank, BankChange
from recommendations.playbook.models import Playbook
from recommendations.studio.access import READ, Workshop, workshop_for
from recommendations.studio.history.undo_bar import bar_of
from tests.studio.working_copies import at, edit_bank, edit_playbook, open_workshop, shipped_bank, shipped_playbook

CHANGES = "/studio/banks/four-barriers/changes/"
UNDO = "/studio/banks/four-barriers/undo/"
REDO = "/studio/banks/four-barriers/redo/"


@pytest.fixture
def workshop(editor: User) -> Workshop:
    return open_workshop(editor)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def titled(title: str) -> Any:
    def change(data: Any) -> None:
        data["title"]["en"] = title

    return change


def asked(text: str) -> Any:
    def change(data: Any) -> None:
        at(data, "sections", "equipment", "questions", "EQ04", "text")["en"] = text

    return change


def title() -> str:
    return str(Bank.objects.get().title["en"])


def test_bar_shows_nothing_before_anything_was_changed(workshop: Workshop, editor: User) -> None:
    assert "undo-bar" not in signed_in(editor).get(CHANGES).content.decode()


def test_bar_names_person_and_part(workshop: Workshop, editor: User) -> None:
    edit_bank(editor, asked("Is there a network?"))
    page = " ".join(signed_in(editor).get(CHANGES).content.decode().split())
    assert "Undo:</span> Editor, Question “Plant network” (EQ04), <time" in page
    assert "Do again" not in page.split("undo-bar", 1)[1].split("</button>", 1)[0]


def test_publisher_sees_no_bar(workshop: Workshop, editor: User, publisher: User) -> None:
    edit_bank(editor, titled("Better"))
    assert "undo-bar" not in signed_in(publisher).get(CHANGES).content.decode()


def test_newest_of_bank_and_playbook_is_offered(workshop: Workshop, editor: User) -> None:
    edit_bank(editor, titled("Better"))
    edit_playbook(editor, titled("Better advice"))
    bar = bar_of(workshop_for(editor, "four-barriers", READ))
    assert bar.undo is not None and (bar.undo.copy, bar.undo.what) == ("playbook", "The playbook")


def test_change_of_many_parts_names_the_first(workshop: Workshop, editor: User) -> None:
    def change(data: Any) -> None:
        titled("Better")(data)
        asked("Is there a network?")(data)

    edit_bank(editor, change)
    bar = bar_of(workshop)
    assert bar.undo is not None and bar.undo.what == "Question “Plant network” (EQ04) and 1 more"


def test_removed_part_is_named(workshop: Workshop, editor: User) -> None:
    edit_bank(editor, lambda data: data["consistency"].pop(0) if data.get("consistency") else None)
    bar = bar_of(workshop)
    assert bar.undo is not None and bar.undo.what.startswith("Consistency check “")


def test_undo_and_redo_of_both_copies_go_in_order(workshop: Workshop, editor: User) -> None:
    first, second = edit_bank(editor, titled("Better")), edit_playbook(editor, titled("Better advice"))
    client = signed_in(editor)
    for copy, change in (("playbook", second), ("bank", first)):
        reply = client.post(UNDO, {"copy": copy, "change": change.pk, "next": CHANGES})
        assert (reply.status_code, reply["Location"]) == (302, CHANGES)
    assert (title(), Playbook.objects.get().title["en"]) == (
        shipped_bank().title["en"],
        shipped_playbook().title["en"],
    )
    bar = bar_of(workshop)
    assert bar.undo is None and bar.redo is not None and bar.redo.copy == "bank"
    client.post(REDO, {"copy": "bank", "change": first.pk, "next": CHANGES})
    assert title() == "Better"


def test_what_is_not_the_last_change_is_refused_with_a_word(workshop: Workshop, editor: User) -> None:
    first = edit_bank(editor, titled("One"))
    edit_bank(editor, titled("Two"))
    page = signed_in(editor).post(UNDO, {"copy": "bank", "change": first.pk, "next": CHANGES}, follow=True)
    assert "Something else was changed meanwhile." in page.content.decode()
    assert title() == "Two"


@pytest.mark.parametrize(
    "path", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:1", "", "/a\nb"]
)
def test_way_back_never_leads_to_another_site(workshop: Workshop, editor: User, path: str) -> None:
    change = edit_bank(editor, titled("One"))
    reply = signed_in(editor).post(UNDO, {"copy": "bank", "change": change.pk, "next": path})
    assert reply["Location"] == CHANGES


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"copy": "bank"},
        {"copy": "x", "change": "1"},
        {"copy": "bank", "change": "x"},
        {"copy": "bank", "change": "9" * 40},
        {"copy": "bank", "change": "-1"},
        {"copy": "\x00", "change": "\ud800"},
    ],
)
def test_hostile_forms_find_nothing(workshop: Workshop, editor: User, data: dict[str, str]) -> None:
    data = {name: value.encode("utf-8", "replace").decode() for name, value in data.items()}
    assert signed_in(editor).post(UNDO, data).status_code == 404
    assert signed_in(editor).post(REDO, data).status_code == 404


def test_only_editors_undo(workshop: Workshop, editor: User, publisher: User, stranger: User) -> None:
    change = edit_bank(editor, titled("One"))
    for person in (publisher, stranger):
        assert signed_in(person).post(UNDO, {"copy": "bank", "change": change.pk}).status_code == 404
    assert Client().post(UNDO, {"copy": "bank", "change": change.pk}).status_code == 404
    assert (title(), BankChange.objects.count()) == ("One", 2)


def test_undo_by_get_is_refused(workshop: Workshop, editor: User) -> None:
    assert signed_in(editor).get(UNDO).status_code == 405


def test_bar_asks_equally_often_whatever_the_length_of_the_history(
    workshop: Workshop, editor: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    edit_bank(editor, titled("One"))
    edit_playbook(editor, titled("One"))
    with django_assert_num_queries(6):
        bar_of(workshop)
    for title in ("Two", "Three"):
        edit_bank(editor, titled(title))
        edit_playbook(editor, titled(title))
    with django_assert_num_queries(6):
        bar_of(workshop)
