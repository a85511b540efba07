"""What a bank and its playbook say, told by their content."""

from dataclasses import dataclass

from assessment.bank.compile import compile_bank
from assessment.bank.documents import content_hash
from assessment.bank.models import Bank
from recommendations.playbook.compile import compile_playbook
from recommendations.playbook.models import Playbook


@dataclass(frozen=True, slots=True)
class Hashes:
    """`playbook` is "" where the bank has none."""

    bank: str
    playbook: str


class ChangedMeanwhile(Exception):
    """What is to be released is not what the person saw."""


def hashes_of(bank: Bank, playbook: Playbook | None) -> Hashes:
    """This function will return the hashes of the working copies as they stand now."""
    return Hashes(
        content_hash(compile_bank(bank)), "" if playbook is None else content_hash(compile_playbook(playbook))
    )


def refuse_unseen(bank: Bank, playbook: Playbook | None, seen: Hashes) -> None:
    """This function will raise ChangedMeanwhile unless the working copies say what the person saw."""
    if hashes_of(bank, playbook) != seen:
        raise ChangedMeanwhile
