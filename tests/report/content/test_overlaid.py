"""The report of a workspace: its order, words and additions, and the engine's own list in the annex."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from assessment.responses.actions import Opened
from assessment.responses.models import Result
from recommendations.plan.models import OverlayKind
from recommendations.plan.overlay.folding import Change
from recommendations.plan.overlay.queries import Made, Overlay
from recommendations.report.content.build import build_content
from recommendations.report.content.schema import ReportContent
from recommendations.report.fingerprint import content_hash
from recommendations.report.gather import Case, gather_material
from recommendations.report.printed import html_of
from recommendations.report.queries import case_of
from tests.report.samples import IMPRINT
from tests.world import load_samples

OWN: dict[str, Any] = {
    "title": {"en": "Ask the bank", "zh-hans": "咨询银行"},
    "why": {"en": "It is near."},
    "steps": {"en": ["Call", "Go there"]},
    "cost_from": 18000,
    "cost_to": 20000,
    "days": 3,
    "barrier": "funding",
    "categories": [],
}


@pytest.fixture
def case(opened: Opened, result: Result) -> Case:
    return case_of(opened.assessment, result)


def change(kind: OverlayKind, key: str, reason: str = "It suits them.", **data: Any) -> Change:
    return Change(kind, key, data, reason=reason, by="Mei Lin")


def content_of(case: Case, *changes: Change, locale: str = "en") -> ReportContent:
    ranked = tuple(sorted(case.advice.recommendations, key=lambda each: each.rank))
    made = tuple(
        Made(replace(each, number=number), 1, datetime(2026, 11, 23, tzinfo=UTC))
        for number, each in enumerate(changes, start=1)
    )
    return build_content(gather_material(replace(case, overlay=Overlay("Gear Advisers", ranked, made)), locale))


def test_overlay_without_changes_leaves_the_report_and_its_fingerprint_as_they_are(case: Case) -> None:
    plain = build_content(gather_material(case, "en"))
    assert content_of(case) == plain
    assert content_hash(content_of(case)) == content_hash(plain)
    assert "overlay" not in plain.model_dump()
    assert "is_chosen" not in plain.model_dump_json()
    assert "engine_rank" not in plain.model_dump_json()


def test_left_out_is_not_among_the_actions_and_named_with_its_reason(case: Case) -> None:
    first, second = (each.action for each in sorted(case.advice.recommendations, key=lambda each: each.rank)[:2])
    content = content_of(case, change(OverlayKind.HIDE, first, "Too early"))
    assert content.actions[0].key == second
    assert (content.actions[0].rank, content.actions[0].engine_rank) == (1, 2)
    assert content.overlay is not None
    line = content.overlay.engine[0]
    assert (line.rank, line.place, line.remark) == (1, "–", "Left out by Mei Lin: Too early")
    said = f"1 recommendation of the engine was left out by the consultant: {line.title}."
    assert content.overlay.left_out == said
    assert len(content.overlay.engine) == len(case.advice.recommendations)


def test_own_words_stand_in_their_language_and_reasons_stay_the_engines(case: Case) -> None:
    first = min(case.advice.recommendations, key=lambda each: each.rank).action
    plain = build_content(gather_material(case, "en")).actions[0]
    words = change(OverlayKind.REWORD, first, title={"en": "Begin with one machine"}, steps={"en": ["Only this"]})
    card = content_of(case, words).actions[0]
    assert (card.title, card.steps, card.why) == ("Begin with one machine", ("Only this",), plain.why)
    assert (card.reasons, card.effect, card.cost) == (plain.reasons, plain.effect, plain.cost)
    assert card.worded_by == "In the words of Mei Lin"
    assert content_of(case, words, locale="zh-hans").actions[0].worded_by == ""


def test_added_card_says_who_added_it_and_has_no_points(case: Case) -> None:
    first = min(case.advice.recommendations, key=lambda each: each.rank).action
    changes = change(OverlayKind.ADD, "own-1", **OWN), change(OverlayKind.MOVE, "own-1", before=first)
    card = content_of(case, *changes).actions[0]
    assert (card.title, card.rank, card.added_by) == ("Ask the bank", 1, "Added by Mei Lin (Gear Advisers)")
    assert (card.cost, card.effort, card.effect, card.reasons) == ("CNY 18,000–20,000", "3 own working days", None, ())
    assert content_of(case, *changes, locale="zh-hans").actions[0].title == "咨询银行"


def test_chosen_service_comes_first_and_is_marked(case: Case) -> None:
    load_samples()
    plain = build_content(gather_material(case, "en"))
    found = ((card, category) for card in plain.actions for category in card.categories if len(category.services) > 1)
    card, category = next(found)
    wanted = category.services[-1]
    chosen = content_of(case, change(OverlayKind.SERVICES, card.key, offerings=[wanted.name, "no/such"]))
    again = next(each for each in chosen.actions[card.rank - 1].categories if each.key == category.key)
    assert (again.services[0].name, again.services[0].is_chosen, again.services[0].is_sample) == (
        wanted.name,
        True,
        True,
    )
    assert sorted(each.name for each in again.services) == sorted(each.name for each in category.services)


def test_print_tells_of_the_consultant_and_keeps_the_engines_list(case: Case) -> None:
    first = min(case.advice.recommendations, key=lambda each: each.rank).action
    content = content_of(case, change(OverlayKind.HIDE, first, "Too <early>"), change(OverlayKind.ADD, "own-1", **OWN))
    page = html_of(content, IMPRINT)
    assert "The engine&#x27;s own list" in page or "The engine's own list" in page
    assert "Left out by Mei Lin: Too &lt;early&gt;" in page
    assert "Added by Mei Lin (Gear Advisers)" in page
    assert ">None<" not in page
