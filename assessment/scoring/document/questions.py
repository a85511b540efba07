"""What is asked: sections of questions, their options, and what an answer is worth."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from assessment.scoring.conditions import Condition
from assessment.scoring.document.links import Crosswalk
from assessment.scoring.document.values import Number, Points, Share, Weight
from assessment.scoring.texts import Document, Key, Text


class Kind(StrEnum):
    SINGLE = "single"
    MULTI = "multi"
    YES_NO = "yes_no"
    LIKERT = "likert"
    PERCENT = "percent"
    NUMBER = "number"
    TABLE = "table"
    TEXT = "text"


class Option(Document):
    """What it is worth: a `credit` (share of the question's worth, 0 to 1), or `points`.

    Where one option is chosen, points are read against the highest of the question; where several are, added up.
    """

    key: Key
    label: Text
    credit: Share | None = None
    points: Points | None = None
    exclusive: bool = False


class Row(Document):
    key: Key
    label: Text
    weight: Weight | None = None


class Band(Document):
    """The first band whose `upto` is not below the value decides the credit: the upper edge belongs to the band."""

    upto: Number
    credit: Share
    label: Text | None = None


class Step(Document):
    """The last step whose `points` are reached decides the credit of a `multi` question."""

    points: Number
    credit: Share


class Linear(Document):
    """Credit grows from 0 at `zero_at` to 1 at `full_at`, clamped; `zero_at` may be the larger of the two."""

    zero_at: Number
    full_at: Number


class Ratio(Document):
    """Labels of the two counts from which a percentage may be entered instead of typing it."""

    numerator: Text
    denominator: Text


class Question(Document):
    """`multiple` lets several options, or none, be ticked in each row of a table; their points are added up."""

    key: Key
    kind: Kind
    text: Text
    short: Text = Field(default_factory=dict)
    help: Text = Field(default_factory=dict)
    example: Text = Field(default_factory=dict)
    evidence: Text = Field(default_factory=dict)
    core: bool = False
    required: bool = False
    allow_unknown: bool = True
    allow_not_applicable: bool = False
    reading: Key | None = None
    visible_if: Condition | None = None
    options: list[Option] = Field(default_factory=list)
    rows: list[Row] = Field(default_factory=list)
    multiple: bool = False
    steps: list[Step] = Field(default_factory=list)
    bands: list[Band] = Field(default_factory=list)
    linear: Linear | None = None
    unit: Text = Field(default_factory=dict)
    minimum: Number | None = None
    maximum: Number | None = None
    decimals: Annotated[int, Field(ge=0, le=6)] = 0
    ratio: Ratio | None = None
    crosswalk: list[Crosswalk] = Field(default_factory=list)
    reference_lines: list[Key] = Field(default_factory=list)


class Section(Document):
    """A page of questions. The section with `profile: true` is first, unscored and part of every scope."""

    key: Key
    title: Text
    intro: Text = Field(default_factory=dict)
    profile: bool = False
    node: Key | None = None
    questions: list[Question] = Field(min_length=1)
