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

    score: Number | None = Field(default=None, description="The score, 0 to 100.", examples=[58.3333])
    low: Number | None = Field(
        default=None, description="The lower end of the interval, 0 to 100: what is open counts nothing.", examples=[50]
    )
    high: Number | None = Field(
        default=None,
        description="The upper end of the interval, 0 to 100: what is open counts its best.",
        examples=[62.5],
    )
    points: Number | None = Field(default=None, description="The score on the node's own scale.", examples=[1.75])
    shown: str | None = Field(
        default=None,
        description="The points as people read them, digit for digit. Write it in quotes.",
        examples=["1.75"],
    )
    coverage: Share | None = Field(
        default=None,
        description="The answered share; compared to half of a tenth of a percent, whatever the tolerance.",
        examples=[0.75],
    )
    status: str | None = Field(
        default=None,
        description="`scored`, `unscored`, `not_enough_answers` or `not_assessed`.",
        examples=["scored"],
    )
    level: Key | None = Field(
        default=None, description="The key of the level reached, out of the node's own levels.", examples=["basic"]
    )
    percent_of_target: Number | None = Field(
        default=None, description="How much of the target is reached, 0 to 100.", examples=[87.5]
    )
    progress: Number | None = Field(
        default=None, description="How much of the way from the baseline to the target is done.", examples=[40]
    )
    readings: dict[Key, Number] = Field(
        default_factory=dict,
        description="The points of the node in each reading, on the node's scale.",
        examples=[{"confidence": 75}],
    )


class WorkedExample(Document):
    """Answers and what they must score, calculated by hand; `tolerance` is half of the last digit that was written."""

    key: Key = Field(description="Names the example.", examples=["middling"])
    title: Text = Field(description="Whose answers these are.", examples=[{"en": "A middling shop"}])
    working: Text = Field(
        default_factory=dict,
        description="How it was calculated, so that a reader can follow.",
        examples=[{"en": "(3 × 0.5 + 1 × 1) / 4 = 0.625"}],
    )
    scope: Literal["full", "quick"] = Field(
        default="full",
        description="`full` asks everything; `quick` the profile and `core` questions.",
        examples=["full"],
    )
    answers: dict[Key, object] = Field(
        description=(
            "Answers by question key, profile included, written as in an answers file. A question that is not named is"
            " unanswered."
        ),
        examples=[{"website": "own", "orders": ["mail", "shop"], "staff": 12, "backups": "unknown"}],
    )
    baseline: dict[Key, object] = Field(
        default_factory=dict,
        description="Earlier answers, in the same form, from which `progress` is counted.",
        examples=[{"website": "none"}],
    )
    expect: dict[Key, Expectation] = Field(
        description="What must come out, by node key. Only what is written is compared.",
        examples=[{"overall": {"score": 62.5, "level": "basic"}}],
    )
    tolerance: Number = Field(
        default=Decimal("0.05"),
        description=(
            "How far a calculated number may lie from the expected one. Write half of the last digit: 0.005 for two"
            " decimals, 0 for an exact figure."
        ),
        examples=[0.005],
    )
