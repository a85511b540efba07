"""Nodes that look their score up: a cell for every combination of levels, and no cell in the shade of another."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import islice, product
from math import prod

from assessment.scoring import walk
from assessment.scoring.document import Aggregate, BankDocument, Cell, Level, Node
from assessment.scoring.figures import shown_scale
from assessment.scoring.findings import Finding, error, warning
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scales import Scales

NAMED_COMBINATIONS = 3
# Beyond this many combinations a table is no longer looked through; nobody writes one by hand.
MOST_COMBINATIONS = 20_000

Choices = Mapping[str, list[str]]
Combination = dict[str, str]


def check_cells(document: BankDocument) -> Iterator[Finding]:
    """This function will yield a finding for every gap in the `cells` of a table node, and for every idle cell."""
    ladders, scales = ladders_of(document), Scales(document).full
    for place, node in walk.nodes(document):
        if node.aggregate is Aggregate.TABLE:
            yield from _table(place, node, ladders, scales[node.key])
        elif node.cells:
            message = f"a node that takes the {node.aggregate.value} of its parts has no use for cells"
            yield error(f"{place}.cells", message, "write aggregate: table, or remove the cells")


def _table(place: str, node: Node, ladders: Mapping[str, tuple[Level, ...]], scale: Fraction) -> Iterator[Finding]:
    choices = {child.key: [level.key for level in ladders[child.key]] for child in node.children}
    if not choices or not node.cells:
        message = f"a table node without {'cells' if choices else 'children'} has nothing to look up"
        yield error(place, message, "give it children with levels, and a cell for every combination of them")
        return
    for key, levels in choices.items():
        if not levels:
            message = f"the child {key} has no levels to be looked up by"
            yield error(f"{place}.cells", message, "give it a ladder, or the bank levels")
    faults = [finding for number, cell in enumerate(node.cells) for finding in _cell(place, number, cell, choices)]
    yield from faults
    yield from _scores(place, node, scale)
    if not faults and 0 < prod(map(len, choices.values())) <= MOST_COMBINATIONS:
        yield from _cover(place, node, choices)


def _cell(place: str, number: int, cell: Cell, choices: Choices) -> Iterator[Finding]:
    for key, wanted in cell.when.items():
        here = f"{place}.cells.{number}.when.{key}"
        if key not in choices:
            yield error(here, f"the node has no child {key}", f"use one of: {', '.join(choices)}")
            continue
        for level in wanted:
            if level not in choices[key]:
                yield error(here, f"the child {key} has no level {level}", f"use one of: {', '.join(choices[key])}")


def _scores(place: str, node: Node, scale: Fraction) -> Iterator[Finding]:
    for number, cell in enumerate(node.cells):
        if cell.score > scale:
            message = f"the score {cell.score} is beyond the scale of the node, which ends at {shown_scale(scale)}"
            yield error(f"{place}.cells.{number}.score", message, "write a score on that scale, or another scale")


def _cover(place: str, node: Node, choices: Choices) -> Iterator[Finding]:
    hits = [0] * len(node.cells)
    uncovered: list[Combination] = []
    for levels in product(*choices.values()):
        combination = dict(zip(choices, levels, strict=True))
        found = next((number for number, cell in enumerate(node.cells) if _fits(cell, combination)), None)
        if found is None:
            uncovered.append(combination)
        else:
            hits[found] += 1
    if uncovered:
        named = "; ".join(_words(each) for each in islice(uncovered, NAMED_COMBINATIONS))
        message = f"{len(uncovered)} combinations of levels have no cell, such as {named}"
        yield error(f"{place}.cells", message, "add cells for them")
    for number, count in enumerate(hits):
        if count == 0:
            message = "the cell is never reached: earlier cells cover all of it"
            yield warning(f"{place}.cells.{number}", message, "remove it, or move it up")


def _fits(cell: Cell, combination: Combination) -> bool:
    return all(combination[key] in wanted for key, wanted in cell.when.items())


def _words(combination: Combination) -> str:
    return ", ".join(f"{key} {level}" for key, level in combination.items())
