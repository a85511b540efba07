"""Who pays what part of an action, in words. Nothing in it is a promise."""

from typing import ClassVar

from assessment.scoring.texts import Document
from recommendations.report.content.exact_schema import Amounts
from recommendations.report.content.growing import Growing


class Support(Document):
    """A scheme that may carry a part; `qualify` names what only the office can confirm."""

    key: str
    title: str
    terms: str
    qualify: str
    flags: tuple[str, ...]
    is_sample: bool


class Money(Growing):
    """The price of an action split into what the enterprise, the provider and schemes pay; each from–to."""

    later: ClassVar[frozenset[str]] = frozenset({"amounts"})

    headline: str
    price: str
    enterprise: str
    provider: str
    support: str
    support_title: str
    schemes: tuple[Support, ...]
    assumptions: tuple[str, ...]
    amounts: Amounts | None = None


class MoneyLine(Growing):
    """The parts of one item; all but the price are '' where that is not known.

    `remarks` say why less support stands here than the item could have by itself.
    """

    later: ClassVar[frozenset[str]] = frozenset({"amounts", "remarks"})

    title: str
    price: str
    enterprise: str
    provider: str
    support: str
    amounts: Amounts | None = None
    remarks: tuple[str, ...] = ()


class PlanMoney(Money):
    """Everything that is open in a plan, taken together: a cap that several items share counts once."""

    lines: tuple[MoneyLine, ...]
