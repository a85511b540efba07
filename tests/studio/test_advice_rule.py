"""Rules: written from a question, changed by two people, tried before they are saved."""

import pytest
from django.test import Client

from assessment.accounts.models import User
from recommendations.playbook.models import Playbook
from tests.rules.samples import both
from tests.studio.advice_forms import (
    PLACE,
    STEPS,
    client_of,
    controls_of,
    form_on,
    item,
    keys,
    load_sample,
    with_changes,
)

ADD, EDIT = f"{PLACE}rules/add/", f"{PLACE}rules/R1/"


@pytest.fixture
def client(editor: User) -> Client:
    load_sample()
    return client_of(editor)


def test_rule_for_a_question_is_ready_but_for_its_action(client: Client) -> None:
    sent = form_on(client, f"{ADD}?question=skill", recommends="A02")
    reply = client.post(ADD, sent)
    assert (reply.status_code, reply["Location"]) == (302, f"{PLACE}#action-A02")
    assert keys("rules") == ["R1", "R2", "R-A02-skill"]
    written = item("rules", "R-A02-skill")
    assert written == {
        "key": "R-A02-skill",
        "when": {"fact": "answer.skill", "op": "is", "value": "a0"},
        "recommends": "A02",
        "priority": 85,
        "sources": ["ours"],
        "because": {
            "en": "skill: {answer.skill}. There is room to improve here.",
            "zh-hans": "〔skill〕：{answer.skill}，还有改进的余地。",
        },
    }


@pytest.mark.parametrize(
    ("question", "when"),
    [
        ("tools", {"fact": "answer.tools", "op": "has_none", "value": ["big", "small", "other"]}),
        ("share", {"fact": "answer.share", "op": "lte", "value": 10}),
        ("delay", {"fact": "answer.delay", "op": "gte", "value": 22.5}),
        ("grid", {"fact": "answer.grid", "op": "has_any", "value": ["north:bad", "south:bad"]}),
        ("lead", {"fact": "answer.lead", "op": "is", "value": "no"}),
        ("has_plant", {"fact": "profile.has_plant", "op": "is", "value": "no"}),
    ],
)
def test_poorest_answer_of_every_kind_of_question_is_proposed(client: Client, question: str, when: object) -> None:
    assert client.post(ADD, form_on(client, f"{ADD}?question={question}", recommends="A01")).status_code == 302
    assert item("rules", f"R-A01-{question}")["when"] == when


def test_rule_with_a_new_action_is_one_form(client: Client) -> None:
    new = {"new_title_en": "Train two people", "new_title_zh-hans": "培训两个人", "new_cost_band": "some"}
    new |= {"new_why_en": "Skill is short.", "new_why_zh-hans": "缺人。"}
    sent = form_on(client, f"{ADD}?question=skill", recommends="+", **new)
    assert client.post(ADD, sent).status_code == 302
    assert item("rules", "R-A03-skill")["recommends"] == "A03"
    title = {"en": "Train two people", "zh-hans": "培训两个人"}
    assert item("actions", "A03") == {
        "key": "A03",
        "node": "people",
        "title": title,
        "why": {"en": "Skill is short.", "zh-hans": "缺人。"},
        "steps": [title],
        "effort": "low",
        "cost_band": "some",
        "weeks": {"minimum": 1, "maximum": 4},
        "raises": [{"node": "people", "levels": 1, "up_to": 4}],
        "source": {"en": "Our own estimate.", "zh-hans": "我们自己的估计。"},
    }


def test_new_action_without_title_is_refused_where_it_is_missing(client: Client) -> None:
    reply = client.post(ADD, form_on(client, f"{ADD}?question=skill", recommends="+"))
    assert reply.status_code == 422
    assert "Title of the new action: A new action needs this." in reply.content.decode()
    assert keys("rules") == ["R1", "R2"]


@pytest.mark.parametrize("text", ["{answer.nothing}", "{skill}", "a { b", "{node.}"])
def test_sentence_with_a_slot_that_nothing_fills_is_refused(client: Client, text: str) -> None:
    reply = client.post(EDIT, form_on(client, EDIT, because_en=text))
    assert reply.status_code == 422
    assert item("rules", "R1")["because"] == both("It is time.")


def test_value_is_inserted_without_script(client: Client) -> None:
    reply = client.post(EDIT, form_on(client, EDIT, slot="level.people", insert="1"))
    sent = controls_of(reply.content.decode())
    assert (reply.status_code, sent["because_en"]) == (200, ["It is time. {level.people}"])
    assert sent["because_zh-hans"] == ["〔It is time.〕 {level.people}"]


def test_only_what_the_bank_has_is_offered_to_insert(client: Client) -> None:
    html = client.get(EDIT).content.decode()
    select = html.partition('name="slot"')[2].partition("</select>")[0]
    assert select.index("answer.steps") < select.index("answer.has_plant")
    assert select.count("<option") == 1 + 9 + 3 + 3


