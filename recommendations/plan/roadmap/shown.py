"""What the roadmap page shows, in words and places, ready for the template."""

from collections.abc import Mapping
from dataclasses import dataclass

from recommendations.plan.moves import Move

# Addresses of the same roadmap with an action put in (`pin`), left out (`bar`), left open (`free`), or left open against
# what the plan says (`open`); `changes` leads to the answers that it changes.
Links = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class PlacedRow:
    """`first` and `last` are quarters; `after` are the titles of what has to be done before.

    `in_plan` is how it stands in the plan, "" where it is not in it. `unadvised` says why it is here though no rule
    recommends it, "" where one does. What `is_begun` cannot be left out here.
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
    is_begun: bool
    in_plan: str
    unadvised: str
    links: Links


@dataclass(frozen=True, slots=True)
class WaveShown:
    title: str
    about: str
    number: int
    totals: str
    rows: tuple[PlacedRow, ...]


@dataclass(frozen=True, slots=True)
class DoneRow:
    """What the plan has as done: it is counted, and takes nothing any more."""

    key: str
    title: str
    gain: str


@dataclass(frozen=True, slots=True)
class LeftRow:
    """`is_barred` by the reader, `is_declined` in the plan."""

    key: str
    title: str
    facts: str
    reason: str
    is_unadvised: bool
    is_barred: bool
    is_declined: bool
    links: Links


@dataclass(frozen=True, slots=True)
class LeftGroup:
    """Actions that are left out for one kind of reason."""

    title: str
    rows: tuple[LeftRow, ...]


@dataclass(frozen=True, slots=True)
class Load:
    """Own working days in one quarter; `share` is a place on a bar from 0 to 100."""

    title: str
    said: str
    share: str


@dataclass(frozen=True, slots=True)
class Shown:
    """`asked` says what the roadmap is for, `spread` how far its cost may be off, `near` which level is just missed.

    `nothing` says why there is nothing to do, "" where there is something.
    """

    overall: Move
    near: str
    parts: tuple[Move, ...]
    asked: str
    spent: str
    spread: str
    left: str
    cost_share: str
    loads: tuple[Load, ...]
    done: tuple[DoneRow, ...]
    waves: tuple[WaveShown, ...]
    left_out: tuple[LeftGroup, ...]
    left_count: int
    nothing: str
    proof: str
    count: str
    said: str
