"""A quick scan says how much it asked, and what that cannot tell."""

from dataclasses import replace

import pytest

from assessment.scoring.scorecard import Scope
from recommendations.report.content.build import build_content
from recommendations.report.printed import html_of
from tests.report.banks import Asked, asked, bank_of, material_on
from tests.report.samples import IMPRINT, bank, make_content


def test_a_quick_scan_counts_what_it_asked_and_says_what_follows() -> None:
    content = make_content(scope=Scope.QUICK)
    assert content.scan is not None
    assert (content.scan.asked, content.scan.of) == (content.counts.asked, "45")
    assert content.scan.title == f"Quick scan: {content.counts.asked} of 45 questions were asked."
    assert content.scan.text == (
        "This is a first look, no full rating: what was not asked may change the score and the level."
        " Conditions of a level are provisional. A range covers what you do not know, not what was not asked."
    )
    assert content.method[-1] == f"{content.scan.title} {content.scan.text}"


def test_conditions_and_ranges_of_a_quick_scan_say_what_they_rest_on() -> None:
    content = make_content(scope=Scope.QUICK)
    assert content.ladder.gates
    assert [gate.text for gate in content.ladder.gates if not gate.text.startswith("Provisional: ")] == []
    assert content.overall.sentence.endswith("for what was asked, depending on what is not known yet.")


@pytest.mark.parametrize("locale", ["en", "zh-hans"])
def test_the_summary_invites_to_the_full_diagnosis(locale: str) -> None:
    content = make_content(locale, scope=Scope.QUICK)
    assert content.scan is not None
    summary = html_of(content, IMPRINT).split('id="summary"', 1)[1].split("</section>", 1)[0]
    assert f"<b>{content.scan.invitation}</b>" in summary


def test_a_full_diagnosis_says_nothing_of_that() -> None:
    content = make_content()
    assert (content.scan, "scan" in content.model_dump(mode="json")) == (None, False)
    assert [gate.text for gate in content.ladder.gates if gate.text.startswith("Provisional")] == []


def test_a_bank_whose_quick_scan_asks_everything_leaves_nothing_out() -> None:
    case: Asked = asked(bank_of("eurostat-dii"), "quick_scan_asks_everything")
    material = material_on(case)
    card = case.scorer.score(case.answers, Scope.QUICK)
    assert build_content(replace(material, scorecard=card)).scan is None


def test_every_scored_question_of_the_bank_is_counted_once() -> None:
    scored = [q.key for section in bank().sections if not section.profile for q in section.questions]
    assert len(scored) == len(set(scored)) == 45
