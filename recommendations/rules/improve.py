"""What an action changes: the answers that it lifts, each to a real answer of its question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from assessment.scoring.answers import Answer, AnswerState, Value
from assessment.scoring.credit import credit_function
from assessment.scoring.document import Kind, Question
from recommendations.rules.advice import Change
from recommendations.rules.candidates import candidates
from recommendations.rules.document import Raise

QUARTERS = 4
ZERO = Fraction(0)


@dataclass(frozen=True, slots=True)
class Aim:
    """Credit is to rise to `target`, and under no circumstances above `cap`."""

    target: Fraction
    cap: Fraction

    @classmethod
    def of(cls, lift: Raise, now: Fraction) -> "Aim":
        cap = Fraction(lift.up_to, QUARTERS)
        return cls(min(now + Fraction(lift.levels, QUARTERS), cap), cap)


def improved_answers(
    raises: Iterable[Raise],
    measured: Mapping[str, Iterable[Question]],
    answers: Mapping[str, Answer],
) -> tuple[Change, ...]:
    """This function will return the answers that change when every raise is carried out, in the order of asking.

    `measured` gives, for each node, the visible questions measured under it. A question that several raises reach
    goes to the best answer that one of them leads to, from where it stands now: they do not add up.
    """
    lifted = (
        (question, Change(question.key, answers.get(question.key), after))
        for lift in raises
        for question in measured.get(lift.node, ())
        if lift.question in (None, question.key)
        if (after := improved_answer(question, answers.get(question.key), lift)) is not None
    )
    return best_changes((change, credit_of(question, change.after)) for question, change in lifted)


def credit_of(question: Question, answer: Answer) -> Fraction:
    """This function will return the credit of an answer that has a value, 0 to 1."""
    return Fraction(credit_function(question)(answer.value))


def best_changes(changes: Iterable[tuple[Change, Fraction]]) -> tuple[Change, ...]:
    """This function will return one change per question, of those given with their credits: the first of the best."""
    best: dict[str, tuple[Fraction, Change]] = {}
    for change, credit in changes:
        if change.question not in best or credit > best[change.question][0]:
            best[change.question] = (credit, change)
    return tuple(change for _, change in best.values())


def improved_answer(question: Question, before: Answer | None, lift: Raise) -> Answer | None:
    """This function will return the answer to which `lift` leads, or None when it changes nothing.

    Chosen is the answer that earns the least credit at or above the aim and within the cap, else the most credit
    within the cap, if that is more than now. What is unknown or unanswered stands at credit 0, as in the score; what
    does not apply is never raised.
    """
    if before is not None and before.state is AnswerState.NOT_APPLICABLE:
        return None
    now = before.value if before is not None and before.state is AnswerState.ANSWERED else None
    value = _lifted_table(question, now, lift) if question.kind is Kind.TABLE else _lifted(question, now, lift)
    return None if value is None else Answer(AnswerState.ANSWERED, value)


def _lifted(question: Question, now: Value, lift: Raise) -> Value:
    credit_of = credit_function(question)
    credit = ZERO if now is None else Fraction(credit_of(now))
    aim = Aim.of(lift, credit)
    better = [one for one in candidates(question, now, aim.target, lift.options) if credit < one.credit <= aim.cap]
    enough = [one for one in better if one.credit >= aim.target]
    if enough:
        return min(enough, key=lambda one: (one.credit, one.distance)).value
    return min(better, key=lambda one: (-one.credit, one.distance)).value if better else None


def _lifted_table(question: Question, now: Value, lift: Raise) -> Value:
    """Every row is a choice of its own; a row that cannot rise stays as it is.

    Rows in which several options may be ticked are left as they are: which of them an action would tick is not said.
    """
    if question.multiple:
        return None
    choice = question.model_copy(update={"kind": Kind.SINGLE})
    present = now if isinstance(now, dict) else {}
    lifted = {row.key: _lifted(choice, present.get(row.key), lift) for row in question.rows}
    if all(value is None for value in lifted.values()):
        return None
    lowest = min(question.options, key=lambda option: option.credit or option.points or ZERO).key
    return {row: str(value or present.get(row) or lowest) for row, value in lifted.items()}
