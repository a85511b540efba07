"""The page of the plan: what is shown, in which groups, and what it comes to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from urllib.parse import urlencode

from django.db import models
from django.utils.translation import gettext, pgettext, pgettext_lazy

from recommendations.plan.item_rows import ItemRow, day, item_rows
from recommendations.plan.models import ItemStatus, Plan, PlanItem
from recommendations.plan.plan_totals import Totals, totals_of
from recommendations.plan.planning import quarter_end
from recommendations.plan.rounds import Round

SOON = timedelta(weeks=4)


class Show(models.TextChoices):
    """Which items a reader wants to see."""

    ALL = "all", pgettext_lazy("plan", "All")
    OPEN = "open", pgettext_lazy("plan", "Open")
    DOING = "doing", pgettext_lazy("plan", "Under way")
    OVERDUE = "overdue", pgettext_lazy("plan", "Overdue")
    DONE = "done", pgettext_lazy("plan", "Done")
    DECLINED = "declined", pgettext_lazy("plan", "Decided against")


class Order(models.TextChoices):
    WAVE = "wave", pgettext_lazy("plan", "by wave")
    DUE = "due", pgettext_lazy("plan", "by due date")


SHOWN: dict[str, Callable[[ItemRow], bool]] = {
    Show.ALL: lambda row: True,
    Show.OPEN: lambda row: row.is_open,
    Show.DOING: lambda row: row.status == ItemStatus.DOING,
    Show.OVERDUE: lambda row: row.is_overdue,
    Show.DONE: lambda row: row.status == ItemStatus.DONE,
    Show.DECLINED: lambda row: row.status == ItemStatus.DECLINED,
}
# Quarters of the roadmap: one now, one next, and the rest of the year.
LAST_QUARTER = 4
WAVES = (
    (1, 1, pgettext_lazy("plan", "Now")),
    (2, 2, pgettext_lazy("plan", "Next")),
    (3, LAST_QUARTER, pgettext_lazy("plan", "Then")),
)


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    about: str
    rows: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A filter or an order that a reader can choose; `count` is how many items it would show.

    `query` is the address that chooses it, and leaves the other choice as it is.
    """

    query: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class PlanPage:
    """`rows` are all there are, `groups` those that were asked for; no calendar can show what has no date."""

    rows: list[ItemRow]
    groups: tuple[Group, ...]
    shows: tuple[Choice, ...]
    orders: tuple[Choice, ...]
    totals: Totals
    undated_count: int
    is_empty: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    show: Show = Show.ALL
    order: Order | None = None


def plan_page(
    plan: Plan, items: Sequence[PlanItem], current: Round, wanted: Wanted, today: date, locale: str
) -> PlanPage:
    """This function will return the page, in `locale`, which is the active language.

    Where no order is asked for, a plan made of a roadmap is shown by wave, any other by due date.
    """
    rows = item_rows(items, current, today, locale)
    has_waves = any(item.quarter for item in items)
    order = wanted.order or (Order.WAVE if has_waves else Order.DUE)
    shown = [row for row in rows if SHOWN[wanted.show](row)]
    groups = _by_wave(shown, plan.begins_on) if order is Order.WAVE else _by_due(shown, today)
    counts = {show: sum(1 for row in rows if SHOWN[show](row)) for show in Show}
    return PlanPage(
        rows=rows,
        groups=tuple(group for group in groups if group.rows),
        shows=tuple(_choice(show, wanted.show, show, order, counts[show]) for show in Show),
        orders=tuple(_choice(each, order, wanted.show, each, len(shown)) for each in Order if has_waves),
        totals=totals_of(plan, items, current, counts[Show.OVERDUE], locale),
        undated_count=sum(1 for row in rows if row.is_open and not row.due),
        is_empty=not rows,
    )


def _choice(one: Show | Order, chosen: Show | Order, show: Show, order: Order, count: int) -> Choice:
    query = urlencode({"show": show.value, "by": order.value})
    return Choice(query, str(one.label), count, one is chosen)


def _by_wave(rows: Iterable[ItemRow], begins_on: date | None) -> list[Group]:
    declined, others = _apart(rows, lambda row: row.status == ItemStatus.DECLINED)
    groups = []
    for first, last, title in WAVES:
        inside, others = _apart(others, partial(_begins_within, first=first, last=last))
        until = "" if begins_on is None else _until(quarter_end(begins_on, last))
        groups.append(Group(str(title), until, inside))
    groups.append(Group(pgettext("plan", "Without a quarter"), "", others))
    return [*groups, Group(pgettext("plan", "Decided against"), "", declined)]


def _begins_within(row: ItemRow, first: int, last: int) -> bool:
    return first <= min(row.item.quarter or 0, LAST_QUARTER) <= last


def _by_due(rows: Iterable[ItemRow], today: date) -> list[Group]:
    closed, others = _apart(rows, lambda row: not row.is_open)
    overdue, others = _apart(others, lambda row: row.is_overdue)
    undated, others = _apart(others, lambda row: not row.due)
    soon, later = _apart(others, lambda row: row.item.due_on is not None and row.item.due_on <= today + SOON)
    return [
        Group(pgettext("plan", "Overdue"), "", overdue),
        Group(pgettext("plan", "In the next four weeks"), _until(today + SOON), soon),
        Group(pgettext("plan", "Later"), "", later),
        Group(pgettext("plan", "Without a date"), "", undated),
        Group(pgettext("plan", "Closed"), "", closed),
    ]


def _until(last: date) -> str:
    return gettext("until %(day)s") % {"day": day(last)}


def _apart(
    rows: Iterable[ItemRow], belongs: Callable[[ItemRow], bool]
) -> tuple[tuple[ItemRow, ...], tuple[ItemRow, ...]]:
    inside: list[ItemRow] = []
    outside: list[ItemRow] = []
    for row in rows:
        (inside if belongs(row) else outside).append(row)
    return tuple(inside), tuple(outside)
