"""New questions and sections: what they begin with, and how little it takes to add one."""

from typing import Any

import pytest
from django.test import Client

from assessment.accounts.models import User
from assessment.bank.editing.flat import Data
from assessment.bank.models import Bank
from assessment.scoring.document import Kind
from recommendations.studio.editor.keys import copied_key, next_key
from tests.studio.editor_banks import OUTLINE, SECTIONS, SLUG, both, data_of, edited, order, small_bank
from tests.studio.typed_forms import typed_into

ADD = f"{SECTIONS}tools/questions/add/"
COUNTS = {"feeds-0-node": "tools"}


@pytest.fixture
def bank(db: None) -> Bank:
    return small_bank()


@pytest.fixture
def as_editor(client: Client, editor: User) -> Client:
    client.force_login(editor)
    return client


def question(bank: Bank, key: str) -> Data:
    return next(q for section in data_of(bank)["sections"] for q in section["questions"] if q["key"] == key)


def measures(bank: Bank) -> dict[str, list[tuple[str, str]]]:
    nodes = data_of(bank)["nodes"]
    return {node["key"]: [(each["question"], each["weight"]) for each in node.get("measures", [])] for node in nodes}


@pytest.mark.parametrize("kind", list(Kind))
def test_text_is_enough_to_add_a_question_of_each_kind(as_editor: Client, bank: Bank, kind: Kind) -> None:
    page = as_editor.get(ADD, {"kind": kind.value})
    answer = as_editor.post(ADD, typed_into(page, **COUNTS, text_en="New?"))
    assert answer.status_code == 302, answer.context["problems"]
    assert answer.headers["Location"] == f"{OUTLINE}T04/?added"
    saved = question(bank, "T04")
    assert (saved["kind"], saved["text"]) == (kind.value, {"en": "New?"})
    assert measures(bank)["tools"][-1] == ("T04", "3")


def test_what_a_question_counts_in_must_be_said(as_editor: Client, bank: Bank) -> None:
    page = as_editor.get(ADD)
    fields = typed_into(page)
    assert (fields["feeds-0-node"], fields["feeds-0-weight"]) == ([""], ["3"])
    refused = as_editor.post(ADD, typed_into(page, text_en="New?"))
    said = ["Say what the question counts in, or that it does not count."]
    assert (refused.status_code, [each.message for each in refused.context["problems"]]) == (422, said)
    assert as_editor.post(ADD, typed_into(refused, **{"feeds-0-node": "-", "feeds-0-weight": ""})).status_code == 302
    assert question(bank, "T04")["text"] == {"en": "New?"}
    assert measures(bank)["tools"] == [("T01", "3"), ("T02", "1")]


def test_yes_and_no_stand_there_in_both_languages(as_editor: Client, bank: Bank) -> None:
    as_editor.post(ADD, typed_into(as_editor.get(ADD, {"kind": "yes_no"}), **COUNTS, text_en="New?"))
    assert question(bank, "T04")["options"] == [
        {"key": "yes", "label": both("Yes", "是"), "credit": "1"},
        {"key": "no", "label": both("No", "否"), "credit": "0"},
    ]


def test_scale_begins_with_five_steps(as_editor: Client, bank: Bank) -> None:
    as_editor.post(ADD, typed_into(as_editor.get(ADD, {"kind": "likert"}), **COUNTS, text_en="New?"))
    options = question(bank, "T04")["options"]
    assert [option["credit"] for option in options] == ["0", "0.25", "0.5", "0.75", "1"]
    assert [option["label"]["zh-hans"] for option in options] == ["完全没有", "小部分", "部分", "大部分", "完全"]


def test_question_of_the_profile_is_not_scored(as_editor: Client, bank: Bank) -> None:
    address = f"{SECTIONS}profile/questions/add/"
    as_editor.post(address, typed_into(as_editor.get(address), text_en="New?"))
    key = order(bank)[0][1][-1]
    assert key == "question_1"
    assert [set(option) for option in question(bank, key)["options"]] == [{"key", "label"}] * 3
    assert key not in [question for pairs in measures(bank).values() for question, _weight in pairs]


def test_key_can_be_written_once_and_must_be_free(as_editor: Client, bank: Bank) -> None:
    page = as_editor.get(ADD)
    answer = as_editor.post(ADD, typed_into(page, **COUNTS, text_en="New?", key="T01"))
    assert [problem.message for problem in answer.context["problems"]] == ["Another question has this key."]
    assert as_editor.post(ADD, typed_into(page, **COUNTS, text_en="New?", key="my_own")).status_code == 302
    assert order(bank)[1][1] == ["T01", "T02", "T03", "my_own"]
    assert 'name="key"' not in as_editor.get(f"{OUTLINE}my_own/").content.decode()


def test_after_adding_a_rule_is_offered(as_editor: Client, bank: Bank) -> None:
    added = as_editor.post(ADD, typed_into(as_editor.get(ADD), **COUNTS, text_en="New?"), follow=True)
    assert f"/studio/banks/{SLUG}/advice/rules/add/?question=T04" in added.content.decode()


