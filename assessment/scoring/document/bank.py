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

    decimals: Annotated[int, Field(ge=0, le=6)] = Field(
        default=1, description="Digits behind the decimal point, always all of them: 2 writes 1.50.", examples=[2]
    )
    rounding: Rounding = Field(
        default=Rounding.HALF_UP,
        description="`half_up`: to the nearest, a half away from zero. `truncate`: further digits are cut off.",
        examples=["truncate"],
    )


class Reading(Document):
    """The same tree read from some questions only: those that name it. Without `counts` they are in no other score."""

    key: Key = Field(description="Names the reading; questions repeat it as their `reading`.", examples=["confidence"])
    title: Text = Field(
        description="What the reading is called beside a score.", examples=[{"en": "How sure you are of your answers"}]
    )
    description: Text = Field(
        default_factory=dict,
        description="What the reading says, in a sentence or two.",
        examples=[{"en": "The mean of what you said after each page."}],
    )
    counts: bool = Field(
        default=True,
        description=(
            "`true`: its questions count in the main score too. `false`: they count in this reading only, and neither"
            " the main score nor its coverage knows them."
        ),
        examples=[False],
    )


class Consistency(Document):
    """Shown on the check page and in the report when `when` is true; it changes no score."""

    key: Key = Field(description="Names the check.", examples=["cloud_without_network"])
    when: Condition = Field(
        description="The contradiction. Only a condition that is true shows the message, not one that cannot be told.",
        examples=[{"fact": "answer.EQ04", "op": "is", "value": "none"}],
    )
    message: Text = Field(
        description="What the person who answers reads.",
        examples=[{"en": "You use cloud services, but the plant has no network. Is that so?"}],
    )
    questions: list[Key] = Field(
        min_length=1, description="Questions to look at again, by key.", examples=[["EQ04", "EQ09"]]
    )


class BankDocument(Document):
    """One framework: what is asked, how answers become scores, what a level takes, and examples that prove it."""

    format: Literal["fourfold-bank/1"] = Field(
        default=FORMAT, description="The format of this document. There is one so far.", examples=["fourfold-bank/1"]
    )
    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)] = Field(
        description=(
            "The bank's name in commands and addresses: lower-case letters, digits, single hyphens between them."
            " Loading a file replaces the working copy of the bank with the same slug."
        ),
        examples=["small-shop-check"],
    )
    locales: list[Locale] = Field(
        min_length=1,
        description=(
            "The languages of the bank. Every text must be written in each of them. Where a page is in another"
            " language, the English text is shown, else the first one written."
        ),
        examples=[["en", "zh-hans"]],
    )
    title: Text = Field(
        description="What the bank is called.", examples=[{"en": "Small shop check", "zh-hans": "小店自查"}]
    )
    description: Text = Field(
        default_factory=dict,
        description="What is asked, and of whom, in a sentence or two.",
        examples=[{"en": "How digital a small shop is."}],
    )
    notice: Text = Field(
        default_factory=dict,
        description="What the result is and is not; stands beside every score, on screen and in the report.",
        examples=[{"en": "Indicative, not an official rating."}],
    )
    method: Text = Field(
        default_factory=dict,
        description="How the score is made, for the method page and the report. An empty line begins a paragraph.",
        examples=[{"en": "Every answer earns a share of what its question is worth."}],
    )
    minimum_coverage: Share = Field(
        default=Decimal("0.6"),
        description=(
            "A node whose answered share (its coverage) is below this shows no score and no level. Equal is enough;"
            " 0 never withholds a score."
        ),
        examples=[0.5],
    )
    not_applicable: NotApplicable = Field(
        default=NotApplicable.EXCLUDED,
        description=(
            "What the answer “does not apply” counts as. `excluded`: the question leaves the measure. `zero`: answered,"
            " worth nothing. `full`: answered, worth all. `target`: answered, worth the target of the node that"
            " measures it. Questions hidden by `visible_if` are excluded always."
        ),
        examples=["target"],
    )
    display: Display = Field(
        default=Display(), description="How points are written for people.", examples=[{"decimals": 2}]
    )
    seconds_per_question: Annotated[int, Field(ge=1, le=600)] = Field(
        default=25, description="From this the time that is left is estimated.", examples=[20]
    )
    sections: list[Section] = Field(min_length=1, description="The pages of questions, in the order of asking.")
    readings: list[Reading] = Field(
        default_factory=list,
        description="Second readings of the same tree, each from some questions only: a track, or the confidence.",
    )
    tree: Node = Field(description="The root of what is scored; its score is the overall score.")
    levels: list[Level] = Field(
        default_factory=list,
        description=(
            "The levels of the root, from the lowest, with their gates, unless it names a ladder. Every other node"
            " without a `ladder` has them too, by bounds in proportion to its scale and without gates. None: no levels."
        ),
    )
    ladders: list[Ladder] = Field(
        default_factory=list, description="Further lists of levels, for the nodes that name one as their `ladder`."
    )
    consistency: list[Consistency] = Field(
        default_factory=list, description="Contradictions between answers that are worth a second look."
    )
    reference_lines: list[ReferenceLine] = Field(
        default_factory=list, description="Published figures that questions show beside an answer."
    )
    frameworks: list[Framework] = Field(
        default_factory=list, description="Published frameworks that questions and nodes refer to by `crosswalk`."
    )
    size: Size | None = Field(
        default=None, description="How the size class of an enterprise, the fact `profile.size_class`, is found."
    )
    examples: list[WorkedExample] = Field(
        default_factory=list,
        description=(
            "Answers with the scores they must give, calculated by hand or published. A release needs three or more,"
            " and all must come out."
        ),
    )
