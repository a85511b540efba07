"""How the next level could be reached, with every number and text as it is shown."""

from typing import ClassVar

from assessment.scoring.texts import Document
from recommendations.report.content.exact_schema import WorkValues
from recommendations.report.content.growing import Growing
from recommendations.report.content.standing_schema import InPlan


class Move(Document):
    """A score now and then, on the scale of its node; '–' while it is not shown."""

    title: str
    before: str
    after: str


class Work(Growing):
    """`gain` = points of the whole that the action adds to those above it. Not `recommended`: only the level asks for it."""

    later: ClassVar[frozenset[str]] = frozenset({"values", "in_plan", "because"})

    key: str
    title: str
    hue: int
    cost: str
    days: str
    gain: str
    recommended: bool
    values: WorkValues | None = None
    in_plan: InPlan | None = None
    because: str = ""


class OtherWay(Document):
    actions: tuple[str, ...]
    days: str


class Hindrance(Document):
    """`demand` says what is not met and how far it gets; `questions` why each of them goes no further."""

    demand: str
    questions: tuple[str, ...]


class Path(Document):
    """The cheapest way to the next level, or why there is none. `works` in the order of doing.

    `has_more`: there are further ways at the same cost than `others`.
    """

    headline: str
    works: tuple[Work, ...]
    moves: tuple[Move, ...]
    others: tuple[OtherWay, ...]
    has_more: bool = False
    notes: tuple[str, ...]
    hindrances: tuple[Hindrance, ...]
