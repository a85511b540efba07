"""The whole document: its head, what is asked, what is scored, and what proves it."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from assessment.scoring.conditions import Condition
from assessment.scoring.document.links import Framework, ReferenceLine
from assessment.scoring.document.measure import Ladder, Level, Node, NotApplicable
from assessment.scoring.document.questions import Section
from assessment.scoring.document.size import Size
from assessment.scoring.document.values import Share
from assessment.scoring.document.worked import WorkedExample
from assessment.scoring.texts import Document, Key, Locale, Text

FORMAT: Literal["fourfold-bank/1"] = "fourfold-bank/1"


class Rounding(StrEnum):
    HALF_UP = "half_up"
    TRUNCATE = "truncate"


class Display(Document):
    """How scores are written for people. Levels are always taken from the exact score."""

    decimals: Annotated[int, Field(ge=0, le=6)] = 1
    rounding: Rounding = Rounding.HALF_UP


class Reading(Document):
    """The same tree read from some questions only: those that name it. Without `counts` they are in no other score."""

    key: Key
    title: Text
    description: Text = Field(default_factory=dict)
    counts: bool = True


class Consistency(Document):
    """Shown on the check page and in the report when `when` is true; it changes no score."""

    key: Key
    when: Condition
    message: Text
    questions: list[Key] = Field(min_length=1)


class BankDocument(Document):
    format: Literal["fourfold-bank/1"] = FORMAT
    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    locales: list[Locale] = Field(min_length=1)
    title: Text
    description: Text = Field(default_factory=dict)
    notice: Text = Field(default_factory=dict)
    method: Text = Field(default_factory=dict)
    minimum_coverage: Share = Decimal("0.6")
    not_applicable: NotApplicable = NotApplicable.EXCLUDED
    display: Display = Display()
    seconds_per_question: Annotated[int, Field(ge=1, le=600)] = 25
    sections: list[Section] = Field(min_length=1)
    readings: list[Reading] = Field(default_factory=list)
    tree: Node
    levels: list[Level] = Field(default_factory=list)
    ladders: list[Ladder] = Field(default_factory=list)
    consistency: list[Consistency] = Field(default_factory=list)
    reference_lines: list[ReferenceLine] = Field(default_factory=list)
    frameworks: list[Framework] = Field(default_factory=list)
    size: Size | None = None
    examples: list[WorkedExample] = Field(default_factory=list)
