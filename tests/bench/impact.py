"""Replaying answers against a changed bank and a changed playbook, against scoring each of them once."""

import time
from collections.abc import Callable
from decimal import Decimal
from functools import partial

from assessment.bank.documents import read_bank, read_document
from assessment.scoring.document import BankDocument
from assessment.scoring.samples import AnswerSet, answer_sets
from assessment.scoring.score import Scorer
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.impact.sides import Comparison, Side
from recommendations.studio.impact.tally import Tally
from tests.bench.measure import Row, say
from tests.bench.places import BANK, PLAYBOOK

SETS = 2_000


def measure() -> list[Row]:
    """This function will return the rows for a change of rules and for a change of weights, in answers a second."""
    bank = read_bank(BANK.read_text(encoding="utf-8"), BANK.name)
    playbook = read_document(PlaybookDocument, PLAYBOOK.read_text(encoding="utf-8"), PLAYBOOK.name)
    say(f"Replaying {SETS:,} sets of answers, {len(playbook.rules)} rules")
    sets = list(answer_sets(bank, SETS))
    scorer = Scorer(bank)
    floor = _rate(sets, lambda each: scorer.score(each.answers, each.scope))
    rows = []
    fewer = playbook.model_copy(update={"rules": playbook.rules[1:]})
    for name, other_bank, other_playbook in (("rules", bank, fewer), ("weights", _heavier(bank), playbook)):
        replay = partial(_replay, Comparison(Side(bank, playbook), Side(other_bank, other_playbook)), Tally())
        ours = _rate(sets, replay)
        note = "score, level, every rule and every recommendation on both sides; the floor scores once"
        rows.append(Row(f"impact of changed {name}", ours, floor, "answers/s", "≥ 1,000", note))
    return rows


def _replay(comparison: Comparison, tally: Tally, each: AnswerSet) -> None:
    tally.add(*comparison.outcomes(each.answers, each.scope))


def _heavier(bank: BankDocument) -> BankDocument:
    """The same bank with one barrier that weighs more."""
    first, *others = bank.tree.children
    return bank.model_copy(
        update={
            "tree": bank.tree.model_copy(
                update={"children": [first.model_copy(update={"weight": Decimal(3)}), *others]}
            )
        }
    )


def _rate(sets: list[AnswerSet], work: Callable[[AnswerSet], object]) -> float:
    start = time.process_time()
    for each in sets:
        work(each)
    return len(sets) / (time.process_time() - start)
