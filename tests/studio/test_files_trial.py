"""A file on trial: each difference with its cell and its words, taken as it is ticked, all of it or nothing."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.http import HttpResponse
from django.test import Client

from assessment.accounts.models import PlatformRole, User
from assessment.bank.actions import load_bank
from assessment.bank.compile import compile_bank
from assessment.bank.editing.actions import change_copy
from assessment.bank.editing.crafts import BANK
from assessment.bank.models import Bank, ChangeKind
from recommendations.catalogue.models import Category
from recommendations.playbook.actions import load_playbook
from recommendations.playbook.compile import compile_playbook
from recommendations.playbook.models import Playbook
from recommendations.playbook.xlsx.writing import write_texts_workbook, write_whole_workbook
from recommendations.studio.files.kept import keep_file
from recommendations.studio.files.starting import example_documents
from recommendations.studio.models import FileOnTrial
from tests.bank.xlsx import Change, column
from tests.playbook.xlsx import changed_workbook

URL = "/studio/banks/my-bank/files/"
TICK = re.compile(r'name="pick" value="([^"]+)"[^>]*?( checked)?>')


@pytest.fixture
def bank(db: None) -> Bank:
    documents = example_documents()
    bank = load_bank(document=documents[0])
    load_playbook(document=documents[1])
    return bank


def whole(change: Change) -> bytes:
    return changed_workbook(write_whole_workbook(*example_documents()), change)


def on_trial(client: Client, person: User, content: bytes, name: str = "my-bank.xlsx") -> str:
    """This function will keep a file for somebody who is signed in, and return its address."""
    client.force_login(person)
    return f"{URL}{keep_file(content=content, name=name, by=person).public_id}/"


def words_of(response: HttpResponse) -> str:
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(unescape(text).split())


def ticks_of(response: HttpResponse) -> dict[str, bool]:
    return {tick: bool(checked) for tick, checked in TICK.findall(response.content.decode())}


def take(client: Client, address: str, response: HttpResponse, ticks: list[str]) -> HttpResponse:
    bases = dict(re.findall(r'name="(\w+_base)" value="(\d+)"', response.content.decode()))
    return client.post(f"{address}take/", {**bases, "pick": ticks})


def retitle(book: object) -> None:
    book["questions"].cell(2, column(book, "questions", "text en"), "Any machines at all?")  # type: ignore[index, arg-type]


def test_difference_is_shown_with_sheet_cell_and_words(client: Client, editor: User, bank: Bank) -> None:
    response = client.get(on_trial(client, editor, whole(retitle)))
    said = words_of(response)
    assert response.status_code == 200
    assert "1 difference · 1 ticked" in said
    assert "Questions questions 1 of 1 ticked" in said
    assert "questions!D2 (text en)" in said
    assert "Now Do you have machines? In the file Any machines at all?" in said
    assert compile_bank(bank) == example_documents()[0]


def test_taken_difference_is_in_the_working_copy_and_its_history(client: Client, editor: User, bank: Bank) -> None:
    address = on_trial(client, editor, whole(retitle))
    response = client.get(address)
    taken = take(client, address, response, list(ticks_of(response)))
    assert (taken.status_code, taken["Location"]) == (302, URL)
    bank.refresh_from_db()
    assert compile_bank(bank).sections[0].questions[0].text["en"] == "Any machines at all?"
    change = bank.changes.latest("revision")
    assert (change.kind, change.by, len(change.differences)) == (ChangeKind.IMPORTED, editor, 1)
    assert not FileOnTrial.objects.exists()
    assert "1 change was taken into the working copy." in words_of(client.get(URL))


def test_file_that_says_the_same_has_nothing_to_take(client: Client, editor: User, bank: Bank) -> None:
    response = client.get(on_trial(client, editor, write_whole_workbook(*example_documents())))
    assert "there is nothing to take" in words_of(response)
    assert ticks_of(response) == {}


def with_second_action(book: object) -> None:
    for sheet, row in (("actions", 2), ("action_steps", 2), ("raises", 2), ("rules", 2)):
        cells = [cell.value for cell in book[sheet][row]]  # type: ignore[index]
        book[sheet].append([{"record_in_a_table": "buy_a_system", "on_paper": "in_tables"}.get(v, v) for v in cells])  # type: ignore[index]


def test_picks_that_need_each_other_are_refused_by_name(client: Client, editor: User, bank: Bank) -> None:
    address = on_trial(client, editor, whole(with_second_action))
    response = client.get(address)
    assert list(ticks_of(response).values()) == [True, True]
    rule = list(ticks_of(response))[-1]
    refused = take(client, address, response, [rule])
    assert refused.status_code == 422
    assert "Nothing was taken: these do not go together" in words_of(refused)
    assert 'no action has the key "buy_a_system"' in words_of(refused)
    assert "in_tables" in words_of(refused)
    assert compile_playbook(Playbook.objects.get()) == example_documents()[1]
    assert take(client, address, response, list(ticks_of(response))).status_code == 302
    assert [rule.key for rule in compile_playbook(Playbook.objects.get()).rules] == ["on_paper", "in_tables"]


def test_part_of_a_file_is_taken_and_the_rest_stays_to_take(client: Client, editor: User, bank: Bank) -> None:
    def change(book: object) -> None:
        retitle(book)
        with_second_action(book)

    address = on_trial(client, editor, whole(change))
    response = client.get(address)
    assert len(ticks_of(response)) == 3
    taken = take(client, address, response, list(ticks_of(response))[:1])
    assert taken["Location"] == address
    assert list(ticks_of(client.get(address)).values()) == [True, True]


def test_nothing_ticked_takes_nothing_and_says_so(client: Client, editor: User, bank: Bank) -> None:
    address = on_trial(client, editor, whole(retitle))
    refused = take(client, address, client.get(address), ["of another page"])
    assert refused.status_code == 422
    assert "Nothing is ticked, so nothing was taken." in words_of(refused)
    assert bank.changes.count() == 1


def test_half_a_file_removes_nothing_unless_it_is_ticked(client: Client, editor: User, bank: Bank) -> None:
    def change(book: object) -> None:
        for sheet in ("example_answers", "example_expectations", "examples"):
            del book[sheet]  # type: ignore[attr-defined]
        retitle(book)

    address = on_trial(client, editor, whole(change))
    response = client.get(address)
    assert "No longer in the file: bank 0 of 3 ticked" in words_of(response)
    assert "More than a third of a list is not in the file." in words_of(response)
    assert list(ticks_of(response).values()) == [True, False, False, False]


@pytest.mark.parametrize(
    ("do", "ticked"),
    [
        *[("none:*", [False, False, False]), ("all:*", [True, True, True]), ("words", [True, False, False])],
        *[("none:rules", [True, True, False]), ("all:nothing", [True, True, True]), ("rm -rf", [True, True, True])],
    ],
)
def test_buttons_only_set_ticks(client: Client, editor: User, bank: Bank, do: str, ticked: list[bool]) -> None:
    def change(book: object) -> None:
        retitle(book)
        with_second_action(book)

    address = on_trial(client, editor, whole(change))
    first = client.get(address)
    response = client.post(address, {"do": do, "pick": list(ticks_of(first))})
    assert list(ticks_of(response).values()) == ticked
    assert bank.changes.count() == 1


def edited(bank: Bank, by: User, change: Callable[[dict[str, object]], None]) -> None:
    bank.refresh_from_db()
    data = BANK.data(bank)
    change(data)
    change_copy(craft=BANK, copy=bank, base=bank.revision, data=data, by=by)


def test_what_others_changed_elsewhere_stays(client: Client, editor: User, second_editor: User, bank: Bank) -> None:
    address = on_trial(client, editor, whole(retitle))
    response = client.get(address)
    edited(bank, second_editor, lambda data: data["title"].update(en="Theirs"))  # type: ignore[attr-defined]
    assert take(client, address, response, list(ticks_of(response))).status_code == 302
    document = compile_bank(Bank.objects.get())
    assert (document.title["en"], document.sections[0].questions[0].text["en"]) == ("Theirs", "Any machines at all?")


def test_what_others_changed_in_the_same_place_is_shown_first(
    client: Client, editor: User, second_editor: User, bank: Bank
) -> None:
    def theirs(data: dict[str, object]) -> None:
        data["sections"][0]["questions"][0]["text"]["en"] = "Theirs?"  # type: ignore[index]

    address = on_trial(client, editor, whole(retitle))
    response = client.get(address)
    edited(bank, second_editor, theirs)
    met = take(client, address, response, list(ticks_of(response)))
    assert met.status_code == 409
    assert "Theirs?" in words_of(met) and "Somebody else changed the same meanwhile" in words_of(met)
    assert take(client, address, met, list(ticks_of(met))).status_code == 302
    assert compile_bank(Bank.objects.get()).sections[0].questions[0].text["en"] == "Any machines at all?"


def test_workbook_of_texts_changes_texts_only(client: Client, editor: User, bank: Bank) -> None:
    def change(book: object) -> None:
        sheet = book["texts"]  # type: ignore[index]
        sheet["C2"] = "Another title"
        sheet["D3"] = None

    content = changed_workbook(write_texts_workbook(*example_documents()), change)
    address = on_trial(client, editor, content, "texts.xlsx")
    response = client.get(address)
    assert "texts!C2 (text en)" in words_of(response)
    assert len(ticks_of(response)) == 1
    take(client, address, response, list(ticks_of(response)))
    assert compile_bank(Bank.objects.get()).title == {"en": "Another title", "zh-hans": "我的题库"}


@pytest.mark.parametrize("may_keep", [False, True])
def test_categories_are_taken_by_those_who_keep_them(client: Client, editor: User, bank: Bank, may_keep: bool) -> None:
    documents = example_documents()
    Category.objects.create(bank_slug="my-bank", position=0, key="mes", title={"en": "MES"})
    if may_keep:
        editor.appointments.create(role=PlatformRole.CATALOGUE)
    lines = [{"key": "mes", "title": {"en": "Execution"}}, {"key": "erp", "title": {"en": "Planning"}}]
    address = on_trial(client, editor, write_whole_workbook(*documents, lines))
    response = client.get(address)
    assert ("They are shown, not taken." in words_of(response)) is not may_keep
    assert "categories!A3 (key)" in words_of(response)
    take(client, address, response, ["category:mes", "category:erp"])
    titles = dict(Category.objects.order_by("position").values_list("key", "title"))
    expected = {"mes": {"en": "Execution"}, "erp": {"en": "Planning"}} if may_keep else {"mes": {"en": "MES"}}
    assert titles == expected


def test_unknown_category_of_an_action_is_a_fault_with_its_cell(client: Client, editor: User, bank: Bank) -> None:
    def change(book: object) -> None:
        sheet = book["actions"]  # type: ignore[index]
        sheet.cell(1, sheet.max_column + 1, "categories")
        sheet.cell(2, sheet.max_column, "mes, nonsense")

    Category.objects.create(bank_slug="my-bank", position=0, key="mes", title={"en": "MES"})
    response = client.get(on_trial(client, editor, whole(change)))
    assert response.status_code == 422
    assert re.search(r'actions!\w2 \(categories\) the catalogue has no category "nonsense"', words_of(response))
