"""One line of the review for every question that is asked."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils.safestring import SafeString

from assessment.responses.access import Casework
from assessment.responses.bank_words import marked, marked_answer
from assessment.responses.interview.places import address
from assessment.responses.interview.queries import Kept, kept_beside
from assessment.responses.models import AskBack, EvidenceFile, Perspective
from assessment.responses.trail import TrailEntry
from assessment.scoring.document import Question, Section
from recommendations.desk.reviewing.standing import Standing
from recommendations.report.content.gap_schema import GapRow, GapView


class Group(StrEnum):
    """In the order of the page."""

    GAP = "gap"
    OPEN = "open"
    AGREED = "agreed"
    INTERVIEWED = "interviewed"  # verified, where there is no own answer to agree with


@dataclass(frozen=True, slots=True)
class FileLine:
    file: EvidenceFile
    url: str


@dataclass(frozen=True, slots=True)
class Line:
    """`own_version` and `version` are what a form is based on. `source` names the file that an answer was read from."""

    key: str
    group: Group
    text: SafeString
    section: str
    own: SafeString
    own_by: str
    own_source: str
    own_version: int
    has_own: bool
    verified: SafeString | str
    verified_by: str
    verified_at: datetime | None
    verified_source: str
    version: int
    has_verified: bool
    effect: str
    effect_of: str
    reason: str
    lacks_reason: bool
    required: bool
    note: str
    files: tuple[FileLine, ...]
    asks: tuple[AskBack, ...]

    @property
    def can_be_accepted(self) -> bool:
        return self.group is Group.OPEN and self.has_own


def review_lines(work: Casework, standing: Standing, gap: GapView, locale: str) -> list[Line]:
    """This function will return the lines: gaps by their effect, questions without a verified answer, then agreed ones.

    Three queries.
    """
    kept, asks = kept_beside(work), _asks(work)
    effects = {row.key: row for row in gap.rows}
    lines = [
        _line(work, standing, section, question, effects.get(question.key), kept, asks.get(question.key, ()), locale)
        for section in standing.scorer.document.sections
        for question in section.questions
        if question.key in standing.asked
    ]
    by_effect = [row.key for row in gap.rows]
    order = {group: place for place, group in enumerate(Group)}
    return sorted(
        lines, key=lambda line: (order[line.group], by_effect.index(line.key) if line.group is Group.GAP else 0)
    )


def _asks(work: Casework) -> dict[str, list[AskBack]]:
    """Questions of this workspace alone: what others asked is between them and the enterprise."""
    found: dict[str, list[AskBack]] = {}
    asked = AskBack.objects.filter(assessment=work.assessment, workspace=work.seat.workspace)
    for ask in asked.select_related("asked_by").order_by("asked_at", "pk"):
        found.setdefault(ask.question_key, []).append(ask)
    return found


def _line(
    work: Casework,
    standing: Standing,
    section: Section,
    question: Question,
    gap: GapRow | None,
    kept: Kept,
    asks: Iterable[AskBack],
    locale: str,
) -> Line:
    key, own = question.key, standing.own.answers.get(question.key)
    verified = standing.verified_answer(key)
    said, over = _last(standing.entries(key, Perspective.SELF)), _last(standing.entries(key, Perspective.VERIFIED))
    is_gap = verified is not None and verified != own and bool(standing.own.answers)
    return Line(
        key=key,
        group=_group(own is not None, verified is not None, is_gap),
        text=marked(question.text, locale),
        section=section.key,
        own=marked_answer(question, own, locale),
        own_by=said.author if said else "",
        own_source=said.file if said else "",
        own_version=standing.version(key, Perspective.SELF),
        has_own=own is not None,
        verified=marked_answer(question, verified, locale) if verified is not None else "",
        verified_by=over.author if over and verified is not None else "",
        verified_at=over.at if over and verified is not None else None,
        verified_source=over.file if over and verified is not None else "",
        version=standing.version(key, Perspective.VERIFIED),
        has_verified=verified is not None,
        effect=gap.effect if gap and is_gap else "",
        effect_of=gap.effect_of if gap and is_gap else "",
        reason=over.reason if over and verified is not None else "",
        lacks_reason=is_gap and own is not None and not (over and over.reason),
        required=question.required,
        note=kept.notes.get(key, ""),
        files=_files(work, kept.files, key),
        asks=tuple(asks),
    )


def _group(has_own: bool, has_verified: bool, is_gap: bool) -> Group:
    if not has_verified:
        return Group.OPEN
    if is_gap:
        return Group.GAP
    return Group.AGREED if has_own else Group.INTERVIEWED


def _last(entries: Sequence[TrailEntry]) -> TrailEntry | None:
    return entries[-1] if entries else None


def _files(work: Casework, files: Mapping[str, list[EvidenceFile]], key: str) -> tuple[FileLine, ...]:
    return tuple(FileLine(file, address(work, "evidence-show", file.public_id)) for file in files.get(key, []))
