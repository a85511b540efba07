"""The page of changes: what differs from the release in use, what release that makes, and taking it back."""

import html
import re
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessment.accounts.models import User
from assessment.bank.actions import release_bank
from assessment.bank.editing.crafts import BANK
from assessment.bank.models import Bank, BankChange, ChangeKind
from recommendations.playbook.actions import release_playbook
from recommendations.playbook.models import PlaybookChange
from recommendations.studio.access import Workshop
from tests.studio.working_copies import at, edit_bank, edit_playbook, open_workshop

ROOM = "/studio/banks/four-barriers/"
PAGE, HISTORY, TAKE_BACK, DISCARD = (
    ROOM + path for path in ("changes/", "history/", "changes/take-back/", "changes/discard/")
)


@pytest.fixture
def workshop(editor: User) -> Workshop:
    workshop = open_workshop(editor)
    release = release_bank(bank=workshop.bank)
    assert workshop.playbook is not None
    release_playbook(playbook=workshop.playbook)
    assert release.version == "1.0"
    return workshop


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def client(editor: User) -> Client:
    return signed_in(editor)


def seen(page: Any) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", page.content.decode())))


def reworded(data: Any) -> None:
    at(data, "sections", "equipment", "questions", "EQ04", "help")["en"] = (
        "Choose what works daily, not what is planned."
    )


def reweighed(data: Any) -> None:
    at(data, "nodes", "equipment")["weight"] = "2"


def reruled(data: Any) -> None:
    at(data, "rules", "R-A01-maintenance")["priority"] = 3


def buttons(page: Any) -> list[dict[str, str]]:
    """What each button that takes one change back would send."""
    forms = re.findall(r'<form method="post" action="[^"]*take-back/">(.*?)</form>', page.content.decode(), re.DOTALL)
    return [dict(re.findall(r'name="(copy|line|next)" value="([^"]*)"', form)) for form in forms]


def test_nothing_differs_after_a_release(workshop: Workshop, client: Client) -> None:
    said = seen(client.get(PAGE))
    assert "Question bank (Release 1.0 → Working copy) : nothing differs." in said
    assert "Discard all" not in said


def test_bank_that_was_never_released_is_told_so(editor: User, client: Client) -> None:
    open_workshop(editor)
    assert "was never released; its first release would be 1.0." in seen(client.get(PAGE))


def test_words_make_a_minor_release(workshop: Workshop, client: Client, editor: User) -> None:
    edit_bank(editor, reworded)
    page = client.get(PAGE)
    said = seen(page)
    assert "this would be a minor release 1.1, because only words changed." in said
    assert "Question “Plant network” (EQ04): Help text, English" in said
    assert "<del>every day</del><ins>daily</ins>" in page.content.decode()
    assert f'{ROOM}questions/EQ04/#at-help-en"' in page.content.decode()


def test_weight_makes_a_major_release_and_says_its_share(workshop: Workshop, client: Client, editor: User) -> None:
    edit_bank(editor, reworded)
    edit_bank(editor, reweighed)
    said = seen(client.get(PAGE))
    assert (
        "this would be a major release 2.0, because more than words changed: Barrier “Equipment and networks”: Weight"
        in said
    )
    assert "(its share of “Overall”: 25 % → 40 %)" in said
    assert "Questions 1 0 Measure 0 1" in said


def test_rule_makes_the_advice_major(workshop: Workshop, client: Client, editor: User) -> None:
    edit_playbook(editor, reruled)
    said = seen(client.get(PAGE))
    assert "Advice (Release 1.0 → Working copy) : this would be a major release 2.0" in said
    assert "Question bank (Release 1.0 → Working copy) : nothing differs." in said


def test_filter_shows_one_effect(workshop: Workshop, client: Client, editor: User) -> None:
    edit_bank(editor, reworded)
    edit_bank(editor, reweighed)
    edit_playbook(editor, reruled)
    titles = {
        effect: re.findall(r"<h3><a [^>]+>([^<]+)</a>", client.get(f"{PAGE}?effect={effect}").content.decode())
        for effect in ("words", "scoring", "advice")
    }
    assert titles == {
        "words": ["Question “Plant network” (EQ04): Help text, English"],
        "scoring": ["Barrier “Equipment and networks”: Weight"],
        "advice": ["Rule “List your machines and mark which can give out data” (R-A01-maintenance): Priority"],
    }


def test_two_releases_are_compared(workshop: Workshop, client: Client, editor: User) -> None:
    edit_bank(editor, reworded)
    release_bank(bank=Bank.objects.get())
    edit_bank(editor, reweighed)
    said = seen(client.get(PAGE + "?bank_from=1.0&bank_to=1.1"))
    assert "Question bank (Release 1.0 → Release 1.1) : only words differ." in said
    assert "Take this back" not in said
    assert "(Release 1.1 → Working copy) : this would be a major release 2.0" in seen(client.get(PAGE))


def test_one_change_is_taken_back_and_the_others_stay(workshop: Workshop, client: Client, editor: User) -> None:
    edit_bank(editor, reworded)
    edit_bank(editor, reweighed)
    words = next(each for each in buttons(client.get(PAGE + "?effect=words")))
    page = client.post(TAKE_BACK, words, follow=True)
    assert "Taken back. You can undo that." in seen(page)
    data = BANK.data(Bank.objects.get())
    assert at(data, "sections", "equipment", "questions", "EQ04", "help", "en").startswith(
        "Choose what works every day"
    )
    assert at(data, "nodes", "equipment", "weight") == "2"
    assert BankChange.objects.latest("revision").by == editor


