"""Random but repeatable answers to a bank, in canonical form."""

from random import Random

from assessment.scoring.answers import UNKNOWN, Answer, read_answer
from assessment.scoring.credit import NUMBERS
from assessment.scoring.document import BankDocument, Kind, Question

UNKNOWN_SHARE = 0.05


def random_answers(document: BankDocument, seed: int) -> dict[str, Answer]:
    """This function will return answers to every question of `document`, the same for the same seed."""
    chance = Random(seed)
    questions = [question for section in document.sections for question in section.questions]
    return {question.key: _random_answer(question, chance) for question in questions if question.kind is not Kind.TEXT}


def _random_answer(question: Question, chance: Random) -> Answer:
    if question.allow_unknown and chance.random() < UNKNOWN_SHARE:
        return UNKNOWN
    if question.kind in NUMBERS:
        low, high = int(question.minimum or 0), int(question.maximum or 100)
        return read_answer(question, str(chance.randint(low, min(high, low + 100))))
    keys = [option.key for option in question.options if not option.exclusive]
    if question.kind is Kind.MULTI:
        return read_answer(question, chance.sample(keys, chance.randint(1, len(keys))))
    if question.kind is Kind.TABLE:
        return read_answer(question, {row.key: chance.choice(keys) for row in question.rows})
    return read_answer(question, chance.choice(keys))
