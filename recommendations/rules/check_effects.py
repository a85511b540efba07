"""Whether what an action is said to change are answers that it can bring about."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from assessment.scoring.document import BankDocument, Kind, Question
from assessment.scoring.findings import Finding, error, warning
from recommendations.rules.document import PlaybookDocument, Raise
from recommendations.rules.sources import Sources

RAISED = "raised node"


def check_effects(playbook: PlaybookDocument, bank: BankDocument) -> Iterator[Finding]:
    """This function will yield what is wrong with the effects of the actions, and where they name no answer.

    A part of the score that is not in the bank is left to others.
    """
    sources = Sources(bank)
    for action in playbook.actions:
        place = f"actions.{action.key}.raises"
        yield from _twice(place, action.raises)
        for lift in action.raises:
            questions = [sources.questions[key] for key in sources.measured.get(lift.node, ())]
            yield from _named(place, lift, {question.key: question for question in questions})
            yield from _unnamed(place, lift, questions)


def _twice(place: str, raises: Iterable[Raise]) -> Iterator[Finding]:
    for (node, question), count in Counter((lift.node, lift.question) for lift in raises).items():
        key = f"{node} {question}" if question else node
        if count > 1:
            message = f"the {RAISED} key {key} is used {count} times"
            yield error(f"{place}.{node}", message, f"give every {RAISED} a key of its own")


def _named(place: str, lift: Raise, questions: Mapping[str, Question]) -> Iterator[Finding]:
    if lift.question is None:
        if lift.options:
            yield error(place, "answers are named, but not their question", "name the question too")
        return
    question = questions.get(lift.question)
    if question is None:
        if questions:
            message = f"no question {lift.question} is measured under {lift.node}"
            yield error(place, message, f"use one of: {', '.join(sorted(questions))}")
        return
    fitting = [option.key for option in question.options if not option.exclusive]
    for key in lift.options:
        if key not in fitting:
            message = f"{key} is no answer of {question.key} that an action can lead to"
            remedy = f"use one of: {', '.join(fitting)}" if fitting else "name no answers"
            yield error(place, message, remedy)


def _unnamed(place: str, lift: Raise, questions: Iterable[Question]) -> Iterator[Finding]:
    """Where several can be ticked, the next one to be ticked may be something that the action has nothing to do with."""
    for question in questions:
        if question.kind is Kind.MULTI and lift.question in (None, question.key) and not lift.options:
            message = f"it is not said which answers of {question.key} come true"
            yield warning(place, message, "name the question and its answers")
