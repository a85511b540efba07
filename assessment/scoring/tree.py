"""The arithmetic of the measure tree: integers over common denominators, so that it is exact and quick."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from assessment.scoring.credit import Exact, best_credit, credit_function, declared_credits
from assessment.scoring.document import Aggregate, BankDocument, Node
from assessment.scoring.scorecard import Contribution

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


ADDING = frozenset({Aggregate.MEAN, Aggregate.SUM})
NOTHING = Tally(0, 0, 0, 0, 1)


@dataclass(frozen=True, slots=True)
class Branch:
    """A node with weights as integers of a common denominator; `weight` None = it weighs what applies below it.

    `pooled` are the measures that add up plainly, its own and those of children without a weight; `apart` are the
    children that do not. So a sum over a whole barrier is one loop.
    """

    key: str
    parent: str | None
    weight: int | None
    aggregate: Aggregate
    children: tuple["Branch", ...]
    measures: tuple[tuple[str, int], ...]
    pooled: tuple[tuple[str, int], ...]
    apart: tuple["Branch", ...]

    @property
    def is_plain(self) -> bool:
        return self.aggregate in ADDING and self.weight is None and not self.apart


class Tree:
    """The measure tree of one bank, prepared once. `unit` divides every declared credit."""

    def __init__(self, document: BankDocument) -> None:
        nodes = list(_walk(document.tree))
        questions = {question.key: question for section in document.sections for question in section.questions}
        measured = list(dict.fromkeys(measure.question for node in nodes for measure in node.measures))
        self.unit = lcm(*(credit.denominator for key in measured for credit in declared_credits(questions[key])), 1)
        self.credit = {key: credit_function(questions[key], self.unit) for key in measured}
        self.best = {key: best_credit(questions[key], self.unit) for key in measured}
        weights = [node.weight for node in nodes if node.weight is not None]
        weights += [measure.weight for node in nodes for measure in node.measures]
        self._denominator = lcm(*(Fraction(weight).denominator for weight in weights), 1)
        self.root = self._branch(document.tree, None)
        self.branches = {branch.key: branch for branch in _branches(self.root)}

    def __contains__(self, key: object) -> bool:
        return key in self.branches

    def _weight(self, weight: object) -> int:
        return int(Fraction(str(weight)) * self._denominator)

    def _branch(self, node: Node, parent: str | None) -> Branch:
        children = tuple(self._branch(child, node.key) for child in node.children)
        measures = tuple((measure.question, self._weight(measure.weight)) for measure in node.measures)
        plain = [measure for child in children if child.is_plain for measure in child.pooled]
        return Branch(
            key=node.key,
            parent=parent,
            weight=None if node.weight is None else self._weight(node.weight),
            aggregate=node.aggregate,
            children=children,
            measures=measures,
            pooled=(*measures, *plain),
            apart=tuple(child for child in children if not child.is_plain),
        )

    def tallies(self, marks: Marks) -> "Tallies":
        """This function will return the tallies of all nodes, each worked out when it is first asked for."""
        return Tallies(self, marks)

    def tally(self, branch: Branch, marks: Marks, found: "Tallies") -> Tally:
        """This function will return the sums of one node, `NOTHING` where no question below it applies."""
        if branch.aggregate in ADDING:
            return _added(_measured(branch, marks), branch.apart, found)
        return self._combined(branch, marks, found)

    def parts(self, branch: Branch, marks: Marks, found: "Tallies") -> list[tuple[str, Branch | None, Exact, Tally]]:
        """This function will return (key, child or None for a measure, effective weight, tally) of what applies."""
        parts: list[tuple[str, Branch | None, Exact, Tally]] = []
        for child in branch.children:
            tally = found[child.key]
            weight = tally.weight if child.weight is None else child.weight
            if tally.weight and weight:
                parts.append((child.key, child, weight, tally))
        for key, measure_weight in branch.measures:
            mark = marks.get(key)
            if mark is not None and measure_weight:
                parts.append((key, None, measure_weight, Tally(1, mark[0], mark[1], int(mark[2]), 1)))
        return parts

    def share(self, tally: Tally, part: Exact) -> Fraction:
        """This function will return `part` of a tally as a share, 0 to 1."""
        return Fraction(part) / (tally.weight * tally.scale * self.unit)

    def _combined(self, branch: Branch, marks: Marks, found: "Tallies") -> Tally:
        """Minimum, maximum and product look at whole shares; how much was answered stays a weighted mean."""
        parts = self.parts(branch, marks, found)
        if not parts:
            return NOTHING
        weight = sum(part[2] for part in parts)
        earned = _pick(branch.aggregate, [self.share(part[3], part[3].earned) for part in parts])
        best = _pick(branch.aggregate, [self.share(part[3], part[3].best) for part in parts])
        answered = sum(part[2] * Fraction(part[3].answered) / (part[3].weight * part[3].scale) for part in parts)
        return Tally(weight, earned * weight * self.unit, best * weight * self.unit, answered, 1)

    def contributions(self, key: str, marks: Marks, found: "Tallies") -> tuple[Contribution, ...]:
        """This function will return what each question gives, and could still give, to the score of node `key`."""
        gained: dict[str, Fraction] = {}
        open_: dict[str, Fraction] = {}
        if found[key].weight:
            self._contribute(self.branches[key], marks, found, Fraction(100), Fraction(100), gained, open_)
        return tuple(Contribution(question, gained[question], open_[question]) for question in gained)

    def _contribute(
        self,
        branch: Branch,
        marks: Marks,
        found: "Tallies",
        for_gained: Fraction,
        for_open: Fraction,
        gained: dict[str, Fraction],
        open_: dict[str, Fraction],
    ) -> None:
        parts = self.parts(branch, marks, found)
        shares = [self.share(tally, tally.earned) for _, _, _, tally in parts]
        factors = _factors(branch.aggregate, [weight for _, _, weight, _ in parts], shares)
        for (name, child, _, _), share, (gain, rest) in zip(parts, shares, factors, strict=True):
            if child is not None:
                self._contribute(child, marks, found, for_gained * gain, for_open * rest, gained, open_)
                continue
            gained[name] = gained.get(name, Fraction(0)) + for_gained * gain * share
            open_[name] = open_.get(name, Fraction(0)) + for_open * rest * (1 - share)


class Tallies:
    """The tallies of one set of marks. Most readers look at a few nodes of many, so none is made in advance."""

    def __init__(self, tree: Tree, marks: Marks) -> None:
        self._tree = tree
        self._marks = marks
        self._found: dict[str, Tally] = {}

    def __getitem__(self, key: str) -> Tally:
        tally = self._found.get(key)
        if tally is None:
            tally = self._found[key] = self._tree.tally(self._tree.branches[key], self._marks, self)
        return tally


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


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
        below = found[child.key]
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


def _pick(aggregate: Aggregate, shares: list[Fraction]) -> Fraction:
    if aggregate is Aggregate.MIN:
        return min(shares)
    if aggregate is Aggregate.MAX:
        return max(shares)
    product = Fraction(1)
    for share in shares:
        product *= share
    return product


def _factors(aggregate: Aggregate, weights: list[Exact], shares: list[Fraction]) -> list[tuple[Fraction, Fraction]]:
    """How much of each part's own gain and opening passes upwards, so that both sums stay exact.

    A product loses by the first part what that part lacks, by the second what it lacks of the rest, and so on.
    """
    if aggregate in ADDING:
        total = sum(weights)
        return [(Fraction(weight) / total, Fraction(weight) / total) for weight in weights]
    if aggregate is not Aggregate.PRODUCT:
        decisive = shares.index(_pick(aggregate, shares))
        return [(Fraction(int(place == decisive)), Fraction(int(place == decisive))) for place in range(len(shares))]
    product, before = _pick(aggregate, shares), Fraction(1)
    factors = []
    for share in shares:
        factors.append((product / (share * len(shares)) if share else Fraction(0), before))
        before *= share
    return factors
