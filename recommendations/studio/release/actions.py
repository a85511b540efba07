"""Releasing a bank with its playbook, in one go."""

from dataclasses import dataclass

from django.db import transaction

from assessment.accounts.models import User
from assessment.bank.actions import release_bank
from assessment.bank.editing.actions import locked
from assessment.bank.models import Bank, Release
from assessment.bank.releasing import latest_of
from assessment.responses.following import follow_minor_releases
from recommendations.playbook.actions import release_playbook
from recommendations.playbook.models import Playbook, PlaybookRelease
from recommendations.studio.models import ProposalState
from recommendations.studio.release.hashes import Hashes, refuse_unseen
from recommendations.studio.release.proposals import decide
from recommendations.studio.release.second_person import SecondPersonNeeded, bar_for, is_of, waiting_proposal


class NothingToRelease(Exception):
    """What is in use says the same as the working copies."""


@dataclass(frozen=True, slots=True)
class Released:
    """What is in use now, and how many open assessments followed to it."""

    bank: Release
    playbook: PlaybookRelease | None
    followed: int


@transaction.atomic
def release_together(*, bank: Bank, playbook: Playbook | None, seen: Hashes, note: str, by: User) -> Released:
    """This function will release the bank and its playbook, each if there is news in it, and let open assessments follow.

    A playbook is released as well where it has to be checked against the new release of its bank. Raises
    ChangedMeanwhile, SecondPersonNeeded, NothingToRelease and ReleaseRefused; then nothing has changed.
    """
    bank = locked(bank)
    playbook = None if playbook is None else locked(playbook)
    refuse_unseen(bank, playbook, seen)
    proposal = waiting_proposal(bank)
    bar = bar_for(by, bank, playbook, proposal, seen)
    if bar is not None:
        raise SecondPersonNeeded(bar)
    before = (latest_of(bank), None if playbook is None else latest_of(playbook))
    bank_release = release_bank(bank=bank, note=note, by=by)
    playbook_release = None if playbook is None else release_playbook(playbook=playbook, note=note, by=by)
    if before == (bank_release, playbook_release):
        raise NothingToRelease
    if proposal is not None and is_of(proposal, seen):
        decide(proposal=proposal, state=ProposalState.RELEASED, by=by)
    return Released(bank_release, playbook_release, follow_minor_releases(bank))
