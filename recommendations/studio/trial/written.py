"""Answers as they are written in a document, and back; what a question does not admit is left out."""

from collections.abc import Mapping
from typing import Any

from assessment.scoring.answers import Answer, AnswerState, InvalidAnswer, read_answer
from assessment.scoring.document import Question


def written(answer: Answer) -> Any:
    """This function will return `answer` as `read_answer` reads it."""
    return answer.value if answer.state is AnswerState.ANSWERED else answer.state.value


def admitted(questions: Mapping[str, Question], raw: Mapping[str, object]) -> dict[str, Answer]:
    """This function will return the answers out of `raw` that the questions admit, in the order of the questions."""
    found = {}
    for key, question in questions.items():
        if key in raw:
            try:
                found[key] = read_answer(question, raw[key])
            except InvalidAnswer:
                continue
    return found
