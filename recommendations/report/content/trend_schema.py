"""The rounds of an enterprise side by side: how its scores moved from one to the next."""

from assessment.scoring.texts import Document


class TrendRound(Document):
    """`on` is the day of submission, `is_current` the round that is reported on."""

    on: str
    title: str
    level: str
    is_current: bool


class TrendPoint(Document):
    """A score in one round, in the order of the rounds. `at` is its place from 0 to 100, None while it is withheld."""

    score: str
    at: str | None
    at_low: str | None = None
    at_high: str | None = None


class TrendLine(Document):
    """One node over all rounds. `change` is that of the last step with its sign, '' where one of the two is withheld."""

    key: str
    title: str
    hue: int
    points: tuple[TrendPoint, ...]
    change: str


class Trend(Document):
    """At least two rounds, oldest first; the whole is the first line. `note` says what cannot be compared, '' if all can."""

    rounds: tuple[TrendRound, ...]
    lines: tuple[TrendLine, ...]
    note: str = ""
