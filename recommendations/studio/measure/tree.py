"""Nodes moved about in the flat list of a tree. Siblings stand in the order of the list."""

from assessment.bank.editing.flat import Data


class CannotMove(Exception):
    """There is nowhere to go in that direction."""


def move_node(nodes: list[Data], key: str, way: str, target: str = "") -> None:
    """This function will move a node `up` or `down` among its siblings, `in` below the one before it, `out` behind its
    parent, `under` a target as its last child, or `before` or `after` it. Raises CannotMove.
    """
    by_key = {node["key"]: node for node in nodes}
    node = by_key.get(key)
    if node is None or "parent" not in node or way not in WAYS:
        raise CannotMove
    if way in TARGETED and (target not in by_key or target in below(nodes, key)):
        raise CannotMove
    WAYS[way](nodes, node, by_key.get(target, {}))


def below(nodes: list[Data], key: str) -> set[str]:
    """This function will return the key of a node and those of all nodes below it."""
    found = {key}
    while more := {node["key"] for node in nodes if node.get("parent") in found} - found:
        found |= more
    return found


def _siblings(nodes: list[Data], node: Data) -> list[Data]:
    return [each for each in nodes if each.get("parent") == node["parent"]]


def _beside(nodes: list[Data], node: Data, steps: int) -> Data:
    siblings = _siblings(nodes, node)
    index = siblings.index(node) + steps
    if not 0 <= index < len(siblings):
        raise CannotMove
    return siblings[index]


def _put(nodes: list[Data], node: Data, neighbour: Data, behind: bool) -> None:
    nodes.remove(node)
    nodes.insert(nodes.index(neighbour) + behind, node)


def _up(nodes: list[Data], node: Data, _target: Data) -> None:
    _put(nodes, node, _beside(nodes, node, -1), behind=False)


def _down(nodes: list[Data], node: Data, _target: Data) -> None:
    _put(nodes, node, _beside(nodes, node, 1), behind=True)


def _in(nodes: list[Data], node: Data, _target: Data) -> None:
    _under(nodes, node, _beside(nodes, node, -1))


def _out(nodes: list[Data], node: Data, _target: Data) -> None:
    parent = next(each for each in nodes if each["key"] == node["parent"])
    if "parent" not in parent:
        raise CannotMove
    node["parent"] = parent["parent"]
    _put(nodes, node, parent, behind=True)


def _under(nodes: list[Data], node: Data, target: Data) -> None:
    node["parent"] = target["key"]
    nodes.remove(node)
    nodes.append(node)


def _before(nodes: list[Data], node: Data, target: Data) -> None:
    _next_to(nodes, node, target, behind=False)


def _after(nodes: list[Data], node: Data, target: Data) -> None:
    _next_to(nodes, node, target, behind=True)


def _next_to(nodes: list[Data], node: Data, target: Data, behind: bool) -> None:
    if "parent" not in target:
        raise CannotMove
    node["parent"] = target["parent"]
    _put(nodes, node, target, behind)


WAYS = {"up": _up, "down": _down, "in": _in, "out": _out, "under": _under, "before": _before, "after": _after}
TARGETED = frozenset({"under", "before", "after"})
