"""A scorecard as JSON for scripts: what is frozen, with the keys, words and points that belong to it."""

from fractions import Fraction
from typing import Any

from assessment.scoring.document import BankDocument, Display, Level
from assessment.scoring.figures import displayed, json_points
from assessment.scoring.freeze import freeze_scorecard
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scorecard import NodeScore, Scorecard
from assessment.scoring.texts import localise

EXACT_DECIMALS = 6


def score_json(
    document: BankDocument, card: Scorecard, locale: str, baseline: Scorecard | None = None
) -> dict[str, Any]:
    """This function will return the frozen scorecard, for every node with what `node_json` says, in words of `locale`."""
    frozen = freeze_scorecard(card)
    frozen["level"]["failed_gates"] = failed_gates(document, card, locale)
    frozen["nodes"] = [
        node
        | node_json(document, card, node["key"], locale, baseline)
        | {"level": level_key(document, card, node["key"])}
        for node in frozen["nodes"]
    ]
    return frozen


def failed_gates(document: BankDocument, card: Scorecard, locale: str) -> list[dict[str, Any]]:
    """This function will return the levels of the whole whose condition does not hold, or of which nobody can tell."""
    levels = {level.key: level for level in ladders_of(document)[card.root]}
    return [
        {"level": check.level, "holds": check.gate_holds, "gate": localise(levels[check.level].gate_text, locale)}
        for check in card.level.checks
        if check.gate_holds is not True
    ]


def node_json(
    document: BankDocument, card: Scorecard, key: str, locale: str, baseline: Scorecard | None = None
) -> dict[str, Any]:
    """This function will return a node's title, level, points on its own scale, target and second readings.

    With a `baseline` also `progress`: how much of the way from then to the target is done, 0 to 100.
    """
    node, display, level = card.nodes[key], document.display, level_of(document, card, key)
    before = None if baseline is None else {"progress": json_points(node.progress_since(baseline.nodes[key]))}
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
    } | (before or {})


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
