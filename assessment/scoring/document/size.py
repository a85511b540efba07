"""How the size class of an enterprise follows from its profile."""

from typing import Annotated

from pydantic import Field

from assessment.scoring.document.values import Number
from assessment.scoring.texts import Document, Key, Text


class SizeClass(Document):
    """One class and the least that it takes."""

    size: Key = Field(description="The key of the class, one of `labels`.", examples=["medium"])
    employees: Annotated[Number, Field(ge=0)] | None = Field(
        default=None, description="Employees needed at least; left out: any number will do.", examples=[300]
    )
    revenue: Annotated[Number, Field(ge=0)] | None = Field(
        default=None, description="Revenue needed at least; left out: any will do.", examples=[2000]
    )


class SizeRule(Document):
    """A class needs `employees` and `revenue` both; falling short of one drops it. Revenue in the unit of its question."""

    sectors: list[Key] = Field(
        description="Options of the sector question for which the rule stands; `[]` for the one default rule.",
        examples=[["machining"]],
    )
    classes: list[SizeClass] = Field(
        min_length=1,
        description="Thresholds by class. They are tried from the largest; the first that is met decides.",
        examples=[[{"size": "medium", "employees": 300, "revenue": 2000}]],
    )


class Size(Document):
    """How `profile.size_class` follows from the profile, by published thresholds. A rule without sectors is the default."""

    employees: Key = Field(description="The `number` question of the profile for employees.", examples=["employees"])
    revenue: Key = Field(description="The `number` question of the profile for revenue.", examples=["revenue"])
    sector: Key = Field(description="The `single` question of the profile for the sector.", examples=["sector"])
    labels: dict[Key, Text] = Field(
        description="Every class with its name.", examples=[{"medium": {"en": "Medium"}, "micro": {"en": "Micro"}}]
    )
    smallest: Key = Field(description="The class of those who meet no threshold.", examples=["micro"])
    rules: list[SizeRule] = Field(
        min_length=1,
        description="Thresholds by sector; exactly one rule has no sectors.",
        examples=[[{"sectors": [], "classes": [{"size": "medium", "employees": 100}]}]],
    )
    source: Text = Field(description="Who published the thresholds.", examples=[{"en": "Statistical office, 2017"}])
