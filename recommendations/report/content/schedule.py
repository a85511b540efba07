"""What a plan says about time and money, as the line of time needs it: days and exact amounts, nothing worded yet."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from recommendations.report.content.plan_schema import PlanRow


@dataclass(frozen=True, slots=True)
class Slot:
    """One item that nobody decided against. `quarter` counts from 1; `row` is the item in words; `budget` in yuan."""

    row: PlanRow
    quarter: int | None
    due_on: date | None
    done_on: date | None
    budget: int | None


@dataclass(frozen=True, slots=True)
class SharePart:
    """What one kind of payer bears: its name, its amount in words, and its share of the whole, 0 to 100."""

    kind: str
    title: str
    amount: str
    length: Fraction


@dataclass(frozen=True, slots=True)
class Schedule:
    """`begins_on` is the first day of the first quarter, None where the plan knows no quarters."""

    begins_on: date | None
    slots: tuple[Slot, ...]
    shares: tuple[SharePart, ...]
