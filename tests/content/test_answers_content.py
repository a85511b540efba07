"""The sample firm, and what holds for any answers to this bank."""

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from assessment.bank.answers_file import AnswersFile
from assessment.bank.documents import read_bank
from assessment.scoring.answers import UNKNOWN, Answer, AnswerState
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from tests.content.conftest import BANK
from tests.content.worth import answers_worth, example_answers

SCORER = Scorer(read_bank(BANK.read_text(encoding="utf-8"), BANK.name))
PROFILE = {
    key: answer
    for key, answer in example_answers(SCORER.document, "all_lowest").items()
    if key in {question.key for question in SCORER.document.sections[0].questions}
}
LADDERS: dict[str, list[Answer]] = {
    question.key: [UNKNOWN] * question.allow_unknown + [answer for _, answer in sorted(answers_worth(question).items())]
    for section in SCORER.document.sections[1:]
    for question in section.questions
    if question.key != "RD13"
}


def test_machining_firm_stands_at_the_third_level(machining: AnswersFile, scorer: Scorer) -> None:
    card = scorer.score(machining.answers, Scope.FULL)
    assert (machining.enterprise, card.size_class) == ("Hengda Precision Parts (sample)", "small")
    assert (card.level.key, card.overall.score) == ("standardised", Fraction(34235, 816))
    assert (card.unanswered, card.inconsistent) == ((), ())


def test_machining_firm_is_a_mixed_picture(machining: AnswersFile) -> None:
    states = [answer.state for answer in machining.answers.values()]
    assert states.count(AnswerState.UNKNOWN) == 2
    assert states.count(AnswerState.NOT_APPLICABLE) == 1


rungs = st.fixed_dictionaries({key: st.integers(0, len(ladder) - 1) for key, ladder in LADDERS.items()})


@given(rungs, st.sampled_from(sorted(LADDERS)))
@settings(max_examples=60, deadline=None)
def test_a_better_answer_lowers_neither_score_nor_level(chosen: dict[str, int], key: str) -> None:
    better = {**chosen, key: min(chosen[key] + 1, len(LADDERS[key]) - 1)}
    cards = [
        SCORER.score({**PROFILE, **{name: LADDERS[name][rung] for name, rung in given.items()}}, Scope.FULL)
        for given in (chosen, better)
    ]
    assert cards[0].overall.score <= cards[1].overall.score
    assert (cards[0].level.index or -1) <= (cards[1].level.index or -1)
