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

    question: Key = Field(
        description="The question, by key. One question may be measured in several nodes.", examples=["website"]
    )
    weight: Weight = Field(
        description=(
            "How much it counts in the node. In a `mean` it is divided by the sum of all weights; in a `sum` the points"
            " are multiplied by it. 0: shown, not counted."
        ),
        examples=[2],
    )
    credits: dict[Key, Share] = Field(
        default_factory=dict,
        description="Worth of each option in this node, as shares from 0 to 1, instead of what the options say.",
        examples=[{"none": 0, "partly": 0.5, "fully": 1}],
    )
    points: dict[Key, Points] = Field(
        default_factory=dict,
        description="Worth of each option in this node, in points, instead of what the options say.",
        examples=[{"none": 0, "partly": 1, "fully": 3}],
    )


class Cell(Document):
    """One line of a `table` node: the levels of its children, by key, and the score they make on the node's scale."""

    when: dict[Key, list[Key]] = Field(
        min_length=1,
        description="For each child, by key, the levels that fit. A child that is not named may have any level.",
        examples=[{"people": ["low"], "tools": ["low", "high"]}],
    )
    score: Points = Field(description="The node's score, on its own scale.", examples=[1])


class Node(Document):
    """Without a `weight` of its own a node weighs what is applicable below it, as if its measures hung on its parent.

    `scale` is what full marks are called: 100, unless it is written, added up by `sum`, or common to all children.
    """

    key: Key = Field(description="Names the node; facts, examples and sections refer to it.", examples=["online"])
    title: Text = Field(description="What the node is called.", examples=[{"en": "Presence online"}])
    description: Text = Field(
        default_factory=dict, description="What it covers.", examples=[{"en": "Website, orders and reviews."}]
    )
    why: Text = Field(
        default_factory=dict, description="Why it matters.", examples=[{"en": "Customers look online first."}]
    )
    weight: Weight | None = Field(
        default=None,
        description=(
            "How much the node counts in its parent. Left out, under a `mean`: it weighs what applies below it, as if"
            " its questions hung on the parent directly. Left out, under a `sum`: 1. A mean of means needs `weight: 1`"
            " on every child. 0: shown, not counted."
        ),
        examples=[1],
    )
    aggregate: Aggregate = Field(
        default=Aggregate.MEAN,
        description=(
            "How the parts make the score. `mean`: weighted mean. `sum`: points added up. `min`, `max`: the weakest,"
            " the strongest part. `product`: shares multiplied. `table`: looked up in `cells`. `none`: no number of its"
            " own, the parts are read alone."
        ),
        examples=["sum"],
    )
    scale: Scale | None = Field(
        default=None,
        description=(
            "What full marks are called. Left out: what the parts add up to under a `sum`; else the scale that all"
            " children hand up, if it is the same and the node measures no question itself; else 100."
        ),
        examples=[3],
    )
    ladder: Key | None = Field(
        default=None,
        description="The key of a ladder whose levels this node may reach, gates asked, instead of the bank's `levels`.",
        examples=["rating"],
    )
    target: Scale | None = Field(
        default=None,
        description="What is aimed at, on the node's scale. Going beyond it earns nothing more.",
        examples=[2.5],
    )
    passes: Passes = Field(
        default=Passes.SCORE,
        description=(
            "What the node hands to its parent. `score`: its points. `level`: the number of the level it reached,"
            " counted from 0, out of the number of levels less 1. `target`: its points up to its target, out of the"
            " target."
        ),
        examples=["level"],
    )
    cells: list[Cell] = Field(
        default_factory=list,
        description="The lines of a `table` node; the first whose levels all fit gives the score.",
        examples=[[{"when": {"people": ["low"]}, "score": 0}]],
    )
    children: list["Node"] = Field(default_factory=list, description="Nodes below this one: children or measures.")
    measures: list[Measure] = Field(
        default_factory=list,
        description="Questions counted in this node: children or measures.",
        examples=[[{"question": "website", "weight": 1}]],
    )
    crosswalk: list[Crosswalk] = Field(
        default_factory=list,
        description="What published frameworks call the same.",
        examples=[[{"ref": "EX:website", "alignment": "close"}]],
    )


class Level(Document):
    """Reached when the score is at least `lower`, or more than `above`, and `gate` holds, and so for all levels below.

    Where the level ends follows from the next one; `upto` (included) or `below` (not included) may say it as well, and
    are then checked.
    """

    key: Key = Field(description="Names the level within its ladder.", examples=["managed"])
    title: Text = Field(description="What the level is called.", examples=[{"en": "Managed", "zh-hans": "已管理"}])
    description: Text = Field(
        default_factory=dict, description="What it means to be there.", examples=[{"en": "Work follows set rules."}]
    )
    lower: Bound | None = Field(
        default=None,
        description="The least score, itself included. Write `lower`, or `above`, or neither: then the gate decides.",
        examples=[40],
    )
    above: Bound | None = Field(
        default=None,
        description="The score must be more than this: 15 itself belongs to the level below.",
        examples=[15],
    )
    upto: Bound | None = Field(
        default=None,
        description="Where the level ends, itself included. Changes nothing; checked against the next level's `above`.",
        examples=[50],
    )
    below: Bound | None = Field(
        default=None,
        description="Where the level ends, itself not included. Changes nothing; checked against the next `lower`.",
        examples=[60],
    )
    gate: Condition | None = Field(
        default=None,
        description="What must be true besides the score. A gate that cannot be told from the answers does not hold.",
        examples=[{"fact": "node.security", "op": "gte", "value": 50}],
    )
    gate_text: Text = Field(
        default_factory=dict,
        description="The gate in plain words, for those who are to pass it.",
        examples=[{"en": "Security reaches at least 50."}],
    )
    source: Text = Field(
        default_factory=dict,
        description="Where the bound and the gate come from: what was published, or that they are an estimate.",
        examples=[{"en": "Bound: published index of 2023. Gate: our estimate."}],
    )


class Ladder(Document):
    """Levels of their own for the nodes that name it, on the scale of each; `levels` are those of all others."""

    key: Key = Field(description="Names the ladder; nodes repeat it as their `ladder`.", examples=["rating"])
    levels: list[Level] = Field(min_length=2, description="From the lowest to the highest.")


Node.model_rebuild()