def test_two_who_add_at_once_get_a_key_each(as_editor: Client, bank: Bank, second_editor: User) -> None:
    sent = typed_into(as_editor.get(ADD), **COUNTS, text_en="Mine")
    theirs = {"key": "T04", "kind": "text", "text": both("Theirs", "他们的")}
    edited(bank, second_editor, lambda data: data["sections"][1]["questions"].append(theirs))
    answer = as_editor.post(ADD, sent)
    assert (answer.status_code, question(bank, "T04")["text"]["en"]) == (409, "Theirs")
    again = typed_into(answer)
    assert (again["key"], again["text_en"]) == (["T05"], ["Mine"])
    assert as_editor.post(ADD, again).status_code == 302
    assert [question(bank, key)["text"]["en"] for key in ("T04", "T05")] == ["Theirs", "Mine"]


def test_changing_the_kind_brings_its_options_and_loses_nothing_typed(as_editor: Client, bank: Bank) -> None:
    page = as_editor.get(ADD)
    changed = as_editor.post(ADD, typed_into(page, **COUNTS, text_en="New?", kind="yes_no", act="kind"))
    fields = typed_into(changed)
    assert (changed.status_code, fields["text_en"]) == (200, ["New?"])
    assert [fields[f"options-{place}-key"] for place in (0, 1)] == [["yes"], ["no"]]
    own = typed_into(changed, kind="likert", act="kind", **{"options-0-label_en": "Rather"})
    kept = typed_into(as_editor.post(ADD, own))
    assert (kept["options-0-label_en"], kept["options-TOTAL_FORMS"]) == (["Rather"], ["2"])
    assert order(bank)[1][1] == ["T01", "T02", "T03"]


def test_number_that_was_an_option_question_keeps_its_options_until_it_is_saved(as_editor: Client, bank: Bank) -> None:
    address = f"{OUTLINE}T01/"
    changed = as_editor.post(address, typed_into(as_editor.get(address), kind="number", act="kind"))
    back = as_editor.post(address, typed_into(changed, kind="single", act="kind"))
    assert as_editor.post(address, typed_into(back)).status_code == 302
    assert [option["key"] for option in question(bank, "T01")["options"]] == ["l0", "l1", "l2"]


@pytest.mark.parametrize(
    ("act", "keys"),
    [
        ("add:options", ["l0", "l1", "l2", "l3"]),
        ("remove:options:1", ["l0", "l2"]),
        ("up:options:2", ["l0", "l2", "l1"]),
        ("down:options:0", ["l1", "l0", "l2"]),
        ("down:options:2", ["l0", "l1", "l2"]),
        ("up:options:999", ["l0", "l1", "l2"]),
        ("up:nothing:1", ["l0", "l1", "l2"]),
        ("nonsense", ["l0", "l1", "l2"]),
    ],
)
def test_buttons_change_the_lines_and_save_nothing(as_editor: Client, bank: Bank, act: str, keys: list[str]) -> None:
    address = f"{OUTLINE}T01/"
    fields = typed_into(as_editor.post(address, typed_into(as_editor.get(address), act=act)))
    assert [fields[f"options-{place}-key"][0] for place in range(len(keys))] == keys
    assert fields["options-TOTAL_FORMS"] == [str(len(keys))]
    assert bank.revision == 1


def new_section(client: Client, **changes: Any) -> Any:
    address = f"{SECTIONS}add/"
    page = client.get(address)
    sent = {"base": "1", "key": page.context["form"]["key"].value(), "title_en": "More", "text_en": "New?"}
    return client.post(address, sent | changes)


def test_section_comes_with_its_first_question(as_editor: Client, bank: Bank) -> None:
    answer = new_section(as_editor, node="people")
    assert answer.headers["Location"] == f"{OUTLINE}section_4_1/"
    assert order(bank)[-1] == ("section_4", ["section_4_1"])
    section = data_of(bank)["sections"][-1]
    assert (section["title"], section["node"]) == ({"en": "More"}, "people")


@pytest.mark.parametrize(
    ("changes", "field", "said"),
    [
        ({"key": "tools"}, "key", "Another section has this key."),
        ({"title_en": ""}, "title", "This field is required."),
        ({"text_en": ""}, "text", "This field is required."),
        ({"node": "nobody"}, "node", "Select a valid choice. nobody is not one of the available choices."),
    ],
)
def test_section_is_refused_at_its_field(
    as_editor: Client, bank: Bank, changes: dict[str, str], field: str, said: str
) -> None:
    answer = new_section(as_editor, **changes)
    assert (answer.status_code, answer.context["form"].errors[field]) == (422, [said])
    assert len(order(bank)) == 3


def test_section_is_changed_and_nobody_overwrites_it_unseen(as_editor: Client, bank: Bank, second_editor: User) -> None:
    address = f"{SECTIONS}tools/"
    sent = {"base": "1", "title_en": "Mine", "title_zh-hans": "工具", "node": "tools"}
    edited(bank, second_editor, lambda data: data["sections"][1]["title"].update(en="Theirs"))
    answer = as_editor.post(address, sent)
    assert (answer.status_code, data_of(bank)["sections"][1]["title"]["en"]) == (409, "Theirs")
    assert as_editor.post(address, sent | {"base": "2"}).status_code == 302
    assert data_of(bank)["sections"][1]["title"]["en"] == "Mine"


def test_keys_follow_their_neighbours() -> None:
    assert next_key(["EQ01", "EQ09", "RD04"], ["EQ01", "EQ09"], "q_1") == "EQ10"
    assert next_key([], [], "q_1") == "q_1"
    assert next_key(["q_1"], [], "q_1") == "q_2"
    assert copied_key(["tools", "tools_2"], "tools") == "tools_3"
