"""The playbook document: actions, and the rules that recommend them, for one bank."""

from typing import Annotated, Literal

from pydantic import Field

from assessment.scoring.conditions import Condition
from assessment.scoring.document import Number
from assessment.scoring.texts import Document, Key, Locale, Text

FORMAT: Literal["fourfold-playbook/1"] = "fourfold-playbook/1"


class Source(Document):
    """Where thresholds, bands and priorities come from; `estimate`: from the judgement of the playbook's editors."""

    key: Key
    text: Text
    estimate: bool = False
    date: Annotated[str, Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")] = ""
    url: Annotated[str, Field(pattern=r"^(https?://\S{1,190})?$")] = ""


class Effort(Document):
    """`days` are working days of the enterprise's own people, an editorial estimate; 0 = none worth counting."""

    key: Key
    title: Text
    days: Annotated[int, Field(ge=0, le=999)] = 0
    sources: list[Key] = Field(default_factory=list)


class CostBand(Document):
    """Yuan; `maximum` None = open upwards. Bands are editorial estimates, not quotations."""

    key: Key
    title: Text
    minimum: Annotated[Number, Field(ge=0)]
    maximum: Annotated[Number, Field(ge=0)] | None = None
    sources: list[Key] = Field(default_factory=list)


class Weeks(Document):
    minimum: Annotated[int, Field(ge=0, le=520)]
    maximum: Annotated[int, Field(ge=0, le=520)]


class Raise(Document):
    """The action lifts the answers of `node` by `levels` quarter steps of credit, at most to level `up_to` (0–4).

    With a `question` of the node it lifts that answer only; with `options` of the question it leads to no others than
    these. Where several can be ticked they are added to what is ticked already, as many as the levels take: all at four.
    """

    node: Key
    levels: Annotated[int, Field(ge=1, le=4)]
    up_to: Annotated[int, Field(ge=1, le=4)]
    question: Key | None = None
    options: list[Key] = Field(default_factory=list)


class Action(Document):
    """`requires` must be done before it; `follows` are done before it where they are done as well.

    Of the actions in `excludes` none is done as well, whichever names the other.
    """

    key: Key
    node: Key
    title: Text
    why: Text
    steps: list[Text] = Field(min_length=1)
    effort: Key
    cost_band: Key
    weeks: Weeks
    requires: list[Key] = Field(default_factory=list)
    follows: list[Key] = Field(default_factory=list)
    excludes: list[Key] = Field(default_factory=list)
    raises: list[Raise] = Field(min_length=1)
    suits: Condition | None = None
    categories: list[Key] = Field(default_factory=list)
    measures: list[Key] = Field(default_factory=list)
    source: Text = Field(default_factory=dict)

    @property
    def after(self) -> list[str]:
        """What is done before it: in any case, or where it is done as well."""
        return list(dict.fromkeys([*self.requires, *self.follows]))


class Rule(Document):
    """`because` may hold the slots {answer.KEY}, {node.KEY} and {level.KEY}; `sources` say where its threshold is from."""

    key: Key
    when: Condition
    recommends: Key
    priority: Annotated[int, Field(ge=1, le=100)]
    because: Text
    sources: list[Key] = Field(default_factory=list)


class PriorityBand(Document):
    """Rules of at least `from_priority` rank above all of a lower band."""

    key: Key
    title: Text
    from_priority: Annotated[int, Field(ge=1, le=100)]
    sources: list[Key] = Field(default_factory=list)


class PlaybookDocument(Document):
    format: Literal["fourfold-playbook/1"] = FORMAT
    slug: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    bank: str
    locales: list[Locale] = Field(min_length=1)
    title: Text
    basis: Text = Field(default_factory=dict)
    sources: list[Source] = Field(default_factory=list)
    efforts: list[Effort] = Field(min_length=1)
    cost_bands: list[CostBand] = Field(min_length=1)
    priority_bands: list[PriorityBand] = Field(min_length=1)
    actions: list[Action] = Field(min_length=1)
    rules: list[Rule] = Field(min_length=1)
