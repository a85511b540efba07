"""Actions: written and changed, their rows moved without script, removed once it is clear what uses them."""

import pytest
from django.test import Client

from assessment.accounts.models import User
from recommendations.catalogue.models import Category
from tests.rules.samples import action, both, rule
from tests.studio.advice_forms import (
    PLACE,
    client_of,
    controls_of,
    form_on,
    item,
    keys,
    load_sample,
    with_changes,
    working_copy,
)

ADD, EDIT = f"{PLACE}actions/add/", f"{PLACE}actions/A02/"


@pytest.fixture
def client(editor: User) -> Client:
    load_sample()
    return client_of(editor)


def test_form_saves_what_it_shows(client: Client) -> None:
    before = working_copy()
    assert client.post(EDIT, form_on(client, EDIT)).status_code == 302
    assert working_copy() == before


def test_every_field_is_saved(client: Client) -> None:
    Category.objects.create(bank_slug="sample", position=1, key="training", title=both("Training"))
    fields = {
        "title_en": "Learn",
        "title_zh-hans": "学习",
        "why_en": "It helps.",
        "node": "machines",
        "cost_band": "much",
        "weeks_from": "3",
        "weeks_to": "5",
        "requires": [],
        "excludes": ["A01"],
        "categories": ["training"],
        "raises-0-node": "people",
        "raises-0-levels": "2",
        "raises-0-up_to": "3",
        "source_en": "A book.",
    }
    assert client.post(EDIT, form_on(client, EDIT, **fields)).status_code == 302
    assert item("actions", "A02") == {
        "key": "A02",
        "node": "machines",
        "title": {"en": "Learn", "zh-hans": "学习"},
        "why": {"en": "It helps.", "zh-hans": "〔Because it helps.〕"},
        "steps": [both("Begin.")],
        "effort": "low",
        "cost_band": "much",
        "weeks": {"minimum": 3, "maximum": 5},
        "excludes": ["A01"],
        "raises": [{"node": "people", "levels": 2, "up_to": 3}],
        "categories": ["training"],
        "source": {"en": "A book.", "zh-hans": "〔Our estimate.〕"},
    }


def test_new_action_has_a_proposed_key_and_stands_with_its_barrier(client: Client) -> None:
    sent = form_on(client, ADD)
    assert sent["key"] == ["A03"]
    texts = {"title_en": "Buy", "why_en": "Need.", "steps-0-text_en": "Go.", "node": "machines"}
    sent = with_changes(sent, **texts, **{"raises-0-node": "machines", "raises-0-levels": "1", "raises-0-up_to": "4"})
    reply = client.post(ADD, sent)
    assert (reply.status_code, reply["Location"]) == (302, f"{PLACE}actions/A03/")
    assert keys("actions") == ["A01", "A03", "A02"]
    assert "No rule recommends it" in client.get(reply["Location"]).content.decode()


def test_steps_are_added_moved_and_removed_without_script(client: Client) -> None:
    sent = form_on(client, EDIT)
    added = controls_of(client.post(EDIT, sent | {"act": ["steps:add"]}).content.decode())
    assert added["steps-order"] == ["0", "1"]
    added["steps-1-text_en"] = ["Then rest."]
    moved = controls_of(client.post(EDIT, added | {"act": ["steps:up:1"]}).content.decode())
    assert moved["steps-order"] == ["1", "0"]
    assert item("actions", "A02")["steps"] == [both("Begin.")]
    client.post(EDIT, moved)
    assert item("actions", "A02")["steps"] == [{"en": "Then rest."}, both("Begin.")]
    sent = form_on(client, EDIT)
    removed = controls_of(client.post(EDIT, sent | {"act": ["steps:remove:1"]}).content.decode())
    client.post(EDIT, removed)
    assert item("actions", "A02")["steps"] == [{"en": "Then rest."}]


@pytest.mark.parametrize(
    "changes",
    [
        {"steps-order": None},
        {"steps-0-text_en": "", "steps-0-text_zh-hans": ""},
        {"steps-order": ["x", "-1", "99999"]},
        {"raises-order": None},
        {"raises-0-node": ""},
        {"raises-0-levels": "5"},
        {"weeks_from": "9", "weeks_to": "1"},
        {"weeks_from": "\u0663\u0663\u0663\u0663\u0663"},
        {"node": "nowhere"},
        {"title_en": "", "title_zh-hans": ""},
        {"requires": ["A02"]},
        {"categories": ["invented"]},
        {"suits:0:joint": None},
        {"base": "x"},
    ],
)
def test_faulty_input_is_refused_with_a_message(client: Client, changes: dict[str, object]) -> None:
    before = item("actions", "A02")
    reply = client.post(EDIT, form_on(client, EDIT, **changes))
    assert (reply.status_code, item("actions", "A02")) == (422, before)
    assert "There is a problem" in reply.content.decode()


