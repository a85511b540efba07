"""The trail of an assessment as a page shows it: question by question, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessment.bank.releases import scorer_of
from assessment.responses.bank_words import marked, marked_answer
from assessment.responses.models import Assessment, Perspective
from assessment.responses.trail import Deed, Trail, TrailEntry
from assessment.responses.trail_folding import folded_entries
from assessment.scoring.document import Question


@dataclass(frozen=True, slots=True)
class EntryLine:
    """`before` is '' where nothing stood there, `after` '' where nothing stands any more."""

    at: datetime
    who: str
    deed: str
    before: SafeString | str
    after: SafeString | str
    reason: str
    file: str
    is_verified: bool


@dataclass(frozen=True, slots=True)
class QuestionTrail:
    key: str
    text: SafeString
    lines: tuple[EntryLine, ...]
    evidence_count: int
    is_changed: bool


@dataclass(frozen=True, slots=True)
class SectionTrail:
    title: SafeString
    questions: tuple[QuestionTrail, ...]


def trail_sections(assessment: Assessment, trail: Trail, locale: str) -> tuple[SectionTrail, ...]:
    """This function will return the trail by section in the order of the bank, without questions nobody answered."""
    sections, entries = [], folded_entries(trail)
    for section in scorer_of(assessment.release_id).document.sections:
        questions = tuple(
            _question(question, trail, entries[question.key], locale)
            for question in section.questions
            if question.key in entries
        )
        if questions:
            sections.append(SectionTrail(marked(section.title, locale), questions))
    return tuple(sections)


def _question(question: Question, trail: Trail, entries: tuple[TrailEntry, ...], locale: str) -> QuestionTrail:
    return QuestionTrail(
        key=question.key,
        text=marked(question.text, locale),
        lines=tuple(_lines(question, entries, locale)),
        evidence_count=trail.evidence.get(question.key, 0),
        is_changed=len(entries) > 1,
    )


def _lines(question: Question, entries: tuple[TrailEntry, ...], locale: str) -> Iterator[EntryLine]:
    for entry in entries:
        yield EntryLine(
            at=entry.at,
            who=author_words(entry),
            deed=deed_words(entry.deed),
            before="" if entry.before is None else marked_answer(question, entry.before, locale),
            after="" if entry.after is None else marked_answer(question, entry.after, locale),
            reason=entry.reason,
            file=entry.file,
            is_verified=entry.perspective is Perspective.VERIFIED,
        )


def author_words(entry: TrailEntry) -> str:
    """This function will return who is behind one answer; people without an account have no name here."""
    if entry.perspective is Perspective.VERIFIED:
        return _("%(name)s (consultant)") % {"name": entry.author}
    return entry.author or _("The enterprise, without an account")


def deed_words(deed: Deed) -> str:
    """This function will return what one version of an answer did."""
    return {
        Deed.CARRIED: _("taken over from the round before"),
        Deed.GIVEN: pgettext("answer", "answered"),
        Deed.CONFIRMED: pgettext("answer", "confirmed"),
        Deed.CHANGED: pgettext("answer", "changed"),
        Deed.WITHDRAWN: pgettext("answer", "taken back"),
        Deed.KEPT: _("taken over from the result before"),
        Deed.VERIFIED: _("verified as answered"),
        Deed.ADDED: _("verified, not answered by the enterprise"),
        Deed.REPLACED: _("verified answer replaced by another"),
        Deed.OVERRIDDEN: _("verified with another answer"),
        Deed.TAKEN_BACK: _("verification taken back"),
    }[deed]
