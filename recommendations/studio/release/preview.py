"""What a release would be, before it is made: its numbers, why, and what it means for the assessments that are open."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from assessment.bank.editing.crafts import BANK
from assessment.bank.editing.differences import differences
from assessment.bank.models import AnyRelease
from assessment.bank.releasing import next_version
from assessment.scoring.document import BankDocument
from recommendations.playbook.craft import PLAYBOOK
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.banks.overview import Held, Overview
from recommendations.studio.banks.sorts import SORTS
from recommendations.studio.history.lines import Line
from recommendations.studio.history.speakers import speakers_between
from recommendations.studio.history.words import Speaker

MOST_SHOWN = 200

Pair = tuple[BankDocument, PlaybookDocument | None]


@dataclass(frozen=True, slots=True)
class Step:
    """From the release in use, "" = none yet, to the `next` one, "" = there is no new one.

    `reasons` are what makes it a major one, `others` the rest. A `recheck` changes nothing but what a playbook was
    checked against.
    """

    now: str
    next: str
    is_major: bool
    recheck: bool
    reasons: Sequence[Line]
    others: Sequence[Line]

    @property
    def left_out(self) -> int:
        return max(len(self.reasons) - MOST_SHOWN, 0) + max(len(self.others) - MOST_SHOWN, 0)

    @property
    def shown_reasons(self) -> Sequence[Line]:
        return self.reasons[:MOST_SHOWN]

    @property
    def shown_others(self) -> Sequence[Line]:
        return self.others[:MOST_SHOWN]


@dataclass(frozen=True, slots=True)
class Preview:
    """`follows` assessments take the new words at once; `stays` keep their questions and may be offered the move."""

    bank: Step
    playbook: Step | None
    follows: int
    stays: int

    @property
    def has_news(self) -> bool:
        return bool(self.bank.next or (self.playbook and self.playbook.next))


def preview_of(overview: Overview, new: Pair, locale: str) -> Preview:
    """This function will return what releasing the documents `new` after what is in use would be."""
    old = _in_use(overview, new)
    speakers = speakers_between(old, new, locale)
    bank = _step(BANK.word, overview.release, old[0], new[0], speakers[BANK.word])
    playbook = None
    if new[1] is not None:
        recheck = bool(bank.next) or overview.needs_recheck
        advised = overview.playbook_release
        playbook = _step(PLAYBOOK.word, advised, old[1], new[1], speakers[PLAYBOOK.word], recheck=recheck)
    follows = _following(overview, bank)
    return Preview(bank, playbook, follows, sum(held.open_count for held in overview.held) - follows)


def _in_use(overview: Overview, new: Pair) -> Pair:
    """What is in use; where there is nothing yet, what is new, so that nothing differs."""
    release, advised = overview.release, overview.playbook_release
    bank = new[0] if release is None else SORTS[BANK.word].released(release.pk)
    return bank, new[1] if advised is None else SORTS[PLAYBOOK.word].released(advised.pk)


def _step(word: str, latest: AnyRelease | None, old: Any, new: Any, speaker: Speaker, *, recheck: bool = False) -> Step:
    if latest is None:
        return Step("", "1.0", False, False, (), ())
    sort = SORTS[word]
    found = [] if old is None else differences(sort.craft.flat(old), sort.craft.flat(new))
    if not found and not recheck:
        return Step(latest.version, "", False, False, (), ())
    major, minor = next_version(latest, sort.structure(new))
    lines = speaker.lines(found)
    is_major = major != latest.major
    reasons = [line for line in lines if line.is_major] if is_major else []
    others = [line for line in lines if line not in reasons]
    return Step(latest.version, f"{major}.{minor}", is_major, not found, reasons, others)


def _following(overview: Overview, bank: Step) -> int:
    """Only those on the same major version follow, and only to better words."""
    if not bank.next or bank.is_major or overview.release is None:
        return 0
    return sum(_open_on_major(held, overview.release.major) for held in overview.held)


def _open_on_major(held: Held, major: int) -> int:
    return held.open_count if held.release.major == major else 0
