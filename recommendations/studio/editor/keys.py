"""Keys for what is new: the next number in the style of the neighbours."""

import re
from collections.abc import Iterable

from assessment.bank.editing.flat import Data
from recommendations.studio.editor.parts import keys_of, questions_of, section_at, sections_of

LONGEST = 60
_NUMBERED = re.compile(r"^(.*?)(\d+)$")


def next_question_key(data: Data, section_key: str) -> str:
    """This function will return a key that no question of the bank has, in the style of the section's last ones."""
    taken = keys_of(list(questions_of(data)))
    neighbours = keys_of(section_at(data, section_key)["questions"])
    return next_key(taken, [key for key in neighbours if _NUMBERED.match(key)], "question_1")


def next_section_key(data: Data) -> str:
    """This function will return a key that no section has."""
    taken = keys_of(sections_of(data))
    return next_key(taken, [key for key in taken if _NUMBERED.match(key)], f"section_{len(taken) + 1}")


def next_key(taken: Iterable[str], neighbours: list[str], first: str) -> str:
    """This function will return the number after the highest one in the style of the last neighbour, else `first`."""
    taken = set(taken)
    found = _NUMBERED.match(neighbours[-1] if neighbours else first)
    assert found is not None
    stem, width = found[1], len(found[2])
    numbers = [int(each[2]) for key in taken if (each := _NUMBERED.match(key)) and each[1] == stem]
    number = max([*numbers, int(found[2]) - (0 if neighbours else 1)]) + 1
    while (key := f"{stem}{number:0{width}d}") in taken:
        number += 1
    return key


def copied_key(taken: Iterable[str], key: str) -> str:
    """This function will return a key for a copy: `talent` → `talent_2`."""
    taken, number = set(taken), 2
    while (copied := f"{key[: LONGEST - 6]}_{number}") in taken:
        number += 1
    return copied


def key_of_line(keys: list[str], first: str) -> str:
    """This function will return a key for one more option or row, in the style of the last that has a number."""
    numbered = [key for key in keys if _NUMBERED.match(key)]
    return next_key(keys, numbered, first)
