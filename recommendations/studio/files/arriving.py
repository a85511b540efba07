"""Banks that arrive from files or are begun here: what they hold, and putting them among the others."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from assessment.bank.actions import load_bank
from assessment.bank.faults import DocumentError, Fault, shown
from assessment.bank.models import Bank
from assessment.scoring import walk
from assessment.scoring.document import BankDocument
from recommendations.playbook.actions import load_playbook
from recommendations.playbook.documents import FileContent, Placed, read_content
from recommendations.playbook.models import Playbook
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.files.categories import (
    CategoryChange,
    category_changes,
    may_keep_categories,
    refuse_unknown_categories,
    take_categories,
)


@dataclass(frozen=True, slots=True)
class Arrival:
    """A bank that is not here yet, with what comes along."""

    bank: BankDocument
    playbook: PlaybookDocument | None
    categories: list[CategoryChange]

    @property
    def counts(self) -> dict[str, int]:
        """How much of each sort there is."""
        questions = [question for section in self.bank.sections for question in section.questions]
        return {
            "sections": len(self.bank.sections),
            "questions": len(questions),
            "options": sum(len(question.options) for question in questions),
            "nodes": sum(1 for _node in walk.nodes(self.bank)),
            "levels": len(self.bank.levels) + sum(len(ladder.levels) for ladder in self.bank.ladders),
            "examples": len(self.bank.examples),
            "actions": len(self.playbook.actions) if self.playbook else 0,
            "rules": len(self.playbook.rules) if self.playbook else 0,
        }


class BankExists(Exception):
    """There is a bank of that name: the file is one for its own page. `slug` says which."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        super().__init__(slug)


def arrival_of(content: bytes, name: str, person: User) -> Arrival:
    """This function will return the new bank in a file. Raises DocumentError, and BankExists where it is not new."""
    read = read_content(content, name)
    slug = _slug_in(read)
    if slug is not None and Bank.objects.filter(slug=slug).exists():
        raise BankExists(slug)
    if read.bank is None:
        raise DocumentError(name, [Fault("", _bankless(read))])
    if read.texts:
        message = _("texts stand on the other sheets already; take this sheet out, or upload it alone")
        raise DocumentError(name, [Fault(read.texts[0].spot, message)])
    changes = category_changes(read.categories, name)
    if read.playbook is not None:
        refuse_taken_playbook(read.playbook, name)
        more = [change.key for change in changes] if may_keep_categories(person) else []
        refuse_unknown_categories(read.playbook, more, name)
    return Arrival(read.bank.document, read.playbook.document if read.playbook else None, changes)


def refuse_taken_playbook(playbook: Placed[PlaybookDocument], name: str) -> None:
    """This function will raise DocumentError if another bank's playbook has the short name already."""
    document = playbook.document
    if Playbook.objects.filter(slug=document.slug).exclude(bank_slug=document.bank).exists():
        message = _("%(slug)s is the playbook of another bank; choose another short name")
        raise DocumentError(name, [Fault(playbook.places("slug") or "slug", message % {"slug": shown(document.slug)})])


@transaction.atomic
def take_in(*, arrival: Arrival, by: User) -> Bank:
    """This function will make a bank, its playbook and, for those who keep the catalogue, the categories.

    Raises BankExists, and DocumentError where a document cannot be stored; then nothing was made.
    """
    if Bank.objects.filter(slug=arrival.bank.slug).exists():
        raise BankExists(arrival.bank.slug)
    bank = load_bank(document=arrival.bank, by=by)
    if arrival.playbook is not None:
        load_playbook(document=arrival.playbook, by=by)
    if may_keep_categories(by):
        take_categories(changes=arrival.categories, bank_slug=bank.slug, by=by)
    return bank


def _slug_in(read: FileContent) -> str | None:
    if read.bank is not None:
        return read.bank.document.slug
    return read.playbook.document.bank if read.playbook is not None else None


def _bankless(read: FileContent) -> str:
    if read.playbook is not None:
        values = {"slug": shown(read.playbook.document.bank)}
        return _("holds a playbook for the bank %(slug)s, which is not here; add the bank first") % values
    return _("holds no bank; upload texts and categories on the page of files of their bank")
