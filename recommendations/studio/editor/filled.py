"""What stands in the form of a question before anybody has typed."""

from typing import Any

from assessment.bank.editing.flat import Data
from recommendations.studio.editor.question_form import BANDS, CREDIT, FLAGS, LINEAR, NOTHING, POINTS, TEXTS

SAME = (*TEXTS, "key", "kind", "unit", "minimum", "maximum", "decimals", "reading", "reference_lines", "visible_if")


def initial_of(question: Data) -> dict[str, Any]:
    """This function will return what the single fields show of a question."""
    options, linear, ratio = question.get("options", []), question.get("linear") or {}, question.get("ratio") or {}
    worth = {name for option in options for name in (CREDIT, POINTS) if name in option}
    counted = BANDS if question.get("bands") else LINEAR if linear else NOTHING
    return {
        **{name: question[name] for name in SAME if name in question},
        **{name: question.get(name, name == "allow_unknown") for name in FLAGS},
        **linear,
        **ratio,
        "worth": POINTS if POINTS in worth else CREDIT if CREDIT in worth else NOTHING,
        "counted": counted,
        "full_points": question.get("maximum") if options else None,
        "decimals": question.get("decimals", 0),
    }


def lines_of(question: Data, feeds: list[Data]) -> dict[str, list[Data]]:
    """This function will return what the lines show of a question; `feeds` are {node, weight}."""
    names = ("options", "rows", "steps", "bands", "crosswalk")
    return {name: question.get(name, []) for name in names} | {"feeds": feeds}
