"""The bank document: one JSON or YAML text that says what is asked, what is scored and what a level takes."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from assessment.scoring.conditions import Condition
from assessment.scoring.texts import Document, Key, Locale, Text, Written

FORMAT: Literal["fourfold-bank/1"] = "fourfold-bank/1"

Share = Annotated[Decimal, Written, Field(ge=0, le=1)]
Weight = Annotated[Decimal, Written, Field(ge=0, le=1_000_000)]
Number = Annotated[Decimal, Written]


class Kind(StrEnum):
    SINGLE = "single"
    MULTI = "multi"
    YES_NO = "yes_no"
    LIKERT = "likert"
    PERCENT = "percent"
    NUMBER = "number"
    TABLE = "table"
    TEXT = "text"


class Aggregate(StrEnum):
    MEAN = "mean"
    SUM = "sum"
    MIN = "min"
    MAX = "max"
    PRODUCT = "product"


class Alignment(StrEnum):
    EXACT = "exact"
    CLOSE = "close"
    PARTIAL = "partial"


class Option(Document):
    """`credit` is the share of the question's worth, 0 to 1; in `multi` questions `points` are added up instead."""

    key: Key
    label: Text
    credit: Share | None = None
    points: Annotated[Number, Field(ge=0)] | None = None
    exclusive: bool = False


class Row(Document):
    key: Key
    label: Text


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


class Crosswalk(Document):
    """`ref` is FRAMEWORK:ITEM of `frameworks`."""

    ref: str
    alignment: Alignment


class Question(Document):
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
    visible_if: Condition | None = None
    options: list[Option] = Field(default_factory=list)
    rows: list[Row] = Field(default_factory=list)
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


class Measure(Document):
    question: Key
    weight: Weight


class Node(Document):
    """Without a `weight` of its own a node weighs what is applicable below it, as if its measures hung on its parent."""

    key: Key
    title: Text
    description: Text = Field(default_factory=dict)
    why: Text = Field(default_factory=dict)
    weight: Weight | None = None
    aggregate: Aggregate = Aggregate.MEAN
    children: list["Node"] = Field(default_factory=list)
    measures: list[Measure] = Field(default_factory=list)
    crosswalk: list[Crosswalk] = Field(default_factory=list)


class Level(Document):
    """Reached when the overall score is at least `lower` and `gate` holds, and so for every level below."""

    key: Key
    title: Text
    description: Text = Field(default_factory=dict)
    lower: Annotated[Number, Field(ge=0, le=100)]
    gate: Condition | None = None
    gate_text: Text = Field(default_factory=dict)


class Consistency(Document):
    """Shown on the check page and in the report when `when` is true; it changes no score."""

    key: Key
    when: Condition
    message: Text
    questions: list[Key] = Field(min_length=1)


class ReferenceLine(Document):
    """A published figure to read an answer against; never a peer and never a grade."""

    key: Key
    title: Text
    value: Number
    unit: str
    period: str
    kind: Literal["mean", "share", "target", "survey"]
    scope: Text
    source: Text
    url: str = ""


class FrameworkItem(Document):
    key: Key
    title: Text


class Framework(Document):
    key: Key
    title: Text
    items: list[FrameworkItem]


class SizeRule(Document):
    """A class needs `employees` and `revenue` both; falling short of one drops it. Revenue in the unit of its question."""

    sectors: list[Key]
    classes: list["SizeClass"] = Field(min_length=1)


class SizeClass(Document):
    size: Key
    employees: Annotated[Number, Field(ge=0)] | None = None
    revenue: Annotated[Number, Field(ge=0)] | None = None


class Size(Document):
    """How `profile.size_class` follows from the profile, by published thresholds. A rule without sectors is the default."""

    employees: Key
    revenue: Key
    sector: Key
    labels: dict[Key, Text]
    smallest: Key
    rules: list[SizeRule] = Field(min_length=1)
    source: Text


class Expectation(Document):
    score: Number | None = None
    low: Number | None = None
    high: Number | None = None
    coverage: Share | None = None
    status: str | None = None
    level: Key | None = None


class WorkedExample(Document):
    """Answers and what they must score, calculated by hand; `tolerance` is half of the last digit that was written."""

    key: Key
    title: Text
    working: Text = Field(default_factory=dict)
    scope: Literal["full", "quick"] = "full"
    answers: dict[Key, object]
    expect: dict[Key, Expectation]
    tolerance: Number = Decimal("0.05")


class BankDocument(Document):
    format: Literal["fourfold-bank/1"] = FORMAT
    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    locales: list[Locale] = Field(min_length=1)
    title: Text
    description: Text = Field(default_factory=dict)
    notice: Text = Field(default_factory=dict)
    method: Text = Field(default_factory=dict)
    minimum_coverage: Share = Decimal("0.6")
    seconds_per_question: Annotated[int, Field(ge=1, le=600)] = 25
    sections: list[Section] = Field(min_length=1)
    tree: Node
    levels: list[Level] = Field(default_factory=list)
    consistency: list[Consistency] = Field(default_factory=list)
    reference_lines: list[ReferenceLine] = Field(default_factory=list)
    frameworks: list[Framework] = Field(default_factory=list)
    size: Size | None = None
    examples: list[WorkedExample] = Field(default_factory=list)


Node.model_rebuild()
SizeRule.model_rebuild()
