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

    key: Key = Field(
        description="Names the option within its question. Never `unknown` or `not_applicable`.", examples=["partly"]
    )
    label: Text = Field(description="What is chosen.", examples=[{"en": "For some orders", "zh-hans": "部分订单"}])
    credit: Share | None = Field(
        default=None,
        description="Share of the question's worth, 0 to 1. Write all options with credit, or all with points.",
        examples=[0.5],
    )
    points: Points | None = Field(
        default=None,
        description=(
            "Points. One option chosen: divided by the highest points of the question, so thirds are written 0, 1, 2,"
            " 3. Several chosen: added up and divided by all there are. The question's `maximum`, if written, is the"
            " divisor in both cases."
        ),
        examples=[2],
    )
    exclusive: bool = Field(
        default=False,
        description="Stands alone, in its table row too: “none of these”. Only where several may be ticked.",
        examples=[True],
    )


class Row(Document):
    """One line of a table: something that the same options are asked about."""

    key: Key = Field(description="Names the row within its question.", examples=["invoices"])
    label: Text = Field(description="What the row asks about.", examples=[{"en": "Invoices"}])
    weight: Weight | None = Field(
        default=None, description="How much the row counts among the rows; left out: 1.", examples=[2]
    )


class Band(Document):
    """The first band whose `upto` is not below the value decides the credit: the upper edge belongs to the band."""

    upto: Number = Field(
        description="Upper edge, itself included. Bands stand from the lowest to the highest.", examples=[20]
    )
    credit: Share = Field(description="Share of the question's worth for numbers in this band.", examples=[0.25])
    label: Text | None = Field(default=None, description="What the band is called.", examples=[{"en": "A few"}])


class Step(Document):
    """The last step whose `points` are reached decides the credit of a `multi` question."""

    points: Number = Field(description="Points needed at least. The first step begins at 0.", examples=[2])
    credit: Share = Field(description="Share of the question's worth from there on.", examples=[0.5])


class Linear(Document):
    """Credit grows from 0 at `zero_at` to 1 at `full_at`, clamped; `zero_at` may be the larger of the two."""

    zero_at: Number = Field(description="The number that is worth nothing.", examples=[0])
    full_at: Number = Field(
        description="The number that is worth all; below `zero_at` where less is better.", examples=[100]
    )


class Ratio(Document):
    """Labels of the two counts from which a percentage may be entered instead of typing it."""

    numerator: Text = Field(description="What is counted as the part.", examples=[{"en": "Machines on the network"}])
    denominator: Text = Field(description="What is counted as the whole.", examples=[{"en": "All machines"}])


