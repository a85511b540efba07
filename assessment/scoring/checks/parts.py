"""Parts that do not fit together: weighted beside pooled, scales that differ, a scale that says something else."""

from collections.abc import Iterator
from fractions import Fraction

from assessment.scoring import walk
from assessment.scoring.document import Aggregate, BankDocument, Node
from assessment.scoring.figures import shown_scale
from assessment.scoring.findings import Finding, warning
from assessment.scoring.scales import Scales, weight_in_sum
from assessment.scoring.scorecard import HUNDRED


def check_parts(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for nodes whose parts are counted otherwise than they look."""
    scales = Scales(document)
    for place, node in walk.nodes(document):
        if node.aggregate is Aggregate.MEAN:
            yield from _weights(place, node)
            yield from _scales(place, node, scales)
        if node.scale is not None:
            yield from _written_scale(place, node, scales)


def _weights(place: str, node: Node) -> Iterator[Finding]:
    weighted = [child.key for child in node.children if child.weight]
    pooled = [child.key for child in node.children if child.weight is None]
    if weighted and pooled:
        message = f"{', '.join(weighted)} count by their weight, {', '.join(pooled)} by the weights of what applies below them"
        yield warning(f"{place}.children", message, "give every child a weight, or none")


def _scales(place: str, node: Node, scales: Scales) -> Iterator[Finding]:
    parts = {child.key: scales.passed[child.key] for child in node.children if child.weight != 0}
    if len(set(parts.values())) > 1:
        listed = ", ".join(f"{key} {shown_scale(scale)}" for key, scale in parts.items())
        message = f"a mean of parts on different scales ({listed}) is a mean of their shares, not of their points"
        yield warning(f"{place}.children", message, "give the parts one scale, or write aggregate: sum")


def _written_scale(place: str, node: Node, scales: Scales) -> Iterator[Finding]:
    found, how = _found_scale(node, scales)
    if found is not None and found != node.scale:
        message = f"the scale says {node.scale}, the parts {how} {shown_scale(found)}"
        yield warning(f"{place}.scale", message, f"leave the scale out, or correct the parts to {node.scale}")


def _found_scale(node: Node, scales: Scales) -> tuple[Fraction | None, str]:
    """What the scale would be if it were not written. 100 is what a part has that says nothing, so it contradicts none."""
    if node.aggregate is Aggregate.SUM:
        below = [weight_in_sum(child) * scales.passed[child.key] for child in node.children]
        own = [Fraction(measure.weight) * scales.of_measure(measure) for measure in node.measures]
        return sum([*below, *own], start=Fraction(0)), "add up to"
    common = {scales.passed[child.key] for child in node.children if child.weight != 0}
    if node.aggregate is Aggregate.TABLE or node.measures or len(common) != 1 or common == {HUNDRED}:
        return None, ""
    return common.pop(), "agree on"
