"""Working copies to change in tests, and who changes them."""

from collections.abc import Callable
from functools import cache
from typing import Any

from django.conf import settings

from assessment.accounts.models import User
from assessment.bank.actions import load_bank
from assessment.bank.documents import read_bank_file, read_document
from assessment.bank.editing.flat import Data
from assessment.bank.loader import read_text
from assessment.bank.models import Change
from assessment.scoring.document import BankDocument
from recommendations.playbook.actions import load_playbook
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.access import READ, Workshop, workshop_for
from recommendations.studio.drafts import bank_draft, playbook_draft


@cache
def shipped_bank() -> BankDocument:
    return read_bank_file(settings.BASE_DIR / "assessment/bank/content/four_barriers.yaml")


@cache
def shipped_playbook() -> PlaybookDocument:
    path = settings.BASE_DIR / "recommendations/playbook/content/four_barriers.yaml"
    return read_document(PlaybookDocument, read_text(path), path.name)


def open_workshop(person: User) -> Workshop:
    """This function will load the shipped bank and playbook and return them as `person` works on them."""
    load_bank(document=shipped_bank())
    load_playbook(document=shipped_playbook())
    return workshop_for(person, shipped_bank().slug, READ)


def edit_bank(person: User, change: Callable[[Data], Any]) -> Change:
    """This function will save a change of the bank's working copy."""
    return _edit(bank_draft, person, change)


def edit_playbook(person: User, change: Callable[[Data], Any]) -> Change:
    """This function will save a change of the playbook's working copy."""
    return _edit(playbook_draft, person, change)


def _edit(draft_of: Callable[[Workshop], Any], person: User, change: Callable[[Data], Any]) -> Change:
    draft = draft_of(workshop_for(person, shipped_bank().slug, READ))
    change(draft.data)
    saved: Change | None = draft.save(by=person)
    assert saved is not None
    return saved


def at(data: Data, *place: str) -> Any:
    """This function will return the part at a place; fails if there is none."""
    from_here: Any = data
    for name in place:
        if isinstance(from_here, list):
            from_here = next(item for item in from_here if name in (item.get("key"), item.get("question")))
        else:
            from_here = from_here[name]
    return from_here