def test_what_was_changed_again_is_not_taken_back(
    workshop: Workshop, client: Client, editor: User, second_editor: User
) -> None:
    edit_bank(editor, reweighed)
    [sent] = buttons(client.get(PAGE))
    edit_bank(second_editor, lambda data: at(data, "nodes", "equipment").update(weight="5"))
    assert "This was changed again meanwhile." in seen(client.post(TAKE_BACK, sent, follow=True))
    assert at(BANK.data(Bank.objects.get()), "nodes", "equipment", "weight") == "5"


def test_question_moved_to_another_section_is_one_line_and_goes_back(
    workshop: Workshop, client: Client, editor: User
) -> None:
    def move(data: Any) -> None:
        question = at(data, "sections", "equipment")["questions"].pop(0)
        at(data, "sections", "talent")["questions"].append(question)

    before = BANK.data(Bank.objects.get())
    edit_bank(editor, move)
    page = client.get(PAGE)
    titles = re.findall(r"<h3><a [^>]+>([^<]+)</a>", page.content.decode())
    assert (
        len(titles) == 1 and "was moved from section “Equipment and networks” to “Talent and organisation”" in titles[0]
    )
    client.post(TAKE_BACK, buttons(page)[0])
    assert BANK.data(Bank.objects.get()) == before


def test_everything_is_discarded_after_asking_and_can_be_undone(
    workshop: Workshop, client: Client, editor: User
) -> None:
    before = BANK.data(Bank.objects.get())
    edit_bank(editor, reworded)
    edit_playbook(editor, reruled)
    asked = client.get(DISCARD)
    assert "Question bank (Release 1.0): 1 change" in seen(asked) and BankChange.objects.count() == 2
    bases = dict(re.findall(r'name="(base_\w+)" value="(\d+)"', asked.content.decode()))
    page = client.post(DISCARD, bases, follow=True)
    assert "All changes that were not released are discarded." in seen(page)
    assert BANK.data(Bank.objects.get()) == before
    kinds = [BankChange.objects.latest("revision").kind, PlaybookChange.objects.latest("revision").kind]
    assert kinds == [ChangeKind.RESTORED] * 2
    assert "Undo:" in seen(page)


def test_discarding_never_takes_what_was_not_seen(
    workshop: Workshop, client: Client, editor: User, second_editor: User
) -> None:
    edit_bank(editor, reweighed)
    edit_bank(second_editor, lambda data: at(data, "nodes", "equipment").update(weight="5"))
    page = client.post(DISCARD, {"base_bank": 2, "base_playbook": 1}, follow=True)
    assert "Nothing was discarded" in seen(page)
    assert at(BANK.data(Bank.objects.get()), "nodes", "equipment", "weight") == "5"


@pytest.mark.parametrize(
    "query", ["?bank_from=9.9", "?bank_to=x", "?effect=zz&page=-1", "?page=999", "?bank_from=working"]
)
def test_hostile_addresses_show_the_page(workshop: Workshop, client: Client, query: str) -> None:
    assert "In short" in seen(client.get(PAGE + query))


@pytest.mark.parametrize(
    "data", [{}, {"copy": "bank"}, {"copy": "x", "line": "0" * 20}, {"copy": "bank", "line": "<x>"}]
)
def test_hostile_forms_find_nothing(workshop: Workshop, client: Client, data: dict[str, str]) -> None:
    assert client.post(TAKE_BACK, data).status_code == 404
    assert client.post(DISCARD, data).status_code == 404


def test_publisher_sees_and_changes_nothing(workshop: Workshop, editor: User, publisher: User, stranger: User) -> None:
    edit_bank(editor, reweighed)
    reader = signed_in(publisher)
    page = reader.get(PAGE)
    assert "Weight" in seen(page) and buttons(page) == [] and "Discard all" not in seen(page)
    assert [reader.get(DISCARD).status_code, reader.post(DISCARD, {"base_bank": 2}).status_code] == [404, 404]
    assert [signed_in(stranger).get(path).status_code for path in (PAGE, HISTORY, DISCARD)] == [404] * 3


def test_history_names_person_part_and_kind(
    workshop: Workshop, client: Client, editor: User, second_editor: User
) -> None:
    edit_bank(editor, reworded)
    edit_playbook(second_editor, reruled)
    entries = re.findall(
        r"<li class=\"card\" id=\"[^\"]+\">(.*?)\n</li>", client.get(HISTORY).content.decode(), re.DOTALL
    )
    said = [re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", entry))) for entry in entries]
    assert len(said) == 4
    assert "Second-editor" in said[0] and "Priority" in said[0] and "86 → 3" in said[0] and "edited" in said[0]
    assert "Editor" in said[1] and "Question “Plant network” (EQ04): Help text, English" in said[1]
    assert "begun" in said[2] and "the installation" in said[2]


def test_history_asks_equally_often_for_one_and_three_changes(
    workshop: Workshop, client: Client, editor: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    edit_bank(editor, reweighed)
    client.get(HISTORY)
    with django_assert_num_queries(26):
        client.get(HISTORY)
    edit_bank(editor, reworded)
    edit_bank(editor, lambda data: at(data, "nodes", "equipment").update(weight="7"))
    with django_assert_num_queries(26):
        client.get(HISTORY)
