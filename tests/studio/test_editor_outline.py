"""The outline: what it shows, and how questions and sections change places."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessment.accounts.models import User
from assessment.bank.models import Bank
from recommendations.studio.editor.removing import copy_question
from tests.studio.editor_banks import OUTLINE, edited, order, small_bank


@pytest.fixture
def bank(db: None) -> Bank:
    return small_bank()


@pytest.fixture
def as_editor(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def move(client: Client, base: int = 1, **fields: Any) -> Any:
    return client.post(OUTLINE, {"base": base, **fields})


def test_outline_shows_sections_and_questions_with_their_marks(as_editor: Client, bank: Bank) -> None:
    sections = as_editor.get(OUTLINE).context["sections"]
    assert [(section.key, section.is_profile, [each.key for each in section.questions]) for section in sections] == [
        ("profile", True, ["staff"]),
        ("tools", False, ["T01", "T02", "T03"]),
        ("people", False, ["P01"]),
    ]
    first, second, third = sections[1].questions
    assert (first.text, str(first.kind), first.is_core, first.is_required) == (
        "Website",
        "one of several options",
        True,
        True,
    )
    assert [(feed.key, feed.title) for feed in first.feeds] == [("tools", "Tools")]
    assert (second.is_conditional, first.is_conditional, third.feeds) == (True, False, ())


def test_outline_speaks_the_language_of_the_interface(as_editor: Client, bank: Bank) -> None:
    page = as_editor.get(OUTLINE, headers={"accept-language": "zh-hans"})
    assert [section.title for section in page.context["sections"]] == ["概况", "工具", "人员"]
    assert page.context["sections"][1].questions[0].text == "网站"


@pytest.mark.parametrize(
    ("search", "found"),
    [("web", ["T01"]), ("网站", ["T01", "T02"]), ("p01", ["P01"]), ("nothing like it", []), ("  ", None)],
)
def test_search_finds_in_every_language_and_by_key(
    as_editor: Client, bank: Bank, search: str, found: list[str] | None
) -> None:
    sections = as_editor.get(OUTLINE, {"q": search}).context["sections"]
    keys = [question.key for section in sections for question in section.questions]
    assert keys == (["staff", "T01", "T02", "T03", "P01"] if found is None else found)


@pytest.mark.parametrize(
    ("fields", "tools", "people"),
    [
        ({"down": "T01"}, ["T02", "T01", "T03"], ["P01"]),
        ({"up": "T03"}, ["T01", "T03", "T02"], ["P01"]),
        ({"down": "T03"}, ["T01", "T02"], ["T03", "P01"]),
        ({"into": "T01", "section": "people"}, ["T02", "T03"], ["P01", "T01"]),
        ({"into": "T01", "section": "people", "index": 0}, ["T02", "T03"], ["T01", "P01"]),
        ({"into": "T01", "section": "tools", "index": 2}, ["T02", "T03", "T01"], ["P01"]),
    ],
)
def test_question_moves(
    as_editor: Client, bank: Bank, fields: dict[str, Any], tools: list[str], people: list[str]
) -> None:
    assert move(as_editor, **fields).status_code == 302
    assert order(bank)[1:] == [("tools", tools), ("people", people)]


@pytest.mark.parametrize(
    ("fields", "sections"),
    [
        ({"section_up": "people"}, ["profile", "people", "tools"]),
        ({"section_down": "tools"}, ["profile", "people", "tools"]),
        ({"section_to": "people", "index": 0}, ["people", "profile", "tools"]),
    ],
)
def test_section_moves(as_editor: Client, bank: Bank, fields: dict[str, Any], sections: list[str]) -> None:
    move(as_editor, **fields)
    assert [key for key, _questions in order(bank)] == sections


def test_move_is_told_and_the_focus_stays_on_it(as_editor: Client, bank: Bank) -> None:
    answer = move(as_editor, down="T01")
    assert answer.headers["Location"] == f"{OUTLINE}?at=down-T01#down-T01"
    page = as_editor.get(answer.headers["Location"])
    assert [str(message) for message in page.context["messages"]] == ["“Website” is now question 2 of 3 in “Tools”."]
    assert 'id="down-T01" autofocus' in page.content.decode()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"up": "staff"}, "It stands at the end already."),
        ({"section_down": "people"}, "It stands at the end already."),
        (
            {"into": "P01", "section": "tools"},
            "This is the only question of its section. Remove the section instead, or put another one in first.",
        ),
        ({}, "That move was not understood. Nothing has changed."),
        ({"up": "T01", "down": "T02"}, "That move was not understood. Nothing has changed."),
        ({"up": "T\x0001"}, "That move was not understood. Nothing has changed."),
        ({"into": "T01", "section": "people", "index": "x"}, "That move was not understood. Nothing has changed."),
    ],
)
def test_impossible_move_changes_nothing_and_says_why(
    as_editor: Client, bank: Bank, fields: dict[str, Any], said: str
) -> None:
    before = order(bank)
    page = as_editor.get(move(as_editor, **fields).headers["Location"])
    assert [str(message) for message in page.context["messages"]] == [said]
    assert order(bank) == before


@pytest.mark.parametrize("fields", [{"up": "nobody"}, {"into": "T01", "section": "nobody"}, {"section_up": "nobody"}])
def test_unknown_part_is_not_found(as_editor: Client, bank: Bank, fields: dict[str, Any]) -> None:
    assert move(as_editor, **fields).status_code == 404


def test_two_editors_who_move_different_things_both_get_their_way(
    as_editor: Client, bank: Bank, second_editor: User
) -> None:
    edited(bank, second_editor, lambda data: data["sections"].reverse())
    move(as_editor, down="T01")
    assert order(bank) == [("people", ["P01"]), ("tools", ["T02", "T01", "T03"]), ("profile", ["staff"])]


def test_two_editors_who_move_the_same_do_not_overwrite_each_other(
    as_editor: Client, bank: Bank, second_editor: User
) -> None:
    edited(bank, second_editor, lambda data: data["sections"][1]["questions"].reverse())
    answer = move(as_editor, down="T01")
    assert answer.status_code == 409
    assert order(bank)[1] == ("tools", ["T03", "T02", "T01"])
    assert [each.key for each in answer.context["sections"][1].questions] == ["T03", "T02", "T01"]
    assert answer.context["base"] == 2
    assert "Your change was not made." in answer.content.decode()


def test_publisher_reads_and_moves_nothing(client: Client, bank: Bank, publisher: User) -> None:
    client.force_login(publisher)
    page = client.get(OUTLINE)
    assert (page.status_code, page.content.decode().count('name="up"')) == (200, 0)
    assert move(client, down="T01").status_code == 404


def test_queries_do_not_grow_with_the_bank(as_editor: Client, bank: Bank, editor: User) -> None:
    counts = []
    for _round in range(3):
        edited(bank, editor, lambda data: copy_question(data, "T01"))
        with CaptureQueriesContext(connection) as captured:
            assert as_editor.get(OUTLINE).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[2]
