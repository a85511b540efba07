"""What the missing conditions of a next level are about."""

from collections.abc import Iterator

from assessment.scoring.conditions import All, AnyOf, Condition, Not, Test
from assessment.scoring.evaluate import evaluate
from recommendations.report.content.material import Material, walk


def missing_facts(material: Material, node_key: str) -> list[str]:
    """This function will return the facts that the missing conditions of a node's next level ask about, each once."""
    climb = material.climb_of(node_key)
    gate = climb.following.gate if climb is not None and climb.following is not None else None
    parts = gate.all if isinstance(gate, All) else [gate] if gate is not None else []
    failing = [part for part in parts if evaluate(part, material.facts.get) is False]
    return list(dict.fromkeys(test.fact for part in failing for test in _tests(part)))


def questions_of(material: Material, fact: str) -> frozenset[str]:
    """This function will return the question that a fact is about, or all that its node is measured by."""
    key = fact.partition(".")[2]
    if key in material.questions:
        return frozenset({key})
    below = walk(material.nodes[key]) if key in material.nodes else []
    return frozenset(measure.question for node in below for measure in node.measures)


def _tests(condition: Condition) -> Iterator[Test]:
    match condition:
        case All(all=parts) | AnyOf(any=parts):
            for part in parts:
                yield from _tests(part)
        case Not(not_=part):
            yield from _tests(part)
        case Test():
            yield condition
