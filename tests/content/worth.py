"""Answers by what they are worth."""

from fractions import Fraction

from assessment.scoring.answers import Answer, AnswerState, read_answer
from assessment.scoring.credit import credit_function
from assessment.scoring.document import BankDocument, Kind, Question


def example_answers(bank: BankDocument, key: str) -> dict[str, Answer]:
    """This function will return the answers of a worked example of the bank."""
    questions = {question.key: question for section in bank.sections for question in section.questions}
    example = next(example for example in bank.examples if example.key == key)
    return {name: read_answer(questions[name], raw) for name, raw in example.answers.items()}


def answers_worth(question: Question) -> dict[Fraction, Answer]:
    """This function will return one answer for each credit that the question can give."""
    credit_of = credit_function(question)
    values: list[object] = [band.upto for band in question.bands]
    if question.kind is Kind.MULTI:
        keys = [option.key for option in question.options if not option.exclusive]
        values = [["none"], *(keys[: count + 1] for count in range(len(keys)))]
    elif question.options:
        values = [option.key for option in question.options]
    answers = [read_answer(question, value if isinstance(value, str | list) else str(value)) for value in values]
    return {Fraction(credit_of(answer.value)): answer for answer in answers if answer.state is AnswerState.ANSWERED}
