"""The answers that stand in the fields of the bench: from a sample, or as somebody typed them. Nothing is stored."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import QueryDict

from assessment.responses.entries import EMPTY, Entry, entry_of, raw_answer, read_entry
from assessment.responses.typed import read_typed
from assessment.responses.wording import problem_with
from assessment.scoring import walk
from assessment.scoring.answers import Answer, InvalidAnswer
from assessment.scoring.document import BankDocument
from assessment.scoring.scorecard import Scope
from recommendations.studio.trial.samples import Sample


@dataclass(frozen=True, slots=True)
class Given:
    """`entries` are what the fields show; `problems` has a sentence for each that cannot be read, which counts as open."""

    sample: str
    scope: Scope
    answers: Mapping[str, Answer]
    entries: Mapping[str, Entry]
    problems: Mapping[str, str]
    left_out: int = 0


def given_by_sample(bank: BankDocument, sample: Sample) -> Given:
    """This function will return the answers of a sample in the fields of the bank."""
    questions = walk.questions_by_key(bank)
    entries = {key: entry_of(question, sample.answers.get(key)) for key, question in questions.items()}
    return Given(sample.name, sample.scope, sample.answers, entries, {}, sample.left_out)


def given_by_form(bank: BankDocument, data: QueryDict, locale: str) -> Given:
    """This function will return the answers that a form of the bench sent."""
    answers: dict[str, Answer] = {}
    entries, problems = {}, {}
    for key, question in walk.questions_by_key(bank).items():
        entries[key] = entry = read_entry(question, data)
        try:
            raw = raw_answer(question, entry, EMPTY)
            if raw is not None:
                answers[key] = read_typed(question, raw)
        except InvalidAnswer as invalid:
            problems[key] = problem_with(question, invalid, locale)
    scope = Scope.QUICK if data.get("scope") == Scope.QUICK.value else Scope.FULL
    return Given(data.get("sample", "")[:200], scope, answers, entries, problems)
