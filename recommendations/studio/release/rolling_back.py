"""Releasing once more what an older release said."""

from enum import StrEnum
from typing import Any

from django.db import transaction

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.bank.actions import release_bank
from assessment.bank.editing.actions import change_copy, locked
from assessment.bank.editing.crafts import BANK, Craft
from assessment.bank.models import Bank, ChangeKind, Release
from assessment.bank.releases import document_of
from assessment.bank.releasing import latest_of
from assessment.responses.following import follow_minor_releases
from recommendations.playbook.actions import release_playbook
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.models import Playbook, PlaybookRelease
from recommendations.playbook.releases import playbook_of
from recommendations.studio.release.actions import Released
from recommendations.studio.release.hashes import ChangedMeanwhile
from recommendations.studio.release.in_use import NothingToRelease
from recommendations.studio.release.proposals import close_overtaken


class Event(StrEnum):
    ROLLED_BACK = "bank.rolled_back"


@transaction.atomic
def roll_back(
    *,
    bank: Bank,
    playbook: Playbook | None,
    to: Release,
    with_playbook: PlaybookRelease | None,
    in_use: str,
    note: str,
    restores_copy: bool,
    by: User,
) -> Released:
    """This function will release again what `to` said, as the next number, and `with_playbook` beside it.

    Without `with_playbook` the playbook in use is checked against the new release and stays. The working copies stay as
    they are unless `restores_copy`. Raises ChangedMeanwhile where another release than `in_use` is in use by now,
    NothingToRelease and ReleaseRefused; then nothing has changed.
    """
    bank = locked(bank)
    latest = latest_of(bank)
    if latest.version != in_use:
        raise ChangedMeanwhile
    in_use_before = (latest, None if playbook is None else latest_of(playbook))
    document = document_of(to.pk)
    release = release_bank(bank=bank, document=document, note=note, by=by)
    advised = _release_playbook(playbook, with_playbook, note, by)
    if in_use_before == (release, advised):
        raise NothingToRelease(release, advised)
    if restores_copy:
        _restore(BANK, bank, document, by)
        if playbook is not None and with_playbook is not None:
            _restore(PLAYBOOK, playbook, playbook_of(with_playbook.pk), by)
    close_overtaken(bank=bank, playbook=playbook, by=by)
    details = {"to": to.version, "as": release.version, "working_copy": restores_copy}
    record_event(event=Event.ROLLED_BACK, object_type="bank", object_id=bank.slug, actor=by, details=details)
    return Released(release, advised, follow_minor_releases(bank))


def _release_playbook(
    playbook: Playbook | None, wanted: PlaybookRelease | None, note: str, by: User
) -> PlaybookRelease | None:
    """What is in use must have been checked against the bank in use, whether it changes or not."""
    chosen: PlaybookRelease | None = wanted or (None if playbook is None else latest_of(playbook))
    if playbook is None or chosen is None:
        return None
    return release_playbook(playbook=playbook, document=playbook_of(chosen.pk), note=note, by=by)


def _restore(craft: Craft[Any, Any], copy: Any, document: Any, by: User) -> None:
    copy = locked(copy)
    change_copy(craft=craft, copy=copy, base=copy.revision, data=craft.flat(document), by=by, kind=ChangeKind.RESTORED)
