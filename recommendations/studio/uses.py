"""Where a part of a bank or a playbook is referred to, so that nobody removes what others stand on."""

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.scoring.document import BankDocument
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.uses_in_bank import bank_references
from recommendations.studio.uses_in_conditions import Reference
from recommendations.studio.uses_in_playbook import playbook_references


@dataclass(frozen=True, slots=True)
class Use:
    """`place` is an address as `page_of` reads it; `words` say in the reader's language what refers to the part."""

    place: str
    in_playbook: bool
    words: str


def uses_of(bank: BankDocument, playbook: PlaybookDocument | None, family: str, key: str) -> list[Use]:
    """This function will return everything that refers to a part, in reading order, the bank first.

    `family` and the form of `key`: question EQ04 · option EQ04.none · row EQ04.drills · section selling · node
    equipment · level levels.managed, or rating.managed in a ladder · ladder rating · reading sure · reference_line
    web_all · framework EX · framework_item EX:website · size_class micro · action, effort, cost_band, source by
    their keys.
    """
    found: dict[tuple[bool, str], Use] = {}
    for in_playbook, reference in _references(bank, playbook):
        if (reference.family, reference.key) == (family, key):
            use = Use(reference.place, in_playbook, reference.words)
            found.setdefault((in_playbook, reference.place), use)
    return list(found.values())


def _references(bank: BankDocument, playbook: PlaybookDocument | None) -> Iterator[tuple[bool, Reference]]:
    for reference in bank_references(bank):
        yield False, reference
    if playbook is not None:
        for reference in playbook_references(playbook, bank):
            yield True, reference
