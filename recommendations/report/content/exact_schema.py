"""Plain values beside the words that say them, for those that nobody can read back from words."""

from assessment.scoring.texts import Document


class Amount(Document):
    """Whole yuan from `low` to `high`, such as "18000"; `high` is "" for an amount that is open upwards."""

    low: str
    high: str


class Amounts(Document):
    """Who pays what, as in `Money` and its lines."""

    price: Amount
    enterprise: Amount
    provider: Amount
    support: Amount


class PlanAmounts(Document):
    """Whole yuan, "" where nobody has entered any."""

    budget: str = ""
    spent: str = ""


class ItemValues(PlanAmounts):
    """Days as 2027-03-31."""

    due_on: str = ""
    done_on: str = ""


class CardValues(Document):
    """What an action takes, as the editors estimated it: its cost band, and its weeks."""

    cost: Amount
    weeks_low: int
    weeks_high: int


class WorkValues(Document):
    """What a step of the way to the next level takes: yuan, the middle of its cost band, and days of the enterprise."""

    cost: str
    days: str


class Days(Document):
    """The days that the cover names, as 2026-11-22."""

    started_on: str
    submitted_on: str
