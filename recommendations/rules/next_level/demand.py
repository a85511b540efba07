"""What the next level demands, taken apart: its bound and gate, and those of the levels below, as sums over steps."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from assessment.scoring.conditions import All, Condition, Not, Operator, Test
from assessment.scoring.document import Level
from assessment.scoring.evaluate import compile_condition
from assessment.scoring.score import Scorer
from recommendations.rules.gains import Gains, Points
from recommendations.rules.next_level.cover import Cover
from recommendations.rules.next_level.formula import ALWAYS, NEVER, Formula, every, reach, some
from recommendations.rules.next_level.puzzle import Puzzle
from recommendations.rules.sources import Sources

HUNDRED = Fraction(100)
RISING = {Operator.GTE: False, Operator.GT: True}  # true from a number on; whether the number itself is outside
FALLING = {Operator.LT: False, Operator.LTE: True}  # false from a number on
OF_ANSWERS = frozenset({"answer", "profile", "unknown"})
OF_FIGURES = frozenset({"node", "coverage"})


@dataclass(slots=True)
class Demand:
    """Makes formulas. `is_all` says whether they are the whole demand, or only what every set that meets it fulfils;
    `is_rising` whether doing more never breaks what is met.
    """

    gains: Gains
    puzzle: Puzzle
    scorer: Scorer
    sources: Sources
    is_all: bool = True
    is_rising: bool = True

    def of_levels(self, levels: Iterable[Level]) -> Formula:
        """This function will return what bounds and gates of `levels` demand together."""
        return every(part for level in levels for part in self._of_level(level))

    def _of_level(self, level: Level) -> Iterator[Formula]:
        root = self.gains.case.scorecard.overall
        written = level.lower if level.above is None else level.above
        if written is not None:
            yield self._score(root.key, Fraction(written), is_open=level.above is not None)
        if level.gate is not None:
            yield self._condition(level.gate, True)

    def _condition(self, condition: Condition, wanted: bool) -> Formula:
        """What makes `condition` come out as `wanted`, true or false; not to be told is neither."""
        if isinstance(condition, Test):
            return self._test(condition, wanted)
        if isinstance(condition, Not):
            return self._condition(condition.not_, not wanted)
        branches = condition.all if isinstance(condition, All) else condition.any
        parts = [self._condition(part, wanted) for part in branches]
        return every(parts) if isinstance(condition, All) is wanted else some(parts)

    def _test(self, test: Test, wanted: bool) -> Formula:
        kind, _, key = test.fact.partition(".")
        figures = kind in OF_FIGURES
        told = self.gains.points(key) is not None if figures else kind in OF_ANSWERS and self.gains.is_steady
        if told and self._never_changes(test, kind, key):
            return ALWAYS if compile_condition(test)(self.gains.case.lookup) is wanted else NEVER
        if figures:
            return self._figure(test, wanted, kind, key)
        if told and key in self.sources.questions:
            return self._answer(test, wanted, key)
        return self._not_told(is_rising=False)

    def _never_changes(self, test: Test, kind: str, key: str) -> bool:
        """Whether there is a figure at all depends on what is asked, and that stays as it is."""
        if self.gains.changed.isdisjoint(self.sources.behind(test.fact)):
            return True
        if kind not in OF_FIGURES:
            return False
        node = self.gains.case.scorecard.nodes[key]
        is_none = (node.score if kind == "node" else node.coverage) is None
        return is_none or (kind == "coverage" and test.op is Operator.KNOWN)

    def _figure(self, test: Test, wanted: bool, kind: str, key: str) -> Formula:
        """A score, or a share of answers, that must reach a number. Whether there is one at all never changes."""
        rising = RISING if wanted else FALLING
        figure = self._score if kind == "node" else self._coverage
        if test.op in rising:
            return figure(key, Fraction(str(test.value)), is_open=rising[test.op])
        if test.op is Operator.KNOWN and wanted and kind == "node" and self.gains.points(key) is not None:
            return self._enough_answers(key)
        return self._not_told(is_rising=False)

    def _score(self, node: str, number: Fraction, *, is_open: bool) -> Formula:
        """`number` stands on the scale of the node."""
        points = self.gains.points(node)
        if points is None:
            return self._not_told(is_rising=self.gains.rises(node))
        share = number * HUNDRED / self.gains.case.scorecard.nodes[node].scale
        return every([self._enough_answers(node), self._reach(points, share, is_open)])

    def _enough_answers(self, node: str) -> Formula:
        return self._coverage(node, Fraction(self.scorer.document.minimum_coverage), is_open=False)

    def _coverage(self, node: str, share: Fraction, *, is_open: bool) -> Formula:
        if self.gains.points(node) is None:
            return self._not_told(is_rising=self.gains.rises(node))
        return self._reach(self.gains.covered(node), share, is_open)

    def _reach(self, points: Points, figure: Fraction, is_open: bool) -> Formula:
        exact = figure * points.unit
        least = floor(exact) + 1 if is_open else ceil(exact)
        return reach(Cover(self.puzzle, points.of, least - points.now))

    def _answer(self, test: Test, wanted: bool, key: str) -> Formula:
        """One question: the better answer must be one that makes the test come out, and so must every better one."""
        holds = compile_condition(test)
        case = self.gains.case
        verdicts: dict[Fraction, set[bool]] = {}
        of: dict[str, dict[str, int]] = {}
        for action, step in self.gains.steps.items():
            of[action] = {}
            for change, credit in zip(step.changes, step.credits, strict=True):
                if change.question == key:
                    then = self.scorer.facts({**case.answers, key: change.after}, case.scope)
                    is_met = holds(then.get) is wanted
                    verdicts.setdefault(credit, set()).add(is_met)
                    of[action] = {key: 1} if is_met else {}
        in_turn = [{holds(case.lookup) is wanted}, *(verdicts[credit] for credit in sorted(verdicts))]
        if any(len(each) > 1 for each in in_turn) or any(
            before > after for before, after in pairwise(map(min, in_turn))
        ):
            return self._not_told(is_rising=False)
        return ALWAYS if min(in_turn[0]) else reach(Cover(self.puzzle, of, 1))

    def _not_told(self, *, is_rising: bool) -> Formula:
        """A part that only scoring again can tell."""
        self.is_all = False
        self.is_rising = self.is_rising and is_rising
        return ALWAYS
