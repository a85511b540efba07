"""Links to what others have published: frameworks and figures to read an answer against."""

from enum import StrEnum
from typing import Literal

from pydantic import Field

from assessment.scoring.document.values import Number
from assessment.scoring.texts import Document, Key, Text


class Alignment(StrEnum):
    EXACT = "exact"
    CLOSE = "close"
    PARTIAL = "partial"


class Crosswalk(Document):
    """`ref` is FRAMEWORK:ITEM of `frameworks`."""

    ref: str = Field(
        description="The key of a framework, a colon, the key of one of its items.", examples=["EX:website"]
    )
    alignment: Alignment = Field(
        description="`exact`: asks the same. `close`: asks nearly the same. `partial`: asks a part of it.",
        examples=["close"],
    )


class FrameworkItem(Document):
    """One item of a published framework."""

    key: Key = Field(description="Names the item within its framework.", examples=["website"])
    title: Text = Field(description="What the framework calls it.", examples=[{"en": "Have a website"}])


class Framework(Document):
    """A published framework, as a list of what can be referred to."""

    key: Key = Field(description="Names the framework.", examples=["EX"])
    title: Text = Field(
        description="Its name, with publisher and year.", examples=[{"en": "An example framework, 2023"}]
    )
    items: list[FrameworkItem] = Field(
        description="What can be referred to.", examples=[[{"key": "website", "title": {"en": "Have a website"}}]]
    )


class ReferenceLine(Document):
    """A published figure to read an answer against; never a peer and never a grade."""

    key: Key = Field(description="Names the figure; questions repeat it under `reference_lines`.", examples=["web_all"])
    title: Text = Field(description="What the figure says.", examples=[{"en": "Shops with a website"}])
    value: Number = Field(description="The figure.", examples=[60])
    unit: str = Field(description="The unit of the figure.", examples=["%"])
    period: str = Field(description="The time it was taken at.", examples=["2023"])
    kind: Literal["mean", "share", "target", "survey"] = Field(
        description="`mean` of many, `share` of many, `target` set by somebody, or `survey` result.", examples=["share"]
    )
    scope: Text = Field(
        description="Of whom it was taken. Must be filled in.",
        examples=[{"en": "Shops with 10 or more people"}],
    )
    source: Text = Field(
        description="Who published it, and where. Must be filled in.",
        examples=[{"en": "Statistical office, yearbook, table 4"}],
    )
    url: str = Field(default="", description="Its address.", examples=["https://statistics.example/yearbook"])
