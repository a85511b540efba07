"""What is said about the next level: the ways that lead there, or what stands in the way."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction


class Outlook(StrEnum):
    """`not_found`: none was found in as many looks as a search may take, which does not mean that there is none."""

    REACHABLE = "reachable"
    IMPOSSIBLE = "impossible"
    NOT_FOUND = "not_found"
    TOP = "top"
    TOO_LITTLE_ANSWERED = "too_little_answered"


class Why(StrEnum):
    NOT_APPLICABLE = "not_applicable"
    NOT_ASKED = "not_asked"
    NOTHING_RAISES = "nothing_raises"
    RAISED_UP_TO = "raised_up_to"
    UNSUITED = "unsuited"
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True)
class Work:
    """One action of a way. `gain` = points of the overall score that it adds to those before it, on 0–100."""

    action: str
    cost: Fraction
    days: int
    gain: Fraction


@dataclass(frozen=True, slots=True)
class Standing:
    """The score of a node now and then, 0–100; None while it is not shown."""

    node: str
    before: Fraction | None
    after: Fraction | None


@dataclass(frozen=True, slots=True)
class Way:
    """A set of actions that reaches the next level and of which none can be left out, in the order of doing.

    `cost` in yuan and `days` are sums of estimates. `level` is what is reached then, by scoring the answers again;
    `barriers` are the nodes right below the root.
    """

    works: tuple[Work, ...]
    cost: Fraction
    days: int
    level: str
    overall: Standing
    barriers: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class OpenQuestion:
    """A question that keeps a demand from being met, and why. `credit` is the most it gets to, 0 to 1.

    `actions` are those that would raise it further, but do not suit or are ruled out by another.
    """

    question: str
    why: Why
    credit: Fraction
    actions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A demand of `level` that fails even when everything is done that can be.

    `fact` is what the demand asks about, as conditions name it: the bound of a level asks about the score of the root.
    `reached` and `needed` are on the scale of the fact, None where it has no number. `applies` is False for a node of
    which nothing is asked.
    """

    level: str
    fact: str
    reached: Fraction | None
    needed: Fraction | None
    applies: bool
    questions: tuple[OpenQuestion, ...]


@dataclass(frozen=True, slots=True)
class NextLevel:
    """`level` is the one that is held, None below the lowest; `next` the one after it, None at the top.

    `ways` begins with the best: least cost, then fewest days, then fewest actions, then by keys. The others cost the
    same; `has_more` says that there are further ones. `is_proven` says that the search looked at everything: no way
    costs less, or there is none.
    """

    outlook: Outlook
    level: str | None = None
    next: str | None = None
    ways: tuple[Way, ...] = ()
    has_more: bool = False
    is_proven: bool = True
    obstacles: tuple[Obstacle, ...] = ()
