"""Gates: of nodes below the one whose level they decide, and together with the bounds within reach."""

from collections.abc import Iterator
from fractions import Fraction

from assessment.scoring.check_conditions import comparisons_of
from assessment.scoring.checks.levels import Staircase, staircases, start_of
from assessment.scoring.conditions import All, Condition, Operator, Test
from assessment.scoring.contradictions import World, is_impossible
from assessment.scoring.cuts import Cut
from assessment.scoring.document import BankDocument, Level, Node, Passes
from assessment.scoring.fact_catalogue import Family
from assessment.scoring.figures import shown_scale
from assessment.scoring.findings import Finding, error
from assessment.scoring.scales import Scales

OF_NODES = frozenset({Family.NODE, Family.LEVEL, Family.COVERAGE, Family.RANK})
HANDED_UP = frozenset({Family.NODE, Family.LEVEL, Family.COVERAGE})


def check_gates(document: BankDocument, world: World, faulty: set[str]) -> Iterator[Finding]:
    """This function will yield a finding for every gate that looks the wrong way, and for levels that nobody reaches.

    Gates at or below a `faulty` place are left out: what they ask for is not clear.
    """
    scales = Scales(document).full
    for staircase in staircases(document):
        for node in staircase.nodes:
            if staircase.is_ladder:
                yield from _looks_down(staircase, node, faulty)
        for node in staircase.climbers:
            yield from _reach(staircase, node, scales[node.key], world, faulty)


def _sound(place: str, level: Level, faulty: set[str]) -> Condition | None:
    """The gate of a level, if it has one and nothing is wrong with it."""
    return None if any(each.startswith(f"{place}.gate") for each in faulty) else level.gate


def _looks_down(staircase: Staircase, node: Node, faulty: set[str]) -> Iterator[Finding]:
    """A level is decided after the nodes below it and before the one it belongs to is handed up."""
    below = {key for child in node.children for key in keys_below(child)}
    for level in staircase.levels:
        place = f"{staircase.place}.{level.key}"
        gate = _sound(place, level, faulty)
        for test in comparisons_of(gate) if gate is not None else []:
            family, _, key = test.fact.partition(".")
            if family in OF_NODES and key not in below:
                message = f"the node {node.key} uses this ladder, and {test.fact} is not of a node below it"
                yield error(f"{place}.gate", message, f"ask for nodes below {node.key}, or give it another ladder")
            elif node.passes is Passes.LEVEL and family not in HANDED_UP:
                message = f"the node {node.key} hands up its level, whose gate cannot ask for {test.fact}"
                yield error(f"{place}.gate", message, "ask for node., level. or coverage. of nodes below it")


def keys_below(node: Node) -> set[str]:
    """This function will return the key of `node` and of every node below it."""
    return {node.key}.union(*(keys_below(child) for child in node.children))


def _reach(staircase: Staircase, node: Node, scale: Fraction, world: World, faulty: set[str]) -> Iterator[Finding]:
    """A level needs its own bound and gate and those of all before it; only the first out of reach is named."""
    needed: list[Condition] = []
    most = world.most[f"node.{node.key}"]
    for level in staircase.levels:
        place = f"{staircase.place}.{level.key}"
        start, gate = start_of(level), _sound(place, level, faulty)
        if start is not None and start >= Cut.behind(scale):
            return  # beyond the scale: a finding of the levels
        if start is not None and start >= Cut.behind(most):
            message = f"nobody reaches the level: the best answers bring {node.key} to {shown_scale(most)} at most"
            yield error(place, message, "lower the bound, or let the best answers earn full credit")
            return
        needed += [*_bound(node, start), *([] if gate is None else [gate])]
        if gate is not None and is_impossible(All(all=needed), world):
            message = (
                f"nobody reaches the level in {node.key}: its bound and the gates up to it can never hold together"
            )
            yield error(place, message, "correct the gate or the bound")
            return


def _bound(node: Node, start: Cut | None) -> list[Condition]:
    if start is None:
        return []
    operator = Operator.GT if start.after else Operator.GTE
    return [Test(fact=f"node.{node.key}", op=operator, value=str(start.at))]
