"""The next level as JSON and back: beside each exact value, "numerator/denominator", the rounded one people see."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from assessment.scoring.figures import json_points, rounded
from assessment.scoring.freeze import exact
from recommendations.rules.next_level.result import (
    NextLevel,
    Obstacle,
    OpenQuestion,
    Outlook,
    Standing,
    Way,
    Why,
    Work,
)

FORMAT = "fourfold-next-level/1"

Json = dict[str, Any]


def freeze_next_level(found: NextLevel) -> Json:
    """This function will return `found` as JSON: costs in whole yuan, points with one decimal, all exact as well."""
    return {
        "format": FORMAT,
        "outlook": found.outlook.value,
        "level": found.level,
        "next": found.next,
        "ways": [_freeze_way(way) for way in found.ways],
        "has_more": found.has_more,
        "is_proven": found.is_proven,
        "obstacles": [_freeze_obstacle(obstacle) for obstacle in found.obstacles],
    }


def _freeze_way(way: Way) -> Json:
    return {
        "works": [
            {**_cost(work.cost), "action": work.action, "days": work.days, **_points("gain", work.gain)}
            for work in way.works
        ],
        **_cost(way.cost),
        "days": way.days,
        "level": way.level,
        "overall": _freeze_standing(way.overall),
        "barriers": [_freeze_standing(standing) for standing in way.barriers],
    }


def _freeze_standing(standing: Standing) -> Json:
    return {"node": standing.node, **_points("before", standing.before), **_points("after", standing.after)}


def _freeze_obstacle(obstacle: Obstacle) -> Json:
    return {
        "level": obstacle.level,
        "fact": obstacle.fact,
        **_points("reached", obstacle.reached),
        **_points("needed", obstacle.needed),
        "applies": obstacle.applies,
        "questions": [
            {
                "question": each.question,
                "why": each.why.value,
                "credit_exact": str(each.credit),
                "actions": list(each.actions),
            }
            for each in obstacle.questions
        ],
    }


def _points(name: str, points: Fraction | None) -> Json:
    return {name: json_points(points), f"{name}_exact": exact(points)}


def _cost(cost: Fraction) -> Json:
    return {"cost": int(rounded(cost, 0)), "cost_exact": str(cost)}


def thaw_next_level(data: Mapping[str, Any]) -> NextLevel:
    """This function will return what `freeze_next_level` wrote."""
    return NextLevel(
        outlook=Outlook(data["outlook"]),
        level=data["level"],
        next=data["next"],
        ways=tuple([_thaw_way(way) for way in data["ways"]]),
        has_more=data["has_more"],
        is_proven=data["is_proven"],
        obstacles=tuple([_thaw_obstacle(obstacle) for obstacle in data["obstacles"]]),
    )


def _thaw_way(way: Json) -> Way:
    works = [
        Work(work["action"], Fraction(work["cost_exact"]), work["days"], Fraction(work["gain_exact"]))
        for work in way["works"]
    ]
    return Way(
        works=tuple(works),
        cost=Fraction(way["cost_exact"]),
        days=way["days"],
        level=way["level"],
        overall=_thaw_standing(way["overall"]),
        barriers=tuple([_thaw_standing(standing) for standing in way["barriers"]]),
    )


def _thaw_standing(standing: Json) -> Standing:
    return Standing(standing["node"], _number(standing["before_exact"]), _number(standing["after_exact"]))


def _thaw_obstacle(obstacle: Json) -> Obstacle:
    questions = [
        OpenQuestion(each["question"], Why(each["why"]), Fraction(each["credit_exact"]), tuple(each["actions"]))
        for each in obstacle["questions"]
    ]
    return Obstacle(
        level=obstacle["level"],
        fact=obstacle["fact"],
        reached=_number(obstacle["reached_exact"]),
        needed=_number(obstacle["needed_exact"]),
        applies=obstacle["applies"],
        questions=tuple(questions),
    )


def _number(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)
