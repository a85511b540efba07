"""The arithmetic of the measure tree: integers over common denominators, so that it is exact and quick."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import lcm
from typing import NamedTuple

from assessment.scoring import walk
from assessment.scoring.credit import Exact
from assessment.scoring.document import (
    Aggregate,
    BankDocument,
    Cell,
    Node,
    Passes,
)
from assessment.scoring.items import Items
from assessment.scoring.ladders import ladders_of
from assessment.scoring.scales import Scales
from assessment.scoring.weights import Weights

# What one applicable question earns now and could earn at best, in units of credit, and whether it was answered.
Mark = tuple[Exact, Exact, bool]
Marks = Mapping[str, Mark]


class Tally(NamedTuple):
    """Sums over what applies below a node. Shares are earned / (weight · scale · unit), answered / (weight · scale)."""

    weight: Exact
    earned: Exact
    best: Exact
    answered: Exact
    scale: Exact


# A node without a number of its own is tallied like a mean, for how much of it was answered.
ADDING = frozenset({Aggregate.MEAN, Aggregate.SUM, Aggregate.NONE})
NOTHING = Tally(0, 0, 0, 0, 1)


@dataclass(frozen=True, slots=True)
class Branch:
    """A node with weights as integers of a common denominator; `weight` None = it weighs what applies below it.

    `measures` name items. `pooled` are the measures that add up plainly, its own and those of children without a
    weight; `apart` are the children that do not. So a sum over a whole barrier is one loop. `target` is a share of the
    node's scale, `top` the highest level's index; `cells` pair the levels of children with a share.
    """

    key: str
    parent: str | None
    weight: int | None
    aggregate: Aggregate
    passes: Passes
    target: Fraction | None
    top: int
    cells: tuple[tuple[dict[str, frozenset[int]], Fraction], ...]
    children: tuple["Branch", ...]
    measures: tuple[tuple[str, int], ...]
    pooled: tuple[tuple[str, int], ...]
    apart: tuple["Branch", ...]

    @property
    def is_plain(self) -> bool:
        adds = self.aggregate in ADDING and self.passes is Passes.SCORE
        return adds and self.weight is None and not self.apart


class Part(NamedTuple):
    """What one child, or one measured item (no child), puts into a node."""

    key: str
    child: Branch | None
    weight: Exact
    tally: Tally


@dataclass(frozen=True, slots=True)
class World:
    """What nodes reach: as answered, and with everything that is open at its best. Levels are asked of the scorer."""

    level: Callable[[str], int | None]
    best_level: Callable[[str], int | None]


class Tree:
    """The measure tree of one bank, prepared once. `unit` divides every declared credit."""

    def __init__(self, document: BankDocument) -> None:
        nodes = [node for _, node in walk.nodes(document)]
        self.scales = Scales(document)
        self._ladders = ladders_of(document)
        items = Items(document, nodes, self.scales)
        self.unit, self.items = items.unit, items.items
        self._item_of = items.key
        self._weights = Weights(document, self.scales)
        written = [*self._weights.of_node.values(), *self._weights.of_measure.values()]
        self._denominator = lcm(*(weight.denominator for weight in written if weight is not None), 1)
        self.root = self._branch(document.tree, None)
        self.branches = {branch.key: branch for branch in _branches(self.root)}

    def __contains__(self, key: object) -> bool:
        return key in self.branches

    def _branch(self, node: Node, parent: Node | None) -> Branch:
        children = tuple(self._branch(child, node) for child in node.children)
        weight = self._weights.of_node[node.key]
        measures = tuple(
            (self._item_of(node, measure), self._whole(self._weights.of_measure[node.key, measure.question]))
            for measure in node.measures
        )
        plain = [measure for child in children if child.is_plain for measure in child.pooled]
        return Branch(
            key=node.key,
            parent=parent.key if parent else None,
            weight=None if weight is None else self._whole(weight),
            aggregate=node.aggregate,
            passes=node.passes,
            target=Fraction(node.target) / self.scales.full[node.key] if node.target else None,
            top=len(self._ladders[node.key]) - 1,
            cells=tuple(self._cell(node, cell) for cell in node.cells),
            children=children,
            measures=measures,
            pooled=(*measures, *plain),
            apart=tuple(child for child in children if not child.is_plain),
        )

    def _whole(self, weight: Fraction) -> int:
        return int(weight * self._denominator)

    def _cell(self, node: Node, cell: Cell) -> tuple[dict[str, frozenset[int]], Fraction]:
        places = {child: [level.key for level in self._ladders.get(child, ())] for child in cell.when}
        when = {
            child: frozenset(places[child].index(key) for key in keys if key in places[child])
            for child, keys in cell.when.items()
        }
        return when, Fraction(cell.score) / self.scales.full[node.key]

    def tallies(self, marks: Marks, world: World) -> "Tallies":
        """This function will return the tallies of all nodes, each worked out when it is first asked for."""
        return Tallies(self, marks, world)

    def tally(self, branch: Branch, marks: Marks, found: "Tallies") -> Tally:
        """This function will return the sums of one node, `NOTHING` where no question below it applies."""
        if branch.aggregate in ADDING:
            return _added(_measured(branch, marks), branch.apart, found)
        return self._combined(branch, marks, found)

    def passed(self, branch: Branch, found: "Tallies") -> Tally:
        """This function will return the tally of a node as its parent sees it: see `Passes`."""
        tally = found[branch.key]
        if branch.passes is Passes.SCORE or not tally.weight:
            return tally
        if branch.passes is Passes.LEVEL:
            now, at_best = found.world.level(branch.key) or 0, found.world.best_level(branch.key) or 0
            earned, best = (Fraction(index, max(1, branch.top)) for index in sorted((now, at_best)))
        else:
            target = branch.target or Fraction(1)
            earned = min(Fraction(1), self.share(tally, tally.earned) / target)
            best = min(Fraction(1), self.share(tally, tally.best) / target)
        full = tally.weight * tally.scale * self.unit
        return Tally(tally.weight, earned * full, best * full, tally.answered, tally.scale)

    def parts(self, branch: Branch, marks: Marks, found: "Tallies") -> list[Part]:
        """This function will return what applies of the parts of a node, each as it is passed on."""
        parts: list[Part] = []
        for child in branch.children:
            tally = self.passed(child, found)
            weight = tally.weight if child.weight is None else child.weight
            if tally.weight and weight:
                parts.append(Part(child.key, child, weight, tally))
        for key, measure_weight in branch.measures:
            mark = marks.get(key)
            if mark is not None and measure_weight:
                parts.append(Part(key, None, measure_weight, Tally(1, mark[0], mark[1], int(mark[2]), 1)))
        return parts

    def share(self, tally: Tally, part: Exact) -> Fraction:
        """This function will return `part` of a tally as a share, 0 to 1."""
        return Fraction(part) / (tally.weight * tally.scale * self.unit)

    def _combined(self, branch: Branch, marks: Marks, found: "Tallies") -> Tally:
        """These aggregates look at whole shares or levels; how much was answered stays a weighted mean."""
        parts = self.parts(branch, marks, found)
        if not parts or not all(found[child].weight for when, _ in branch.cells for child in when):
            return NOTHING
        weight = sum(part.weight for part in parts)
        if branch.aggregate is Aggregate.TABLE:
            possible = _looked_up(branch, found.world)
            earned, best = min(possible), max(possible)
        else:
            earned = pick(branch.aggregate, [self.share(part.tally, part.tally.earned) for part in parts])
            best = pick(branch.aggregate, [self.share(part.tally, part.tally.best) for part in parts])
        answered = sum(
            part.weight * Fraction(part.tally.answered) / (part.tally.weight * part.tally.scale) for part in parts
        )
        return Tally(weight, earned * weight * self.unit, best * weight * self.unit, answered, 1)


class Tallies:
    """The tallies of one set of marks. Most readers look at a few nodes of many, so none is made in advance."""

    def __init__(self, tree: Tree, marks: Marks, world: World) -> None:
        self.world = world
        self.tree = tree
        self._marks = marks
        self._found: dict[str, Tally] = {}

    def __getitem__(self, key: str) -> Tally:
        tally = self._found.get(key)
        if tally is None:
            tally = self._found[key] = self.tree.tally(self.tree.branches[key], self._marks, self)
        return tally


def _branches(branch: Branch) -> Iterator[Branch]:
    yield branch
    for child in branch.children:
        yield from _branches(child)


def _measured(branch: Branch, marks: Marks) -> Tally:
    weight: Exact = 0
    earned: Exact = 0
    best: Exact = 0
    answered: Exact = 0
    for key, each in branch.pooled:
        mark = marks.get(key)
        if mark is not None:
            weight += each
            earned += each * mark[0]
            best += each * mark[1]
            if mark[2]:
                answered += each
    return Tally(weight, earned, best, answered, 1)


def _added(tally: Tally, children: tuple[Branch, ...], found: Tallies) -> Tally:
    """Sums are kept over one growing denominator instead of being reduced at every step."""
    weight, earned, best, answered, scale = tally
    for child in children:
        below = found[child.key] if child.passes is Passes.SCORE else found.tree.passed(child, found)
        own = below.weight if child.weight is None else child.weight
        if not below.weight or not own:
            continue
        weight += own
        over = below.scale if child.weight is None else below.weight * below.scale
        times = scale if child.weight is None else own * scale
        earned = earned * over + below.earned * times
        best = best * over + below.best * times
        answered = answered * over + below.answered * times
        scale = scale * over
    return Tally(weight, earned, best, answered, scale)


def _looked_up(branch: Branch, world: World) -> list[Fraction]:
    """What the table gives for every level that its children may turn out to have: not knowing must not pay, even
    where a table falls.
    """
    children = sorted({child for when, _ in branch.cells for child in when})
    spans = [_levels_between(world.level(child), world.best_level(child)) for child in children]
    return [_cell_share(branch, dict(zip(children, levels, strict=True))) for levels in product(*spans)]


def _levels_between(low: int | None, best: int | None) -> list[int | None]:
    first, last = -1 if low is None else low, -1 if best is None else best
    return [None if index < 0 else index for index in range(min(first, last), max(first, last) + 1)]


def _cell_share(branch: Branch, levels: Mapping[str, int | None]) -> Fraction:
    """The first cell that fits counts; where a child has no level, or none fits, the score is 0."""
    for when, share in branch.cells:
        if all(levels[child] in allowed for child, allowed in when.items()):
            return share
    return Fraction(0)


def pick(aggregate: Aggregate, shares: list[Fraction]) -> Fraction:
    if aggregate is Aggregate.MIN:
        return min(shares)
    if aggregate is Aggregate.MAX:
        return max(shares)
    product = Fraction(1)
    for share in shares:
        product *= share
    return product
