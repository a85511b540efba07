"""A roadmap for whom nothing is planned: the cheapest way to the next level on a line of weeks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from math import ceil

from django.utils.translation import gettext

from recommendations.plan.roadmap.wishes import usual_days
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import place, week_numbers
from recommendations.report.content.timeline_schema import Timeline, TimelineRow, TimeSpan
from recommendations.report.content.way import cost_text
from recommendations.rules.document import Action
from recommendations.rules.next_level.result import Work

# Columns, in weeks: the narrowest of which four cover it all.
STEPS = (1, 2, 4, 8, 13, 26, 52, 104, 260, 520, 1040, 5200)
MOST_COLUMNS = 4
QUARTER = 13  # weeks


@dataclass(frozen=True, slots=True)
class Placed:
    """A work with the week it begins in, counted from 0, and its weeks."""

    work: Work
    start: int
    length: int

    @property
    def end(self) -> int:
        return self.start + self.length


def proposal_of(material: Material) -> Timeline | None:
    """This function will return what could be done when; None where no way to the next level is known."""
    way = next(iter(material.next_level.ways), None) if material.next_level else None
    if way is None or material.playbook is None or not way.works:
        return None
    actions = {action.key: action for action in material.playbook.actions}
    ranks = {item.action: item.rank for item in material.advice.recommendations}
    days = usual_days(material.scorecard.size_class)
    placed = side_by_side(way.works, actions, ranks, days_per_week=Fraction(days, QUARTER))
    total = max(each.end for each in placed)
    step = next((step for step in STEPS if step * MOST_COLUMNS >= total), total)
    columns = -(-total // step)
    return Timeline(
        is_planned=False,
        note=gettext(
            "A proposal, nothing is decided yet: the cheapest way to the next level, first what prepares the ground, then "
            "the most urgent, as much side by side as %(days)s own working days a quarter allow (our assumption for your "
            "size). The weeks count from the day you start."
        )
        % {"days": days},
        spans=tuple(_span(material, placed, column * step, step) for column in range(columns)),
        rows=tuple(_row(material, actions[each.work.action], each, columns * step) for each in placed),
    )


def side_by_side(
    works: Sequence[Work], actions: Mapping[str, Action], ranks: Mapping[str, int], *, days_per_week: Fraction
) -> list[Placed]:
    """This function will place each work in the first weeks that have days left for it, after all that comes before it.

    Ranked ones come first, then the others in their order; what comes before a work is as urgent as the work itself. A
    work takes its longest weeks, or as many more as its days need. The result is in the order of beginning.
    """
    load: dict[int, Fraction] = {}
    placed: dict[str, Placed] = {}
    for work in _by_urgency(works, actions, ranks):
        length = max(actions[work.action].weeks.maximum, ceil(work.days / days_per_week))
        needed = Fraction(work.days, length)
        after = max((placed[key].end for key in actions[work.action].after if key in placed), default=0)
        start = next(week for week in count(after) if _has_room(load, week, length, days_per_week - needed))
        for week in range(start, start + length):
            load[week] = load.get(week, Fraction(0)) + needed
        placed[work.action] = Placed(work, start, length)
    return sorted(placed.values(), key=lambda each: each.start)


def _has_room(load: Mapping[int, Fraction], start: int, length: int, most: Fraction) -> bool:
    return all(load.get(week, 0) <= most for week in range(start, start + length))


def _by_urgency(works: Sequence[Work], actions: Mapping[str, Action], ranks: Mapping[str, int]) -> Iterable[Work]:
    """A way is given in an order of doing, so what is required or followed stands before what comes after it."""
    last = max(ranks.values(), default=0)
    urgency = {work.action: ranks.get(work.action, last + number) for number, work in enumerate(works, start=1)}
    for work in reversed(works):
        for key in actions[work.action].after:
            if key in urgency:
                urgency[key] = min(urgency[key], urgency[work.action])
    return sorted(works, key=lambda work: urgency[work.action])


def _span(material: Material, placed: Iterable[Placed], first: int, step: int) -> TimeSpan:
    """What the actions that begin in a column cost together."""
    cost = sum((each.work.cost for each in placed if first <= each.start < first + step), Fraction(0))
    return TimeSpan(
        title=week_numbers(first + 1, first + step), budget=cost_text(cost, material.locale) if cost else ""
    )


def _row(material: Material, action: Action, each: Placed, weeks: int) -> TimelineRow:
    return TimelineRow(
        key=action.key,
        title=material.say(action.title),
        hue=material.hue_of(action.node),
        at=place(Fraction(each.start * 100, weeks)),
        length=place(Fraction(each.length * 100, weeks)),
        when=week_numbers(each.start + 1, each.end),
        cost=cost_text(each.work.cost, material.locale),
        gain=material.gain(material.scorecard.root, each.work.gain),
    )
