"""What the enterprise has decided on, with every number, day and amount as it is shown."""

from typing import ClassVar

from assessment.scoring.texts import Document
from recommendations.report.content.exact_schema import ItemValues, PlanAmounts
from recommendations.report.content.growing import Growing
from recommendations.report.content.money_schema import PlanMoney


class PlanRow(Growing):
    """One item; what nobody has entered is ''. `key` is '' for an own item, `because` says why it was decided against."""

    later: ClassVar[frozenset[str]] = frozenset({"values"})

    key: str
    title: str
    status: str
    status_label: str
    who: str
    due: str
    done: str
    budget: str
    spent: str
    promised: str
    service: str
    provider: str
    is_sample: bool
    because: str
    values: ItemValues | None = None


class PlanWave(Document):
    """What begins within the same quarters; `title` is '' where the plan knows no quarters."""

    title: str
    until: str
    rows: tuple[PlanRow, ...]


class PlanSums(Growing):
    """What the plan comes to. `over` takes the place of `left` once more is spent; the points count all items as one.

    `reaches` says which level that makes, or what is missing to the next one.
    """

    later: ClassVar[frozenset[str]] = frozenset({"values", "reaches"})

    done: str
    budget: str
    spent: str
    left: str
    over: str
    gain: str
    now: str
    then: str
    remarks: tuple[str, ...]
    values: PlanAmounts | None = None
    reaches: str = ""


class PlanDays(Document):
    """Own working days that fall in a quarter, an estimate, and those that there are, "" where nobody said."""

    title: str
    used: str
    most: str


class PlanView(Growing):
    """`money` is None where nothing is open that has to be paid for; `days` are those of what is open."""

    later: ClassVar[frozenset[str]] = frozenset({"days"})

    waves: tuple[PlanWave, ...]
    declined: tuple[PlanRow, ...]
    sums: PlanSums
    money: PlanMoney | None
    days: tuple[PlanDays, ...] = ()

    @property
    def people(self) -> tuple[str, ...]:
        """Who is responsible for something, each named once, in the order of the plan."""
        return tuple(dict.fromkeys(row.who for wave in self.waves for row in wave.rows if row.who))
