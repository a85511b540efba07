"""How much of a bank and its playbook stands in a language."""

from collections.abc import Iterable

from assessment.scoring.checks.texts import Coverage
from assessment.scoring.document import BankDocument
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.languages.registry import Part, PlacedText, texts_of


def coverage_of(bank: BankDocument, playbook: PlaybookDocument | None, locale: str) -> Coverage:
    """This function will return how many of the texts that there should be stand in `locale`."""
    return _covered(texts_of(bank, playbook), locale)


def coverage_by_part(texts: Iterable[PlacedText], locale: str) -> dict[Part, Coverage]:
    """This function will return the coverage of each part that has texts, in their fixed order."""
    by_part: dict[Part, list[PlacedText]] = {part: [] for part in Part}
    for text in texts:
        by_part[text.part].append(text)
    return {part: _covered(listed, locale) for part, listed in by_part.items() if listed}


def _covered(texts: Iterable[PlacedText], locale: str) -> Coverage:
    there = [text.has(locale) for text in texts]
    return Coverage(sum(there), len(there))
