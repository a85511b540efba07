"""How much of what it belongs to a weight makes."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from assessment.bank.editing.differences import Place
from assessment.bank.editing.flat import Data
from assessment.scoring.figures import rounded

SHARING = "mean"
"""The one way of putting parts together in which every part has a share; it is the usual one, so it may stand unwritten."""


def owner_of(data: Data, place: Place) -> str | None:
    """This function will return the node in which the weight at `place` counts, None where it is no such weight."""
    match place:
        case ("nodes", key, "measures", _, "weight"):
            return key
        case ("nodes", key, "weight"):
            nodes = {node["key"]: node for node in data.get("nodes", [])}
            parent = nodes.get(key, {}).get("parent")
            return None if parent is None else str(parent)
    return None


def share_at(data: Data, place: Place) -> str:
    """This function will return the share that the weight at `place` makes, such as "27 %"; "" where it makes none."""
    owner = owner_of(data, place)
    nodes = data.get("nodes", [])
    home = next((node for node in nodes if node["key"] == owner), None)
    if home is None or home.get("aggregate", SHARING) != SHARING:
        return ""
    weights: dict[Place, Any] = {
        ("nodes", node["key"], "weight"): node.get("weight") for node in nodes if node.get("parent") == owner
    }
    for measure in home.get("measures", []):
        weights["nodes", home["key"], "measures", measure["question"], "weight"] = measure["weight"]
    if place not in weights or None in weights.values():
        return ""
    numbers = {each: Fraction(Decimal(str(weight))) for each, weight in weights.items()}
    total = sum(numbers.values())
    return f"{rounded(100 * numbers[place] / total, 0)} %" if total else ""
