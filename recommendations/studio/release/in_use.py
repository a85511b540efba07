"""Whether what is to be released is in use already."""

from assessment.bank.models import Bank, Release
from assessment.bank.releasing import latest_of
from recommendations.playbook.models import Playbook, PlaybookRelease
from recommendations.studio.release.hashes import Hashes


class NothingToRelease(Exception):
    """What is in use says the same: `version` of the bank; `by` made the last release of it or of its playbook."""

    def __init__(self, release: Release, advised: PlaybookRelease | None) -> None:
        last = release if advised is None or advised.released_at < release.released_at else advised
        self.version, self.by = release.version, last.released_by
        super().__init__(self.version)


def refuse_released(bank: Bank, playbook: Playbook | None, seen: Hashes) -> None:
    """This function will raise NothingToRelease if what the person saw is what is in use, whoever released it.

    A playbook that was checked against another release of its bank than the one in use has to be released again.
    """
    release: Release | None = latest_of(bank)
    advised: PlaybookRelease | None = None if playbook is None else latest_of(playbook)
    if release is None or (playbook is not None and advised is None):
        return
    in_use = Hashes(release.content_hash, "" if advised is None else advised.content_hash)
    if in_use == seen and (advised is None or advised.bank_release_id == release.pk):
        raise NothingToRelease(release, advised)
