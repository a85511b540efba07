"""What a table, a legend or a page has to say: what would stay empty is not drawn."""

from collections.abc import Iterable, Sequence
from typing import TypeVar

from django import template
from django.utils.translation import gettext

from recommendations.report import drawings
from recommendations.report.content.action_schema import ActionCard
from recommendations.report.content.kinds import GateState
from recommendations.report.content.money_schema import PlanMoney
from recommendations.report.content.schema import ReportContent, Source
from recommendations.report.content.score_schema import Barrier, GatePart
from recommendations.report.content.timeline_schema import TimelineRow
from recommendations.report.content.way_schema import Work
from recommendations.report.reading_words import points_words
from recommendations.report.shared_caps import is_shared
from recommendations.report.summary_room import Room, room_of
from recommendations.report.way_on_line import way_on_line

register = template.Library()

Row = TypeVar("Row")

# Rows of tables: a part that says less does not fill the better part of a page.
ROWS_OF_A_SPREAD = 20
# Actions beside a part that say why; each published figure on the same page takes the room of one.
REASONS = range(2, 7)
# Actions that have a card of their own; the others are rows of a table.
CARDS = 6


@register.filter
def has_any(rows: Iterable[object], name: str) -> bool:
    """This function will return whether any row has something under `name`; without, its column is left out."""
    return any(getattr(row, name) for row in rows)


@register.filter
def has_all(rows: Iterable[object], name: str) -> bool:
    """This function will return whether every row has something under `name`; without, no mark has to be explained."""
    return all(getattr(row, name) for row in rows)


@register.filter
def has_bars(content: ReportContent) -> bool:
    """This function will return whether bars stand beside the parts, so that they need a legend."""
    return drawings.has_bars(content)


@register.filter
def actions_on(content: ReportContent, part: Barrier) -> list[ActionCard]:
    """This function will return the actions that belong to a part, in their order."""
    return [action for action in content.actions if action.barrier == part.figure.title]


@register.filter
def dots_by_part(content: ReportContent) -> list[tuple[int, str]]:
    """This function will return each part with the ranks of its dots among all actions, in words, after its colour."""
    ranks: dict[tuple[int, str], list[str]] = {}
    for action in content.actions:
        if action.effect is not None and action.barrier:
            ranks.setdefault((action.hue, action.barrier), []).append(str(action.rank))
    return [
        (hue, gettext("%(title)s: %(numbers)s") % {"title": part, "numbers": ", ".join(ranks[hue, part])})
        for hue, part in sorted(ranks)
    ]


@register.filter
def reasons_beside(part: Barrier) -> int:
    """This function will return how many of the actions beside a part have room to say why."""
    return max(REASONS.start, REASONS.stop - 1 - _lines_of(part))


@register.filter
def has_ranges(content: ReportContent) -> bool:
    """This function will return whether any part lies between two numbers, so that they have a column."""
    return any(part.figure.is_interval for part in content.barriers)


@register.filter
def has_spreads(content: ReportContent) -> bool:
    """This function will return whether every part has so much to say that it begins a page of its own."""
    return bool(content.barriers) and all(_rows_of(content, part) >= ROWS_OF_A_SPREAD for part in content.barriers)


def _rows_of(content: ReportContent, part: Barrier) -> int:
    own = len(part.holds_back) + len(part.carries) + len(part.indicators)
    return own + len(actions_on(content, part)) + _lines_of(part)


def _lines_of(part: Barrier) -> int:
    return sum(len(group.lines) for group in part.references)


@register.filter
def summary_room(content: ReportContent) -> Room:
    """This function will return how much of the summary stands on its one page."""
    return room_of(content)


@register.filter
def first_of(rows: Sequence[Row], count: int) -> Sequence[Row]:
    """This function will return the first `count` rows."""
    return rows[:count]


@register.filter
def gates_unmet(content: ReportContent) -> list[GatePart]:
    """This function will return the conditions of the next level that are missing or not known yet."""
    return [gate for gate in content.ladder.gates if gate.state is not GateState.HOLDS]


@register.filter
def has_services(content: ReportContent) -> bool:
    """This function will return whether any action that has a card of its own names a service."""
    return any(category.services for action in content.actions[:CARDS] for category in action.categories)


@register.filter
def steps_on_line(content: ReportContent) -> tuple[tuple[TimelineRow, Work], ...]:
    """This function will return the rows of a proposed roadmap with their steps of the cheapest way, if it shows that way."""
    return way_on_line(content)


@register.filter
def has_way_on_line(content: ReportContent) -> bool:
    """This function will return whether the roadmap shows the cheapest way, so that its own table is left out."""
    return bool(way_on_line(content))


@register.filter
def is_level_page(content: ReportContent) -> bool:
    """This function will return whether the next level fits one page: its steps are in the roadmap, its questions by part."""
    return has_way_on_line(content) and has_spreads(content)


@register.filter
def shares_support(money: PlanMoney) -> bool:
    """This function will return whether items share public support that is paid once, so that their sum says too much."""
    return is_shared(money)


@register.filter
def addresses(sources: Iterable[Source]) -> list[str]:
    """This function will return the addresses of sources, each once."""
    return list(dict.fromkeys(source.url for source in sources if source.url))


@register.filter
def points_open(content: ReportContent) -> str:
    """This function will return how the points of questions are to be read."""
    return points_words(content)
