"""What a section page says beside the answers that come from the round before, and beside questions that are new."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate
from django.utils.translation import get_language

from assessment.responses.access import AssessmentHead
from assessment.responses.fragments import Fragment, slot
from assessment.responses.queries import PageAnswers
from assessment.responses.round_queries import round_before
from assessment.responses.since import fresh_questions

NO_NOTE = mark_safe("")


@dataclass(frozen=True, slots=True)
class CarriedNotes:
    """`day` is that of the round before, `fresh` are questions that are new or have changed since.

    `words` has a note for each case (carried, fresh), with a slot for the key.
    """

    day: date
    carried: frozenset[str]
    fresh: frozenset[str]
    words: Mapping[tuple[bool, bool], Fragment]

    def of(self, key: str) -> SafeString:
        """This function will return what is said beside the answer of one question."""
        case = key in self.carried, key in self.fresh
        if not any(case):
            return NO_NOTE
        return self.words[case].fill({"key": key} if case[0] else {})


def carried_notes(head: AssessmentHead, given: PageAnswers, carried: frozenset[str]) -> CarriedNotes | None:
    """This function will return the notes on a page whose answers can be changed; None in a first round.

    One query where the assessment follows another.
    """
    if head.follows_id is None or head.is_submitted:
        return None
    before = round_before(head.follows_id)
    fresh = [key for key in fresh_questions(before.release_id, head.release_id) if key not in given.versions]
    changed = carried & fresh_questions(before.release_id, head.release_id)
    day = localdate(before.submitted_at)
    return CarriedNotes(day, carried, changed.union(fresh), _words(day, get_language()))


@lru_cache(maxsize=256)
def _words(day: date, locale: str) -> Mapping[tuple[bool, bool], Fragment]:
    """Rendered once for all questions; the words depend on the day and the active language, which is `locale`."""
    context = {"day": day, "key": slot("key")}
    return {
        (is_carried, is_fresh): Fragment(
            render_to_string("responses/carried_note.html", context | {"is_carried": is_carried, "is_fresh": is_fresh})
        )
        for is_carried, is_fresh in ((True, False), (True, True), (False, True))
    }


def section_note(notes: CarriedNotes | None, here: Collection[str]) -> SafeString:
    """This function will return what stands above the questions `here`, '' where nothing is to be confirmed."""
    count = sum(key in notes.carried for key in here) if notes else 0
    if notes is None or count == 0:
        return NO_NOTE
    return render_to_string("responses/carried_section.html", {"count": count, "day": notes.day})
