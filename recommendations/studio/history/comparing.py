"""Two versions of bank and playbook compared: the lines that tell them apart, and what kind of release that makes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import Http404

from assessment.bank.editing.crafts import BANK
from assessment.bank.editing.differences import differences
from assessment.bank.releasing import next_version
from assessment.bank.structure import structure_hash
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.structure import structure_hash as structure_of_playbook
from recommendations.studio.history.effects import Effect
from recommendations.studio.history.lines import Line
from recommendations.studio.history.speakers import speakers_between
from recommendations.studio.history.versions import WORKING, Version, Versions

REASONS_NAMED = 5
STRUCTURES = {BANK.word: structure_hash, PLAYBOOK.word: structure_of_playbook}


@dataclass(frozen=True)
class Compared:
    """The lines of one copy between two versions; `old` None = never released, then there are no lines."""

    old: Version | None
    new: Version
    lines: list[Line]
    is_major: bool
    is_unpublished: bool

    @property
    def word(self) -> str:
        return self.new.craft.word

    @property
    def can_be_taken_back(self) -> bool:
        """Whether there are changes of the working copy that were not released."""
        return self.is_unpublished and bool(self.lines)

    @property
    def has_examples(self) -> bool:
        """Whether worked examples differ."""
        return any(line.effect is Effect.EXAMPLES for line in self.lines)

    @cached_property
    def next_number(self) -> str:
        """The number that the next release would have, "" where no working copy is compared with the latest release."""
        if self.old is not None and not self.is_unpublished:
            return ""
        latest = None if self.old is None else self.old.row
        structure = "" if latest is None or self.is_major else latest.structure_hash
        return "{}.{}".format(*next_version(latest, structure))

    @property
    def reasons(self) -> list[Line]:
        """The first lines that change more than words."""
        return [line for line in self.lines if line.is_major][:REASONS_NAMED]

    @property
    def more_reasons(self) -> int:
        return max(0, sum(line.is_major for line in self.lines) - REASONS_NAMED)


@dataclass(frozen=True, slots=True)
class Pair:
    """`is_unpublished`: the working copy beside the release in use."""

    old: Version | None
    new: Version
    is_unpublished: bool


def pair_of(versions: Versions, old: str, new: str) -> Pair:
    """This function will return the two versions that are asked for; "" = the release in use, and the working copy.

    Raises Http404 for a number that is not there.
    """
    first = versions.numbered(old) if old else versions.released
    second = versions.numbered(new or WORKING)
    if second is None or (first is None and old):
        raise Http404
    return Pair(first, second, first is not None and first is versions.released and second.is_working)


def compare(pairs: Mapping[str, Pair], locale: str) -> list[Compared]:
    """This function will return what tells the versions of each pair apart, in the words of `locale`."""
    documents = {word: (_document(pair.old), pair.new.document()) for word, pair in pairs.items()}
    bank_old, bank_new = documents[BANK.word]
    advice_old, advice_new = documents.get(PLAYBOOK.word, (None, None))
    speakers = speakers_between((bank_old or bank_new, advice_old), (bank_new, advice_new), locale)
    compared = []
    for word, pair in pairs.items():
        old, new = documents[word]
        craft = pair.new.craft
        lines = [] if old is None else speakers[word].lines(differences(craft.flat(old), craft.flat(new)))
        is_major = old is not None and bool(lines) and STRUCTURES[word](old) != STRUCTURES[word](new)
        compared.append(Compared(pair.old, pair.new, lines, is_major, pair.is_unpublished))
    return compared


def _document(version: Version | None) -> Any:
    return None if version is None else version.document()


def line_with(compared: Sequence[Compared], word: str, line_id: str) -> Line | None:
    """This function will return the line with an id, None if it is not there (any more)."""
    lines = (line for each in compared if each.word == word for line in each.lines)
    return next((line for line in lines if line.id == line_id), None)
