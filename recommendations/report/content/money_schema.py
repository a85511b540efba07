"""Who pays what part of an action, in words. Nothing in it is a promise."""

from assessment.scoring.texts import Document


class Support(Document):
    """A scheme that may carry a part; `qualify` names what only the office can confirm."""

    key: str
    title: str
    terms: str
    qualify: str
    flags: tuple[str, ...]
    is_sample: bool


class Money(Document):
    """The price of an action split into what the enterprise, the provider and schemes pay; each from–to."""

    headline: str
    price: str
    enterprise: str
    provider: str
    support: str
    support_title: str
    schemes: tuple[Support, ...]
    assumptions: tuple[str, ...]


class MoneyLine(Document):
    """The parts of one item; all but the price are '' where that is not known."""

    title: str
    price: str
    enterprise: str
    provider: str
    support: str


class PlanMoney(Money):
    """Everything that is open in a plan, taken together: a cap that several items share counts once."""

    lines: tuple[MoneyLine, ...]
