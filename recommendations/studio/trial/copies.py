"""Bank and playbook as they stand in their working copies, read to be checked and tried out together."""

from dataclasses import dataclass

from pydantic import ValidationError

from assessment.bank.faults import DocumentError
from assessment.scoring.document import BankDocument
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import bank_draft, playbook_draft


class Unreadable(Exception):
    """The rows of a working copy make no document. `in_playbook` says whose; the message says why."""

    def __init__(self, why: str, *, in_playbook: bool) -> None:
        self.in_playbook = in_playbook
        super().__init__(why)


@dataclass(frozen=True, slots=True)
class Copies:
    """`playbook` is None where the bank has none."""

    slug: str
    bank: BankDocument
    playbook: PlaybookDocument | None


def copies_of(workshop: Workshop) -> Copies:
    """This function will return both working copies as documents, or raise Unreadable."""
    bank: BankDocument = _document(workshop, in_playbook=False)
    playbook = None if workshop.playbook is None else _document(workshop, in_playbook=True)
    return Copies(workshop.bank.slug, bank, playbook)


def _document(workshop: Workshop, *, in_playbook: bool) -> BankDocument | PlaybookDocument:
    try:
        return (playbook_draft if in_playbook else bank_draft)(workshop).document
    except (ValidationError, DocumentError) as fault:
        raise Unreadable(str(fault), in_playbook=in_playbook) from fault
