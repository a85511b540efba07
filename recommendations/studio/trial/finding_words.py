"""What the checkers find, in the language of the reader. They speak English alone: they know nothing of languages.

Each of their sentences is recognised by what it always says (`sentences`); what it says this time becomes the slots.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext

from assessment.scoring.findings import Finding
from recommendations.studio.forms import language_name
from recommendations.studio.trial.field_words import field_word
from recommendations.studio.trial.sentences.advice_faults import ADVICE_FAULTS
from recommendations.studio.trial.sentences.advice_remedies import ADVICE_REMEDIES
from recommendations.studio.trial.sentences.bank_faults import BANK_FAULTS
from recommendations.studio.trial.sentences.bank_remedies import BANK_REMEDIES
from recommendations.studio.trial.sentences.fragments import FRAGMENTS, WORDS

SENTENCES = BANK_FAULTS | ADVICE_FAULTS | BANK_REMEDIES | ADVICE_REMEDIES
SLOT = re.compile(r"\{([wfl]?)(\d+)\}")
GAP = "{}"
WORD = "".join(f"{re.escape(word)}|" for word in sorted(WORDS, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Known:
    """A sentence by its `pattern`, and `said`, the message that says it here, not yet translated."""

    pattern: re.Pattern[str]
    said: str


def finding_words(finding: Finding) -> tuple[str, str]:
    """This function will return what is wrong and what to do, in the active language; what nobody knows stays as it is."""
    return sentence_words(finding.message), sentence_words(finding.mend)


def sentence_words(sentence: str) -> str:
    """This function will return one sentence of a checker in the active language, with a capital letter."""
    found = _recognised(sentence, _known())
    if found is None:
        return sentence
    known, values = found
    said = _filled(gettext(known.said), values)
    return said if known.said.startswith("{") else said[:1].upper() + said[1:]


def is_known(sentence: str) -> bool:
    """This function will return whether a sentence of a checker can be said in other languages."""
    return _recognised(sentence, _known()) is not None


def _filled(said: str, values: tuple[str, ...]) -> str:
    return SLOT.sub(lambda slot: _slot_words(slot[1], values[int(slot[2]) - 1]), said)


def _slot_words(sort: str, value: str) -> str:
    if sort == "f":
        return field_word(value)
    if sort == "l":
        return language_name(value)
    return _fragment_words(value) if sort == "w" else value


def _fragment_words(value: str) -> str:
    if value in WORDS:
        return str(WORDS[value])
    found = _recognised(value, _known_fragments())
    return value if found is None else _filled(gettext(found[0].said), found[1])


def _recognised(sentence: str, known: tuple[Known, ...]) -> tuple[Known, tuple[str, ...]] | None:
    for each in known:
        if match := each.pattern.fullmatch(sentence):
            return each, match.groups()
    return None


@lru_cache(maxsize=1)
def _known() -> tuple[Known, ...]:
    """Those that always say most come first, so that a value never swallows a part of a sentence."""
    return tuple(_patterns(sorted(SENTENCES, key=lambda each: (-len(each.replace(GAP, "")), each)), SENTENCES))


@lru_cache(maxsize=1)
def _known_fragments() -> tuple[Known, ...]:
    """Those around others come first."""
    return tuple(_patterns(sorted(FRAGMENTS, key=lambda each: (not each.startswith(GAP), each)), FRAGMENTS))


def _patterns(in_order: list[str], sentences: dict[str, str]) -> Iterator[Known]:
    for sentence in in_order:
        said = sentences[sentence]
        sorts = {int(number): sort for sort, number in SLOT.findall(said)}
        first, *others = map(re.escape, sentence.split(GAP))
        gaps = [f"({WORD if sorts.get(number) == 'w' else ''}.+?){part}" for number, part in enumerate(others, 1)]
        yield Known(re.compile("".join([first, *gaps]), re.DOTALL), said)
