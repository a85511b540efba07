"""Speakers for the working copies as they are now, and for two versions side by side."""

from assessment.bank.compile import compile_bank
from assessment.bank.editing.crafts import BANK
from assessment.bank.editing.flat import Data
from assessment.scoring.document import BankDocument
from recommendations.playbook.craft import PLAYBOOK
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.access import Workshop
from recommendations.studio.history.condition_words import explainer
from recommendations.studio.history.part_words import Names
from recommendations.studio.history.words import Speaker


def speakers_now(workshop: Workshop, locale: str) -> dict[str, Speaker]:
    """This function will return by "bank" and "playbook" who speaks about changes and calls things as they are called now."""
    document = compile_bank(workshop.bank)
    bank: Data = BANK.flat(document)
    playbook: Data = {} if workshop.playbook is None else PLAYBOOK.data(workshop.playbook)
    explain = explainer(document, locale)
    return {
        BANK.word: Speaker(BANK, Names([bank, playbook], locale), explain, explain),
        PLAYBOOK.word: Speaker(PLAYBOOK, Names([playbook, bank], locale), explain, explain),
    }


def speakers_between(
    old: tuple[BankDocument, PlaybookDocument | None], new: tuple[BankDocument, PlaybookDocument | None], locale: str
) -> dict[str, Speaker]:
    """This function will return by "bank" and "playbook" who speaks about the differences between two versions."""
    banks = [BANK.flat(new[0]), BANK.flat(old[0])]
    playbooks = [{} if each is None else PLAYBOOK.flat(each) for each in (new[1], old[1])]
    explain_old, explain_new = explainer(old[0], locale), explainer(new[0], locale)
    return {
        BANK.word: Speaker(BANK, Names([*banks, *playbooks], locale), explain_old, explain_new, banks[1], banks[0]),
        PLAYBOOK.word: Speaker(
            PLAYBOOK, Names([*playbooks, *banks], locale), explain_old, explain_new, playbooks[1], playbooks[0]
        ),
    }
