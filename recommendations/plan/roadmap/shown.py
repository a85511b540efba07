"""What the roadmap page shows, in words and places, ready for the template."""

from collections.abc import Mapping
from dataclasses import dataclass

from recommendations.plan.moves import Move

# Addresses of the same roadmap with an action put in (`pin`), left out (`bar`) or left open (`free`).
Links = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """`first` and `last` are quarters; `after` are the titles of what has to be done before.

    `in_plan` is how it stands in the plan, "" where it is not in it.
    """

    key: str
    title: str
    hue: int
    part: str
    because: str
    cost: str
    days: str
    gain: str
    first: int
    last: int
    span: str
    after: tuple[str, ...]
    is_pinned: bool
    in_plan: str
    links: Links


@dataclass(frozen=True, slots=True)
class WaveShown:
    title: str
    about: str
    number: int
    totals: str
    rows: tuple[PlacedRow, ...]


@dataclass(frozen=True, slots=True)
class LeftRow:
    key: str
    title: str
    facts: str
    reason: str
    is_barred: bool
    links: Links


@dataclass(frozen=True, slots=True)
class Load:
    """Own working days in one quarter; `share` is a place on a bar from 0 to 100."""

    title: str
    said: str
    share: str


@dataclass(frozen=True, slots=True)
class Shown:
    overall: Move
    parts: tuple[Move, ...]
    spent: str
    left: str
    cost_share: str
    loads: tuple[Load, ...]
    waves: tuple[WaveShown, ...]
    left_out: tuple[LeftRow, ...]
    proof: str
    count: str
    said: str
