"""Advice as JSON and back, without losing a digit: exact values are written as "numerator/denominator"."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from assessment.scoring.answers import Answer
from assessment.scoring.figures import json_points
from assessment.scoring.freeze import freeze_answers, thaw_answers
from recommendations.rules.advice import (
    Advice,
    Cause,
    Change,
    Evidence,
    Failure,
    Reason,
    Recommendation,
    Undecided,
    Withheld,
)

FORMAT = "fourfold-advice/1"


def freeze_advice(advice: Advice) -> dict[str, Any]:
    """This function will return `advice` as JSON; beside each exact effect stands the rounded number people see."""
    return {
        "format": FORMAT,
        "recommendations": [_freeze_recommendation(one) for one in advice.recommendations],
        "undecided": [
            {
                "rule": one.rule,
                "action": one.action,
                "questions": list(one.questions),
                "condition": dict(one.condition),
            }
            for one in advice.undecided
        ],
        "failures": [{"rule": one.rule, "message": one.message} for one in advice.failures],
        "withheld": [
            {"action": one.action, "cause": one.cause.value, "rules": list(one.rules)} for one in advice.withheld
        ],
    }


def _freeze_recommendation(one: Recommendation) -> dict[str, Any]:
    return {
        "action": one.action,
        "rank": one.rank,
        "priority": one.priority,
        "band": one.band,
        "effect": json_points(one.effect),
        "effect_exact": str(one.effect),
        "effects": {key: json_points(points) for key, points in one.effects.items()},
        "effects_exact": {key: str(points) for key, points in one.effects.items()},
        "changes": [
            {"question": change.question, "before": _freeze(change.before), "after": _freeze(change.after)}
            for change in one.changes
        ],
        "reasons": [_freeze_reason(reason) for reason in one.reasons],
        "after": list(one.after),
    }


def _freeze_reason(reason: Reason) -> dict[str, Any]:
    return {
        "rule": reason.rule,
        "priority": reason.priority,
        "text": dict(reason.text),
        "condition": dict(reason.condition),
        "evidence": [{"question": item.question, "answer": _freeze(item.answer)} for item in reason.evidence],
    }


def _freeze(answer: Answer | None) -> dict[str, Any] | None:
    return None if answer is None else freeze_answers({"": answer})[""]


def thaw_advice(data: Mapping[str, Any]) -> Advice:
    """This function will return the advice that `freeze_advice` wrote."""
    return Advice(
        recommendations=tuple(_thaw_recommendation(one) for one in data["recommendations"]),
        undecided=tuple(
            Undecided(one["rule"], one["action"], tuple(one["questions"]), dict(one.get("condition", {})))
            for one in data["undecided"]
        ),
        failures=tuple(Failure(one["rule"], one["message"]) for one in data["failures"]),
        withheld=tuple(Withheld(one["action"], Cause(one["cause"]), tuple(one["rules"])) for one in data["withheld"]),
    )


def _thaw_recommendation(data: Mapping[str, Any]) -> Recommendation:
    return Recommendation(
        action=data["action"],
        rank=data["rank"],
        priority=data["priority"],
        band=data["band"],
        effect=Fraction(data["effect_exact"]),
        effects={key: Fraction(points) for key, points in data["effects_exact"].items()},
        changes=tuple(_thaw_change(change) for change in data["changes"]),
        reasons=tuple(_thaw_reason(reason) for reason in data["reasons"]),
        after=tuple(data["after"]),
    )


def _thaw_change(data: Mapping[str, Any]) -> Change:
    return Change(data["question"], _thaw(data["before"]), thaw_answers({"": data["after"]})[""])


def _thaw_reason(data: Mapping[str, Any]) -> Reason:
    evidence = tuple(Evidence(item["question"], _thaw(item["answer"])) for item in data["evidence"])
    return Reason(data["rule"], data["priority"], dict(data["text"]), evidence, dict(data.get("condition", {})))


def _thaw(data: Mapping[str, Any] | None) -> Answer | None:
    return None if data is None else thaw_answers({"": data})[""]
