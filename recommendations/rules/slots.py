"""The slots of a rule's `because`: {answer.KEY}, {node.KEY}, {level.KEY}."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class SlotKind(StrEnum):
    ANSWER = "answer"
    NODE = "node"
    LEVEL = "level"


@dataclass(frozen=True, slots=True)
class Slot:
    kind: SlotKind
    key: str


_SLOT = re.compile(r"\{(answer|node|level)\.([A-Za-z][A-Za-z0-9_-]*)\}")
_BRACED = re.compile(r"\{[^{}]*\}|[{}]")


def slots_of(text: str) -> Iterator[Slot]:
    """This function will yield the slots of `text` in the order in which they stand."""
    for found in _SLOT.finditer(text):
        yield Slot(SlotKind(found[1]), found[2])


def stray_braces(text: str) -> list[str]:
    """This function will return what stands in braces in `text` but is no slot, and every brace without its pair."""
    return [found for found in _BRACED.findall(text) if not _SLOT.fullmatch(found)]


def fill_slots(text: str, wording: Callable[[Slot], str]) -> str:
    """This function will return `text` with every slot replaced by its `wording`."""
    return _SLOT.sub(lambda found: wording(Slot(SlotKind(found[1]), found[2])), text)
