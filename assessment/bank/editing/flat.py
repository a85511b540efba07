"""A document as plain data in which every part has one address, and back.

The tree stands flat, as `nodes` in reading order that name their `parent`, so that a node keeps its address wherever it
is moved. Everything else stands as it does in the document. Addresses are the places that the checker names:
`sections.equipment.questions.EQ04.options.none.label.en`, `nodes.equipment.weight`, `rules.R07.when`.
"""

import json
from typing import Any

from pydantic import BaseModel

from assessment.bank.documents import canonical_json
from assessment.bank.faults import KeyPath

Data = dict[str, Any]
NAMES = ("key", "question", "node", "ref")
"""What tells the items of a list apart: the first of these that all of them have."""


def flat_data(document: BaseModel) -> Data:
    """This function will return `document` as JSON data without defaults, its tree flat."""
    data: Data = json.loads(canonical_json(document))
    if "tree" in data:
        data["nodes"] = list(_listed(data.pop("tree"), None))
    return data


def nested_data(data: Data) -> Data:
    """This function will return flat data in the shape that the schema reads.

    Nodes without a parent, or with one that is not there, hang on the first node, so that no node is ever lost.
    """
    if "nodes" not in data:
        return data
    nested = {name: value for name, value in data.items() if name != "nodes"}
    nodes = [dict(node) for node in data["nodes"]]
    if nodes:
        nested["tree"] = _tree(nodes)
    return nested


def _listed(node: Data, parent: str | None) -> list[Data]:
    children = node.get("children", [])
    own = {name: value for name, value in node.items() if name != "children"}
    listed = [own if parent is None else {**own, "parent": parent}]
    for child in children:
        listed += _listed(child, node["key"])
    return listed


def _tree(nodes: list[Data]) -> Data:
    by_key = {node["key"]: node for node in nodes}
    root = next((node for node in nodes if "parent" not in node), nodes[0])
    above = {node["key"]: node.pop("parent", None) for node in nodes}
    for node in nodes:
        if node is root:
            continue
        parent = by_key.get(str(above[node["key"]]), root)
        home = root if _is_below(parent["key"], node["key"], above) else parent
        home.setdefault("children", []).append(node)
    return root


def _is_below(key: str, top: str, above: dict[str, str | None]) -> bool:
    """Whether `key` is `top` or hangs below it: a node moved under its own child would take both out of the tree."""
    seen: set[str] = set()
    here: str | None = key
    while here is not None and here not in seen:
        if here == top:
            return True
        seen.add(here)
        here = above.get(here)
    return False


def address(nested: Data, path: KeyPath) -> str:
    """This function will return the address of a part, given its path by positions in nested data."""
    here: Any = nested
    names: list[str] = []
    for step in path:
        here = _inner(here, step)
        key = _key_of(here) if isinstance(step, int) else None
        names = [*names, str(step) if key is None else key]
        if names[-2:-1] in (["children"], []) and _is_node(names, here):
            names = ["nodes", str(here["key"])]
    return ".".join(names)


def _inner(here: Any, step: str | int) -> Any:
    try:
        return here[step]
    except (KeyError, IndexError, TypeError):
        return None


def _key_of(item: Any) -> str | None:
    names = [name for name in NAMES if isinstance(item, dict) and name in item]
    return str(item[names[0]]) if names else None


def _is_node(names: list[str], here: Any) -> bool:
    return isinstance(here, dict) and "key" in here and (names == ["tree"] or names[0] == "nodes")
