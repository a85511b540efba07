"""Taking back what other changes rest on: they are named, and go together if that is wished."""

import html
import re
from typing import Any

import pytest
from django.test import Client

from assessment.accounts.models import User
from assessment.bank.actions import release_bank
from assessment.bank.editing.crafts import BANK
from assessment.bank.models import Bank, BankChange
from recommendations.studio.access import Workshop
from tests.studio.working_copies import at, edit_bank, open_workshop

ROOM = "/studio/banks/four-barriers/"
PAGE, TAKE_BACK = ROOM + "changes/", ROOM + "changes/take-back/"


@pytest.fixture
def workshop(editor: User) -> Workshop:
    workshop = open_workshop(editor)
    release_bank(bank=workshop.bank)
    return workshop


@pytest.fixture
def client(editor: User) -> Client:
    client = Client()
    client.force_login(editor)
    return client


def add_question(data: Any) -> None:
    copy = {**at(data, "sections", "equipment", "questions", "EQ05"), "key": "EQ99"}
    at(data, "sections", "equipment")["questions"].append(copy)


def count_it(data: Any) -> None:
    at(data, "nodes", "eq_digital")["measures"].append({"question": "EQ99", "weight": "1"})


def reword(data: Any) -> None:
    at(data, "sections", "equipment", "questions", "EQ04", "help")["en"] = "Other words."


def sent_for(page: Any, words: str) -> dict[str, str]:
    """What the button below the line with `words` sends."""
    lines = re.findall(r'<li class="card">(.*?)</form>\s*</li>', page.content.decode(), re.DOTALL)
    [line] = [line for line in lines if words in html.unescape(line)]
    return dict(re.findall(r'name="(copy|line|next)" value="([^"]*)"', line))


def refused(client: Client) -> Any:
    return client.post(TAKE_BACK, sent_for(client.get(PAGE), "(EQ99) was added"))


def test_changes_that_rest_on_it_are_named_and_nothing_is_taken(
    workshop: Workshop, client: Client, editor: User
) -> None:
    for change in (add_question, count_it, reword):
        edit_bank(editor, change)
    page = refused(client)
    assert (page.status_code, [each.title for each in page.context["resting"]]) == (
        422,
        ["Counted question “How shop-floor data is recorded” of indicator “Machines that give out data” was added"],
    )
    assert f'<a href="{ROOM}scoring/nodes/eq_digital/#at-measures-EQ99">' in page.content.decode()
    assert "Take all of these back together" in page.content.decode()
    assert BankChange.objects.count() == 4


def test_all_of_them_go_in_one_change(workshop: Workshop, client: Client, editor: User) -> None:
    before = BANK.data(Bank.objects.get())
    for change in (add_question, count_it):
        edit_bank(editor, change)
    sent = dict(re.findall(r'name="(copy|line|also|next)" value="([^"]*)"', refused(client).content.decode()))
    reply = client.post(TAKE_BACK, sent)
    assert (reply.status_code, reply["Location"]) == (302, PAGE)
    assert (BANK.data(Bank.objects.get()), BankChange.objects.count()) == (before, 4)


def test_what_was_not_seen_is_not_taken_back(workshop: Workshop, client: Client, editor: User) -> None:
    for change in (add_question, count_it):
        edit_bank(editor, change)
    sent = dict(re.findall(r'name="(copy|line|also|next)" value="([^"]*)"', refused(client).content.decode()))
    edit_bank(
        editor, lambda data: at(data, "nodes", "eq_network")["measures"].append({"question": "EQ99", "weight": "1"})
    )
    told = client.post(TAKE_BACK, sent, follow=True)
    assert "This was changed again meanwhile." in told.content.decode()
    assert BankChange.objects.count() == 4


@pytest.mark.parametrize("also", ["x", "0" * 20 + "," + "0" * 20, "0" * 20 + "\n", "\x00"])
def test_hostile_lists_find_nothing(workshop: Workshop, client: Client, also: str) -> None:
    assert client.post(TAKE_BACK, {"copy": "bank", "line": "0" * 20, "also": also}).status_code == 404
