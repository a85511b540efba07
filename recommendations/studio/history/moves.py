"""Parts that stand somewhere else than before: which of a list were moved, and questions that changed their section."""

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from django.utils.translation import gettext as _

from assessment.bank.editing.differences import Difference, Kind

MOST_MOVES_NAMED = 3


def moved_keys(before: Sequence[str], after: Sequence[str]) -> list[str]:
    """This function will return the fewest keys whose moving makes the new order, as they stand in it."""
    old, new = [key for key in before if key in set(after)], [key for key in after if key in set(before)]
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    kept = {key for block in blocks for key in new[block.b : block.b + block.size]}
    return [key for key in new if key not in kept]


def following(after: Sequence[str], key: str) -> str:
    """This function will return the key that stands behind `key`, "" at the end."""
    index = list(after).index(key)
    return after[index + 1] if index + 1 < len(after) else ""


def note_of_order(field: str) -> str:
    """This function will return what another order of a list means where people would not expect it to matter."""
    return _("(the order of questions changed)") if field == "questions" else ""


def moved_questions(differences: Iterable[Difference]) -> dict[str, tuple[Difference, Difference]]:
    """This function will return by key the questions that were taken out of one section and put into another."""
    removed, added = {}, {}
    for each in differences:
        match each.place:
            case ("sections", _, "questions", key) if each.kind is Kind.REMOVED:
                removed[key] = each
            case ("sections", _, "questions", key) if each.kind is Kind.ADDED:
                added[key] = each
    return {key: (removed[key], added[key]) for key in removed if key in added}


def carried_nodes(differences: Iterable[Difference], parents: dict[str, str]) -> set[str]:
    """This function will return the nodes that have another place in the list only because a parent was changed."""
    moved = {each.place[1] for each in differences if each.place[:1] == ("nodes",) and each.place[2:] == ("parent",)}
    return {key for key in parents if _has_above(key, parents, moved)}


def _has_above(key: str, parents: dict[str, str], moved: set[str]) -> bool:
    seen: set[str] = set()
    while key and key not in seen:
        if key in moved:
            return True
        seen.add(key)
        key = parents.get(key, "")
    return False
