"""Who may release a bank that asks for a second person: neither who proposed it, nor who alone changed it."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Any

from assessment.accounts.models import User
from assessment.bank.editing.crafts import BANK, Craft
from assessment.bank.models import Bank, ChangeKind
from assessment.bank.releasing import latest_of
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.models import Playbook
from recommendations.studio.models import Proposal, ProposalState
from recommendations.studio.release.hashes import Hashes


class Bar(StrEnum):
    """Why a person may not release a bank that asks for a second one."""

    NOT_PROPOSED = "not_proposed"
    PROPOSED_ONESELF = "proposed_oneself"
    CHANGED_ALONE = "changed_alone"
    OUTDATED = "outdated"


class SecondPersonNeeded(Exception):
    """`bar` says why this person may not release it now."""

    def __init__(self, bar: Bar) -> None:
        self.bar = bar
        super().__init__(bar.value)


def waiting_proposal(bank: Bank) -> Proposal | None:
    """This function will return the proposal that waits for a second person, or None. One query."""
    rows = Proposal.objects.filter(bank=bank, state=ProposalState.WAITING)
    return rows.select_related("proposed_by").order_by("pk").first()


def is_of(proposal: Proposal, now: Hashes) -> bool:
    """This function will return whether a proposal is of working copies with these hashes."""
    return (proposal.bank_hash, proposal.playbook_hash) == (now.bank, now.playbook)


def bar_for(person: User, bank: Bank, playbook: Playbook | None, proposal: Proposal | None, now: Hashes) -> Bar | None:
    """This function will return what keeps a person from releasing the working copies with these hashes, or None."""
    if not bank.needs_second_person:
        return None
    if proposal is None:
        return Bar.NOT_PROPOSED
    if not is_of(proposal, now):
        return Bar.OUTDATED
    if proposal.proposed_by_id == person.pk:
        return Bar.PROPOSED_ONESELF
    return Bar.CHANGED_ALONE if authors_of(bank, playbook) == {person.pk} else None


def authors_of(bank: Bank, playbook: Playbook | None) -> set[int]:
    """This function will return who has changed either since its last release; what nobody signed counts for nobody."""
    sorts: Iterable[tuple[Craft[Any, Any], Any]] = [(BANK, bank), *([(PLAYBOOK, playbook)] if playbook else [])]
    return {author for craft, copy in sorts for author in _authors(craft, copy)}


def _authors(craft: Craft[Any, Any], copy: Any) -> Iterator[int]:
    changes = craft.changes._default_manager.filter(copy=copy, by__isnull=False).exclude(kind=ChangeKind.CONFIRMED)
    latest = latest_of(copy)
    if latest is not None:
        changes = changes.filter(at__gt=latest.released_at)
    yield from changes.order_by("by").values_list("by", flat=True).distinct()
