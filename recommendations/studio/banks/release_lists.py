"""Lists of releases as people read them: which of them say the same, and which can be gone back to."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from assessment.bank.models import Release
from recommendations.playbook.models import PlaybookRelease


@dataclass(frozen=True, slots=True)
class Run:
    """Releases of a playbook one after the other that say the same, each checked against another release of its bank."""

    newest: PlaybookRelease
    oldest: PlaybookRelease

    @property
    def numbers(self) -> str:
        first, last = self.oldest.version, self.newest.version
        return first if first == last else f"{first}–{last}"

    @property
    def is_one(self) -> bool:
        return self.newest == self.oldest


def runs_of(releases: Sequence[PlaybookRelease]) -> list[Run]:
    """This function will put together neighbours that say the same; newest first, as they come."""
    runs = [list(run) for _hash, run in groupby(releases, key=lambda release: release.content_hash)]
    return [Run(run[0], run[-1]) for run in runs]


def said_before(releases: Sequence[Release]) -> dict[UUID, str]:
    """This function will return the number of the first release that said the same, for those that repeat one."""
    first = {release.content_hash: release for release in releases}  # the oldest comes last and stays
    return {each.pk: first[each.content_hash].version for each in releases if first[each.content_hash] != each}


def playbook_beside(advised: Sequence[PlaybookRelease], to: Release) -> PlaybookRelease | None:
    """This function will return the playbook release that went with `to`, None where it says what is in use anyway.

    The last one that was checked against it; for a release that none was checked against, the last one before.
    """
    exact = [each for each in advised if each.bank_release_id == to.pk]
    earlier = [each for each in advised if each.released_at <= to.released_at]
    found = next(iter([*exact, *earlier]), None)
    is_same = found is not None and found.content_hash == advised[0].content_hash
    return None if is_same else found


def can_go_back(releases: Sequence[Release], advised: Sequence[PlaybookRelease], to: Release) -> bool:
    """This function will return whether going back to `to` would change anything that is in use."""
    return to.content_hash != releases[0].content_hash or playbook_beside(advised, to) is not None
