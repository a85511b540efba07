"""What a file would change in the working copies of a bank: read anew whenever it is asked, never stored."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _

from assessment.bank.editing.crafts import BANK, Craft
from assessment.bank.editing.differences import Difference, Kind, differences
from assessment.bank.editing.flat import Data
from assessment.bank.faults import DocumentError, Fault, shown
from assessment.bank.finding_places import Spotting
from recommendations.playbook.craft import PLAYBOOK
from recommendations.playbook.documents import FileContent, Placed, read_content
from recommendations.playbook.xlsx.texts import WrittenText, with_texts
from recommendations.rules.document import PlaybookDocument
from recommendations.studio.access import Workshop
from recommendations.studio.drafts import Draft, bank_draft, playbook_draft
from recommendations.studio.files.arriving import refuse_taken_playbook
from recommendations.studio.files.categories import (
    CategoryChange,
    category_changes,
    may_keep_categories,
    refuse_unknown_categories,
)
from recommendations.studio.history.moves import moved_questions

Bases = Mapping[str, int | None]
Bundle = tuple[Difference, ...]


@dataclass(frozen=True)
class Side:
    """A working copy and what a file makes of it. `spot` says where in the file a part of it stands."""

    draft: Draft
    wished: Data
    spot: Spotting

    @property
    def word(self) -> str:
        return self.draft.craft.word

    @cached_property
    def bundles(self) -> list[Bundle]:
        """What can only be taken together stands together: a question that moves is taken from one section to another."""
        found = differences(self.draft.data, self.wished)
        moved = moved_questions(found)
        bundles: list[Bundle] = []
        for each in found:
            pair = moved.get(each.place[-1]) if each.kind in (Kind.ADDED, Kind.REMOVED) else None
            if pair is None or each not in pair:
                bundles.append((each,))
            elif each is pair[1]:
                bundles.append(pair)
        return bundles


@dataclass(frozen=True)
class Trial:
    """`new_playbook` is what the file brings for a bank that has none yet. `drafts` are the working copies by word."""

    drafts: Mapping[str, Draft]
    sides: Sequence[Side]
    new_playbook: PlaybookDocument | None
    categories: Sequence[CategoryChange]

    @property
    def count(self) -> int:
        """How many differences there are."""
        found = sum(len(side.bundles) for side in self.sides) + len(self.categories)
        return found + (self.new_playbook is not None)


def trial_of(workshop: Workshop, content: bytes, name: str, bases: Bases | None = None) -> Trial:
    """This function will return what a file would change in the bank and its playbook as they stood at `bases`.

    Raises DocumentError naming every place of the file that is at fault.
    """
    read, bases = read_content(content, name), bases or {}
    _refuse_others(workshop, read, name)
    _refuse_wordless(workshop, read, name)
    drafts = {BANK.word: bank_draft(workshop, bases.get(BANK.word))}
    if workshop.playbook is not None:
        drafts[PLAYBOOK.word] = playbook_draft(workshop, bases.get(PLAYBOOK.word))
    placed: dict[str, Placed[Any] | None] = {BANK.word: read.bank, PLAYBOOK.word: read.playbook}
    sides = [_side(draft, placed[word], read.texts, name) for word, draft in drafts.items()]
    changes = category_changes(read.categories, name)
    if read.playbook is not None:
        more = [change.key for change in changes] if may_keep_categories(workshop.person) else []
        refuse_unknown_categories(read.playbook, [*more, *_named_already(drafts.values())], name)
        refuse_taken_playbook(read.playbook, name)
    new = read.playbook.document if read.playbook is not None and workshop.playbook is None else None
    return Trial(drafts, [side for side in sides if side is not None], new, changes)


def _refuse_others(workshop: Workshop, read: FileContent, name: str) -> None:
    """A file of another bank would remove everything here and add something else."""
    playbook_slug = workshop.playbook.slug if workshop.playbook is not None else None
    held = [(read.bank, "slug", workshop.bank.slug), (read.playbook, "bank", workshop.bank.slug)]
    if playbook_slug is not None:
        held.append((read.playbook, "slug", playbook_slug))
    for placed, key, wanted in held:
        found = getattr(placed.document, key) if placed is not None else wanted
        if placed is not None and found != wanted:
            spot = placed.places(key)
            message = _("is %(found)s, but this is %(wanted)s; open the files of that bank, or add it as a new one")
            fault = Fault(spot or key, message % {"found": shown(found), "wanted": shown(wanted)})
            raise DocumentError(name, [fault])


def _refuse_wordless(workshop: Workshop, read: FileContent, name: str) -> None:
    words = [text for text in read.texts if text.document == PLAYBOOK.word]
    if words and workshop.playbook is None:
        raise DocumentError(name, [Fault(words[0].spot, _("the bank has no playbook yet"))])


def _side(draft: Draft, placed: Placed[Any] | None, texts: Sequence[WrittenText], name: str) -> Side | None:
    own = [text for text in texts if text.document == draft.craft.word]
    if placed is None and not own:
        return None
    document = placed.document if placed is not None else draft.document
    data, faults = with_texts(document, own)
    if faults:
        raise DocumentError(name, faults)
    spots = {".".join((*text.place, text.locale)): text.spot for text in own}
    where: Spotting = placed.places if placed is not None else _nowhere
    return Side(draft, _normal(draft, data), lambda place: spots.get(place) or where(place))


def _normal(draft: Draft, data: Data) -> Data:
    craft: Craft[Any, Any] = draft.craft
    return craft.flat(craft.document(data, draft.copy.slug))


def _nowhere(place: str) -> str:
    return ""


def _named_already(drafts: Iterable[Draft]) -> list[str]:
    """What the working copy names is let in again, whatever the catalogue says by now."""
    actions = [action for draft in drafts for action in draft.data.get("actions", [])]
    return [key for action in actions for key in action.get("categories", [])]
