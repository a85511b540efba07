"""Scorecards and answers as JSON and back, without losing a digit: exact values are written as "numerator/denominator"."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from assessment.scoring.answers import Answer, AnswerState
from assessment.scoring.figures import json_points, json_share
from assessment.scoring.scorecard import (
    HUNDRED,
    Contribution,
    LevelCheck,
    LevelReached,
    NodeScore,
    Scope,
    Scorecard,
    Status,
)

FORMAT = "fourfold-scorecard/1"


def exact(number: Fraction | None) -> str | None:
    """This function will return `number` as text that `Fraction` reads back unchanged."""
    return None if number is None else str(number)


def freeze_scorecard(card: Scorecard) -> dict[str, Any]:
    """This function will return `card` as JSON; beside each exact value stands the rounded number people see."""
    return {
        "format": FORMAT,
        "scope": card.scope.value,
        "root": card.root,
        "size_class": card.size_class,
        "level": _freeze_level(card.level),
        "levels": {node: _freeze_level(level) for node, level in card.levels.items()},
        "nodes": [_freeze_node(node, card) for node in card.nodes.values()],
        "visible": list(card.visible),
        "unanswered": list(card.unanswered),
        "inconsistent": list(card.inconsistent),
        "readings": {
            reading: [_freeze_score(node) for node in nodes.values()] for reading, nodes in card.readings.items()
        },
    }


def _freeze_level(level: LevelReached) -> dict[str, Any]:
    return {
        "index": level.index,
        "key": level.key,
        "next": level.next_key,
        "points_to_next": json_points(level.points_to_next),
        "points_to_next_exact": exact(level.points_to_next),
        "checks": [
            {"level": check.level, "bound_holds": check.bound_holds, "gate_holds": check.gate_holds}
            for check in level.checks
        ],
    }


def _freeze_node(node: NodeScore, card: Scorecard) -> dict[str, Any]:
    return {
        **_freeze_score(node),
        "contributions": [
            {
                "question": part.question,
                "gained": json_points(part.gained),
                "open": json_points(part.open),
                "gained_exact": exact(part.gained),
                "open_exact": exact(part.open),
            }
            for part in card.contributions[node.key]
        ],
    }


def _freeze_score(node: NodeScore) -> dict[str, Any]:
    return {
        "key": node.key,
        "parent": node.parent,
        "status": node.status.value,
        "score": json_points(node.shown),
        "low": json_points(node.low),
        "high": json_points(node.high),
        "coverage": json_share(node.coverage),
        "level": node.level,
        "exact": {
            "score": exact(node.score),
            "low": exact(node.low),
            "high": exact(node.high),
            "coverage": exact(node.coverage),
            "scale": exact(node.scale),
            "target": exact(node.target),
        },
    }


def thaw_scorecard(data: Mapping[str, Any]) -> Scorecard:
    """This function will return the scorecard that `freeze_scorecard` wrote."""
    return Scorecard(
        scope=Scope(data["scope"]),
        root=data["root"],
        nodes={node["key"]: _thaw_node(node) for node in data["nodes"]},
        level=_thaw_level(data["level"]),
        visible=tuple(data["visible"]),
        unanswered=tuple(data["unanswered"]),
        contributions={node["key"]: _thaw_contributions(node) for node in data["nodes"]},
        inconsistent=tuple(data["inconsistent"]),
        size_class=data["size_class"],
        readings={
            reading: {node["key"]: _thaw_node(node) for node in nodes}
            for reading, nodes in data.get("readings", {}).items()
        },
        levels={node: _thaw_level(level) for node, level in data.get("levels", {}).items()},
    )


def _thaw_level(level: Mapping[str, Any]) -> LevelReached:
    return LevelReached(
        level["index"],
        level["key"],
        level["next"],
        _number(level["points_to_next_exact"]),
        tuple(LevelCheck(**check) for check in level["checks"]),
    )


def _number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _thaw_node(node: Mapping[str, Any]) -> NodeScore:
    """Scorecards that were frozen before nodes had scales of their own have none written: it was 100 everywhere."""
    values = {name: _number(text) for name, text in node["exact"].items()}
    return NodeScore(
        key=node["key"],
        parent=node["parent"],
        status=Status(node["status"]),
        score=values["score"],
        low=values["low"],
        high=values["high"],
        coverage=values["coverage"],
        level=node["level"],
        scale=values.get("scale") or HUNDRED,
        target=values.get("target"),
    )


def _thaw_contributions(node: Mapping[str, Any]) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(part["question"], Fraction(part["gained_exact"]), Fraction(part["open_exact"]))
        for part in node["contributions"]
    )


def freeze_answers(answers: Mapping[str, Answer]) -> dict[str, Any]:
    """This function will return `answers` as JSON: {question: {state, value}}."""
    return {key: {"state": answer.state.value, "value": answer.value} for key, answer in answers.items()}


def thaw_answers(data: Mapping[str, Any]) -> dict[str, Answer]:
    """This function will return the answers that `freeze_answers` wrote."""
    return {key: Answer(AnswerState(item["state"]), item["value"]) for key, item in data.items()}
