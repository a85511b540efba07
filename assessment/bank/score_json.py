"""A scorecard as JSON for scripts: what is frozen, with the keys, words and points that belong to it."""

from fractions import Fraction
from typing import Any

from assessment.bank.climb import Climb, climb_of, demands_of
from assessment.scoring.document import BankDocument, Display, Level
from assessment.scoring.facts import Lookup
from assessment.scoring.figures import displayed, json_points
from assessment.scoring.freeze import freeze_scorecard
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import NodeScore, Scorecard
from assessment.scoring.texts import localise

EXACT_DECIMALS = 6


def score_json(
    document: BankDocument,
    card: Scorecard,
    locale: str,
    baseline: Scorecard | None = None,
    facts: Lookup | None = None,
) -> dict[str, Any]:
    """This function will return the frozen scorecard, for every node with what `node_json` says, in words of `locale`."""
    frozen = freeze_scorecard(card)
    frozen["level"]["failed_gates"] = failed_gates(document, card, locale, card.root)
    frozen["nodes"] = [
        node
        | node_json(document, card, node["key"], locale, baseline, facts)
        | {"level": level_key(document, card, node["key"])}
        for node in frozen["nodes"]
    ]
    return frozen


def failed_gates(document: BankDocument, card: Scorecard, locale: str, key: str) -> list[dict[str, Any]]:
    """This function will return the levels of a node whose condition does not hold, or of which nobody can tell.

    Nodes without a ladder of their own have none: only the root asks the gates of the bank's levels.
    """
    climb = climb_of(document, card, key)
    if climb is None:
        return []
    return [
        {"level": check.level, "holds": check.gate_holds, "gate": localise(level.gate_text, locale)}
        for check, level in zip(climb.reached.checks, climb.levels, strict=True)
        if check.gate_holds is not True
    ]


def node_json(
    document: BankDocument,
    card: Scorecard,
    key: str,
    locale: str,
    baseline: Scorecard | None = None,
    facts: Lookup | None = None,
) -> dict[str, Any]:
    """This function will return a node's title, level, points on its own scale, target, second readings and ladder.

    With a `baseline` also the points of then, the change since, and `progress`: how much of the way from then to the
    target is done, 0 to 100. With `facts` (`Facts.get`) the next level names its single conditions.
    """
    node, display, level = card.nodes[key], document.display, level_of(document, card, key)
    return {
        "level_title": None if level is None else localise(level.title, locale),
        "scale": number(node.scale),
        "points": _points(node, node.shown, display),
        "points_low": _points(node, node.low, display),
        "points_high": _points(node, node.high, display),
        "target": number(node.target),
        "target_gap": _written(node.target_gap, display),
        "percent_of_target": json_points(node.percent_of_target),
        "readings": {name: _reading(scores.get(key), display) for name, scores in card.readings.items()},
        "level_checks": _level_checks(climb_of(document, card, key), locale),
        "failed_gates": failed_gates(document, card, locale, key),
        "next_level": _next_level(document, climb_of(document, card, key), locale, facts),
    } | ({} if baseline is None else _since(node, baseline.nodes[key], display))


def _since(node: NodeScore, before: NodeScore, display: Display) -> dict[str, Any]:
    return {
        "points_before": _points(before, before.shown, display),
        "points_change": _written(change_since(node, before), display),
        "progress": json_points(node.progress_since(before)),
    }


def change_since(node: NodeScore, before: NodeScore) -> Fraction | None:
    """This function will return the points gained since an earlier score, less than 0 if lost; None without both."""
    return None if node.points is None or before.points is None else node.points - before.points


def _level_checks(climb: Climb | None, locale: str) -> list[dict[str, Any]]:
    if climb is None:
        return []
    return [
        {
            "level": check.level,
            "title": localise(level.title, locale),
            "span": climb.span_of(index),
            "bound_holds": check.bound_holds,
            "gate_holds": check.gate_holds,
            "gate": localise(level.gate_text, locale),
        }
        for index, (check, level) in enumerate(zip(climb.reached.checks, climb.levels, strict=True))
    ]


def _next_level(
    document: BankDocument, climb: Climb | None, locale: str, facts: Lookup | None
) -> dict[str, Any] | None:
    """`points_missing` is None where no points are missing, 0 where the level begins just above the points there are."""
    if climb is None or climb.following is None:
        return None
    demands = () if facts is None else demands_of(climb.following, document, locale, facts)
    return {
        "level": climb.following.key,
        "title": localise(climb.following.title, locale),
        "span": climb.next_span,
        "points_missing": _written(climb.missing, document.display),
        "gate": localise(climb.following.gate_text, locale),
        "conditions": [{"text": demand.text, "holds": demand.holds} for demand in demands],
    }


def level_of(document: BankDocument, card: Scorecard, key: str) -> Level | None:
    """This function will return the level that a node reached on its own ladder, or None."""
    index = card.nodes[key].level
    return None if index is None else ladders_of(document)[key][index]


def level_key(document: BankDocument, card: Scorecard, key: str) -> str | None:
    level = level_of(document, card, key)
    return None if level is None else level.key


def number(exact: Fraction | None) -> int | float | None:
    """This function will return what a document writes, such as a scale or a target, as a JSON number."""
    if exact is None:
        return None
    return exact.numerator if exact.denominator == 1 else round(float(exact), EXACT_DECIMALS)


def _reading(node: NodeScore | None, display: Display) -> float | None:
    return None if node is None else _points(node, node.shown, display)


def _points(node: NodeScore, score: Fraction | None, display: Display) -> float | None:
    return _written(node.on_scale(score), display)


def _written(points: Fraction | None, display: Display) -> float | None:
    """The JSON number that shows the same digits as people read."""
    return None if points is None else float(displayed(points, display))
