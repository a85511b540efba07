"""The frozen content of a report. Every number in it is already text, formatted once, in one language."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from assessment.scoring.texts import Document
from recommendations.report.content.case_schema import LikeCase
from recommendations.report.content.edition_schema import Edition, Section
from recommendations.report.content.exact_schema import CardValues, Days
from recommendations.report.content.gap_schema import GapView
from recommendations.report.content.growing import Growing
from recommendations.report.content.kinds import AnswerView, Below, Fit
from recommendations.report.content.money_schema import Money, Support
from recommendations.report.content.overlay_schema import OverlayView
from recommendations.report.content.plan_schema import PlanView
from recommendations.report.content.score_schema import Barrier, ContributionRow, Figure, Ladder, ReadingTable, Words
from recommendations.report.content.timeline_schema import Timeline
from recommendations.report.content.trail_schema import TrailView, VerificationView
from recommendations.report.content.trend_schema import Trend
from recommendations.report.content.way_schema import Path

FORMAT: Literal["fourfold-report/1"] = "fourfold-report/1"


class Fact(Document):
    label: str
    value: str


class Answered(Document):
    """One question with what was answered to it, in few words; the full answer stands among all answers."""

    key: str
    short: str
    answer: str


class Service(Growing):
    """`name` is "provider/offering", by which pages compare; the keys name its own page. '' in older reports."""

    later: ClassVar[frozenset[str]] = frozenset({"is_chosen"})

    title: str
    provider: str
    terms: str
    fit: Fit
    reason: str
    valid_until: str
    source: str
    is_sample: bool
    name: str = ""
    provider_key: str = ""
    key: str = ""
    can_be_asked: bool = False
    is_chosen: bool = False


class Category(Document):
    key: str
    title: str
    description: str
    services: tuple[Service, ...]
    real_count: int = 0
    sample_count: int = 0
    more: int = 0


class PublicMeasure(Document):
    key: str
    title: str
    description: str
    source: str
    url: str


class EffectRow(Document):
    title: str
    points: str


class ChangeRow(Document):
    key: str
    short: str
    before: str
    after: str


class Ground(Document):
    """Where a threshold, a cost band or a number of days comes from."""

    text: str
    is_estimate: bool


class ReasonView(Document):
    """`asks` is the condition of the rule in words, '' in advice that was frozen before it was kept.

    `more` counts, in words, the answers that are not listed under `evidence`; '' if all are.
    """

    text: str
    asks: str
    evidence: tuple[Answered, ...]
    more: str


class ActionCard(Growing):
    """`effect` counts points of the overall score, found by scoring the answers in `changes` again; `at` is its length.

    Both are None while there is no overall score from which anything could be gained, and of what a consultant added:
    `added_by` says who. `engine_rank` is the engine's number where `rank` is that of a workspace's list. `values` are
    those of the playbook; nothing of what a consultant added has any.
    """

    later: ClassVar[frozenset[str]] = frozenset({"engine_rank", "added_by", "worded_by", "values"})

    key: str
    rank: int
    title: str
    hue: int
    barrier: str
    band: str
    reasons: tuple[ReasonView, ...]
    why: str
    steps: tuple[str, ...]
    effort: str
    effort_rank: int
    cost: str
    cost_rank: int
    weeks: str
    first: tuple[str, ...]
    effect: str | None
    at: str | None
    effects: tuple[EffectRow, ...]
    changes: tuple[ChangeRow, ...]
    categories: tuple[Category, ...]
    measures: tuple[PublicMeasure, ...]
    service_count: int
    services_line: str
    money: Money | None
    source: str
    grounds: tuple[Ground, ...]
    engine_rank: int | None = None
    added_by: str = ""
    worded_by: str = ""
    values: CardValues | None = None


class UndecidedRow(Document):
    """`asks`: what would have to be true, one sentence for each rule."""

    action: str
    questions: tuple[str, ...]
    asks: tuple[str, ...]


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


class Summary(Growing):
    """The minute: what holds the enterprise back and what carries it, in sentences and by question.

    `answer_first` are the questions without which there is no number yet, the weightiest first. Points of `top_open`
    and `top_gained` are those of the whole.
    """

    later: ClassVar[frozenset[str]] = frozenset({"top_gained"})

    weakest: str
    strongest: str
    top_open: tuple[ContributionRow, ...]
    answer_first: tuple[Answered, ...] = ()
    top_gained: tuple[ContributionRow, ...] = ()


class ReportContent(Growing):
    """`is_profile`: the whole has no number, its parts are read one by one. `whole` are the questions of no part.

    `figures` lists every node where the parts do not show them all, or where nodes have targets. `shows_levels`: every
    part names its level. `below`: how what stands below parts without a number is shown beside them. `shows_keys`: the
    keys of questions are short enough to be printed. `has_scales`: not all numbers have the scale of the whole.
    `schemes` are all that `actions` and `plan` name, each once. `verification` stands with a verified result, `gap`
    where the enterprise's own one stands beside it, `trail` wherever an assessment was answered. `trend` stands from the
    second round on, `timeline` where something is planned or there is a way to the next level.
    """

    later: ClassVar[frozenset[str]] = frozenset(
        {"verification", "gap", "trail", "overlay", "edition", "trend", "timeline", "glossary", "days"}
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

    @property
    def shows(self) -> Mapping[str, bool]:
        """Whether each section is printed, by its key: all of them but for an edition that leaves some out."""
        return {section.value: self.edition is None or section in self.edition.sections for section in Section}
