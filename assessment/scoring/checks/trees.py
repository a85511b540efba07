"""The measure tree: every node can be scored, every measure is of a question that can."""

from collections import Counter
from collections.abc import Iterator

from assessment.scoring import walk
from assessment.scoring.document import Aggregate, BankDocument, Kind, Node, Question
from assessment.scoring.findings import Finding, error


def check_tree(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for every node that cannot be scored, and for every wrong link to one."""
    known = {question.key: (section.profile, question) for _, section, question in walk.questions(document)}
    for place, node in walk.nodes(document):
        yield from _content(place, node)
        yield from _weights(place, node)
        yield from _measures(place, node, known)
    yield from _section_nodes(document)


def _content(place: str, node: Node) -> Iterator[Finding]:
    if node.children and node.measures:
        yield error(place, "the node has both children and measures", "move the measures into a child")
    if not node.children and not node.measures:
        yield error(place, "the node has neither children nor measures", "measure a question in it, or remove it")


def _weights(place: str, node: Node) -> Iterator[Finding]:
    if node.measures and all(measure.weight == 0 for measure in node.measures):
        yield error(f"{place}.measures", "all weights are 0", "give at least one measure a weight above 0")
    counted = node.aggregate not in (Aggregate.NONE, Aggregate.TABLE)
    if counted and node.children and all(child.weight == 0 for child in node.children):
        yield error(f"{place}.children", "all weights are 0", "give at least one child a weight above 0")


def _measures(place: str, node: Node, known: dict[str, tuple[bool, Question]]) -> Iterator[Finding]:
    for key, count in Counter(measure.question for measure in node.measures).items():
        here = f"{place}.measures.{key}"
        if count > 1:
            yield error(
                here,
                f"the question {key} is measured {count} times in this node",
                "measure it once, with the sum of the weights",
            )
        if key not in known:
            yield error(here, f"there is no question {key}", "correct the key, or add the question")
            continue
        in_profile, question = known[key]
        if in_profile:
            yield error(
                here, f"the question {key} belongs to the profile, which is never scored", "move it to another section"
            )
        if question.kind is Kind.TEXT:
            yield error(
                here, f"the question {key} is answered in free text, which cannot be scored", "remove the measure"
            )


def _section_nodes(document: BankDocument) -> Iterator[Finding]:
    keys = {node.key for _, node in walk.nodes(document)}
    for section in document.sections:
        if section.node is not None and section.node not in keys:
            yield error(f"sections.{section.key}.node", f"there is no node {section.node}", "correct the key")
