"""Scoring 100,000 assessments against a tight loop that adds up weight × credit per barrier and nothing else."""

from collections.abc import Callable, Mapping

from assessment.bank.documents import read_bank
from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.document import BankDocument, Node
from assessment.scoring.score import Scorer
from tests.bench.measure import Row, median_seconds, say
from tests.bench.places import BANK
from tests.bench.sample_answers import random_answers

ASSESSMENTS = 100_000
DISTINCT = 2_000
ROUNDS = 3


def _measures(node: Node) -> list[tuple[str, int]]:
    own = [(measure.question, int(measure.weight)) for measure in node.measures]
    return own + [pair for child in node.children for pair in _measures(child)]


def _tight_loop(document: BankDocument) -> Callable[[Mapping[str, Answer]], float]:
    """No visibility, no interval, no coverage, no gates, floating point: the least that could be called scoring."""
    credit = {key: item.credit for key, item in Scorer(document).index.tree.items.items()}
    barriers = [[(key, weight, credit[key]) for key, weight in _measures(child)] for child in document.tree.children]

    def loop(answers: Mapping[str, Answer]) -> float:
        total = 0.0
        for measures in barriers:
            earned = weights = 0.0
            for key, weight, credit_of in measures:
                answer = answers.get(key)
                weights += weight
                if answer is not None and answer.state is AnswerState.ANSWERED:
                    earned += weight * credit_of(answer.value)
            total += earned / weights
        return total / len(barriers)

    return loop


def measure() -> list[Row]:
    """This function will return the row for scoring, in seconds for 100,000 assessments."""
    from_file = read_bank(BANK.read_text(encoding="utf-8"), BANK.name)
    scorer, loop = Scorer(from_file), _tight_loop(from_file)
    sets = [random_answers(from_file, seed) for seed in range(DISTINCT)]
    times = ASSESSMENTS // DISTINCT
    say(f"Scoring {ASSESSMENTS} assessments of {len(scorer.index.questions)} questions")

    def ours() -> None:
        for _ in range(times):
            for answers in sets:
                card = scorer.score(answers)
                for child in from_file.tree.children:
                    card.nodes[child.key]

    def floor() -> None:
        for _ in range(times):
            for answers in sets:
                loop(answers)

    floor_seconds = median_seconds(floor, ROUNDS)
    note = "level with gates, interval, coverage, four barriers, consistency checks, visibility; exact fractions"
    return [Row("score 100,000 assessments", median_seconds(ours, ROUNDS), floor_seconds, "s", "≤ 10", note)]