@pytest.mark.parametrize("act", ["steps:up:99", "steps:fly:0", "nothing:add", "steps", ":::", "steps:remove:x"])
def test_strange_buttons_change_nothing(client: Client, act: str) -> None:
    before = working_copy()
    assert client.post(EDIT, form_on(client, EDIT) | {"act": [act]}).status_code in (200, 302)
    assert working_copy() == before


def test_trial_shows_the_answers_that_it_would_improve(client: Client) -> None:
    sent = form_on(client, EDIT, **{"raises-0-node": "people"}) | {"try": ["all"]}
    reply = client.post(EDIT, sent)
    improved = reply.context["trial"]["improved"]
    assert [(each.question, each.before, each.after) for each in improved][-1] == ("lead", "No", "Yes")
    assert [each.question for each in improved] == ["delay", "grid", "skill", "lead"]


def test_page_says_which_rules_lead_to_it_and_what_they_look_at(client: Client) -> None:
    [row] = client.get(f"{PLACE}actions/A01/").context["rules"]
    assert (row.key, row.sentence, row.band) == ("R1", "Steps is “steps step 0”", "Later")
    assert [link.question.key for link in row.straight] == ["steps"]
    [row] = client.get(EDIT).context["rules"]
    assert [link.question.key for link in row.others] == ["steps", "tools", "share", "delay", "grid", "skill", "lead"]


def test_removal_names_what_uses_it_and_is_refused_unless_that_is_ticked(client: Client) -> None:
    address = f"{PLACE}actions/A01/remove/"
    page = client.get(address)
    assert [use.address for use in page.context["removal"].uses] == [
        f"{PLACE}actions/A02/#at-requires",
        f"{PLACE}rules/R1/#at-recommends",
    ]
    assert (client.post(address, {"base": "1"}).status_code, keys("actions")) == (422, ["A01", "A02"])
    assert client.post(address, {"base": "1", "along": "1"}).status_code == 302
    assert (keys("actions"), keys("rules")) == (["A02"], ["R2"])
    assert "requires" not in item("actions", "A02")


def test_last_action_with_rules_stays(client: Client) -> None:
    load_sample([action("A01"), action("A02")], [rule("R1", "A01")])
    reply = client.post(f"{PLACE}actions/A01/remove/", {"base": "2", "along": "1"})
    assert (reply.status_code, keys("actions")) == (422, ["A01", "A02"])


def test_removal_overtaken_by_an_edit_is_asked_again(client: Client, second_editor: User) -> None:
    other = client_of(second_editor)
    base = form_on(client, EDIT)["base"][0]
    other.post(EDIT, form_on(other, EDIT, title_en="New name"))
    reply = client.post(f"{EDIT}remove/", {"base": base, "along": "1"})
    assert (reply.status_code, keys("actions")) == (409, ["A01", "A02"])
    assert reply.context["papers"].base == int(base) + 1


def test_same_field_of_two_people_is_asked_about(client: Client, second_editor: User) -> None:
    mine, other = form_on(client, EDIT, title_en="Mine"), client_of(second_editor)
    other.post(EDIT, form_on(other, EDIT, title_en="Theirs"))
    reply = client.post(EDIT, mine)
    assert (reply.status_code, item("actions", "A02")["title"]["en"]) == (409, "Theirs")
    assert client.post(EDIT, controls_of(reply.content.decode())).status_code == 302
    assert item("actions", "A02")["title"]["en"] == "Mine"


def test_copy_of_an_action_stands_behind_it_without_rules(client: Client) -> None:
    reply = client.post(f"{PLACE}actions/A01/duplicate/", {"base": "1"})
    assert reply["Location"] == f"{PLACE}actions/A03/"
    assert (keys("actions"), keys("rules")) == (["A01", "A03", "A02"], ["R1", "R2"])


def test_words_of_an_action_are_never_markup(client: Client) -> None:
    client.post(EDIT, form_on(client, EDIT, title_en="<b>{{ x }}</b>"))
    html = client.get(PLACE).content.decode()
    assert "&lt;b&gt;{{ x }}&lt;/b&gt;" in html and "<b>{{" not in html
