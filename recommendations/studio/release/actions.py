"""Releasing a bank with its playbook, in one go."""

from dataclasses import dataclass

from django.db import transaction

from assessment.accounts.models import User
from assessment.bank.actions import release_bank
from assessment.bank.editing.actions import locked
from assessment.bank.models import Bank, Release
from assessment.responses.following import follow_minor_releases
from recommendations.playbook.actions import release_playbook
from recommendations.playbook.models import Playbook, PlaybookRelease
from recommendations.studio.models import ProposalState
from recommendations.studio.release.hashes import Hashes, refuse_unseen
from recommendations.studio.release.in_use import refuse_released
from recommendations.studio.release.proposals import close_overtaken, decide
from recommendations.studio.release.second_person import SecondPersonNeeded, bar_for, is_of, waiting_proposal


@dataclass(frozen=True, slots=True)
class Released:
    """What is in use now, and how many open assessments followed to it."""

    bank: Release
    playbook: PlaybookRelease | None
    followed: int


@transaction.atomic
def release_together(*, bank: Bank, playbook: Playbook | None, seen: Hashes, note: str, by: User) -> Released:
    """This function will release the bank and its playbook, each if there is news in it, and let open assessments follow.

    A playbook is released as well where it has to be checked against the new release of its bank. A proposal of
    something else that still waits is closed. Raises NothingToRelease, ChangedMeanwhile, SecondPersonNeeded and
    ReleaseRefused; then nothing has changed.
    """
    bank = locked(bank)
    playbook = None if playbook is None else locked(playbook)
    refuse_released(bank, playbook, seen)
    refuse_unseen(bank, playbook, seen)
    proposal = waiting_proposal(bank)
    bar = bar_for(by, bank, playbook, proposal, seen)
    if bar is not None:
        raise SecondPersonNeeded(bar)
    bank_release = release_bank(bank=bank, note=note, by=by)
    playbook_release = None if playbook is None else release_playbook(playbook=playbook, note=note, by=by)
    if proposal is not None and is_of(proposal, seen):
        decide(proposal=proposal, state=ProposalState.RELEASED, by=by)
    close_overtaken(bank=bank, playbook=playbook, by=by)
    return Released(bank_release, playbook_release, follow_minor_releases(bank))
