"""Small changes of the playbook that are made from a list, without a form to come back to."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from assessment.bank.editing.actions import Overtaken
from assessment.bank.faults import DocumentError
from recommendations.studio.access import Workshop
from recommendations.studio.advice.arranging import CannotMove, move_item
from recommendations.studio.advice.overview import group_of
from recommendations.studio.drafts import Draft, bank_draft, playbook_draft
from recommendations.studio.forms import BaseRevisionForm

STEPS = {"up": -1, "down": 1}


class MoveForm(BaseRevisionForm):
    part = forms.ChoiceField(choices=[("actions", ""), ("rules", "")])
    key = forms.CharField(max_length=60)
    way = forms.ChoiceField(choices=[(way, "") for way in STEPS])


def carry_out(workshop: Workshop, wish: dict[str, Any]) -> str:
    """This function will move an item as a valid MoveForm says, and return why not, "" if it did. Raises Http404."""
    draft = playbook_draft(workshop, wish["base"])
    bank = bank_draft(workshop).document
    by_group = {"actions": lambda action: group_of(bank, action), "rules": lambda rule: rule["recommends"]}
    try:
        move_item(draft.data, wish["part"], wish["key"], STEPS[wish["way"]], by_group[wish["part"]])
    except CannotMove:
        return _("It stands at the end of its group already.")
    return changed(draft, workshop.person)


def changed(draft: Draft, by: User) -> str:
    """This function will keep a draft and return why that could not be done, "" if it was."""
    try:
        draft.save(by)
    except Overtaken:
        return _("Somebody else changed the same meanwhile. Nothing was done; please look and try again.")
    except DocumentError as error:
        return str(error.faults[0])
    return ""
