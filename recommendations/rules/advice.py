"""What the rules say: ranked recommendations with reasons, what is undecided, and what went wrong."""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction

from assessment.scoring.answers import Answer
from assessment.scoring.texts import Text


@dataclass(frozen=True, slots=True)
class Evidence:
    """One answer that made a rule true."""

    question: str
    answer: Answer | None


@dataclass(frozen=True, slots=True)
class Reason:
    """`text` is the rule's sentence with its slots filled; `evidence` names the very answers behind it.

    `condition` is what the rule asks, in words, with the own value beside each comparison. It is empty in advice that
    was frozen before reasons said so.
    """

    rule: str
    priority: int
    text: Text
    evidence: tuple[Evidence, ...]
    condition: Text = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that the action would change."""

    question: str
    before: Answer | None
    after: Answer


@dataclass(frozen=True, slots=True)
class Recommendation:
    """`effect` = points the overall score gains when the answers in `changes` are scored again; `effects` per node.

    Both are counted on 0–100, whatever the scale of a node, and only where there is a score now.

    `band` is the key of the priority band; `rank` counts from 1.
    """

    action: str
    rank: int
    priority: int
    band: str
    effect: Fraction
    effects: dict[str, Fraction]
    changes: tuple[Change, ...]
    reasons: tuple[Reason, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Undecided:
    """A rule that would fire or not depending on questions that are not known yet; `condition` says what it asks."""

    rule: str
    action: str
    questions: tuple[str, ...]
    condition: Text = field(default_factory=dict)


class Cause(StrEnum):
    UNSUITED = "unsuited"
    NO_EFFECT = "no_effect"


@dataclass(frozen=True, slots=True)
class Withheld:
    """An action that a rule recommends, but that is kept out: it does not suit, or it would change no score."""

    action: str
    cause: Cause
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """A rule that could not be evaluated. Shown to the administrator, never swallowed."""

    rule: str
    message: str


@dataclass(frozen=True, slots=True)
class Advice:
    recommendations: tuple[Recommendation, ...]
    undecided: tuple[Undecided, ...]
    failures: tuple[Failure, ...]
    withheld: tuple[Withheld, ...] = ()
