"""Orderly walks over a bank document, each step with the path of keys at which it stands."""

from collections.abc import Iterator

from assessment.scoring.document import BankDocument, Node, Question, Section


def questions(document: BankDocument) -> Iterator[tuple[str, Section, Question]]:
    """This function will yield every question in the order of asking, as (place, section, question)."""
    for section in document.sections:
        for question in section.questions:
            yield f"sections.{section.key}.questions.{question.key}", section, question


def questions_by_key(document: BankDocument) -> dict[str, Question]:
    """This function will return every question by its key, in the order of asking."""
    return {question.key: question for _, _, question in questions(document)}


def nodes(document: BankDocument) -> Iterator[tuple[str, Node]]:
    """This function will yield every node, parents first, as (place, node)."""
    return nodes_below(document.tree)


def nodes_below(top: Node) -> Iterator[tuple[str, Node]]:
    """This function will yield `top` and every node below it, parents first, as (place, node)."""
    waiting = [top]
    while waiting:
        node = waiting.pop(0)
        yield f"nodes.{node.key}", node
        waiting = [*node.children, *waiting]


def measured(document: BankDocument) -> frozenset[str]:
    """This function will return the keys of the questions that some node measures."""
    return frozenset(measure.question for _, node in nodes(document) for measure in node.measures)
