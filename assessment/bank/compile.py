"""From the rows of a working copy back to the document. What `replace_working_copy` took apart comes together again."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import Model

from assessment.bank.models import Bank, Measure, Node, Option, Question, Section
from assessment.bank.working_copy import SCALE
from assessment.scoring.document import BankDocument

SECTION = ["key", "title", "intro", "profile"]
QUESTION = [
    *["key", "kind", "text", "short", "help", "example", "evidence", "core", "required"],
    *["allow_unknown", "allow_not_applicable", "visible_if", "crosswalk", "reference_lines"],
]
OPTION = ["key", "label", "credit", "points", "exclusive"]
NODE = [
    *["key", "title", "description", "why", "weight", "aggregate", "scale", "target", "passes", "cells"],
    "crosswalk",
]
MEASURE = ["weight", "credits", "points"]
LEVEL = ["key", "title", "description", "lower", "above", "upto", "below", "gate", "gate_text", "source"]


def compile_bank(bank: Bank) -> BankDocument:
    """This function will return the working copy of `bank` as a document, in six queries whatever its size."""
    return BankDocument.model_validate(
        {
            **bank.extras,
            "slug": bank.slug,
            "title": bank.title,
            "sections": _sections(bank),
            "tree": _tree(bank),
            "levels": [_values(level, LEVEL) for level in bank.levels.order_by("position", "key")],
        }
    )


def _sections(bank: Bank) -> list[dict[str, Any]]:
    options = _grouped(
        (option.question_id, _values(option, OPTION))
        for option in Option.objects.filter(question__bank=bank).order_by("position", "key")
    )
    questions = _grouped(
        (question.section_id, _question(question, options[question.pk]))
        for question in bank.questions.order_by("position", "key")
    )
    return [_section(section, questions[section.pk]) for section in bank.sections.order_by("position", "key")]


def _section(section: Section, questions: list[dict[str, Any]]) -> dict[str, Any]:
    return {**_values(section, SECTION), "node": section.node_key or None, "questions": questions}


def _question(question: Question, options: list[dict[str, Any]]) -> dict[str, Any]:
    scale = {name: value for name, value in question.scale.items() if name in SCALE}
    values = _values(question, QUESTION)
    return {**values, **scale, "reading": question.reading_key or None, "options": options}


def _tree(bank: Bank) -> dict[str, Any] | None:
    measures = _grouped(
        (measure.node_id, {"question": measure.question.key, **_values(measure, MEASURE)})
        for measure in Measure.objects.filter(node__bank=bank).select_related("question").order_by("position", "pk")
    )
    children: dict[int | None, list[Node]] = _grouped(
        (node.parent_id, node) for node in bank.nodes.order_by("position", "key")
    )

    def data(node: Node) -> dict[str, Any]:
        return {
            **_values(node, NODE),
            "ladder": node.ladder_key or None,
            "children": [data(child) for child in children[node.pk]],
            "measures": measures[node.pk],
        }

    roots = children[None]
    return data(roots[0]) if roots else None


def _values(row: Model, names: Iterable[str]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _grouped(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    groups = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return groups
