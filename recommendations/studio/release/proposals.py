"""Asking for a release, taking that back, and sending it back."""

from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from assessment.accounts.models import User
from assessment.audit.actions import record_event
from assessment.bank.editing.actions import locked
from assessment.bank.models import Bank
from recommendations.playbook.models import Playbook
from recommendations.studio.models import Proposal, ProposalState
from recommendations.studio.release.hashes import Hashes, hashes_of, refuse_unseen
from recommendations.studio.release.in_use import NothingToRelease, refuse_released
from recommendations.studio.release.second_person import is_of, waiting_proposal


class Event(StrEnum):
    PROPOSED = "release.proposed"
    RELEASED = "release.agreed"
    SENT_BACK = "release.sent_back"
    WITHDRAWN = "release.withdrawn"


EVENTS = {
    ProposalState.RELEASED: Event.RELEASED,
    ProposalState.SENT_BACK: Event.SENT_BACK,
    ProposalState.WITHDRAWN: Event.WITHDRAWN,
}


class ProposalWaits(Exception):
    """Somebody has proposed the bank already."""


class NoProposal(Exception):
    """There is no proposal that this person may decide on so."""


@transaction.atomic
def propose_release(*, bank: Bank, playbook: Playbook | None, seen: Hashes, note: str, by: User) -> Proposal:
    """This function will ask for the release of what the person saw.

    Raises NothingToRelease, ChangedMeanwhile and ProposalWaits.
    """
    bank = locked(bank)
    refuse_released(bank, playbook, seen)
    refuse_unseen(bank, playbook, seen)
    if waiting_proposal(bank) is not None:
        raise ProposalWaits
    proposal = Proposal.objects.create(
        bank=bank, bank_hash=seen.bank, playbook_hash=seen.playbook, note=note, proposed_by=by
    )
    _record(Event.PROPOSED, bank, by, proposal)
    return proposal


@transaction.atomic
def withdraw_proposal(*, bank: Bank, by: User) -> Proposal:
    """This function will take one's own proposal back. Raises NoProposal."""
    proposal = waiting_proposal(locked(bank))
    if proposal is None or proposal.proposed_by_id != by.pk:
        raise NoProposal
    return decide(proposal=proposal, state=ProposalState.WITHDRAWN, by=by)


@transaction.atomic
def send_proposal_back(*, bank: Bank, answer: str, by: User) -> Proposal:
    """This function will refuse somebody else's proposal with a word about what is missing. Raises NoProposal."""
    proposal = waiting_proposal(locked(bank))
    if proposal is None or proposal.proposed_by_id == by.pk:
        raise NoProposal
    return decide(proposal=proposal, state=ProposalState.SENT_BACK, by=by, answer=answer)


def close_overtaken(*, bank: Bank, playbook: Playbook | None, by: User) -> None:
    """This function will send back, without a word, a proposal that a release was made past, in the caller's transaction.

    A proposal that is still of the working copies, and of something new, goes on waiting.
    """
    proposal = waiting_proposal(bank)
    if proposal is None:
        return
    try:
        refuse_released(bank, playbook, Hashes(proposal.bank_hash, proposal.playbook_hash))
        is_overtaken = not is_of(proposal, hashes_of(locked(bank), None if playbook is None else locked(playbook)))
    except NothingToRelease:
        is_overtaken = True
    if is_overtaken:
        decide(proposal=proposal, state=ProposalState.SENT_BACK, by=by)


def decide(*, proposal: Proposal, state: ProposalState, by: User, answer: str = "") -> Proposal:
    """This function will close a waiting proposal, in the caller's transaction."""
    proposal.state, proposal.answer = state, answer
    proposal.decided_at, proposal.decided_by = timezone.now(), by
    proposal.save(update_fields=["state", "answer", "decided_at", "decided_by"])
    _record(EVENTS[state], proposal.bank, by, proposal)
    return proposal


def _record(event: Event, bank: Bank, by: User, proposal: Proposal) -> None:
    details = {"content_hash": proposal.bank_hash, "playbook_hash": proposal.playbook_hash}
    record_event(event=event, object_type="bank", object_id=bank.slug, actor=by, details=details)
