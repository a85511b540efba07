"""Working copies with faults: the bench and the check say what is wrong, and nothing breaks."""

from typing import Any

import pytest
from django.test import Client

from assessment.bank.models import Node
from recommendations.studio.trial import bench_page
from tests.studio.trial_content import BENCH, CHECK, KEEP, WORKSHOP, bank_data, bench, edit, loaded

__all__ = ["bench", "loaded"]


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("sections.equipment.questions.EQ01.visible_if", {"fact": "answer.NONE", "op": "is", "value": "x"}),
        ("sections.equipment.questions.EQ01.visible_if", {"fact": "answer.EQ01", "op": "gte", "value": 40}),
        ("sections.equipment.questions.EQ01.reference_lines", ["nowhere"]),
        ("nodes", [{"key": "overall", "title": {"en": "Overall", "zh-hans": "总体"}}]),
        ("nodes.equipment.ladder", "nowhere"),
        ("levels.LAST.gate", {"fact": "level", "op": "gte", "value": 1}),
        (
            "consistency",
            [{"key": "odd", "when": {"fact": "node.x", "op": "gt", "value": 1}, "questions": ["EQ01"], "message": {}}],
        ),
    ],
)
def test_a_broken_bank_says_why_it_cannot_be_tried(bench: Client, place: str, value: Any) -> None:
    place = place.replace("LAST", bank_data()["levels"][-1]["key"])
    edit(place, value)
    for page, status in ((bench.get(BENCH), 200), (bench.post(BENCH, {"q.EQ01": "40"}), 422)):
        assert page.status_code == status
        assert len(page.context["bank_hindrances"]) > 0
        assert "The bank cannot be tried out as it stands." in page.content.decode()
    assert bench.post(BENCH, headers={"Accept": "application/json"}).status_code == 409
    assert bench.post(KEEP, {"base": "1"}).status_code == 422
    check = bench.get(CHECK, {"deep": "1"})
    assert (check.status_code, check.context["page"].errors > 0, check.context["page"].tried) == (200, True, 0)


def test_a_playbook_that_does_not_fit_says_why_and_the_score_stands(bench: Client) -> None:
    edit("actions.A33.effort", "nothing", in_playbook=True)
    page = bench.get(BENCH, WORKSHOP)
    assert page.context["scores"].top[0].points == "33.7"
    assert [row.address for row in page.context["hindrances"]] == [
        "/studio/banks/four-barriers/advice/actions/A33/#at-effort"
    ]
    assert "No advice as the playbook stands" in page.content.decode()


def test_a_bank_without_playbook_or_release_is_scored(bench: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench_page, "release_side", lambda *_given: None)
    monkeypatch.setattr("recommendations.studio.access.Playbook.objects.filter", lambda **_named: Nobody())
    page = bench.get(BENCH, WORKSHOP)
    assert (page.context["advice"], page.context["rule_groups"], page.context["offers"]) == (None, (), ())
    assert page.context["scores"].top[0].points == "33.7"
    assert bench.get(CHECK).context["page"].has_playbook is False


class Nobody:
    def first(self) -> None:
        return None


@pytest.mark.parametrize(
    "sent",
    [
        {"q.EQ01": "1e999", "scope": "nothing"},
        {"q.EQ01": "\x00", "q.EQ01.alt": "unknown", "q.EQ01.numerator": "-1", "q.EQ01.denominator": "0"},
        {"q.sector": ["no", "such", "option"], "q.employees": "9" * 500, "sample": "x" * 9000},
        {"q.nobody": "1", "number": "-1", "q..": "", "scope": ""},
    ],
)
def test_hostile_answers_are_refused_in_words(bench: Client, sent: dict[str, Any]) -> None:
    for address in (BENCH, KEEP):
        page = bench.post(address, sent)
        assert page.status_code in (200, 302, 422)
    assert bench.post(BENCH, sent, headers={"Accept": "application/json"}).status_code == 200


def test_a_copy_without_a_tree_is_said_to_be_unreadable(bench: Client) -> None:
    Node.objects.all().delete()
    for address in (BENCH, CHECK):
        page = bench.get(address)
        assert page.status_code == 422
        assert "The working copy of the bank cannot be read" in page.content.decode()
    assert bench.post(KEEP, {"base": "1"}).status_code == 422