def test_trial_says_how_often_the_rule_fires_and_saves_nothing(client: Client) -> None:
    sent = form_on(client, EDIT, because_en="You said {answer.steps}.", sample="worst") | {"try": ["all"]}
    reply = client.post(EDIT, sent)
    tried = reply.context["trial"]["rule"]
    assert reply.status_code == 200
    assert tried.said["en"] == "You said “steps step 0”."
    assert tried.generated.total == 1000
    assert tried.generated.fires > 0 and tried.generated.undecided > 0 and tried.generated.silent > 0
    assert item("rules", "R1")["because"] == both("It is time.")


def test_trial_of_a_rule_without_condition_says_so(client: Client) -> None:
    reply = client.post(ADD, form_on(client, ADD) | {"try": ["all"]})
    assert (reply.status_code, reply.context["trial"]["refused"]) == (200, "The condition is not complete yet.")


def test_other_fields_of_two_people_are_put_together(client: Client, second_editor: User) -> None:
    mine, other = form_on(client, EDIT, priority="33"), client_of(second_editor)
    assert other.post(EDIT, form_on(other, EDIT, because_en="Other words.")).status_code == 302
    assert client.post(EDIT, mine).status_code == 302
    assert (item("rules", "R1")["priority"], item("rules", "R1")["because"]["en"]) == (33, "Other words.")


def test_same_field_of_two_people_is_asked_about(client: Client, second_editor: User) -> None:
    mine, other = form_on(client, EDIT, priority="33"), client_of(second_editor)
    other.post(EDIT, form_on(other, EDIT, priority="77"))
    reply = client.post(EDIT, mine)
    assert (reply.status_code, item("rules", "R1")["priority"]) == (409, 77)
    again = controls_of(reply.content.decode())
    assert again["priority"] == ["33"]
    assert client.post(EDIT, again).status_code == 302
    assert item("rules", "R1")["priority"] == 33


def test_rule_that_somebody_removed_meanwhile_keeps_what_was_typed(client: Client, second_editor: User) -> None:
    mine, other = form_on(client, EDIT, because_en="Long thoughts."), client_of(second_editor)
    other.post(f"{EDIT}remove/", {"base": "1"})
    reply = client.post(EDIT, mine)
    assert (reply.status_code, keys("rules")) == (409, ["R2"])
    again = controls_of(reply.content.decode())
    assert again["because_en"] == ["Long thoughts."]
    assert "Save again to put it back with what you wrote." in reply.content.decode()
    assert (client.post(EDIT, again).status_code, keys("rules")) == (302, ["R1", "R2"])
    assert item("rules", "R1")["because"]["en"] == "Long thoughts."


@pytest.mark.parametrize(
    "changes",
    [
        {"base": "x"},
        {"base": "-1"},
        {"priority": "1e9"},
        {"priority": "101"},
        {"recommends": "none such"},
        {"because_en": "\x00", "because_zh-hans": ""},
        {"because_en": "\x07", "because_zh-hans": ""},
        {"because_en": "x" * 4001},
        {"because_en": "", "because_zh-hans": ""},
        {"sources": ["nowhere"]},
        {"priority": None, "recommends": None},
    ],
)
def test_hostile_input_is_refused_and_nothing_changes(client: Client, changes: dict[str, object]) -> None:
    before = item("rules", "R1")
    sent = form_on(client, EDIT, **changes)
    assert client.post(EDIT, sent).status_code in (400, 422)
    assert item("rules", "R1") == before


def test_form_without_anything_is_refused(client: Client) -> None:
    assert [client.post(address).status_code for address in (ADD, EDIT)] == [422, 422]


def test_stranger_finds_no_form(client: Client, stranger: User) -> None:
    assert client_of(stranger).get(EDIT).status_code == 404


def test_unknown_rule_is_not_found(client: Client) -> None:
    assert [client.get(f"{PLACE}rules/R9/{page}").status_code for page in ("", "remove/")] == [404, 404]


def test_key_of_another_rule_is_refused(client: Client) -> None:
    sent = form_on(client, f"{ADD}?question=skill", key="R1", recommends="A01")
    assert client.post(ADD, sent).status_code == 422
    assert client.post(ADD, with_changes(sent, key="R-own")).status_code == 302
    assert item("rules", "R-own")["recommends"] == "A01"


def test_rule_is_duplicated_behind_itself(client: Client) -> None:
    reply = client.post(f"{EDIT}duplicate/", {"base": "1"})
    assert reply["Location"] == f"{PLACE}rules/R1_2/"
    assert keys("rules") == ["R1", "R1_2", "R2"]
    assert item("rules", "R1_2")["when"] == STEPS


def test_last_rule_stays(client: Client) -> None:
    client.post(f"{PLACE}rules/R2/remove/", {"base": "1"})
    reply = client.post(f"{EDIT}remove/", {"base": "2"})
    assert (reply.status_code, keys("rules")) == (422, ["R1"])
    assert Playbook.objects.count() == 1
