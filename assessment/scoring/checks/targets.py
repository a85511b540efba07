"""Targets, and what a node hands to its parent."""

from collections.abc import Iterator, Sequence

from assessment.scoring import walk
from assessment.scoring.checks.levels import BOTTOM, start_of
from assessment.scoring.document import Aggregate, BankDocument, Level, Node, NotApplicable, Passes
from assessment.scoring.figures import shown_scale
from assessment.scoring.findings import Finding, error, warning
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scales import Scales


def check_targets(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for targets out of reach or missing, and for parts that hand up nothing."""
    ladders, scales = ladders_of(document), Scales(document).full
    nodes = list(walk.nodes(document))
    for place, node in nodes:
        scale = scales[node.key]
        if node.target is not None and node.target > scale:
            message = f"the target {node.target} is beyond the scale of the node, which ends at {shown_scale(scale)}"
            yield error(f"{place}.target", message, "write a target on that scale")
        if node.target is not None and node.aggregate is Aggregate.NONE:
            yield error(f"{place}.target", "a node without a score of its own has no target", "give its parts targets")
        if node.passes is Passes.TARGET and node.target is None:
            yield error(f"{place}.passes", "the node hands up its target, but has none", "write its target")
        if node.passes is Passes.LEVEL:
            yield from _passes_level(place, ladders[node.key])
        yield from _scoreless_parts(place, node)
    if document.not_applicable is NotApplicable.TARGET and all(node.target is None for _, node in nodes):
        message = "what does not apply counts as the target, but no node has one"
        yield error("not_applicable", message, "write targets, or not_applicable: excluded")


def _passes_level(place: str, levels: Sequence[Level]) -> Iterator[Finding]:
    if not levels:
        yield error(f"{place}.passes", "the node hands up its level, but has none", "name a ladder")
        return
    first = levels[0]
    if first.gate is not None or (start_of(first) or BOTTOM) > BOTTOM:
        message = f"the node hands up its level, but not everybody reaches the first one, {first.key}"
        yield error(f"{place}.passes", message, "let the first level begin at lower: 0, without a gate")


def _scoreless_parts(place: str, node: Node) -> Iterator[Finding]:
    if node.aggregate is Aggregate.NONE:
        return
    for child in node.children:
        if child.aggregate is Aggregate.NONE and child.passes is Passes.SCORE and child.weight != 0:
            message = f"the child {child.key} has no score of its own, so it adds nothing to this one"
            yield warning(f"{place}.children.{child.key}", message, "give it weight: 0, or an aggregate")
