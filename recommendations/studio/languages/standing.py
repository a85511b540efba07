"""How a translation stands: missing, changed in the source since, worth another look, or fine."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from recommendations.studio.languages.numbers import same_numbers
from recommendations.studio.languages.past import Past
from recommendations.studio.languages.registry import PlacedText

SLOT = re.compile(r"\{[^{}]*\}")
WORD = re.compile(r"[^\W\d_]{3,}")


class State(StrEnum):
    MISSING = "missing"
    STALE = "stale"
    AGAIN = "again"
    FINE = "fine"


class Doubt(StrEnum):
    """Why a translation is worth another look."""

    SAME = "same"
    SLOTS = "slots"
    NUMBERS = "numbers"


@dataclass(frozen=True, slots=True)
class Standing:
    """`before` is what the source said when the translation was last written or confirmed, where that is not what it
    says now.
    """

    state: State
    before: str = ""
    doubts: tuple[Doubt, ...] = ()


def standing_of(text: PlacedText, past: Past, source: str, target: str) -> Standing:
    """This function will return how the `target` language of a text stands to its `source` language."""
    if not text.has(target):
        return Standing(State.MISSING) if text.has(source) else Standing(State.FINE)
    said, translated = text.text.get(source, ""), text.text[target]
    settled = past.settled(text.names, (source, said), (target, translated))
    known = [each for each in settled if each.target == translated]
    if known and all(each.source != said for each in known):
        return Standing(State.STALE, known[0].source)
    doubts = _doubts(said, translated)
    is_confirmed = any(each.is_confirmed and each.source == said for each in known)
    return Standing(State.AGAIN, doubts=doubts) if doubts and not is_confirmed else Standing(State.FINE)


def _doubts(source: str, target: str) -> tuple[Doubt, ...]:
    if not source:
        return ()
    doubts = []
    if source == target and WORD.search(SLOT.sub("", source)):
        doubts.append(Doubt.SAME)
    if Counter(SLOT.findall(source)) != Counter(SLOT.findall(target)):
        doubts.append(Doubt.SLOTS)
    if not same_numbers(SLOT.sub(" ", source), SLOT.sub(" ", target)):
        doubts.append(Doubt.NUMBERS)
    return tuple(doubts)
