"""The playbook: every action has rules with reasons, and every weak answer has an action that lifts it."""

from collections.abc import Iterator
from fractions import Fraction

import pytest

from assessment.bank.answers_file import AnswersFile
from assessment.scoring.answers import Answer
from assessment.scoring.document import BankDocument, Question
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from recommendations.catalogue.document import CatalogueDocument
from recommendations.rules.advice import Advice
from recommendations.rules.advise import Adviser
from recommendations.rules.check import check_playbook
from recommendations.rules.document import PlaybookDocument
from recommendations.rules.slots import slots_of
from tests.content.texts import LOCALES, texts_in
from tests.content.worth import answers_worth, example_answers

BARRIER_CODES = {"EQ", "RD", "CO", "TA"}


def advice_on(adviser: Adviser, scorer: Scorer, answers: dict[str, Answer], scope: Scope = Scope.FULL) -> Advice:
    return adviser.advise(answers, scope, scorer.score(answers, scope))


def scored_questions(bank: BankDocument) -> Iterator[Question]:
    for section in bank.sections:
        if not section.profile:
            yield from (question for question in section.questions if question.key != "RD13")


def test_playbook_has_no_findings(playbook: PlaybookDocument, bank: BankDocument) -> None:
    assert check_playbook(playbook, bank) == []


def test_forty_six_actions_each_with_a_rule(playbook: PlaybookDocument) -> None:
    actions = [action.key for action in playbook.actions]
    assert actions == [f"A{number:02}" for number in range(1, 47)]
    assert sorted({rule.recommends for rule in playbook.rules}) == actions


def test_rule_keys_name_their_action(playbook: PlaybookDocument) -> None:
    assert [rule.key for rule in playbook.rules if not rule.key.startswith(f"R-{rule.recommends}-")] == []


def test_every_text_in_both_languages(playbook: PlaybookDocument) -> None:
    assert [place for place, text in texts_in(playbook) if set(text) != LOCALES or not all(text.values())] == []


def test_reasons_hold_the_same_slots_in_both_languages(playbook: PlaybookDocument) -> None:
    slots = {
        rule.key: [sorted(map(str, slots_of(words))) for words in rule.because.values()] for rule in playbook.rules
    }
    assert [key for key, (english, chinese) in slots.items() if english != chinese] == []


def test_nearly_every_reason_names_an_answer_or_a_score(playbook: PlaybookDocument) -> None:
    """A rule about what is missing or not known has no answer to name."""
    silent = {rule.key for rule in playbook.rules if not list(slots_of(rule.because["en"]))}
    assert silent == {"R-A10-backup", "R-A10-unknown", "R-A11-plan", "R-A25-unknown", "R-A43-thin"}


def test_categories_and_measures_exist(playbook: PlaybookDocument, catalogue: CatalogueDocument) -> None:
    categories = {key for action in playbook.actions for key in action.categories}
    measures = {key for action in playbook.actions for key in action.measures}
    assert categories - {category.key for category in catalogue.categories} == set()
    assert measures - {measure.key for measure in catalogue.measures} == set()


def test_every_action_says_that_its_figures_are_estimates(playbook: PlaybookDocument) -> None:
    assert [action.key for action in playbook.actions if "editorial estimate" not in action.source["en"]] == []
    assert [action.key for action in playbook.actions if "编者估计" not in action.source["zh-hans"]] == []


def test_no_advice_for_the_best(adviser: Adviser, scorer: Scorer, bank: BankDocument) -> None:
    advice = advice_on(adviser, scorer, example_answers(bank, "all_highest"))
    assert (advice.recommendations, advice.undecided, advice.failures) == ((), (), ())


def test_no_rule_holds_for_every_enterprise(adviser: Adviser, scorer: Scorer, bank: BankDocument) -> None:
    lowest = advice_on(adviser, scorer, example_answers(bank, "all_lowest"))
    assert lowest.failures == ()
    assert len(lowest.recommendations) > 35


def indicator_of(bank: BankDocument, question: str) -> str:
    indicators = (indicator for barrier in bank.tree.children for indicator in barrier.children)
    return next(one.key for one in indicators if question in {measure.question for measure in one.measures})


@pytest.mark.parametrize("credit", [Fraction(0), Fraction(1, 4), Fraction(1, 2)])
def test_every_indicator_at_the_lower_levels_has_an_action_that_lifts_it(
    adviser: Adviser, scorer: Scorer, bank: BankDocument, credit: Fraction
) -> None:
    best = example_answers(bank, "all_highest")
    missed = []
    for question in scored_questions(bank):
        weak = answers_worth(question).get(credit)
        if weak is None:
            continue
        answers = {**best, question.key: weak}
        level = scorer.score(answers, Scope.FULL).nodes[indicator_of(bank, question.key)].level
        if level is None or level > 2:
            continue
        advice = advice_on(adviser, scorer, answers)
        lifted = {change.question for one in advice.recommendations for change in one.changes if one.effect > 0}
        if question.key not in lifted:
            missed.append(question.key)
    assert missed == []


def test_unknown_payback_is_answered_with_a_business_case(
    adviser: Adviser, scorer: Scorer, machining: AnswersFile
) -> None:
    advice = advice_on(adviser, scorer, dict(machining.answers))
    case = next(one for one in advice.recommendations if one.action == "A25")
    assert [reason.rule for reason in case.reasons] == ["R-A25-unknown"]


def test_office_ahead_of_the_shop_floor_is_told(adviser: Adviser, scorer: Scorer, machining: AnswersFile) -> None:
    advice = advice_on(adviser, scorer, dict(machining.answers))
    told = {reason.rule: reason.text["en"] for one in advice.recommendations for reason in one.reasons}
    assert told["R-A16-office-ahead"] == (
        "Your office is ahead of your shop floor: on accounts and approvals you said “Business and accounts share data, "
        "used to see profit by order or product”, while R&D and production reach 37.5 points. "
        "The next money belongs on the shop floor."
    )


def test_cloud_without_security_comes_first(adviser: Adviser, scorer: Scorer, machining: AnswersFile) -> None:
    advice = advice_on(adviser, scorer, dict(machining.answers))
    security = next(one for one in advice.recommendations if one.action == "A10")
    assert (security.band, security.priority, security.reasons[0].rule) == ("first", 96, "R-A10-cloud")


def test_an_enterprise_without_production_gets_no_advice_about_machines(
    adviser: Adviser, scorer: Scorer, bank: BankDocument
) -> None:
    firm = example_answers(bank, "service_firm")
    lowest = {key: answer for key, answer in example_answers(bank, "all_lowest").items() if key[:2] in BARRIER_CODES}
    advice = advice_on(adviser, scorer, {**firm, **{key: lowest[key] for key in firm if key in lowest}})
    assert sorted(one.action for one in advice.recommendations) == [
        *("A08", "A10", "A11", "A19", "A20", "A24", "A25", "A26", "A27", "A28", "A29", "A30", "A31", "A32", "A33"),
        *("A34", "A35", "A36", "A37", "A38", "A40", "A41", "A42", "A43", "A46"),
    ]


def test_what_is_called_free_changes_no_answer_about_spending(playbook: PlaybookDocument) -> None:
    """Raising the share of revenue that is spent costs money, whatever the action is called."""
    spending = {
        action.key: action.cost_band for action in playbook.actions for lift in action.raises if lift.node == "co_spend"
    }
    assert spending == {"A46": "from_50k"}
