"""What a form says, put into the working copy, or what stands in the way."""

import copy

from assessment.accounts.models import User
from assessment.bank.editing.actions import Overtaken
from assessment.bank.editing.flat import Data
from assessment.bank.faults import DocumentError
from recommendations.studio.drafts import Draft
from recommendations.studio.measure.editor import Editor
from recommendations.studio.measure.families import Family

NODES = "nodes"


def changed_data(draft: Draft, family: Family, editor: Editor) -> tuple[Data, str]:
    """This function will return a copy of the data with the part as the form says it, and the key of the part."""
    data = copy.deepcopy(draft.data)
    made = editor.made()
    items = family.items(data)
    if editor.part is None:
        items.append(made)
    else:
        index = next(index for index, item in enumerate(items) if item["key"] == editor.part["key"])
        _replace(items, index, made)
    return data, made["key"]


def _replace(items: list[Data], index: int, made: Data) -> None:
    """A node that is hung elsewhere comes last there."""
    if made.get("parent") != items[index].get("parent"):
        items.pop(index)
        items.append(made)
    else:
        items[index] = made


def keep(draft: Draft, data: Data, by: User) -> Overtaken | DocumentError | None:
    """This function will keep `data` in the working copy; returned is what stood in the way, None if nothing did."""
    draft.data.clear()
    draft.data.update(data)
    try:
        draft.save(by=by)
    except (Overtaken, DocumentError) as trouble:
        return trouble
    return None
