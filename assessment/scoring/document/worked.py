"""Worked examples: what was calculated by hand or published, so that the measure can be proven."""

from decimal import Decimal
from typing import Literal

from pydantic import Field

from assessment.scoring.document.values import Number, Share
from assessment.scoring.texts import Document, Key, Text


class Expectation(Document):
    """`score`, `low`, `high` run from 0 to 100; `points` and `readings` on the node's scale; `shown` is what people read.

    `percent_of_target` and `progress` run from 0 to 100; progress is counted from the example's `baseline`.
    """

    score: Number | None = None
    low: Number | None = None
    high: Number | None = None
    points: Number | None = None
    shown: str | None = None
    coverage: Share | None = None
    status: str | None = None
    level: Key | None = None
    percent_of_target: Number | None = None
    progress: Number | None = None
    readings: dict[Key, Number] = Field(default_factory=dict)


class WorkedExample(Document):
    """Answers and what they must score, calculated by hand; `tolerance` is half of the last digit that was written."""

    key: Key
    title: Text
    working: Text = Field(default_factory=dict)
    scope: Literal["full", "quick"] = "full"
    answers: dict[Key, object]
    baseline: dict[Key, object] = Field(default_factory=dict)
    expect: dict[Key, Expectation]
    tolerance: Number = Decimal("0.05")
