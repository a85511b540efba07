"""Answers to try the playbook on: the bank's worked examples, and the two ends of what may be answered."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from assessment.scoring import walk
from assessment.scoring.answers import Answer, InvalidAnswer, read_answer
from assessment.scoring.document import BankDocument
from assessment.scoring.document.worked import WorkedExample
from assessment.scoring.samples import answer_sets
from assessment.scoring.scorecard import Scope
from recommendations.studio.advice.papers import say
from recommendations.studio.advice.playbook_form import Choices

WORST = "worst"
BEST = "best"
EXAMPLE = "example:"


@dataclass(frozen=True, slots=True)
class Sample:
    title: str
    answers: Mapping[str, Answer]
    scope: Scope


def sample_choices(bank: BankDocument) -> Choices:
    """This function will return the samples of a bank by what names them."""
    worked = [(f"{EXAMPLE}{each.key}", say(each.title) or each.key) for each in bank.examples]
    return [*worked, (WORST, _("All answers at their worst")), (BEST, _("All answers at their best"))]


def sample_named(bank: BankDocument, name: str) -> Sample:
    """This function will return a sample by its name; of a name that is not known, the one at its worst."""
    titles = dict(sample_choices(bank))
    for example in bank.examples:
        if name == f"{EXAMPLE}{example.key}":
            return Sample(titles[name], _answers(bank, example), Scope(example.scope))
    best, worst = answer_sets(bank, 2)
    chosen, key = (best, BEST) if name == BEST else (worst, WORST)
    return Sample(titles[key], chosen.answers, chosen.scope)


def worked_samples(bank: BankDocument) -> Iterator[Sample]:
    """This function will yield the worked examples of a bank."""
    for example in bank.examples:
        yield Sample(say(example.title) or example.key, _answers(bank, example), Scope(example.scope))


def _answers(bank: BankDocument, example: WorkedExample) -> dict[str, Answer]:
    """Answers that their question would not take are left out; the check of the bank names them."""
    questions = walk.questions_by_key(bank)
    found = {}
    for key, raw in example.answers.items():
        if key in questions:
            try:
                found[key] = read_answer(questions[key], raw)
            except InvalidAnswer:
                continue
    return found
