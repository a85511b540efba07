"""The advice page: what it shows, how it is narrowed and put in order, and how a bank's first advice begins."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from assessment.accounts.models import User
from assessment.bank.actions import load_bank
from recommendations.playbook.actions import load_playbook
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.models import Playbook
from recommendations.rules.check import check_playbook
from recommendations.studio.advice.links import rules_of_question
from recommendations.studio.advice.starting import AlreadyStarted, blank_playbook, start_playbook
from tests.rules.samples import action, playbook, rule, sample_bank
from tests.studio.advice_forms import PLACE, STEPS, client_of, controls_of, form_on, keys, load_sample, working_copy


@pytest.fixture
def client(editor: User) -> Client:
    load_sample()
    return client_of(editor)


def shown(client: Client, query: str = "") -> list[tuple[str, list[str]]]:
    groups = client.get(f"{PLACE}{query}").context["groups"]
    return [(group.key, [row.key for row in group.actions]) for group in groups]


def test_actions_stand_by_barrier(client: Client) -> None:
    assert shown(client) == [("machines", ["A01"]), ("people", ["A02"])]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?barrier=people", ["A02"]),
        ("?question=skill", ["A02"]),
        ("?question=steps", ["A01", "A02"]),
        ("?q=do+a01", ["A01"]),
        ("?q=STEP+0", ["A01"]),
        ("?unruled=on", []),
        ("?barrier=none&question=%00x", ["A01", "A02"]),
    ],
)
def test_page_is_narrowed_to_what_is_asked(client: Client, query: str, expected: list[str]) -> None:
    if "%00" in query:
        query = "?barrier=none&question=nowhere"
    assert [key for _group, found in shown(client, query) for key in found] == expected


def test_rules_of_a_question_are_shown_alone(client: Client) -> None:
    load_sample(
        rules=[rule("R1", "A01", when=STEPS), rule("R2", "A01", when={"fact": "level.people", "op": "lte", "value": 1})]
    )
    [group] = client.get(f"{PLACE}?question=skill").context["groups"]
    assert [[each.key for each in row.rules] for row in group.actions] == [["R2"]]


def test_actions_that_no_rule_recommends_are_found(client: Client) -> None:
    load_sample([action("A01"), action("A02"), action("A03")], [rule("R1", "A01")])
    assert shown(client, "?unruled=on") == [("machines", ["A02", "A03"])]


def test_publisher_reads_and_finds_nothing_to_press(client: Client, publisher: User) -> None:
    html = client_of(publisher).get(PLACE).content.decode()
    assert "Do A01" in html
    assert (
        f'href="{PLACE}actions/A01/"' in html and f'href="{PLACE}rules/R1/"' in html and f'href="{PLACE}head/"' in html
    )
    assert not any(word in html for word in ("Remove", "Duplicate", "Add a", "/add/"))


def test_page_asks_the_same_queries_however_many_actions(client: Client) -> None:
    counts = []
    for count in (1, 3):
        actions = [action(f"A{number}") for number in range(count)]
        load_sample(actions, [rule(f"R{each['key']}", each["key"]) for each in actions])
        client.get(PLACE)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(PLACE)
        counts.append(len(queries))
    assert counts[0] == counts[1]


def newest() -> str:
    return str(Playbook.objects.get().revision)


def test_action_moves_past_the_next_one_of_its_barrier(client: Client) -> None:
    load_sample([action("A01"), action("A02", node="people"), action("A03")], [rule("R1", "A01")])
    sent = {"base": newest(), "part": "actions", "key": "A03", "way": "up"}
    assert client.post(f"{PLACE}order/", sent)["Location"] == f"{PLACE}#action-A03"
    assert keys("actions") == ["A03", "A01", "A02"]
    client.post(f"{PLACE}order/", sent)
    assert keys("actions") == ["A03", "A01", "A02"]


def test_rule_moves_past_the_next_one_of_its_action(client: Client) -> None:
    load_sample([action("A01"), action("A02")], [rule("R1", "A01"), rule("R2", "A02"), rule("R3", "A01")])
    client.post(f"{PLACE}order/", {"base": newest(), "part": "rules", "key": "R1", "way": "down"})
    assert keys("rules") == ["R2", "R3", "R1"]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"base": "1", "part": "slug", "key": "x", "way": "up"},
        {"base": "x", "part": "rules", "key": "R1", "way": "up"},
    ],
)
def test_strange_moves_change_nothing(client: Client, sent: dict[str, str]) -> None:
    before = working_copy()
    assert client.post(f"{PLACE}order/", sent).status_code == 302
    assert working_copy() == before


def test_move_of_what_is_not_there_is_not_found(client: Client) -> None:
    assert client.post(f"{PLACE}order/", {"base": "1", "part": "rules", "key": "R9", "way": "up"}).status_code == 404


def test_first_rule_of_a_bank_makes_its_playbook(editor: User) -> None:
    load_bank(document=sample_bank())
    client = client_of(editor)
    address = f"{PLACE}rules/add/?question=skill"
    texts = {"new_title_en": "Train", "new_title_zh-hans": "培训", "new_why_en": "Skill.", "new_why_zh-hans": "技能。"}
    sent = form_on(client, address, **texts)
    assert sent["recommends"] == ["+"]
    assert client.post(address, sent).status_code == 302
    made = Playbook.objects.get(bank_slug="sample")
    document = PLAYBOOK.compile(made)
    assert [each.key for each in document.rules] == ["R-A01-skill"]
    assert check_playbook(document, sample_bank()) == []


def test_playbook_that_somebody_began_meanwhile_is_not_replaced(editor: User) -> None:
    load_bank(document=sample_bank())
    client = client_of(editor)
    address = f"{PLACE}rules/add/?question=skill"
    sent = form_on(client, address, new_title_en="Train people")
    load_sample()
    refused = client.post(address, sent)
    assert (refused.status_code, keys("rules")) == (422, ["R1", "R2"])
    assert client.post(address, controls_of(refused.content.decode())).status_code == 302
    assert (keys("actions"), keys("rules")) == (["A01", "A02", "A03"], ["R1", "R2", "R-A03-skill"])


def test_playbook_is_made_once(editor: User) -> None:
    load_sample()
    data = blank_playbook(sample_bank()) | {"actions": [action("A01", effort="low")], "rules": [rule("R1", "A01")]}
    with pytest.raises(AlreadyStarted):
        start_playbook(data=data, by=editor)
    assert keys("actions") == ["A01", "A02"]


def test_slug_of_another_playbook_is_left_alone(editor: User) -> None:
    load_bank(document=sample_bank())
    load_playbook(document=playbook([action("A01")], [rule("R1", "A01")], bank="other"))
    client = client_of(editor)
    address = f"{PLACE}rules/add/?question=skill"
    client.post(address, form_on(client, address, new_title_en="Train people"))
    assert sorted(Playbook.objects.values_list("slug", "bank_slug")) == [("sample", "other"), ("sample-2", "sample")]


def test_questions_lead_to_rules_straight_ones_first() -> None:
    document = playbook([action("A01")], [rule("R1", "A01"), rule("R2", "A01", when=STEPS)])
    links = rules_of_question(document, sample_bank(), "steps")
    assert [(link.key, link.is_direct, link.via) for link in links] == [("R2", True, []), ("R1", False, ["All"])]
    assert [link.key for link in rules_of_question(document, sample_bank(), "skill")] == ["R1"]
    assert rules_of_question(document, sample_bank(), "staff") == []
    assert rules_of_question(None, sample_bank(), "steps") == []


def test_question_page_leads_to_the_rules_that_look_at_it(client: Client) -> None:
    html = client.get("/studio/banks/sample/questions/steps/").content.decode()
    links = html.partition("Rules that look at this question")[2]
    assert f'href="{PLACE}rules/R1/"' in links and f'href="{PLACE}rules/R2/"' in links


def test_page_opens_while_the_bank_has_lost_what_rules_ask(client: Client) -> None:
    load_sample(rules=[rule("R1", "A01", when={"fact": "answer.gone", "op": "is", "value": "x"}), rule("R2", "A02")])
    html = client.get(PLACE).content.decode()
    assert "It asks for something that the bank does not have" in html
    page = f"{PLACE}rules/R1/"
    reply = client.post(page, form_on(client, page) | {"try": ["all"]})
    assert reply.context["trial"]["refused"] == "The condition is not complete yet."
    assert controls_of(reply.content.decode())["priority"] == ["50"]
