"""The frozen content of a report. Every number in it is already text, formatted once, in one language."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from assessment.scoring.texts import Document
from recommendations.report.content.action_schema import ActionCard, Answered, PublicMeasure, UndecidedRow
from recommendations.report.content.case_schema import LikeCase
from recommendations.report.content.edition_schema import Edition, Section
from recommendations.report.content.exact_schema import Days
from recommendations.report.content.gap_schema import GapView
from recommendations.report.content.growing import Growing
from recommendations.report.content.kinds import AnswerView, Below
from recommendations.report.content.money_schema import Support
from recommendations.report.content.overlay_schema import OverlayView
from recommendations.report.content.plan_schema import PlanView
from recommendations.report.content.score_schema import Barrier, Figure, Ladder, ReadingTable, Scan, Words
from recommendations.report.content.summary_schema import Fact, Summary
from recommendations.report.content.timeline_schema import Timeline
from recommendations.report.content.trail_schema import TrailView, VerificationView
from recommendations.report.content.trend_schema import Trend
from recommendations.report.content.way_schema import Path

FORMAT: Literal["fourfold-report/1"] = "fourfold-report/1"


class Inconsistency(Document):
    message: str
    answers: tuple[Answered, ...]


class AnswerRow(Growing):
    """`number` is an answer that is one, such as 53.4; "" for words."""

    later: ClassVar[frozenset[str]] = frozenset({"number"})

    key: str
    text: str
    answer: str
    state: AnswerView
    number: str = ""


class AnswerSection(Document):
    title: str
    is_profile: bool
    hue: int
    rows: tuple[AnswerRow, ...]


class Source(Document):
    title: str
    detail: str
    url: str


class Term(Document):
    """A word of the report and what it means there."""

    word: str
    meaning: str


class Counts(Document):
    """`line` is the sentence that says all four."""

    asked: str
    answered: str
    unknown: str
    unanswered: str
    not_applicable: str
    line: str


class Versions(Document):
    bank: str
    bank_version: str
    bank_hash: str
    playbook: str
    playbook_version: str
    playbook_hash: str
    result_hash: str


class ReportContent(Growing):
    """`is_profile`: the whole has no number, its parts are read one by one. `whole` are the questions of no part.

    `figures` lists every node where the parts do not show them all, or where nodes have targets. `shows_levels`: every
    part names its level. `below`: how what stands below parts without a number is shown beside them. `shows_keys`: the
    keys of questions are short enough to be printed. `has_scales`: not all numbers have the scale of the whole.
    `schemes` are all that `actions` and `plan` name, each once. `verification` stands with a verified result, `gap`
    where the enterprise's own one stands beside it, `trail` wherever an assessment was answered. `trend` stands from the
    second round on, `timeline` where something is planned or there is a way to the next level.
    `scan` stands where less was asked than the bank knows.
    """

    later: ClassVar[frozenset[str]] = frozenset(
        {"verification", "gap", "trail", "overlay", "edition", "trend", "timeline", "glossary", "days", "scan"}
    )

    format: Literal["fourfold-report/1"] = FORMAT
    locale: str
    enterprise: str
    facts: tuple[Fact, ...]
    scope: str
    scope_is_quick: bool
    mode: str
    started_on: str
    submitted_on: str
    notice: str
    is_profile: bool
    words: Words
    overall: Figure
    counts: Counts
    summary: Summary
    ladder: Ladder
    barriers: tuple[Barrier, ...]
    whole: Barrier | None
    has_quarters: bool
    shows_levels: bool
    below: Below
    shows_keys: bool
    has_scales: bool
    has_targets: bool
    has_references: bool
    figures: tuple[Figure, ...]
    readings: ReadingTable | None
    actions: tuple[ActionCard, ...]
    path: Path | None
    plan: PlanView | None = None
    cases: tuple[LikeCase, ...] = ()
    schemes: tuple[Support, ...] = ()
    cost_bands: tuple[str, ...]
    undecided: tuple[UndecidedRow, ...]
    inconsistencies: tuple[Inconsistency, ...]
    answers: tuple[AnswerSection, ...]
    method: tuple[str, ...]
    sources: tuple[Source, ...]
    public_measures: tuple[PublicMeasure, ...]
    has_samples: bool
    versions: Versions
    verification: VerificationView | None = None
    gap: GapView | None = None
    trail: TrailView | None = None
    overlay: OverlayView | None = None
    edition: Edition | None = None
    trend: Trend | None = None
    timeline: Timeline | None = None
    glossary: tuple[Term, ...] = ()
    days: Days | None = None
    scan: Scan | None = None

    @property
    def shows(self) -> Mapping[str, bool]:
        """Whether each section is printed, by its key: all of them but for an edition that leaves some out."""
        return {section.value: self.edition is None or section in self.edition.sections for section in Section}
