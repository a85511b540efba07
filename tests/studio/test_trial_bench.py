"""The test bench: what the working copies make of answers, with nothing stored."""

import copy

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from assessment.audit.models import AuditEvent
from assessment.bank.models import BankChange
from assessment.scoring.scorecard import Scope
from tests.studio.trial_content import BENCH, KEEP, WORKSHOP, bank_data, bench, edit, loaded

__all__ = ["bench", "loaded"]


def test_a_sample_is_judged_by_the_working_copies(bench: Client) -> None:
    page = bench.get(BENCH, WORKSHOP)
    whole = page.context["scores"].top[0]
    assert (whole.points, whole.level, whole.interval, whole.was, whole.was_level) == ("33.7", "Initial", "", "", "")
    assert [group.state for group in page.context["rule_groups"]] == ["fires", "open", "silent"]
    assert sum(len(group.rules) for group in page.context["rule_groups"]) == 116
    assert page.context["advice"].first[0].rank == 1
    assert not any(one.was or one.is_new for one in page.context["advice"].first)


def test_answers_by_hand_are_judged_and_nothing_is_stored(bench: Client) -> None:
    before = (BankChange.objects.count(), AuditEvent.objects.count())
    page = bench.post(BENCH, {"scope": "full", "sample": "nothing", "q.EQ01": "40"})
    assert page.status_code == 200
    assert page.context["given"].answers["EQ01"].value == "40"
    assert len(page.context["given"].answers) == 1
    assert (BankChange.objects.count(), AuditEvent.objects.count()) == before


def test_a_script_gets_what_changes(bench: Client) -> None:
    found = bench.post(BENCH, {"scope": "full", "q.employees": "no number"}, headers={"Accept": "application/json"})
    assert set(found.json()) == {"result", "hidden", "problems", "said"}
    assert list(found.json()["problems"]) == ["employees"]
    assert found.json()["said"] == "Score –, level –."


def test_a_changed_weight_shows_what_the_release_gave(bench: Client) -> None:
    edit("nodes.equipment.weight", "9")
    whole = bench.get(BENCH, WORKSHOP).context["scores"].top[0]
    assert whole.was == "33.7"
    assert whole.points != "33.7"


def test_a_changed_rule_shows_what_the_release_said(bench: Client) -> None:
    fires = {rule.key for rule in bench.get(BENCH, WORKSHOP).context["rule_groups"][0].rules}
    edit("rules.R-A33-owner.when", {"fact": "node.overall", "op": "gt", "value": 99}, in_playbook=True)
    groups = {group.state: group for group in bench.get(BENCH, WORKSHOP).context["rule_groups"]}
    rule = next(rule for rule in groups["silent"].rules if rule.key == "R-A33-owner")
    assert rule.was == "fires"
    assert (rule.trace.state, rule.trace.text) == ("fails", "Overall is above 99 (you: 33.7)")
    assert fires - {rule.key for rule in groups["fires"].rules} == {"R-A33-owner"}


@pytest.mark.parametrize(
    "sample", ["example:none", "file:../x", "generated:0", "generated:x", "generated:99999", "", "²"]
)
def test_a_sample_that_is_not_there_leaves_everything_open(bench: Client, sample: str) -> None:
    page = bench.get(BENCH, {"sample": sample})
    assert (page.status_code, page.context["given"].sample, dict(page.context["given"].answers)) == (200, "nothing", {})


def test_samples_come_from_files_and_are_generated(bench: Client) -> None:
    assert len(bench.get(BENCH, {"sample": "file:machining-86"}).context["given"].answers) > 40
    one, other = (bench.get(BENCH, {"number": number}).context["given"].answers for number in ("7", "8"))
    assert one != other
    assert bench.get(BENCH, {"number": "7"}).context["given"].answers == one


def test_missing_texts_keep_nobody_from_trying(bench: Client) -> None:
    edit("sections.equipment.questions.EQ01.text.zh-hans", None)
    edit("rules.R-A33-owner.because.zh-hans", None, in_playbook=True)
    assert bench.get(BENCH, WORKSHOP).context["scores"].top[0].points == "33.7"


def test_services_are_those_for_the_first_actions(bench: Client) -> None:
    page = bench.get(BENCH, WORKSHOP)
    first = [one.title for one in page.context["advice"].first[:3]]
    assert len(page.context["offers"]) > 0
    assert all(helped.title in first for offer in page.context["offers"] for helped in offer.helps)


@pytest.mark.parametrize("person", ["stranger", "catalogue_keeper", "auditor"])
def test_nobody_else_finds_the_bench(loaded: None, db: None, person: str, request: pytest.FixtureRequest) -> None:
    client = Client()
    client.force_login(request.getfixturevalue(person))
    assert [client.get(BENCH).status_code, client.post(BENCH).status_code, client.post(KEEP).status_code] == [
        404,
        404,
        404,
    ]


def test_queries_do_not_grow_with_the_bank(
    bench: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    bench.get(BENCH, WORKSHOP)
    with django_assert_max_num_queries(45) as found:
        bench.get(BENCH, WORKSHOP)
    data = bank_data()
    question = copy.deepcopy(data["sections"][1]["questions"][0])
    edit(
        "sections.equipment.questions",
        [*data["sections"][1]["questions"], question | {"key": "EQ98"}, question | {"key": "EQ99"}],
    )
    count = len(found.captured_queries)
    with django_assert_max_num_queries(count):
        bench.get(BENCH, WORKSHOP)


def test_the_bench_opens_with_a_full_set_of_answers(bench: Client) -> None:
    given = bench.get(BENCH).context["given"]
    assert (given.sample, given.scope, len(given.answers) > 40) == ("file:machining-86", Scope.FULL, True)
