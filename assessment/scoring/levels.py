"""The level reached: the highest whose bound and gate hold, together with those of every level below."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from assessment.scoring.document import Level
from assessment.scoring.evaluate import Compiled, compile_condition
from assessment.scoring.facts import Lookup
from assessment.scoring.index import BankIndex
from assessment.scoring.scorecard import HUNDRED, LevelCheck, LevelReached, NodeScore


@dataclass(frozen=True, slots=True)
class Rung:
    """One level: its bound as two integers, whether one is written and the bound itself is outside, and its gate."""

    key: str
    above: int
    below: int
    is_bounded: bool
    is_open: bool
    gate: Compiled | None

    def bound_holds(self, score: Fraction | None) -> bool:
        """Without a number only a level that asks for none is reached.

        Compared crosswise as integers: the same as comparing fractions, in a fifth of the time.
        """
        if score is None:
            return not self.is_bounded
        mine, bound = score.numerator * self.below, self.above * score.denominator
        return mine > bound if self.is_open else mine >= bound

    @property
    def bound(self) -> Fraction:
        return Fraction(self.above, self.below)


class LevelRules:
    """Bounds and compiled gates of one bank's levels, for every node.

    A ladder of its own has its bounds on the node's scale. The bank's levels have theirs on the scale of the root, and
    any other node is read against them in proportion, without their gates.
    """

    def __init__(self, index: BankIndex) -> None:
        self._root = root = index.tree.root.key
        scales = index.tree.scales.full
        self._minimum = Fraction(index.document.minimum_coverage).as_integer_ratio()
        whole = _rungs(index.levels, HUNDRED / scales[root])
        bounds_alone = [replace(rung, gate=None) for rung in _with_bounds(whole)]
        self._rungs = {
            node: _rungs(levels, HUNDRED / scales[node]) if node in index.own_ladders else bounds_alone
            for node, levels in index.ladders.items()
        }
        self._of_the_whole = self._rungs[root] if root in index.own_ladders else whole

    def is_covered(self, coverage: Fraction) -> bool:
        """This function will return whether enough of what applies is answered to tell a number or a level."""
        return coverage.numerator * self._minimum[1] >= self._minimum[0] * coverage.denominator

    def index_of(self, node: str, score: Fraction | None, facts: Callable[[str], Lookup]) -> int | None:
        """This function will return the level of a node with enough answers as an index, None below the lowest.

        `facts` makes the facts that decide the gates of a node, if there are any to ask.
        """
        index, lookup = -1, None
        for rung in self._rungs[node]:
            if not rung.bound_holds(score):
                break
            if rung.gate is not None:
                lookup = lookup or facts(node)
                if not rung.gate(lookup):
                    break
            index += 1
        return index if index >= 0 else None

    def reached(self, node: NodeScore, facts: Lookup) -> LevelReached:
        """This function will return the level of the whole, or of a node with a ladder of its own, and how it came."""
        rungs = self._of_the_whole if node.key == self._root else self._rungs[node.key]
        covered = node.coverage is not None and self.is_covered(node.coverage)
        checks = tuple([_check(rung, node.score, covered, facts) for rung in rungs])
        if not checks or checks[0].bound_holds is None:
            return LevelReached(None, None, None, None, checks)
        index = _reached_in_turn(checks)
        following = rungs[index + 1] if index + 1 < len(rungs) else None
        return LevelReached(
            index=index if index >= 0 else None,
            key=rungs[index].key if index >= 0 else None,
            next_key=following.key if following else None,
            points_to_next=_missing(following, node) if following else None,
            checks=checks,
        )


def _rungs(levels: Sequence[Level], times: Fraction) -> list[Rung]:
    return [_rung(level, times) for level in levels]


def _with_bounds(rungs: list[Rung]) -> list[Rung]:
    """Up to the first level that only a gate decides: a score says nothing about that one."""
    decided = [rung.is_bounded or rung.gate is None for rung in rungs]
    return rungs[: decided.index(False)] if False in decided else rungs


def _rung(level: Level, times: Fraction) -> Rung:
    written = level.lower if level.above is None else level.above
    above, below = (Fraction(written or 0) * times).as_integer_ratio()
    gate = compile_condition(level.gate) if level.gate is not None else None
    return Rung(level.key, above, below, written is not None, level.above is not None, gate)


def _check(rung: Rung, score: Fraction | None, covered: bool, facts: Lookup) -> LevelCheck:
    """Where too little is answered, no bound can be told to hold or to fail."""
    bound = rung.bound_holds(score) if covered else None
    return LevelCheck(rung.key, bound, True if rung.gate is None else rung.gate(facts))


def _reached_in_turn(checks: Sequence[LevelCheck]) -> int:
    index = -1
    for check in checks:
        if not (check.bound_holds and check.gate_holds):
            break
        index += 1
    return index


def _missing(following: Rung, node: NodeScore) -> Fraction | None:
    return None if node.shown is None else max(Fraction(0), following.bound - node.shown)
