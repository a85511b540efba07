"""What makes a report the edition of a workspace: how it looks, what it shows and whose view it is. Part of the content."""

from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints

from assessment.scoring.texts import CleanText, Document


class Section(StrEnum):
    """What may be left out, in the order of print. Cover, contents, notice, method and versions never are.

    The trail only where nobody verified: whoever reads verified answers must see where they come from.
    """

    SUMMARY = "summary"
    READING = "reading"
    TREND = "trend"
    LADDER = "ladder"
    BARRIERS = "barriers"
    READINGS = "readings"
    ACTIONS = "actions"
    MONEY = "money"
    CASES = "cases"
    TIMELINE = "timeline"
    PLAN = "plan"
    UNDECIDED = "undecided"
    CONSISTENCY = "consistency"
    FIGURES = "figures"
    SOURCES = "sources"
    GLOSSARY = "glossary"
    ANSWERS = "answers"
    TRAIL = "trail"


class View(StrEnum):
    """Whose answers: the enterprise's own, with the verified ones over them, or the latter with its own beside them."""

    OWN = "own"
    VERIFIED = "verified"
    BOTH = "both"


Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
Picture = Annotated[str, StringConstraints(pattern=r"^(data:image/png;base64,[A-Za-z0-9+/]+=*)?$")]


class Edition(Document):
    """`workspace` is its short name, `logo` a PNG as a data address, or ''; texts are in the language of the report."""

    workspace: str
    name: CleanText
    colour: Colour
    logo: Picture = ""
    cover_text: CleanText = ""
    footer: CleanText = ""
    sections: tuple[Section, ...]
    view: View
    with_overlay: bool
