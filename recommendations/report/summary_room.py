"""How much the one page of the summary can hold: estimated by letters, so that nothing has to be drawn to find out."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from unicodedata import east_asian_width

from recommendations.report.content.action_schema import ActionCard
from recommendations.report.content.kinds import Below, GateState
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import ContributionRow, Figure
from recommendations.report.first_actions import first_actions

# Millimetres that are left for certain, of 258.
PAGE = 250.0
HEAD, PART_HEAD, BAR, SLIM_BAR, ROW_BELOW = 21.0, 12.0, 8.4, 6.6, 4.9
ALL = 10_000  # letters
WIDE_LETTERS = "MW@%"
# As long as the words before what is not known.
ASKING = " " * 36


@dataclass(frozen=True, slots=True)
class Room:
    """What is shown: letters of the reasons of the first actions, items in each column, parts, and what stands below them."""

    reasons: int
    items: int
    bars: int
    below: bool


ROOMS = (
    Room(reasons=ALL, items=4, bars=16, below=True),
    Room(reasons=ALL, items=3, bars=16, below=False),
    Room(reasons=120, items=3, bars=16, below=False),
    Room(reasons=60, items=3, bars=16, below=False),
    Room(reasons=0, items=3, bars=16, below=False),
    Room(reasons=0, items=2, bars=12, below=False),
    Room(reasons=0, items=0, bars=8, below=False),
)


def room_of(content: ReportContent) -> Room:
    """This function will return the most that fits on the page of the summary."""
    tall = 1.04 if content.locale.startswith("zh") else 1.0
    return next((room for room in ROOMS if _height(content, room) * tall <= PAGE), ROOMS[-1])


def lines_of(text: str, letters: int) -> int:
    """This function will return how many lines of so many narrow letters a text takes; 0 for ""."""
    return ceil(sum(map(_width, text)) / letters)


def _width(letter: str) -> float:
    if letter in WIDE_LETTERS or east_asian_width(letter) in "WF":
        return 2.0
    return 1.4 if letter.isupper() else 1.0


def _height(content: ReportContent, room: Room) -> float:
    return (
        HEAD
        + _hero(content)
        + _scan(content)
        + _levels(content)
        + _questions(content)
        + _bars(content, room)
        + _columns(content, room)
        + _decision(content)
        + _actions(first_actions(content), room)
    )


def _hero(content: ReportContent) -> float:
    current = content.ladder.current
    said = f"{content.overall.sentence} {content.counts.line}"
    described = lines_of(current.description[:180], 62) if current else 0
    return max(24.0, 3 + lines_of(content.ladder.headline[:80], 36) * 7.5 + described * 6 + lines_of(said, 90) * 4.4)


def _scan(content: ReportContent) -> float:
    scan = content.scan
    return 0.0 if scan is None else 10 + lines_of(f"{scan.title} {scan.text} {scan.invitation}", 88) * 4.4


def _levels(content: ReportContent) -> float:
    rungs = content.ladder.rungs[:9]
    if not rungs:
        return 0.0
    scale = 18.0 if content.ladder.is_scale else 0.0
    if content.ladder.is_scale and not rungs[0].number:
        return scale + 3 + 4.6 * lines_of("".join(f"{rung.title[:40]} {rung.span}      " for rung in rungs), 84)
    return scale + 2 + 4.3 * max(lines_of(rung.title[:40], 100 // len(rungs)) for rung in rungs)


def _questions(content: ReportContent) -> float:
    asked = content.summary.answer_first
    return 19 + sum(lines_of(question.short[:90], 100) for question in asked) * 4.8 if asked else 0.0


def _bars(content: ReportContent, room: Room) -> float:
    parts = content.barriers[: room.bars]
    if not parts:
        return 0.0
    bar = SLIM_BAR if len(content.barriers) > 8 else BAR
    rows = [max(bar, lines_of(_named(part.figure), 34) * 4.8) for part in parts]
    below = [figure for part in parts if part.figure.status == "unscored" for figure in part.indicators]
    listed = sum(_row_below(figure, content.below) for figure in below) if room.below else 0.0
    return PART_HEAD + sum(rows) + listed + (6 if len(content.barriers) > room.bars else 0)


def _named(figure: Figure) -> str:
    return f"{figure.title[:70]} {(figure.level or '')[:40]}"


def _row_below(figure: Figure, below: Below) -> float:
    if below is Below.CLOSED:
        return 0.0
    return ROW_BELOW * (2 if below is Below.BARS and figure.level else lines_of(figure.title[:70], 46))


def _columns(content: ReportContent, room: Room) -> float:
    summary, ladder = content.summary, content.ladder
    unmet = [gate.text[:76] for gate in ladder.gates if gate.state is not GateState.HOLDS]
    not_known = "; ".join(row.short[:54] for row in summary.unknown[:2])
    columns = (
        (summary.weakest, _items(summary.held), f"{ASKING}{not_known}" if not_known else ""),
        (summary.strongest, _items(summary.carrying), ""),
        (ladder.distance, unmet, ""),
    )
    tallest = max(
        (lines_of(said[:120], 38) + (lines_of(below, 36) if room.items else 0)) * 4.2
        + sum(lines_of(item, 35) * 4.2 + 0.6 for item in items[: room.items] or [content.words.no_strength])
        for said, items, below in columns
    )
    return tallest + 14 if tallest else 0.0


def _decision(content: ReportContent) -> float:
    facts = content.summary.decision.facts if content.summary.decision else ()
    if not facts:
        return 0.0
    letters = 96 // len(facts)
    head = max(lines_of(fact.label, letters) for fact in facts)
    return PART_HEAD + 5 + 4.2 * head + 4.8 * max(lines_of(fact.value[:60], letters - 2) for fact in facts)


def _items(rows: Iterable[ContributionRow]) -> list[str]:
    return [f"{row.short[:54]} {row.gained} gained" for row in rows]


def _actions(actions: Iterable[ActionCard], room: Room) -> float:
    rows = [_action(action, room) for action in actions]
    return 21 + sum(rows) if rows else 0.0


def _action(action: ActionCard, room: Room) -> float:
    reasons = [reason.text[: room.reasons] for reason in action.reasons[:1]] if room.reasons else []
    plan = "" if action.in_plan is None else f" {action.in_plan.said}"
    lines = lines_of(action.title[:90] + plan, 54) + sum(lines_of(reason, 60) for reason in reasons)
    return max(lines, lines_of(action.cost[:44], 16), lines_of(action.weeks[:24], 10)) * 4.1 + 1.8
