"""The frozen content of a report. Every number in it is already text, formatted once, in one language."""

from typing import Literal

from assessment.scoring.texts import Document
from recommendations.report.content.kinds import AnswerView, Fit, GateState, Standing

FORMAT: Literal["fourfold-report/1"] = "fourfold-report/1"


class Fact(Document):
    label: str
    value: str


class Answered(Document):
    """One question with what was answered to it, in few words; the full answer stands among all answers."""

    key: str
    short: str
    answer: str


class Figure(Document):
    """A node's score. `score`, `low` and `high` are None when there is no number to show; `status` says why."""

    key: str
    title: str
    status: str
    score: str | None
    low: str | None
    high: str | None
    is_interval: bool
    coverage: str | None
    level: str | None
    sentence: str


class ContributionRow(Document):
    """Points of one question on the 0–100 scale of its node."""

    key: str
    short: str
    answer: str
    gained: str
    open: str
    worth: str


class Reference(Document):
    """A published figure, with whom it counts, for when, and who said so; `verdict` says how the answer stands to it."""

    key: str
    title: str
    value: str
    number: str
    period: str
    is_target: bool
    scope: str
    source: str
    url: str
    verdict: str = ""


class ReferenceGroup(Document):
    """The lines of one question. `own` is the enterprise's own answer where question and figures measure the same thing."""

    question: str
    answer: str
    is_comparable: bool
    own: str | None
    own_number: str | None
    lines: tuple[Reference, ...]


class Barrier(Document):
    """`hue` 1–4 picks colour and pattern; the name is always printed beside it."""

    hue: int
    figure: Figure
    description: str
    why: str
    is_lowest: bool
    indicators: tuple[Figure, ...]
    carries: tuple[ContributionRow, ...]
    holds_back: tuple[ContributionRow, ...]
    contributions: tuple[ContributionRow, ...]
    references: tuple[ReferenceGroup, ...]


class Rung(Document):
    key: str
    title: str
    description: str
    number: str
    lower: str
    upper: str
    standing: Standing


class GatePart(Document):
    text: str
    state: GateState


class Ladder(Document):
    """`distance` says in words what is missing to the next level; None at the top or without a level."""

    current: Rung | None
    next: Rung | None
    headline: str
    distance: str
    points_missing: str | None
    gates: tuple[GatePart, ...]
    rungs: tuple[Rung, ...]


class Service(Document):
    title: str
    provider: str
    terms: str
    fit: Fit
    reason: str
    valid_until: str
    source: str
    is_sample: bool


class Category(Document):
    key: str
    title: str
    description: str
    services: tuple[Service, ...]


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


class ReasonView(Document):
    """`more` counts, in words, the answers that are not listed under `evidence`; '' if all are."""

    text: str
    evidence: tuple[Answered, ...]
    more: str


class ActionCard(Document):
    """`effect` counts points of the overall score, found by scoring the answers in `changes` again."""

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
    effect: str
    effects: tuple[EffectRow, ...]
    changes: tuple[ChangeRow, ...]
    categories: tuple[Category, ...]
    measures: tuple[PublicMeasure, ...]
    service_count: int
    services_line: str
    source: str


class UndecidedRow(Document):
    action: str
    questions: tuple[str, ...]


class Inconsistency(Document):
    message: str
    answers: tuple[Answered, ...]


class AnswerRow(Document):
    key: str
    text: str
    answer: str
    state: AnswerView


class AnswerSection(Document):
    title: str
    is_profile: bool
    hue: int
    rows: tuple[AnswerRow, ...]


class Source(Document):
    title: str
    detail: str
    url: str


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


class Summary(Document):
    """The minute: what holds the enterprise back, in three sentences."""

    weakest: str
    strongest: str
    top_open: tuple[ContributionRow, ...]


class ReportContent(Document):
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
    overall: Figure
    counts: Counts
    summary: Summary
    ladder: Ladder
    barriers: tuple[Barrier, ...]
    actions: tuple[ActionCard, ...]
    cost_bands: tuple[str, ...]
    undecided: tuple[UndecidedRow, ...]
    inconsistencies: tuple[Inconsistency, ...]
    answers: tuple[AnswerSection, ...]
    method: tuple[str, ...]
    sources: tuple[Source, ...]
    public_measures: tuple[PublicMeasure, ...]
    has_samples: bool
    versions: Versions
