"""Links to what others have published: frameworks and figures to read an answer against."""

from enum import StrEnum
from typing import Literal

from assessment.scoring.document.values import Number
from assessment.scoring.texts import Document, Key, Text


class Alignment(StrEnum):
    EXACT = "exact"
    CLOSE = "close"
    PARTIAL = "partial"


class Crosswalk(Document):
    """`ref` is FRAMEWORK:ITEM of `frameworks`."""

    ref: str
    alignment: Alignment


class FrameworkItem(Document):
    key: Key
    title: Text


class Framework(Document):
    key: Key
    title: Text
    items: list[FrameworkItem]


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
