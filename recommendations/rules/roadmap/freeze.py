"""A roadmap as JSON and back, without losing a digit: beside each exact value stands the rounded one people see."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from assessment.scoring.figures import json_points
from assessment.scoring.freeze import exact
from recommendations.rules.roadmap.result import (
    Cause,
    Change,
    LeftOut,
    More,
    NoRoadmap,
    Roadmap,
    Stage,
    Unavailable,
)

FORMAT = "fourfold-roadmap/1"


def freeze_roadmap(roadmap: Roadmap | NoRoadmap) -> dict[str, Any]:
    """This function will return `roadmap` as JSON. Yuan and days are exact texts, points stand twice."""
    if isinstance(roadmap, NoRoadmap):
        return {"format": FORMAT, "unavailable": roadmap.reason.value}
    return {
        "format": FORMAT,
        "budget": str(roadmap.budget),
        "days_per_quarter": exact(roadmap.days_per_quarter),
        "stages": [_freeze_stage(stage) for stage in roadmap.stages],
        "left_out": [_freeze_left_out(one) for one in roadmap.left_out],
        "loads": [str(load) for load in roadmap.loads],
        "overall": _freeze_change(roadmap.overall),
        "barriers": [_freeze_change(change) for change in roadmap.barriers],
        "level_before": roadmap.level_before,
        "level_after": roadmap.level_after,
        "cost": str(roadmap.cost),
        "days": str(roadmap.days),
        **_points("points", roadmap.points),
        "is_proven": roadmap.is_proven,
        **_points("gap", roadmap.gap),
    }


def thaw_roadmap(data: Mapping[str, Any]) -> Roadmap | NoRoadmap:
    """This function will return the roadmap that `freeze_roadmap` wrote."""
    if "unavailable" in data:
        return NoRoadmap(Unavailable(data["unavailable"]))
    return Roadmap(
        budget=Fraction(data["budget"]),
        days_per_quarter=_thaw(data["days_per_quarter"]),
        stages=tuple(_thaw_stage(stage) for stage in data["stages"]),
        left_out=tuple(_thaw_left_out(one) for one in data["left_out"]),
        loads=tuple(Fraction(load) for load in data["loads"]),
        overall=_thaw_change(data["overall"]),
        barriers=tuple(_thaw_change(change) for change in data["barriers"]),
        level_before=data["level_before"],
        level_after=data["level_after"],
        is_proven=data["is_proven"],
        gap=Fraction(data["gap_exact"]),
    )


def freeze_more(more: More) -> dict[str, Any]:
    """This function will return `more` as JSON."""
    return {
        "extra": str(more.extra),
        **_points("points", more.points),
        "added": list(more.added),
        "dropped": list(more.dropped),
        "enough": exact(more.enough),
        "is_proven": more.is_proven,
    }


def thaw_more(data: Mapping[str, Any]) -> More:
    """This function will return what `freeze_more` wrote."""
    return More(
        extra=Fraction(data["extra"]),
        points=Fraction(data["points_exact"]),
        added=tuple(data["added"]),
        dropped=tuple(data["dropped"]),
        enough=_thaw(data["enough"]),
        is_proven=data["is_proven"],
    )


def _freeze_stage(stage: Stage) -> dict[str, Any]:
    return {
        "action": stage.action,
        "quarter": stage.quarter,
        "last_quarter": stage.last_quarter,
        "wave": stage.wave.value,
        "cost": str(stage.cost),
        "days": str(stage.days),
        **_points("points", stage.points),
        "cost_so_far": str(stage.cost_so_far),
        **_points("points_so_far", stage.points_so_far),
    }


def _thaw_stage(data: Mapping[str, Any]) -> Stage:
    return Stage(
        action=data["action"],
        quarter=data["quarter"],
        last_quarter=data["last_quarter"],
        cost=Fraction(data["cost"]),
        days=Fraction(data["days"]),
        points=Fraction(data["points_exact"]),
        cost_so_far=Fraction(data["cost_so_far"]),
        points_so_far=Fraction(data["points_so_far_exact"]),
    )


def _freeze_left_out(one: LeftOut) -> dict[str, Any]:
    return {
        "action": one.action,
        "cause": one.cause.value,
        "cost": str(one.cost),
        "days": str(one.days),
        "quarters": one.quarters,
        **_points("points", one.points),
        "short": exact(one.short),
        "others": list(one.others),
    }


def _thaw_left_out(data: Mapping[str, Any]) -> LeftOut:
    return LeftOut(
        action=data["action"],
        cause=Cause(data["cause"]),
        cost=Fraction(data["cost"]),
        days=Fraction(data["days"]),
        quarters=data["quarters"],
        points=Fraction(data["points_exact"]),
        short=_thaw(data["short"]),
        others=tuple(data["others"]),
    )


def _freeze_change(change: Change) -> dict[str, Any]:
    return {"node": change.node, **_points("before", change.before), **_points("after", change.after)}


def _thaw_change(data: Mapping[str, Any]) -> Change:
    return Change(data["node"], _thaw(data["before_exact"]), _thaw(data["after_exact"]))


def _points(name: str, points: Fraction | None) -> dict[str, Any]:
    return {name: json_points(points), f"{name}_exact": exact(points)}


def _thaw(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)
