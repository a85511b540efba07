"""The level reached: the highest whose lower bound and gate hold, together with those of every level below."""

from fractions import Fraction

from assessment.scoring.evaluate import Compiled, compile_condition
from assessment.scoring.facts import Facts
from assessment.scoring.index import BankIndex
from assessment.scoring.scorecard import LevelCheck, LevelReached, NodeScore


class LevelRules:
    """Bounds and compiled gates of one bank's levels."""

    def __init__(self, index: BankIndex) -> None:
        self._rules: list[tuple[str, Fraction, Compiled | None]] = [
            (level.key, Fraction(level.lower), compile_condition(level.gate) if level.gate is not None else None)
            for level in index.levels
        ]

    def reached(self, overall: NodeScore, facts: Facts) -> LevelReached:
        """This function will return the level of an unrounded overall score, and how every level was decided."""
        score = overall.shown
        checks = tuple([self._check(key, lower, gate, score, facts) for key, lower, gate in self._rules])
        if score is None or not checks:
            return LevelReached(None, None, None, None, checks)
        index = -1
        for check in checks:
            if not (check.bound_holds and check.gate_holds):
                break
            index += 1
        following = self._rules[index + 1] if index + 1 < len(self._rules) else None
        return LevelReached(
            index=index if index >= 0 else None,
            key=self._rules[index][0] if index >= 0 else None,
            next_key=following[0] if following else None,
            points_to_next=max(Fraction(0), following[1] - score) if following else None,
            checks=checks,
        )

    def _check(
        self, key: str, lower: Fraction, gate: Compiled | None, score: Fraction | None, facts: Facts
    ) -> LevelCheck:
        bound = None if score is None else score >= lower
        return LevelCheck(key, bound, True if gate is None else gate(facts.get))
