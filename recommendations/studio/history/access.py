"""The copies of one workshop, by the words that addresses and forms name them with."""

from typing import Any

from django.http import Http404

from assessment.bank.editing.crafts import BANK, Craft
from assessment.bank.models import WorkingCopy
from recommendations.playbook.craft import PLAYBOOK
from recommendations.studio.access import Workshop

Copies = list[tuple[Craft[Any, Any], WorkingCopy]]


def copies_of(workshop: Workshop) -> Copies:
    """This function will return the bank and, where there is one, the playbook, each with its craft."""
    copies: Copies = [(BANK, workshop.bank)]
    return copies if workshop.playbook is None else [*copies, (PLAYBOOK, workshop.playbook)]


def copy_named(workshop: Workshop, word: str) -> tuple[Craft[Any, Any], WorkingCopy]:
    """This function will return the copy that a form names, "bank" or "playbook", else raise Http404."""
    named = {craft.word: (craft, copy) for craft, copy in copies_of(workshop)}
    if word not in named:
        raise Http404
    return named[word]
