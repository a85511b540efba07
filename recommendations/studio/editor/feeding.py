"""Which nodes a question counts in, and with which weight."""

from collections import Counter

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


def likely_feed(data: Data, section: Data, locale: str) -> list[Data]:
    """This function will return the node and weight that the other questions of a section have most often.

    A section whose questions are not measured gives its own node, if that can measure; a profile gives none.
    """
    if section.get("profile"):
        return []
    keys = {question["key"] for question in section["questions"]}
    found: Counter[tuple[str, str]] = Counter()
    for node in data["nodes"]:
        found.update((node["key"], m["weight"]) for m in node.get("measures", []) if m["question"] in keys)
    if found:
        return [dict(zip(("node", "weight"), found.most_common(1)[0][0], strict=True))]
    own = [key for key, _title in measuring_nodes(data, locale) if key == section.get("node")]
    return [{"node": own[0], "weight": "1"}] if own else []


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
