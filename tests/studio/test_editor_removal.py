"""Removing and copying: what goes along, what stands in the way, what is asked first."""

import pytest
from django.test import Client
from django.utils.translation import override

from assessment.accounts.models import User
from assessment.bank.editing.flat import Data
from assessment.bank.models import Bank
from tests.studio.editor_banks import (
    OUTLINE,
    SECTIONS,
    SLUG,
    both,
    data_of,
    edited,
    example,
    order,
    small_bank,
    small_playbook,
)


@pytest.fixture
def bank(db: None) -> Bank:
    return small_bank()


@pytest.fixture
def as_editor(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def measured(bank: Bank) -> dict[str, list[str]]:
    return {node["key"]: [each["question"] for each in node.get("measures", [])] for node in data_of(bank)["nodes"]}


def test_what_goes_along_is_shown_first_and_nothing_is_removed_by_looking(as_editor: Client, bank: Bank) -> None:
    page = as_editor.get(f"{OUTLINE}T02/remove/")
    removal = page.context["removal"]
    assert [use.url for use in removal.along] == [
        f"/studio/banks/{SLUG}/scoring/nodes/tools/#at-measures-T02",
        f"/studio/banks/{SLUG}/scoring/examples/middling/#at-answers",
    ]
    assert (removal.in_the_way, removal.is_possible) == ((), True)
    assert order(bank)[1] == ("tools", ["T01", "T02", "T03"])


def test_worked_examples_are_counted_and_parts_are_called_by_their_titles(as_editor: Client, db: None) -> None:
    small_bank(examples=[example("middling"), example("other")])
    along = as_editor.get(f"{OUTLINE}T02/remove/").context["removal"].along
    assert [(use.words, use.url) for use in along] == [
        ("Node “Tools” (tools) measures it", f"/studio/banks/{SLUG}/scoring/nodes/tools/#at-measures-T02"),
        ("Its answers in 2 worked examples", f"/studio/banks/{SLUG}/scoring/?show=examples"),
    ]
    with override("en"):  # what the page is spoken in ends with it
        page = as_editor.get(f"{OUTLINE}T02/remove/", headers={"accept-language": "zh-hans"}).content.decode()
    assert "“工具”（tools）" in page and "2个演算示例" in page


def test_removed_question_takes_measures_and_answers_of_examples_with_it(as_editor: Client, bank: Bank) -> None:
    answer = as_editor.post(f"{OUTLINE}T02/remove/", {"base": "1"})
    assert answer.headers["Location"] == OUTLINE
    assert order(bank)[1] == ("tools", ["T01", "T03"])
    assert measured(bank)["tools"] == ["T01"]
    assert data_of(bank)["examples"][0]["answers"] == {"T01": "l2", "P01": 50}
    assert bank.revision == 2


def test_question_that_conditions_and_rules_name_stays(as_editor: Client, bank: Bank) -> None:
    small_playbook()
    answer = as_editor.post(f"{OUTLINE}T01/remove/", {"base": "1"})
    assert answer.status_code == 422
    assert [use.url for use in answer.context["removal"].in_the_way] == [
        f"/studio/banks/{SLUG}/questions/T02/#at-visible_if",
        f"/studio/banks/{SLUG}/advice/rules/R1/#at-when",
    ]
    assert order(bank)[1] == ("tools", ["T01", "T02", "T03"])


def test_slot_of_a_reason_is_in_the_way(as_editor: Client, bank: Bank) -> None:
    small_playbook()
    edited(bank, User.objects.get(), lambda data: data["sections"][2]["questions"].append(_text("P02")))
    removal = as_editor.get(f"{OUTLINE}P01/remove/").context["removal"]
    assert [use.url for use in removal.in_the_way] == [f"/studio/banks/{SLUG}/advice/rules/R1/#at-because"]


def test_last_question_of_a_section_stays(as_editor: Client, bank: Bank) -> None:
    answer = as_editor.post(f"{OUTLINE}P01/remove/", {"base": "1"})
    assert (answer.status_code, answer.context["removal"].refusal) == (
        422,
        "It is the only question of its section. Remove the section instead.",
    )
    assert order(bank)[2] == ("people", ["P01"])


def test_section_goes_with_its_questions(as_editor: Client, bank: Bank) -> None:
    as_editor.post(f"{SECTIONS}tools/remove/", {"base": "1"})
    assert [key for key, _questions in order(bank)] == ["profile", "people"]
    assert measured(bank)["tools"] == []
    assert data_of(bank)["examples"][0]["answers"] == {"P01": 50}


def test_last_section_stays(as_editor: Client, bank: Bank) -> None:
    for key, revision in (("tools", "1"), ("people", "2")):
        assert as_editor.post(f"{SECTIONS}{key}/remove/", {"base": revision}).status_code == 302
    answer = as_editor.post(f"{SECTIONS}profile/remove/", {"base": "3"})
    assert (answer.status_code, order(bank)) == (422, [("profile", ["staff"])])


def test_question_that_somebody_changed_meanwhile_is_not_removed_unseen(
    as_editor: Client, bank: Bank, second_editor: User
) -> None:
    edited(bank, second_editor, lambda data: data["sections"][1]["questions"][2]["text"].update(en="Theirs"))
    address = f"{OUTLINE}T03/remove/"
    answer = as_editor.post(address, {"base": "1"})
    assert (answer.status_code, answer.context["base"]) == (409, 2)
    assert order(bank)[1] == ("tools", ["T01", "T02", "T03"])
    assert as_editor.post(address, {"base": "2"}).status_code == 302
    assert order(bank)[1] == ("tools", ["T01", "T02"])


@pytest.mark.parametrize("address", [f"{OUTLINE}nobody/remove/", f"{SECTIONS}nobody/remove/"])
def test_what_is_not_there_is_not_found(as_editor: Client, bank: Bank, address: str) -> None:
    assert [as_editor.get(address).status_code, as_editor.post(address, {"base": "1"}).status_code] == [404, 404]


def test_copy_of_a_question_counts_where_it_counts(as_editor: Client, bank: Bank) -> None:
    answer = as_editor.post(f"{OUTLINE}T01/copy/", {"base": "1"})
    assert answer.headers["Location"] == f"{OUTLINE}T04/"
    assert order(bank)[1] == ("tools", ["T01", "T04", "T02", "T03"])
    assert measured(bank)["tools"] == ["T01", "T02", "T04"]


def test_copied_section_asks_about_its_own_questions(as_editor: Client, bank: Bank) -> None:
    as_editor.post(f"{SECTIONS}tools/copy/", {"base": "1"})
    assert order(bank)[2] == ("tools_2", ["T04", "T05", "T06"])
    copied = data_of(bank)["sections"][2]["questions"][1]
    assert copied["visible_if"] == {"fact": "answer.T04", "op": "in", "value": ["l1", "l2"]}
    assert measured(bank)["tools"] == ["T01", "T02", "T04", "T05"]


@pytest.mark.parametrize("address", [f"{OUTLINE}nobody/copy/", f"{SECTIONS}nobody/copy/"])
def test_nothing_is_copied_that_is_not_there(as_editor: Client, bank: Bank, address: str) -> None:
    assert as_editor.post(address, {"base": "1"}).status_code == 404


def _text(key: str) -> Data:
    return {"key": key, "kind": "text", "text": both("Anything else?", "还有什么？")}
