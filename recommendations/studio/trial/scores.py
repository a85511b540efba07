"""Scores and levels on the bench, each beside what the release in use gives where that is another."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from assessment.bank.bounds import bound_of
from assessment.bank.climb import Climb, climb_of
from assessment.scoring import walk
from assessment.scoring.document import Level, Node
from assessment.scoring.figures import shown_points, shown_share
from assessment.scoring.scorecard import NodeScore, Status
from recommendations.studio.places import page_of
from recommendations.studio.trial.sides import Side
from recommendations.studio.trial.traces import STATES, Part, Parts

DEPTH_BELOW = 2


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """`interval` is "" where nothing is open; `was` and `was_level` are "" where the release says the same."""

    title: str
    address: str
    depth: int
    points: str
    of_scale: str
    interval: str
    coverage: str
    note: str
    level: str
    was: str
    was_level: str


@dataclass(frozen=True, slots=True)
class Scores:
    """The whole and its parts on `top`, all further nodes `below`."""

    top: tuple[ScoreRow, ...]
    below: tuple[ScoreRow, ...]

    @property
    def has_moved_below(self) -> bool:
        return any(row.was or row.was_level for row in self.below)


@dataclass(frozen=True, slots=True)
class Rung:
    """One level: what it asks for. `is_reached` marks the one that the node stands on."""

    title: str
    address: str
    is_reached: bool
    demands: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Staircase:
    """`line` says where the node stands, `following` what is missing to the next level."""

    title: str
    line: str
    following: str
    rungs: tuple[Rung, ...]


def scores(now: Side, before: Side | None) -> Scores:
    """This function will return every node in tree order."""
    depths = _depths(now.document.tree)
    rows = [_score_row(node, depths[node.key], now, before) for _place, node in walk.nodes(now.document)]
    return Scores(
        tuple(row for row in rows if row.depth < DEPTH_BELOW), tuple(row for row in rows if row.depth >= DEPTH_BELOW)
    )


def staircases(now: Side) -> tuple[Staircase, ...]:
    """This function will return the levels of the whole, and of every node with a ladder of its own."""
    found = []
    for _place, node in walk.nodes(now.document):
        if node.key == now.card.root or node.key in now.card.levels:
            climb = climb_of(now.document, now.card, node.key)
            if climb is not None:
                found.append(_staircase(node, climb, now))
    return tuple(found)


def _depths(tree: Node) -> dict[str, int]:
    depths = {tree.key: 0}
    for _place, node in walk.nodes_below(tree):
        depths |= {child.key: depths[node.key] + 1 for child in node.children}
    return depths


def _score_row(node: Node, depth: int, now: Side, before: Side | None) -> ScoreRow:
    score, say = now.card.nodes[node.key], now.speaker
    old = None if before is None else before.card.nodes.get(node.key)
    points, level = say.points(score, score.shown), say.level(score)
    old_points, old_level = _old(old, before)
    return ScoreRow(
        title=say.say(node.title) or node.key,
        address=page_of(now.document.slug, f"nodes.{node.key}"),
        depth=depth,
        points=points,
        of_scale=say.scale(score),
        interval=_interval(score, now),
        coverage=shown_share(score.coverage),
        note=_note(score),
        level=level,
        was=old_points if before is not None and old_points != points else "",
        was_level=old_level if before is not None and old_level != (level or shown_points(None)) else "",
    )


def _old(old: NodeScore | None, before: Side | None) -> tuple[str, str]:
    if before is None or old is None:
        absent = pgettext("bench", "not there")
        return absent, absent
    return before.speaker.points(old, old.shown), before.speaker.level(old) or shown_points(None)


def _interval(score: NodeScore, now: Side) -> str:
    if score.low is None or score.low == score.high:
        return ""
    values = {"low": now.speaker.points(score, score.low), "high": now.speaker.points(score, score.high)}
    return _("%(low)s to %(high)s") % values


def _note(score: NodeScore) -> str:
    notes = {
        Status.NOT_ASSESSED: _("Nothing here applies."),
        Status.NOT_ENOUGH_ANSWERS: _("Too few answers for a number."),
        Status.UNSCORED: _("No number of its own."),
    }
    return notes.get(score.status, "")


def _staircase(node: Node, climb: Climb, now: Side) -> Staircase:
    say = now.speaker
    reached = None if climb.reached.index is None else climb.levels[climb.reached.index]
    line = _("No level yet.") if reached is None else _("Level: %(title)s.") % {"title": say.say(reached.title)}
    return Staircase(
        title=say.say(node.title) or node.key,
        line=line,
        following=_following(climb, now),
        rungs=tuple(_rungs(node, climb, now)),
    )


def _following(climb: Climb, now: Side) -> str:
    if climb.following is None:
        return _("Too little is answered to name a level.") if climb.is_withheld else _("This is the highest level.")
    title = now.speaker.say(climb.following.title)
    if climb.missing is None:
        return _("Next level: %(title)s.") % {"title": title}
    points = shown_points(climb.missing, now.document.display)
    return _("Next level: %(title)s, %(points)s points to go.") % {"title": title, "points": points}


def _rungs(node: Node, climb: Climb, now: Side) -> Iterator[Rung]:
    parts = Parts(now)
    ladder = f"ladders.{node.ladder}.levels" if node.ladder else "levels"
    for index, level in enumerate(climb.levels):
        yield Rung(
            title=now.speaker.say(level.title) or level.key,
            address=page_of(now.document.slug, f"{ladder}.{level.key}"),
            is_reached=index == climb.reached.index,
            demands=(*_bound(level, index, climb, now), *_gate(level, parts)),
        )


def _bound(level: Level, index: int, climb: Climb, now: Side) -> Iterator[Part]:
    checks = climb.reached.checks[index : index + 1]
    if bound_of(level) is not None and checks:
        values = {"span": climb.span_of(index), "points": now.speaker.points(climb.node, climb.node.shown)}
        text = _("A score of %(span)s (here: %(points)s)") % values
        yield Part(STATES[checks[0].bound_holds], text, "", ())


def _gate(level: Level, parts: Parts) -> tuple[Part, ...]:
    if level.gate is None:
        return ()
    gate = parts.of(level.gate)
    return gate.parts if gate.joint == "all" else (gate,)
