"""Every text of a bank and its playbook with its address, straight from the schemas, so that none can be forgotten."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from assessment.bank.editing.differences import Place, keyed
from assessment.bank.editing.flat import Data
from assessment.scoring.checks.texts import translatable_texts
from assessment.scoring.document import BankDocument
from assessment.scoring.texts import Text
from recommendations.rules.document import PlaybookDocument


class Part(StrEnum):
    """Where texts belong, as the page groups them."""

    HEAD = "head"
    QUESTIONS = "questions"
    MEASURE = "measure"
    CHECKS = "checks"
    FIGURES = "figures"
    EXAMPLES = "examples"
    ACTIONS = "actions"
    RULES = "rules"
    ADVICE = "advice"


PARTS_OF_THE_BANK = {
    "sections": Part.QUESTIONS,
    "nodes": Part.MEASURE,
    "levels": Part.MEASURE,
    "ladders": Part.MEASURE,
    "readings": Part.MEASURE,
    "consistency": Part.CHECKS,
    "reference_lines": Part.FIGURES,
    "frameworks": Part.FIGURES,
    "size": Part.FIGURES,
    "examples": Part.EXAMPLES,
}
PARTS_OF_THE_PLAYBOOK = {"actions": Part.ACTIONS, "rules": Part.RULES}


@dataclass(frozen=True, slots=True)
class PlacedText:
    """`place` without the language. Only texts that there should be: those that must be, or are in one language."""

    place: str
    text: Text = field(hash=False)
    in_playbook: bool

    @property
    def names(self) -> Place:
        return tuple(self.place.split("."))

    @property
    def part(self) -> Part:
        top = self.names[0]
        if self.in_playbook:
            return PARTS_OF_THE_PLAYBOOK.get(top, Part.ADVICE)
        return PARTS_OF_THE_BANK.get(top, Part.HEAD)

    @property
    def copy(self) -> str:
        return "playbook" if self.in_playbook else "bank"

    def has(self, locale: str) -> bool:
        """This function will return whether the text is written in a language."""
        return bool(self.text.get(locale, "").strip())


def texts_of(bank: BankDocument, playbook: PlaybookDocument | None) -> Iterator[PlacedText]:
    """This function will yield the texts of both documents in reading order."""
    for place, text, is_required in translatable_texts(bank):
        if is_required or text:
            yield PlacedText(place, text, False)
    for place, text, is_required in translatable_texts(playbook) if playbook is not None else ():
        if is_required or text:
            yield PlacedText(place, text, True)


def part_at(data: Any, names: Iterable[str]) -> Any:
    """This function will return what stands at an address of flat data, items without a key by their number; or None."""
    here = data
    for name in names:
        if isinstance(here, list):
            items = keyed(here)
            here = items.get(name) if items else _numbered(here, name)
        else:
            here = here.get(name) if isinstance(here, dict) else None
    return here


def put_text(data: Data, names: Place, locale: str, text: str) -> None:
    """This function will write one language of the text at an address of flat data; "" takes it away.

    Nothing is done where the part that would hold the text is not there.
    """
    owner, name = part_at(data, names[:-1]), names[-1]
    if isinstance(owner, dict):
        texts = owner.setdefault(name, {})
    else:
        texts = _numbered(owner, name) if isinstance(owner, list) else None
    if not isinstance(texts, dict):
        return
    if text:
        texts[locale] = text
    else:
        texts.pop(locale, None)


def _numbered(items: list[Any], name: str) -> Any:
    is_number = name.isdecimal() and name.isascii() and len(name) <= 6
    return items[int(name)] if is_number and int(name) < len(items) else None
