"""The quick verdicts are those of the adviser, on every set of answers."""

from collections.abc import Iterator

import pytest
from django.conf import settings

from assessment.bank.documents import read_bank_file, read_document
from assessment.scoring.document import BankDocument
from assessment.scoring.samples import answer_sets
from assessment.scoring.score import Scorer
from recommendations.rules.advise import Adviser
from recommendations.rules.document import PlaybookDocument
from recommendations.rules.firing import Firing

BANK = settings.BASE_DIR / "assessment/bank/content/four_barriers.yaml"
PLAYBOOK = settings.BASE_DIR / "recommendations/playbook/content/four_barriers.yaml"


@pytest.fixture(scope="module")
def bank() -> BankDocument:
    return read_bank_file(BANK)


@pytest.fixture(scope="module")
def playbook() -> PlaybookDocument:
    return read_document(PlaybookDocument, PLAYBOOK.read_text(), PLAYBOOK.name)


def entangled(bank: BankDocument) -> BankDocument:
    """Nodes that multiply, and a measure with credits of its own: nothing can be told by adding up."""
    data = bank.model_dump(by_alias=True, exclude_defaults=True)
    for number, barrier in enumerate(data["tree"]["children"]):
        for part in barrier.get("children", []):
            part["aggregate"] = ("product", "min", "max")[number % 3]
    return BankDocument.model_validate(data)


def variants(bank: BankDocument) -> Iterator[BankDocument]:
    yield bank
    yield entangled(bank)


@pytest.mark.parametrize("number", [0, 1])
def test_firing_agrees_with_the_adviser(bank: BankDocument, playbook: PlaybookDocument, number: int) -> None:
    document = list(variants(bank))[number]
    scorer = Scorer(document)
    adviser, firing = Adviser(scorer, playbook), Firing(scorer, playbook)
    for each in answer_sets(document, 60, [rule.when for rule in playbook.rules]):
        card = scorer.score(each.answers, each.scope)
        advice = adviser.advise(each.answers, each.scope, card)
        fired = firing.fired(each.answers, each.scope, card)
        assert fired.recommended == {one.action for one in advice.recommendations}
        recommended_for = {reason.rule for one in advice.recommendations for reason in one.reasons}
        assert recommended_for <= fired.held
        assert {one.rule for one in advice.undecided} <= fired.undecided


def test_rule_for_an_action_that_is_not_there_fails_and_spares_the_others(
    bank: BankDocument, playbook: PlaybookDocument
) -> None:
    lost = playbook.rules[0].model_copy(update={"recommends": "nothing_like_it"})
    scorer = Scorer(bank)
    firing = Firing(scorer, playbook.model_copy(update={"rules": [lost, *playbook.rules[1:]]}))
    each = next(answer_sets(bank, 1))
    fired = firing.fired(each.answers, each.scope, scorer.score(each.answers, each.scope))
    assert fired.failed == {lost.key}


def test_condition_on_a_question_that_is_gone_fails(bank: BankDocument, playbook: PlaybookDocument) -> None:
    asks = {"fact": "answer.GONE", "op": "known", "value": None}
    rule = playbook.rules[0].model_validate({**playbook.rules[0].model_dump(by_alias=True), "when": asks})
    scorer = Scorer(bank)
    firing = Firing(scorer, playbook.model_copy(update={"rules": [rule]}))
    each = next(answer_sets(bank, 1))
    fired = firing.fired(each.answers, each.scope, scorer.score(each.answers, each.scope))
    assert (fired.failed, fired.held, fired.recommended) == ({rule.key}, frozenset(), frozenset())
