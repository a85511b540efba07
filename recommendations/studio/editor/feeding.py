"""Which nodes a question counts in, and with which weight."""

from decimal import Decimal

from assessment.bank.editing.flat import Data
from assessment.scoring.texts import localise


def measuring_nodes(data: Data, locale: str) -> list[tuple[str, str]]:
    """This function will return the nodes that may measure questions, by key with their titles and those above them."""
    titles = {node["key"]: localise(node["title"], locale) for node in data["nodes"]}
    above = {node["key"]: node.get("parent") for node in data["nodes"]}
    parents = set(above.values())
    return [(key, " › ".join(_path(key, above, titles))) for key in titles if key not in parents]


def _path(key: str, above: dict[str, str | None], titles: dict[str, str]) -> list[str]:
    """The root is left out: everything is in it."""
    path, here = [titles[key]], above[key]
    while here is not None and above.get(here) is not None and len(path) < len(above):
        path, here = [titles[here], *path], above[here]
    return path


def feeds_of(data: Data, question_key: str) -> list[Data]:
    """This function will return the nodes that measure a question, each with its weight there."""
    return [
        {"node": node["key"], "weight": measure["weight"]}
        for node in data["nodes"]
        for measure in node.get("measures", [])
        if measure["question"] == question_key
    ]


def open_feed(data: Data, section: Data) -> list[Data]:
    """This function will return a line in which nothing is chosen yet, with the weight that is usual in the section.

    A profile is not scored: it gives none.
    """
    if section.get("profile"):
        return []
    keys = {question["key"] for question in section["questions"]}
    weights = [m["weight"] for node in data["nodes"] for m in node.get("measures", []) if m["question"] in keys]
    return [{"node": "", "weight": sorted(weights, key=Decimal)[len(weights) // 2] if weights else "1"}]


def feed(data: Data, question_key: str, feeds: list[Data]) -> None:
    """This function will have exactly these nodes measure a question; what they say of its options there stays."""
    wished = {each["node"]: each.get("weight") or "1" for each in feeds if each.get("node")}
    for node in data["nodes"]:
        kept = [each for each in node.get("measures", []) if each["question"] != question_key or node["key"] in wished]
        for measure in kept:
            if measure["question"] == question_key:
                measure["weight"] = wished.pop(node["key"])
        if node["key"] in wished:
            kept.append({"question": question_key, "weight": wished[node["key"]]})
        if kept or "measures" in node:
            node["measures"] = kept
