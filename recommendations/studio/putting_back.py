"""A part that somebody else took out, put back for the person whose form of it is still open."""

from django.http import QueryDict

from assessment.bank.editing.applying import apply_differences, value_at
from assessment.bank.editing.differences import Difference, Kind, Place
from assessment.bank.editing.flat import Data
from assessment.bank.editing.history import changes_since, differences_of
from assessment.bank.models import Change, ChangeKind
from recommendations.studio.access import Workshop
from recommendations.studio.bases import base_in
from recommendations.studio.drafts import Draft, bank_draft


def draft_with_part(workshop: Workshop, sent: QueryDict, part: Place) -> Draft:
    """This function will return the bank as the sender of a form saw it, with the part that the form is about in it.

    `part` ends in the list and the key of the part; a question is found in any section. Whoever saves after having
    been shown that it was removed wants it back; its own data and what was taken out along with it come from the
    change that removed it.
    """
    draft = bank_draft(workshop, base_in(sent))
    if base_in(sent) is not None:
        put_back(draft, part)
    return draft


def put_back(draft: Draft, part: Place) -> None:
    """This function will put a part that was removed until the draft's revision back into its data, if it is not there."""
    if _is_in(draft.data, part):
        return
    for change in changes_since(draft.craft, draft.copy, 0):
        if change.revision <= draft.base and any(_takes_out(each, part) for each in differences_of(change)):
            back = [each.reversed() for each in _belonging(change, part[-1])]
            draft.data.update(apply_differences(draft.data, back).data)
            return


def _is_in(data: Data, part: Place) -> bool:
    if part[:-1] != ("questions",):
        return value_at(data, part) is not None
    return any(value_at(section, part) is not None for section in data["sections"])


def _takes_out(difference: Difference, part: Place) -> bool:
    """A question goes by itself or with its section."""
    if difference.kind is not Kind.REMOVED:
        return False
    is_section = part[:-1] == ("questions",) and difference.place[:-1] == ("sections",)
    return difference.place[-len(part) :] == part or is_section and value_at(difference.before, part) is not None


def _belonging(change: Change, key: str) -> list[Difference]:
    """All of one act of editing; of greater changes, such as a file that was taken over, only what names the part."""
    found = differences_of(change)
    return found if change.kind == ChangeKind.EDITED else [each for each in found if key in each.place]
