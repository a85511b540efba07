"""Everything that was changed in bank and playbook, newest first, in words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from assessment.bank.editing.crafts import Craft
from assessment.bank.editing.history import differences_of
from assessment.bank.models import Change
from recommendations.studio.access import Workshop
from recommendations.studio.history.access import copies_of
from recommendations.studio.history.change_words import kind_words
from recommendations.studio.history.lines import Line
from recommendations.studio.history.part_words import Names
from recommendations.studio.history.schema import find
from recommendations.studio.history.speakers import speakers_now
from recommendations.studio.history.words import Speaker

CHANGES_ON_A_PAGE = 25
LINES_AT_ONCE = 3
MOST_LINES = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One change: its first lines, the next ones, and how many differences are left unsaid."""

    copy: str
    change: Change
    first: Sequence[Line]
    rest: Sequence[Line]
    unsaid: int
    confirmed: Sequence[str]

    @property
    def kind(self) -> str:
        return kind_words(self.change)


def change_page(workshop: Workshop, number: str, locale: str, at: str = "") -> tuple[Page[Any], list[Entry]]:
    """This function will return one page of changes: that with a number, or the one on which `at`, “bank-27”, stands.

    The number of queries does not depend on how many changes there are.
    """
    keys = sorted(
        (
            (made_at, craft.word, pk, f"{craft.word}-{revision}")
            for craft, copy in copies_of(workshop)
            for pk, made_at, revision in _keys(craft, copy)
        ),
        reverse=True,
    )
    index = next((index for index, key in enumerate(keys) if key[3] == at), None)
    page = Paginator(keys, CHANGES_ON_A_PAGE).get_page(number if index is None else index // CHANGES_ON_A_PAGE + 1)
    changes = {
        (craft.word, change.pk): (craft, change)
        for craft, _copy in copies_of(workshop)
        for change in _fetched(craft, [pk for _at, word, pk, _name in page if word == craft.word])
    }
    speakers = speakers_now(workshop, locale)
    listed = [changes[word, pk] for _at, word, pk, _name in page]
    return page, [_entry(craft, change, speakers[craft.word]) for craft, change in listed]


def _keys(craft: Craft[Any, Any], copy: Any) -> Iterable[Any]:
    rows = craft.changes._default_manager.filter(copy=copy).order_by("-revision")
    return rows.values_list("pk", "at", "revision")


def _fetched(craft: Craft[Any, Any], keys: list[int]) -> Iterable[Change]:
    changes: Iterable[Change] = craft.changes._default_manager.filter(pk__in=keys).select_related("by", "of")
    return changes


def _entry(craft: Craft[Any, Any], change: Change, speaker: Speaker) -> Entry:
    found = differences_of(change)
    lines = speaker.lines(found[:MOST_LINES])
    confirmed = [_confirmed(craft, place, speaker.names) for place in change.confirmed]
    unsaid = max(0, len(found) - MOST_LINES)
    return Entry(craft.word, change, lines[:LINES_AT_ONCE], lines[LINES_AT_ONCE:], unsaid, confirmed)


def _confirmed(craft: Craft[Any, Any], place: str, names: Names) -> str:
    return names.subject(find(craft.schema, tuple(place.split("."))))
