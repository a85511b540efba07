"""What the bar offers: the last change of bank or playbook to take back, and the last one taken back to do again."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from assessment.bank.editing.crafts import Craft
from assessment.bank.editing.differences import Difference
from assessment.bank.editing.history import differences_of, undoing
from assessment.bank.models import Change
from recommendations.studio.access import Workshop
from recommendations.studio.history.access import copies_of
from recommendations.studio.history.change_words import kind_words
from recommendations.studio.history.part_words import Names, capitalised
from recommendations.studio.history.schema import find


@dataclass(frozen=True, slots=True)
class Offer:
    """One change that a button takes back or does again; `what` names the parts that it concerned."""

    copy: str
    change: Change
    what: str


@dataclass(frozen=True, slots=True)
class Bar:
    undo: Offer | None
    redo: Offer | None


def bar_of(workshop: Workshop) -> Bar:
    """This function will return what can be undone and done again. Of both copies the newest change is taken back first.

    What was taken back comes again in the order in which it was made. Two queries for each copy, and one more and the
    compiling of the copy for each change that is offered.
    """
    undos, redos = [], []
    for craft, copy in copies_of(workshop):
        state = undoing(craft, copy)
        undos += [(state.undo, craft, copy)] if state.undo else []
        redos += [(state.redo, craft, copy)] if state.redo else []
    undo = max(undos, key=lambda entry: (entry[0].at, entry[0].pk), default=None)
    redo = min(redos, key=lambda entry: (entry[0].at, entry[0].pk), default=None)
    return Bar(_offer(*undo) if undo else None, _offer(*redo) if redo else None)


def _offer(change: Change, craft: Craft[Any, Any], copy: Any) -> Offer:
    names = Names([craft.data(copy)], get_language() or "")
    return Offer(craft.word, change, concerned(craft, change, names))


def concerned(craft: Craft[Any, Any], change: Change, names: Names) -> str:
    """This function will return the part that a change concerned, and how many others."""
    subjects = list(dict.fromkeys(_subject(craft, each, names) for each in differences_of(change)))
    if not subjects:
        return capitalised(kind_words(change))
    if len(subjects) == 1:
        return subjects[0]
    return _("%(part)s and %(count)d more") % {"part": subjects[0], "count": len(subjects) - 1}


def _subject(craft: Craft[Any, Any], difference: Difference, names: Names) -> str:
    found = find(craft.schema, difference.place)
    is_part = not found.field and names.at(difference.place) is None
    return names.subject(found, (difference.after or difference.before) if is_part else None)
