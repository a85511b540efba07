"""What there is to know of each bank before working on it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from assessment.bank.editing.crafts import BANK
from assessment.bank.models import Bank, Release
from assessment.responses.queries import open_counts
from assessment.scoring.checks.texts import Coverage
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.models import Playbook, PlaybookRelease
from recommendations.studio.banks.queries import banks_with_releases, playbooks_with_releases, waiting_proposals
from recommendations.studio.banks.release_lists import Run, can_go_back, runs_of, said_before
from recommendations.studio.banks.standing import Standing, standing_of
from recommendations.studio.forms import language_name
from recommendations.studio.languages.stale import Stale, remembered_stale_texts
from recommendations.studio.models import Proposal


@dataclass(frozen=True, slots=True)
class Covered:
    """How far a language goes; `percent` is rounded down, so that 100 means all.

    `stale` texts say what another language said before it was changed, `stale_address` lists them.
    """

    locale: str
    language: str
    present: int
    total: int
    percent: int
    stale: int = 0
    stale_address: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """A release, and how many assessments that are being answered stand on it.

    `said_before` is the number of the first release that said the same, "" where this one did.
    """

    release: Release
    open_count: int
    said_before: str = ""
    can_go_back: bool = False


@dataclass(frozen=True, slots=True)
class Overview:
    """`releases` are newest first, `playbook_releases` too; `advice` is None where the bank has no playbook."""

    bank: Bank
    releases: Sequence[Release]
    playbook: Playbook | None
    playbook_releases: Sequence[PlaybookRelease]
    standing: Standing
    advice: Standing | None
    held: Sequence[Held]
    proposal: Proposal | None

    @property
    def release(self) -> Release | None:
        return self.releases[0] if self.releases else None

    @property
    def playbook_release(self) -> PlaybookRelease | None:
        return self.playbook_releases[0] if self.playbook_releases else None

    @property
    def standings(self) -> list[Standing]:
        return [self.standing] if self.advice is None else [self.standing, self.advice]

    @property
    def is_readable(self) -> bool:
        return all(standing.is_readable for standing in self.standings)

    @property
    def change_count(self) -> int:
        return sum(standing.change_count for standing in self.standings)

    @property
    def is_major(self) -> bool:
        return any(standing.is_major for standing in self.standings)

    @property
    def is_playbook_unreleased(self) -> bool:
        return self.playbook is not None and not self.playbook_releases

    @property
    def needs_recheck(self) -> bool:
        """The playbook was checked against another release of the bank than the one in use."""
        newest = self.playbook_release
        return newest is not None and self.release is not None and newest.bank_release_id != self.release.pk

    @property
    def has_news(self) -> bool:
        is_changed = any(standing.is_changed for standing in self.standings)
        return is_changed or not self.releases or self.is_playbook_unreleased or self.needs_recheck

    @property
    def open_lines(self) -> list[Held]:
        return [held for held in self.held if held.open_count]

    @property
    def ways_back(self) -> list[Release]:
        return [held.release for held in self.held if held.can_go_back]

    @property
    def playbook_runs(self) -> list[Run]:
        return runs_of(self.playbook_releases)

    @property
    def coverage(self) -> list[Covered]:
        copies: list[Any] = [self.bank] if self.playbook is None else [self.bank, self.playbook]
        known = tuple((each.pk, each.revision, each.changed_at) for each in copies)
        stale = remembered_stale_texts(known) if self.is_readable else ()
        by_locale = {each.locale: each for each in stale}
        return [_covered(locale, self.standings, by_locale.get(locale)) for locale in self.standing.coverage]


def overviews(slug: str | None = None) -> list[Overview]:
    """This function will return the overview of all banks, or of the one named, in reading order.

    Seven queries; each revision of a working copy that this process has not met yet costs a few more.
    """
    banks, playbooks = banks_with_releases(), playbooks_with_releases()
    if slug is not None:
        banks, playbooks = banks.filter(slug=slug), playbooks.filter(bank_slug=slug)
    by_bank = {playbook.bank_slug: playbook for playbook in playbooks}
    proposals, counts = waiting_proposals(banks), open_counts()
    return [_overview(bank, by_bank.get(bank.slug), proposals.get(bank.pk), counts) for bank in banks]


def _overview(bank: Any, playbook: Any, proposal: Proposal | None, counts: Mapping[UUID, int]) -> Overview:
    releases = list(bank.releases.all())
    advised = [] if playbook is None else list(playbook.releases.all())
    return Overview(
        bank,
        releases,
        playbook,
        advised,
        standing_of(BANK, bank, bank.changed_at, releases[0].pk if releases else None),
        None if playbook is None else standing_of(PLAYBOOK, playbook, playbook.changed_at, _pk_of_first(advised)),
        _held(releases, advised, counts),
        proposal,
    )


def _held(releases: Sequence[Release], advised: Sequence[PlaybookRelease], counts: Mapping[UUID, int]) -> list[Held]:
    repeated = said_before(releases)
    return [
        Held(each, counts.get(each.pk, 0), repeated.get(each.pk, ""), can_go_back(releases, advised, each))
        for each in releases
    ]


def _pk_of_first(releases: Sequence[PlaybookRelease]) -> UUID | None:
    return releases[0].pk if releases else None


def _covered(locale: str, standings: Sequence[Standing], stale: Stale | None) -> Covered:
    found = [standing.coverage.get(locale, Coverage(0, 0)) for standing in standings]
    present, total = sum(each.present for each in found), sum(each.total for each in found)
    again = (stale.count, stale.address) if stale else (0, "")
    return Covered(locale, language_name(locale), present, total, 100 * present // max(total, 1), *again)
