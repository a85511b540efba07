"""Bank and playbook as they stand in their working copies, read to be checked and tried out together."""

from dataclasses import dataclass

from pydantic import ValidationError

from assessment.bank.compile import compile_bank
from assessment.scoring.document import BankDocument
from recommendations.playbook.compile import compile_playbook
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.access import Workshop


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
    return Copies(workshop.bank.slug, _bank(workshop), _playbook(workshop))


def _bank(workshop: Workshop) -> BankDocument:
    try:
        return compile_bank(workshop.bank)
    except ValidationError as fault:
        raise Unreadable(str(fault), in_playbook=False) from fault


def _playbook(workshop: Workshop) -> PlaybookDocument | None:
    try:
        return None if workshop.playbook is None else compile_playbook(workshop.playbook)
    except ValidationError as fault:
        raise Unreadable(str(fault), in_playbook=True) from fault