class Question(Document):
    """`multiple` lets several options, or none, be ticked in each row of a table; their points are added up."""

    key: Key = Field(description="Names the question, once in the whole bank.", examples=["website"])
    kind: Kind = Field(
        description=(
            "How it is answered. `single`, `likert`: one option, the latter along a scale. `yes_no`: one of two."
            " `multi`: one or several options. `percent`, `number`: a number. `table`: options for each row. `text`:"
            " free text, never scored."
        ),
        examples=["single"],
    )
    text: Text = Field(
        description="The question as it is asked.", examples=[{"en": "Do you have a website?", "zh-hans": "有网站吗？"}]
    )
    short: Text = Field(
        default_factory=dict,
        description="What it is called in a list or a reason; left out: its whole text.",
        examples=[{"en": "Website"}],
    )
    help: Text = Field(
        default_factory=dict,
        description="Help for whoever is unsure how to answer.",
        examples=[{"en": "A page on a market place is no website of your own."}],
    )
    example: Text = Field(
        default_factory=dict, description="An example of an answer.", examples=[{"en": "www.our-shop.example"}]
    )
    evidence: Text = Field(
        default_factory=dict, description="What would prove the answer.", examples=[{"en": "The address of the site"}]
    )
    core: bool = Field(default=False, description="Asked in the quick scan as well.", examples=[True])
    required: bool = Field(
        default=False, description="Answers cannot be submitted while it is asked and unanswered.", examples=[True]
    )
    allow_unknown: bool = Field(
        default=True,
        description="Whether “I don't know” may be answered: it counts nothing and opens the interval.",
        examples=[False],
    )
    allow_not_applicable: bool = Field(
        default=False,
        description="Whether “does not apply” may be answered; the bank's `not_applicable` says what it counts.",
        examples=[True],
    )
    reading: Key | None = Field(
        default=None,
        description="The reading that the question belongs to, besides the main score.",
        examples=["documented"],
    )
    visible_if: Condition | None = Field(
        default=None,
        description=(
            "Asked only if this is true; hidden if it is false or cannot be told. May ask for answers to earlier"
            " questions and for the profile, not for scores."
        ),
        examples=[{"fact": "answer.website", "op": "is", "value": "own"}],
    )
    options: list[Option] = Field(
        default_factory=list, description="At least two, for all kinds but `percent`, `number` and `text`."
    )
    rows: list[Row] = Field(default_factory=list, description="The rows of a `table`.")
    multiple: bool = Field(
        default=False,
        description="`table` only: any number of options may be ticked in a row, also none. Options carry points.",
        examples=[True],
    )
    steps: list[Step] = Field(
        default_factory=list,
        description=(
            "`multi`, and tables with `multiple`: credit by the points that were ticked, instead of in proportion to them."
        ),
        examples=[[{"points": 0, "credit": 0}, {"points": 2, "credit": 1}]],
    )
    bands: list[Band] = Field(
        default_factory=list,
        description="`percent`, `number`: credit by range. Write bands or `linear`.",
        examples=[[{"upto": 0, "credit": 0}, {"upto": 100, "credit": 1}]],
    )
    linear: Linear | None = Field(
        default=None,
        description="`percent`, `number`: credit in proportion to the number. Write `linear` or bands.",
        examples=[{"zero_at": 0, "full_at": 100}],
    )
    unit: Text = Field(
        default_factory=dict, description="`percent`, `number`: the unit.", examples=[{"en": "%", "zh-hans": "%"}]
    )
    minimum: Number | None = Field(
        default=None, description="The least number that may be entered; `percent` needs it.", examples=[0]
    )
    maximum: Number | None = Field(
        default=None,
        description=(
            "`percent`, `number`: the greatest number that may be entered; `percent` needs it, and so do bands. Where"
            " options carry points: how many points are full credit; more earn nothing more."
        ),
        examples=[100],
    )
    decimals: Annotated[int, Field(ge=0, le=6)] = Field(
        default=0, description="`percent`, `number`: decimal digits that may be entered.", examples=[1]
    )
    ratio: Ratio | None = Field(
        default=None,
        description="`percent`: may be entered as two counts as well.",
        examples=[{"numerator": {"en": "Machines on the network"}, "denominator": {"en": "All machines"}}],
    )
    crosswalk: list[Crosswalk] = Field(
        default_factory=list,
        description="What published frameworks ask the same.",
        examples=[[{"ref": "EX:website", "alignment": "close"}]],
    )
    reference_lines: list[Key] = Field(
        default_factory=list, description="Published figures to show beside the answer, by key.", examples=[["web_all"]]
    )


class Section(Document):
    """A page of questions. The section with `profile: true` is first, unscored and part of every scope."""

    key: Key = Field(description="Names the section.", examples=["selling"])
    title: Text = Field(description="The heading of the page.", examples=[{"en": "Selling", "zh-hans": "销售"}])
    intro: Text = Field(
        default_factory=dict,
        description="A few words under the heading. An empty line begins a paragraph.",
        examples=[{"en": "How customers find you and order."}],
    )
    profile: bool = Field(
        default=False,
        description="Questions about the enterprise: the first section, never scored, asked in every scope.",
        examples=[True],
    )
    node: Key | None = Field(
        default=None, description="The node that the page belongs to, by key.", examples=["online"]
    )
    questions: list[Question] = Field(min_length=1, description="The questions, in the order of asking.")
