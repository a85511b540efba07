"""Scores, levels and published figures in the frozen content of a report."""

from typing import ClassVar

from assessment.scoring.texts import Document
from recommendations.report.content.growing import Growing
from recommendations.report.content.kinds import GateState, Standing


class GatePart(Document):
    text: str
    state: GateState


class Step(Document):
    """What a part with a ladder of its own lacks to its next level, in one `line`.

    Where that level has a gate, `parts` are the score and the conditions it asks for, each with its state, and `rule`
    is what the bank itself says about them.
    """

    line: str
    rule: str = ""
    parts: tuple[GatePart, ...] = ()


class Target(Document):
    """What a node is to reach, in points of its scale; `gap` is "" and `is_reached` true once it does.

    `at` is its place on a chart, 0 to 100. `percent` is None while the node has no number.
    """

    points: str
    gap: str
    percent: str | None
    is_reached: bool
    at: str


class Figure(Document):
    """A node's score. `score`, `low` and `high` are None when there is no number to show; `status` says why.

    They are points on the node's own `scale`. Where they stand on a chart, 0 to 100, is said by `at`, `at_low` and
    `at_high`, and by `bounds` for the levels of the node. `depth` counts the steps below the part it is listed under.
    """

    key: str
    title: str
    status: str
    score: str | None
    low: str | None
    high: str | None
    is_interval: bool
    coverage: str | None
    level: str | None
    level_text: str = ""
    sentence: str
    depth: int = 0
    scale: str = "100"
    of_scale: str = ""
    at: str | None = None
    at_low: str | None = None
    at_high: str | None = None
    bounds: tuple[str, ...] = ()
    target: Target | None = None
    step: Step | None = None


class ContributionRow(Document):
    """Points of one question on the scale of its node; `at_…` are the same as lengths, 0 to 100."""

    key: str
    short: str
    answer: str
    gained: str
    open: str
    worth: str
    at_gained: str
    at_open: str
    at_worth: str


class Scan(Document):
    """What a quick scan leaves open: `asked` questions `of` all that the bank has; `title` says so, `text` what follows."""

    asked: str
    of: str
    title: str
    text: str
    invitation: str


class Balance(Document):
    """No question is in two of them: what is `unknown` neither holds back nor carries. Points are those of one node."""

    holds_back: tuple[ContributionRow, ...]
    carries: tuple[ContributionRow, ...]
    unknown: tuple[ContributionRow, ...]


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


class Barrier(Growing):
    """One part of the whole: a barrier, or what another bank calls its parts.

    `hue` picks a colour; the name is always printed beside it. `indicators` are the nodes below it, each with its
    depth, as far down as is readable. What is not `is_counted` is another view of the same answers, in no score above.
    `holds_back`, `carries` and `unknown` are as in `Balance`.
    """

    later: ClassVar[frozenset[str]] = frozenset({"unknown"})

    hue: int
    figure: Figure
    description: str
    why: str
    is_lowest: bool
    is_counted: bool
    indicators: tuple[Figure, ...]
    carries: tuple[ContributionRow, ...]
    holds_back: tuple[ContributionRow, ...]
    contributions: tuple[ContributionRow, ...]
    references: tuple[ReferenceGroup, ...]
    unknown: tuple[ContributionRow, ...] = ()


class Rung(Document):
    """One level. `number` is "" where the bank does not count its levels; `span` says its bounds in words.

    `lower` and `at_lower`, `at_upper` (its place on a chart, 0 to 100) are None for a level without a bound.
    """

    key: str
    title: str
    description: str
    number: str
    lower: str | None
    span: str
    at_lower: str | None
    at_upper: str | None
    standing: Standing


class Ladder(Document):
    """`distance` says in words what is missing to the next level, `goal` only what is missing in points; "" for nothing.

    `held_back` names the level for which the score would be enough, while a condition holds it back; "" otherwise.
    Without `rungs` the whole has no levels. `is_scale` says that all of them can stand on one scale.
    """

    current: Rung | None
    next: Rung | None
    headline: str
    distance: str
    goal: str
    held_back: str = ""
    gates: tuple[GatePart, ...]
    rungs: tuple[Rung, ...]
    is_scale: bool


class ReadingRow(Document):
    """`cells` are the points of one node in each reading, each with the reading's title; "–" for none."""

    title: str
    depth: int
    scale: str
    score: str
    cells: tuple[tuple[str, str], ...]


class ReadingTable(Document):
    columns: tuple[str, ...]
    rows: tuple[ReadingRow, ...]


class Words(Growing):
    """What the parts of a bank are called where a sentence or heading speaks of them.

    `holds_back` and `carries` say by which rule questions stand there, `no_brake` and `no_strength` that none does.
    """

    later: ClassVar[frozenset[str]] = frozenset({"holds_back", "carries", "no_brake", "no_strength"})

    heading: str
    chapter: str
    detail: str
    table: str
    lowest: str
    bars: str
    score: str
    level: str
    holds_back: str = ""
    carries: str = ""
    no_brake: str = ""
    no_strength: str = ""
