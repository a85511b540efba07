"""The order of sections and questions, as flat data of a bank."""

from assessment.bank.editing.flat import Data
from recommendations.studio.editor.parts import keys_of, question_at, section_at, sections_of


class CannotMove(Exception):
    """What was to be moved stands there already, or would leave a section without questions."""


class LastQuestion(CannotMove):
    """A section keeps one question at least."""


def move_question(data: Data, key: str, steps: int) -> None:
    """This function will move a question by one step; at the end of its section into the next one.

    `steps` is -1 (up) or 1 (down). Raises CannotMove at either end of the bank, LastQuestion where a section would be
    left empty.
    """
    section, question = question_at(data, key)
    questions = section["questions"]
    target = questions.index(question) + steps
    if 0 <= target < len(questions):
        _shift(questions, question, target)
        return
    sections = sections_of(data)
    other = sections.index(section) + steps
    if not 0 <= other < len(sections):
        raise CannotMove
    place_question(data, key, sections[other]["key"], 0 if steps > 0 else len(sections[other]["questions"]))


def place_question(data: Data, key: str, section_key: str, index: int) -> None:
    """This function will put a question into a section so that `index` others stand before it.

    Raises LastQuestion where its own section would be left empty.
    """
    section, question = question_at(data, key)
    target = section_at(data, section_key)
    if target is not section and len(section["questions"]) == 1:
        raise LastQuestion
    section["questions"].remove(question)
    target["questions"].insert(min(max(index, 0), len(target["questions"])), question)


def move_section(data: Data, key: str, steps: int) -> None:
    """This function will move a section by one step, or raise CannotMove at either end."""
    section = section_at(data, key)
    target = sections_of(data).index(section) + steps
    if not 0 <= target < len(sections_of(data)):
        raise CannotMove
    _shift(sections_of(data), section, target)


def place_section(data: Data, key: str, index: int) -> None:
    """This function will put a section where `index` others stand before it."""
    _shift(sections_of(data), section_at(data, key), max(index, 0))


def position_of(data: Data, key: str) -> tuple[Data, int, int]:
    """This function will return the section of a question, its place in it counted from 1, and how many there are."""
    section, _question = question_at(data, key)
    keys = keys_of(section["questions"])
    return section, keys.index(key) + 1, len(keys)


def _shift(items: list[Data], item: Data, index: int) -> None:
    items.remove(item)
    items.insert(index, item)
