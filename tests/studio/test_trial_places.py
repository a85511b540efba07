"""From every place that a checker may name, a link leads to the page where it can be mended."""

import pytest
from django.urls import resolve

from assessment.scoring.checks.texts import check_texts
from assessment.scoring.document import BankDocument
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.places import page_of
from tests.content.conftest import bank, playbook

__all__ = ["bank", "playbook"]

IN_BANK = {
    "sections": "outline",
    "sections.equipment": "section-edit",
    "sections.equipment.node": "section-edit#at-node",
    "sections.equipment.title.en": "section-edit#at-title-en",
    "sections.equipment.questions.EQ04": "question-edit",
    "sections.equipment.questions.EQ04.options.none.credit": "question-edit#at-options-none-credit",
    "sections.equipment.questions.EQ04.visible_if.all.0.not": "question-edit#at-visible_if",
    "sections.equipment.questions.EQ04.bands.0.label.en": "question-edit#at-bands-0-label-en",
    "sections.equipment.questions.EQ04.options.when.label": "question-edit#at-options-when-label",
    "sections.equipment.questions.EQ04.reference_lines.x": "question-edit#at-reference_lines-x",
    "sections.equipment.questions.EQ04.crosswalk.dii:1": "question-edit#at-crosswalk-dii:1",
    "nodes.equipment": "node-edit",
    "nodes.equipment.children.a": "node-edit#at-children-a",
    "nodes.equipment.measures.EQ04.credits.none": "node-edit#at-measures-EQ04-credits-none",
    "nodes.equipment.cells.3.when.talent": "node-edit#at-cells-3-when",
    "nodes.equipment.ladder": "node-edit#at-ladder",
    "nodes": "scoring",
    "tree": "scoring",
    "levels": "scoring",
    "levels.basic": "level-edit",
    "levels.basic.gate.any.1": "level-edit#at-gate",
    "levels.basic.upto": "level-edit#at-upto",
    "ladders": "scoring",
    "ladders.own": "scoring",
    "ladders.own.levels": "scoring",
    "ladders.own.levels.first.gate.all.0": "level-edit#at-gate",
    "consistency.odd.when.all.1": "consistency-edit#at-when",
    "consistency.odd.questions": "consistency-edit#at-questions",
    "reference_lines.line.source": "reference-line-edit#at-source",
    "frameworks.dii.items.one": "framework-edit#at-items-one",
    "readings.track": "reading-edit",
    "examples": "scoring",
    "examples.weak.answers.EQ04": "example-edit#at-answers-EQ04",
    "examples.weak.expect.overall.level": "example-edit#at-expect-overall-level",
    "size.rules.0": "head-edit#at-size-rules-0",
    "size.employees": "head-edit#at-size-employees",
    "not_applicable": "head-edit#at-not_applicable",
    "locales": "head-edit#at-locales",
    "title.zh-hans": "head-edit#at-title-zh-hans",
    "": "head-edit",
}
IN_PLAYBOOK = {
    "actions": "advice",
    "actions.A01.steps.0.en": "action-edit#at-steps-0-en",
    "actions.A01.suits.all.0": "action-edit#at-suits",
    "actions.A01.raises.equipment": "action-edit#at-raises-equipment",
    "rules": "advice",
    "rules.R01.when.any.0.not": "rule-edit#at-when",
    "rules.R01.because.en": "rule-edit#at-because-en",
    "efforts.low.sources": "advice-head-edit#at-efforts-low-sources",
    "cost_bands.high": "advice-head-edit#at-cost_bands-high",
    "priority_bands": "advice-head-edit#at-priority_bands",
    "sources.own": "advice-head-edit#at-sources-own",
    "locales": "advice-head-edit#at-locales",
    "bank": "advice-head-edit#at-bank",
    "": "advice-head-edit",
}


def landing(place: str, *, in_playbook: bool) -> str:
    path, mark, fragment = page_of("four-barriers", place, in_playbook=in_playbook).partition("#")
    return f"{resolve(path).url_name}{mark}{fragment}"


@pytest.mark.parametrize("place", IN_BANK)
def test_a_place_in_a_bank_has_its_page(place: str) -> None:
    assert landing(place, in_playbook=False) == IN_BANK[place]


@pytest.mark.parametrize("place", IN_PLAYBOOK)
def test_a_place_in_a_playbook_has_its_page(place: str) -> None:
    assert landing(place, in_playbook=True) == IN_PLAYBOOK[place]


def test_every_text_that_may_be_missing_has_its_field(bank: BankDocument, playbook: PlaybookDocument) -> None:
    for document, in_playbook in ((bank, False), (playbook, True)):
        places = [finding.place for finding in check_texts(document, ["de"])]
        missing = [place for place in places if place.endswith(".de")]
        assert len(missing) > 100
        assert [place for place in missing if not landing(place, in_playbook=in_playbook).endswith("-de")] == []
