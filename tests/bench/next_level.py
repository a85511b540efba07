"""The next level of 300 sets of answers against scoring each of them once."""

import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import TypeVar

from assessment.bank.documents import read_bank, read_document
from assessment.scoring.samples import AnswerSet, answer_sets
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scorecard
from recommendations.rules.advise import Adviser
from recommendations.rules.document import PlaybookDocument
from recommendations.rules.next_level.find import next_level
from recommendations.rules.next_level.result import NextLevel
from tests.bench.measure import Row, say
from tests.bench.places import BANK, PLAYBOOK

Made = TypeVar("Made")

SETS = 300
ROUNDS = 3
MILLISECONDS = 1_000


def measure() -> list[Row]:
    """This function will return the rows for the median and the slowest set of answers, in milliseconds each."""
    bank = read_bank(BANK.read_text(encoding="utf-8"), BANK.name)
    scorer = Scorer(bank)
    playbook = read_document(PlaybookDocument, PLAYBOOK.read_text(encoding="utf-8"), PLAYBOOK.name)
    adviser = Adviser(scorer, playbook)
    say(f"The next level of {SETS} sets of answers, {len(adviser.playbook.actions)} actions")
    ours, floor, found = [], [], []
    for one in answer_sets(bank, SETS):
        scorecard, plain = _timed(partial(scorer.score, one.answers, one.scope))
        level, seconds = _timed(partial(_find, adviser, one, scorecard))
        floor.append(plain)
        ours.append(seconds)
        found.append(level)
    searched = [level for level in found if level is not None and level.next is not None]
    proven = sum(level.is_proven for level in searched)
    note = f"{proven} of {len(searched)} proven; the others of {SETS} are at the top or have too few answers"
    once = statistics.median(floor) * MILLISECONDS
    median, slowest = statistics.median(ours) * MILLISECONDS, max(ours) * MILLISECONDS
    return [
        Row("next level ÷ scoring once, median", median, once, "ms", "≤ 200 ms", note),
        Row("next level ÷ scoring once, slowest", slowest, once, "ms", "≤ 200 ms", "processor time, best of three"),
    ]


def _find(adviser: Adviser, one: AnswerSet, scorecard: Scorecard) -> NextLevel | None:
    """What submitting adds: the steps of the case, their gains, the search, and scoring what was found."""
    return next_level(adviser, adviser.case(one.answers, one.scope, scorecard))


def _timed(work: Callable[[], Made]) -> tuple[Made, float]:
    """Processor time, because a set of answers takes too little of it to be told from what else the machine does."""
    taken = []
    for _ in range(ROUNDS):
        start = time.process_time()
        made = work()
        taken.append(time.process_time() - start)
    return made, min(taken)
