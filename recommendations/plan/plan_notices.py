"""What a page says after a change. It stands in the address, so that a reload says the same and nothing is kept."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django import forms
from django.urls import reverse
from django.utils.translation import gettext, ngettext

from assessment.mail.addresses import sends_mail
from recommendations.plan.item_rows import ItemRow
from recommendations.plan.models import ItemStatus

MOST = 999


class Said(StrEnum):
    TAKEN_UP = "taken-up"
    OWN_ADDED = "own-added"
    SAVED = "saved"
    DONE = "done"
    OPENED = "opened"
    REMOVED = "removed"
    STALE = "stale"
    STAYS = "stays"
    REMINDERS_ASKED = "reminders-asked"
    REMINDERS_STOPPED = "reminders-stopped"


@dataclass(frozen=True, slots=True)
class Notice:
    """`undo` is the item that can be opened again from here, None where there is nothing to undo."""

    message: str
    is_warning: bool = False
    undo: ItemRow | None = None


class NoticeForm(forms.Form):
    said = forms.ChoiceField(choices=[(one.value, one.value) for one in Said])
    item = forms.UUIDField(required=False)
    added = forms.IntegerField(required=False, min_value=0, max_value=MOST)
    kept = forms.IntegerField(required=False, min_value=0, max_value=MOST)


def notice_address(public_id: UUID, said: Said, **details: Any) -> str:
    """This function will return the address of the plan page that says `said`, about `item`, `added` and `kept`."""
    return f"{reverse('plan:plan-show', args=[public_id])}?{urlencode({'said': said.value, **details})}#notice"


def notice_of(query: Any, rows: list[ItemRow]) -> Notice | None:
    """This function will return what the address of a page says, in the active language; None for nothing sensible."""
    form = NoticeForm(query)
    if not form.is_valid():
        return None
    said, row = Said(form.cleaned_data["said"]), _row(rows, form.cleaned_data["item"])
    if said is Said.TAKEN_UP:
        return _taken_up(form.cleaned_data["added"] or 0, form.cleaned_data["kept"] or 0)
    if said is Said.REMOVED:
        return Notice(gettext("It is no longer in your plan."))
    if said is Said.REMINDERS_ASKED:
        return _letter_posted()
    if said is Said.REMINDERS_STOPPED:
        return Notice(gettext("No more reminders are sent, and the address is forgotten."))
    return None if row is None else _about(said, row)


def _letter_posted() -> Notice:
    if sends_mail():
        return Notice(
            gettext("A letter with a link is on its way. Reminders begin once you have confirmed the address.")
        )
    return Notice(
        gettext("The letter to confirm was made, but this site sends no mail yet: it will not reach you."), True
    )


def _row(rows: list[ItemRow], public_id: UUID | None) -> ItemRow | None:
    return next((row for row in rows if row.public_id == public_id), None)


def _taken_up(added: int, kept: int) -> Notice:
    sentences = []
    if added:
        said = ngettext("%(count)d action is now in your plan.", "%(count)d actions are now in your plan.", added)
        sentences.append(said % {"count": added})
    if kept:
        said = ngettext("%(count)d was there already.", "%(count)d were there already.", kept)
        sentences.append(said % {"count": kept})
    if len(sentences) == 2:
        first, second = sentences
        return Notice(gettext("%(first)s %(second)s") % {"first": first, "second": second})
    return Notice(sentences[0] if sentences else gettext("Nothing was added."))


def _about(said: Said, row: ItemRow) -> Notice | None:
    title = {"title": row.title}
    if said is Said.DONE and row.status == ItemStatus.DONE:
        return Notice(gettext("“%(title)s” is done.") % title, undo=row)
    if said is Said.OPENED and row.is_open:
        return Notice(gettext("“%(title)s” is open again.") % title)
    if said in (Said.SAVED, Said.OWN_ADDED):
        return Notice(gettext("“%(title)s” is saved.") % title)
    if said is Said.STALE:
        message = gettext(
            "“%(title)s” was changed elsewhere meanwhile. This is how it stands now; nothing was overwritten."
        )
        return Notice(message % title, is_warning=True)
    if said is Said.STAYS:
        message = gettext("“%(title)s” was worked on, so it stays on record. You can decide against it and say why.")
        return Notice(message % title, is_warning=True)
    return None
