"""The enterprise's own answers beside the verified ones, as they stand in the frozen content of a report."""

from assessment.scoring.texts import Document
from recommendations.report.content.score_schema import Figure, GatePart


class GapPart(Document):
    """One part of the whole, or the whole itself, scored from both. `difference` has its sign; "" without two numbers.

    `line` says all of it in one sentence.
    """

    hue: int
    own: Figure
    verified: Figure
    difference: str
    line: str


class GapLevel(Document):
    """Which level one of the two reaches, and what it lacks to the next."""

    headline: str
    distance: str
    gates: tuple[GatePart, ...]


class GapRow(Document):
    """One question that was answered differently. `effect` counts points, with its sign; "" where it moves no score."""

    key: str
    short: str
    hue: int
    own: str
    verified: str
    effect: str
    effect_of: str
    reason: str


class GapView(Document):
    """`rows` with the largest effect first."""

    headline: str
    whole: GapPart
    parts: tuple[GapPart, ...]
    own_level: GapLevel
    verified_level: GapLevel
    rows: tuple[GapRow, ...]
