"""What a person typed, before it is read as an answer: a unit behind a number is dropped, and a word is just a word."""

from collections.abc import Iterable, Mapping

from assessment.scoring.answers import RESERVED, Answer, AnswerState, read_answer
from assessment.scoring.document import Kind, Question

# Said after a count of people or things, by habit rather than to tell it from another unit.
COUNTING_WORDS = frozenset({"人", "名", "位", "个", "台", "people", "persons", "employees"})
NUMBERS = frozenset({Kind.NUMBER, Kind.PERCENT})


def read_typed(question: Question, raw: object) -> Answer:
    """This function will return what was entered in a form as the canonical answer, or raise InvalidAnswer.

    `raw` is a state, or a value as `read_answer` takes it. A text may say "unknown" and is still an answer.
    """
    if isinstance(raw, AnswerState):
        return read_answer(question, raw.value)
    if question.kind is Kind.TEXT and isinstance(raw, str) and raw.strip() in RESERVED:
        return Answer(AnswerState.ANSWERED, raw.strip())
    return read_answer(question, _without_units(question, raw) if question.kind in NUMBERS else raw)


def _without_units(question: Question, raw: object) -> object:
    if isinstance(raw, Mapping):
        return {name: _without_unit(part, COUNTING_WORDS) for name, part in raw.items()}
    own = {unit.casefold() for unit in question.unit.values() if unit}
    return _without_unit(raw, own | COUNTING_WORDS if not own or own & COUNTING_WORDS else own)


def _without_unit(raw: object, units: Iterable[str]) -> object:
    """A number behind which another unit stands keeps it, and is refused when it is read: 40 万 is not 40."""
    if not isinstance(raw, str):
        return raw
    typed = raw.strip()
    for unit in sorted(units, key=len, reverse=True):
        number = typed[: -len(unit)].rstrip()
        if typed.casefold().endswith(unit) and number[-1:].isdecimal():
            return number
    return raw
