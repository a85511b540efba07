"""What is scored: the measure tree, and the levels that its nodes may reach."""

from enum import StrEnum

from pydantic import Field

from assessment.scoring.conditions import Condition
from assessment.scoring.document.links import Crosswalk
from assessment.scoring.document.values import Bound, Points, Scale, Share, Weight
from assessment.scoring.texts import Document, Key, Text


class Aggregate(StrEnum):
    """How the parts of a node make its score; `none` gives it no number of its own, `table` looks its parts up."""

    MEAN = "mean"
    SUM = "sum"
    MIN = "min"
    MAX = "max"
    PRODUCT = "product"
    TABLE = "table"
    NONE = "none"


class Passes(StrEnum):
    """What a node hands to its parent: its score, the level it reached, or how far it is to its target, never more."""

    SCORE = "score"
    LEVEL = "level"
    TARGET = "target"


class NotApplicable(StrEnum):
    """What “does not apply” counts as: it leaves the measure, or it stands for nothing, all, or the node's target."""

    EXCLUDED = "excluded"
    ZERO = "zero"
    FULL = "full"
    TARGET = "target"


class Measure(Document):
    """A question in a node. `credits` or `points` by option say what it is worth here, if not what it says itself."""

    question: Key
    weight: Weight
    credits: dict[Key, Share] = Field(default_factory=dict)
    points: dict[Key, Points] = Field(default_factory=dict)


class Cell(Document):
    """One line of a `table` node: the levels of its children, by key, and the score they make on the node's scale."""

    when: dict[Key, list[Key]] = Field(min_length=1)
    score: Points


class Node(Document):
    """Without a `weight` of its own a node weighs what is applicable below it, as if its measures hung on its parent.

    `scale` is what full marks are called: 100, unless it is written, added up by `sum`, or common to all children.
    """

    key: Key
    title: Text
    description: Text = Field(default_factory=dict)
    why: Text = Field(default_factory=dict)
    weight: Weight | None = None
    aggregate: Aggregate = Aggregate.MEAN
    scale: Scale | None = None
    ladder: Key | None = None
    target: Scale | None = None
    passes: Passes = Passes.SCORE
    cells: list[Cell] = Field(default_factory=list)
    children: list["Node"] = Field(default_factory=list)
    measures: list[Measure] = Field(default_factory=list)
    crosswalk: list[Crosswalk] = Field(default_factory=list)


class Level(Document):
    """Reached when the score is at least `lower`, or more than `above`, and `gate` holds, and so for all levels below.

    Where the level ends follows from the next one; `upto` (included) or `below` (not included) may say it as well, and
    are then checked.
    """

    key: Key
    title: Text
    description: Text = Field(default_factory=dict)
    lower: Bound | None = None
    above: Bound | None = None
    upto: Bound | None = None
    below: Bound | None = None
    gate: Condition | None = None
    gate_text: Text = Field(default_factory=dict)


class Ladder(Document):
    """Levels of their own for the nodes that name it, on the scale of each; `levels` are those of all others."""

    key: Key
    levels: list[Level] = Field(min_length=2)


Node.model_rebuild()
