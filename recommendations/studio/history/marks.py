"""What was taken out of a text and what was put in, word by word; Chinese by characters."""

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

TOKEN = re.compile(r"[㐀-鿿豈-﫿]|[^\W㐀-鿿豈-﫿]+|\s+|.", re.DOTALL)
MOST_TOKENS = 1500
"""Longer texts would take the comparison more than a moment; they are shown as replaced between what both share."""


class Did(StrEnum):
    KEPT = "kept"
    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Mark:
    did: Did
    text: str


def marked(before: str, after: str) -> list[Mark]:
    """This function will return the pieces of both texts in reading order; kept ones once."""
    old, new = TOKEN.findall(before), TOKEN.findall(after)
    head = _alike(old, new)
    tail = _alike(old[head:][::-1], new[head:][::-1])
    inner_old, inner_new = old[head : len(old) - tail], new[head : len(new) - tail]
    marks = [Mark(Did.KEPT, "".join(old[:head]))]
    if max(len(inner_old), len(inner_new)) > MOST_TOKENS:
        marks += [Mark(Did.OUT, "".join(inner_old)), Mark(Did.IN, "".join(inner_new))]
    else:
        marks += _compared(inner_old, inner_new)
    marks.append(Mark(Did.KEPT, "".join(old[len(old) - tail :])))
    return [mark for mark in marks if mark.text]


def _compared(old: list[str], new: list[str]) -> list[Mark]:
    marks = []
    for did, old_from, old_to, new_from, new_to in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if did == "equal":
            marks.append(Mark(Did.KEPT, "".join(old[old_from:old_to])))
        else:
            marks += [Mark(Did.OUT, "".join(old[old_from:old_to])), Mark(Did.IN, "".join(new[new_from:new_to]))]
    return marks


def _alike(old: list[str], new: list[str]) -> int:
    """How many tokens both begin with."""
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count
