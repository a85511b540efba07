"""How the size class of an enterprise follows from its profile."""

from typing import Annotated

from pydantic import Field

from assessment.scoring.document.values import Number
from assessment.scoring.texts import Document, Key, Text


class SizeClass(Document):
    size: Key
    employees: Annotated[Number, Field(ge=0)] | None = None
    revenue: Annotated[Number, Field(ge=0)] | None = None


class SizeRule(Document):
    """A class needs `employees` and `revenue` both; falling short of one drops it. Revenue in the unit of its question."""

    sectors: list[Key]
    classes: list[SizeClass] = Field(min_length=1)


class Size(Document):
    """How `profile.size_class` follows from the profile, by published thresholds. A rule without sectors is the default."""

    employees: Key
    revenue: Key
    sector: Key
    labels: dict[Key, Text]
    smallest: Key
    rules: list[SizeRule] = Field(min_length=1)
    source: Text
