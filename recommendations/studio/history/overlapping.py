"""What others wrote where somebody was writing, in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessment.accounts.models import User
from assessment.bank.editing.actions import Overlap
from assessment.bank.editing.crafts import BANK
from assessment.bank.editing.differences import Difference, Kind, keyed
from assessment.bank.models import BankChange
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.models import PlaybookChange
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.access import Workshop
from recommendations.studio.history.speakers import speakers_now
from recommendations.studio.history.words import Speaker


@dataclass(frozen=True, slots=True)
class Met:
    """`current` stands there now, `yours` is what the person wrote, both "" for nothing; `by` None = a command."""

    what: str
    current: str
    yours: str
    is_known: bool
    is_removal: bool
    by: User | None
    at: datetime | None


def met_lines(workshop: Workshop, overlaps: Iterable[Overlap]) -> Iterator[Met]:
    """This function will yield a line for each field that both changed."""
    speakers = speakers_now(workshop, get_language() or "")
    for overlap in overlaps:
        craft = PLAYBOOK if _is_in_playbook(overlap) and workshop.playbook is not None else BANK
        difference = overlap.clash.difference
        is_order = difference.kind is Kind.ORDER
        current = list(keyed(overlap.clash.current) or {}) if is_order else overlap.clash.current
        if difference.kind in (Kind.ADDED, Kind.REMOVED):
            yield _met_part(overlap, speakers[craft.word])
            continue
        seen = Difference(difference.place, difference.kind, current, difference.after, difference.follows)
        change = overlap.change
        for line in speakers[craft.word].lines([seen]):
            yield Met(
                line.title,
                line.old if not line.is_event else "" if overlap.clash.current is None else _("changed by others"),
                line.new if not line.is_event else line.what,
                change is not None,
                False,
                None if change is None else change.by,
                None if change is None else change.at,
            )


def _met_part(overlap: Overlap, speaker: Speaker) -> Met:
    """A part that one wants to add or to remove, and somebody else added, changed or removed."""
    difference, change = overlap.clash.difference, overlap.change
    is_removal, is_there = difference.kind is Kind.REMOVED, overlap.clash.current is not None
    now = _("changed meanwhile") if is_removal else _("another one that was added meanwhile")
    line = next(iter(speaker.lines([difference])))
    return Met(
        line.subject,
        now if is_there else "",
        _("to remove it") if is_removal else _("to add yours"),
        change is not None,
        True,
        None if change is None else change.by,
        None if change is None else change.at,
    )


def _is_in_playbook(overlap: Overlap) -> bool:
    if overlap.change is not None:
        return isinstance(overlap.change, PlaybookChange) and not isinstance(overlap.change, BankChange)
    top = overlap.clash.difference.place[0]
    return top in PlaybookDocument.model_fields and top not in BANK.schema.model_fields
