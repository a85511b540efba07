"""Translations of one page kept together, and translations found to be right still."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from django.db import transaction

from assessment.accounts.models import User
from assessment.bank.editing.actions import Overtaken, confirm_texts
from assessment.bank.editing.flat import Data
from recommendations.studio.drafts import Draft
from recommendations.studio.languages.forms import Posted
from recommendations.studio.languages.registry import part_at, put_text


@dataclass(frozen=True, slots=True)
class Kept:
    """How many texts were changed, and whether one was confirmed."""

    changed: int
    confirmed: bool


@transaction.atomic
def save_translations(
    *, drafts: Mapping[str, Draft], target: str, rows: Iterable[Posted], confirm: int | None, by: User
) -> Kept:
    """This function will write the `target` language of all rows into both working copies, or into none.

    A copy that does not list the language yet lists it from then on.

    `confirm` is the number of the row whose translation was found to be right although its source has changed. Raises
    Overtaken and DocumentError as `Draft.save` does; Overtaken names the overlaps of the first copy that has any.
    """
    listed = list(rows)
    changed = 0
    for copy, draft in drafts.items():
        own = [row for row in listed if row.copy == copy and _text(draft.data, row, target) != row.written]
        for row in own:
            put_text(draft.data, tuple(row.place.split(".")), target, row.written)
        if any(row.written for row in own) and target not in draft.locales:
            draft.data["locales"] = [*draft.locales, target]
        if own and draft.save(by=by) is not None:
            changed += len(own)
    confirmed = next((row for row in listed if row.index == confirm), None)
    if confirmed is not None:
        draft = drafts[confirmed.copy]
        confirm_texts(craft=draft.craft, copy=draft.copy, places=[f"{confirmed.place}.{target}"], by=by)
    return Kept(changed, confirmed is not None)


def _text(data: Data, row: Posted, target: str) -> str:
    texts = part_at(data, row.place.split("."))
    return str(texts.get(target, "")) if isinstance(texts, dict) else ""


@dataclass(frozen=True, slots=True)
class Merged:
    """The rows to show again, and the copy in which others changed the same."""

    copy: str
    rows: list[Posted]


def merged_rows(rows: Iterable[Posted], overtaken: Overtaken, drafts: Mapping[str, Draft], target: str) -> Merged:
    """This function will return the rows of a form that was overtaken, with what others changed elsewhere in it.

    The copy is the one that holds a clash; rows of the other copy stay as they were sent.
    """
    copy = _overtaken_copy(overtaken, drafts)
    merged = [replace(row, written=_text(overtaken.data, row, target)) if row.copy == copy else row for row in rows]
    return Merged(copy, merged)


def _overtaken_copy(overtaken: Overtaken, drafts: Mapping[str, Draft]) -> str:
    """The one whose working copy looks like the merged data: every document names its format."""
    formats = {draft.data["format"]: copy for copy, draft in drafts.items()}
    return formats.get(overtaken.data.get("format", ""), "bank")
