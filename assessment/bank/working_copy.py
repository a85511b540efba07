"""From a document to the rows of a working copy."""

from typing import Any

from pydantic import BaseModel

from assessment.bank.models import Bank, Level, Measure, Node, Option, Question, Section
from assessment.bank.plain_data import plain_data
from assessment.scoring import document as parts
from assessment.scoring.document import BankDocument

ROWS_OF_THE_DOCUMENT = {"slug", "title", "sections", "tree", "levels"}
SCALE = {"rows", "multiple", "steps", "bands", "linear", "unit", "minimum", "maximum", "decimals", "ratio"}


def replace_working_copy(bank: Bank, document: BankDocument) -> None:
    """This function will make the rows of `bank` say what `document` says. The caller holds a transaction."""
    bank.title = document.title
    bank.extras = plain_data(document, exclude=ROWS_OF_THE_DOCUMENT)
    bank.save()
    _clear(bank)
    questions = _add_sections(bank, document)
    _add_tree(bank, document.tree, questions)
    Level.objects.bulk_create(
        Level(bank=bank, position=position, gate=_condition(level.gate), **_columns(level, "gate"))
        for position, level in enumerate(document.levels)
    )


def _clear(bank: Bank) -> None:
    Measure.objects.filter(node__bank=bank).delete()
    Option.objects.filter(question__bank=bank).delete()
    for rows in (bank.questions, bank.sections, bank.nodes, bank.levels):
        rows.all().delete()


def _add_sections(bank: Bank, document: BankDocument) -> dict[str, Question]:
    sections = Section.objects.bulk_create(
        Section(bank=bank, position=position, node_key=section.node or "", **_columns(section, "node", "questions"))
        for position, section in enumerate(document.sections)
    )
    written = [
        (row, position, question)
        for row, section in zip(sections, document.sections, strict=True)
        for position, question in enumerate(section.questions)
    ]
    questions = Question.objects.bulk_create(_question(bank, *parts_of_row) for parts_of_row in written)
    Option.objects.bulk_create(
        Option(question=row, position=position, **_columns(option))
        for row, (_section, _position, question) in zip(questions, written, strict=True)
        for position, option in enumerate(question.options)
    )
    return {question.key: question for question in questions}


def _question(bank: Bank, section: Section, position: int, question: parts.Question) -> Question:
    return Question(
        bank=bank,
        section=section,
        position=position,
        visible_if=_condition(question.visible_if),
        scale=plain_data(question, include=SCALE),
        crosswalk=[plain_data(item) for item in question.crosswalk],
        reading_key=question.reading or "",
        **_columns(question, "options", "visible_if", "crosswalk", "reading", *SCALE),
    )


def _add_tree(bank: Bank, root: parts.Node, questions: dict[str, Question]) -> None:
    """One statement for each storey of the tree: children need the keys of their parents' rows."""
    storey: list[tuple[Node | None, int, parts.Node]] = [(None, 0, root)]
    measures: list[Measure] = []
    while storey:
        nodes = Node.objects.bulk_create(_node(bank, *parts_of_row) for parts_of_row in storey)
        pairs = [(row, node) for row, (_parent, _position, node) in zip(nodes, storey, strict=True)]
        measures += [
            _measure(row, questions[measure.question], position, measure)
            for row, node in pairs
            for position, measure in enumerate(node.measures)
        ]
        storey = [(row, position, child) for row, node in pairs for position, child in enumerate(node.children)]
    Measure.objects.bulk_create(measures)


def _node(bank: Bank, parent: Node | None, position: int, node: parts.Node) -> Node:
    return Node(
        bank=bank,
        parent=parent,
        position=position,
        crosswalk=[plain_data(item) for item in node.crosswalk],
        cells=[plain_data(item) for item in node.cells],
        ladder_key=node.ladder or "",
        **_columns(node, "children", "measures", "crosswalk", "cells", "ladder"),
    )


def _measure(node: Node, question: Question, position: int, measure: parts.Measure) -> Measure:
    worth = plain_data(measure, include={"credits", "points"})
    return Measure(node=node, question=question, position=position, weight=measure.weight, **worth)


def _columns(part: BaseModel, *without: str) -> dict[str, Any]:
    return {name: getattr(part, name) for name in type(part).model_fields if name not in without}


def _condition(condition: BaseModel | None) -> dict[str, Any] | None:
    return None if condition is None else plain_data(condition)
