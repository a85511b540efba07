"""Which advice appears, vanishes or moves when other answers are supposed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.scoring.scorecard import NodeScore
from recommendations.plan.speaker import Speaker
from recommendations.plan.what_if.outcome import Outcome
from recommendations.rules.advice import Recommendation
from recommendations.rules.document import Action


@dataclass(frozen=True, slots=True)
class Advised:
    """`because` is the first reason; ranks and effects are "" where there are none."""

    title: str
    because: str
    rank_before: str
    rank_after: str
    effect_before: str
    effect_after: str


@dataclass(frozen=True, slots=True)
class AdviceMoves:
    """`first` are the actions that then stand on top; `has_moved` says whether anything differs at all."""

    appeared: tuple[Advised, ...]
    vanished: tuple[Advised, ...]
    moved: tuple[Advised, ...]
    first: tuple[Advised, ...]

    @property
    def has_moved(self) -> bool:
        return bool(self.appeared or self.vanished or self.moved)


FIRST_SHOWN = 3


def advice_moves(outcome: Outcome, actions: Mapping[str, Action], speaker: Speaker) -> AdviceMoves:
    """This function will return how the advice moves.

    Of the actions that stay, as few as possible are said to have moved, and those whose effect reads otherwise: that
    all below an action come up by one where it goes is no news.
    """
    before, after = outcome.advised_before, outcome.advised_after
    place = {key: number for number, key in enumerate(before)}
    stay = [key for key in after if key in before]
    in_order = _longest_rising([place[key] for key in stay])
    rows = {key: _row(key, outcome, actions[key], speaker) for key in {**before, **after}}
    moved = [key for key in stay if place[key] not in in_order or rows[key].effect_before != rows[key].effect_after]
    return AdviceMoves(
        appeared=tuple(rows[key] for key in after if key not in before),
        vanished=tuple(rows[key] for key in before if key not in after),
        moved=tuple(rows[key] for key in moved),
        first=tuple(rows[key] for key in list(after)[:FIRST_SHOWN]),
    )


def _longest_rising(numbers: Sequence[int]) -> frozenset[int]:
    """The most of some different numbers that stand in rising order; of several such sets the one found first."""
    best: list[tuple[int, ...]] = [()]
    for number in numbers:
        before = max((run for run in best if not run or run[-1] < number), key=len)
        best.append((*before, number))
    longest = max(best, key=len)
    return frozenset(longest)


def _row(key: str, outcome: Outcome, action: Action, speaker: Speaker) -> Advised:
    before, after = outcome.advised_before.get(key), outcome.advised_after.get(key)
    newest = after or before
    return Advised(
        title=speaker.say(action.title),
        because=speaker.say(newest.reasons[0].text) if newest is not None else "",
        rank_before=_rank(before),
        rank_after=_rank(after),
        effect_before=_effect(before, outcome.before.overall, speaker),
        effect_after=_effect(after, outcome.after.overall, speaker),
    )


def _rank(one: Recommendation | None) -> str:
    return "" if one is None else str(one.rank)


def _effect(one: Recommendation | None, overall: NodeScore, speaker: Speaker) -> str:
    return "" if one is None or overall.shown is None else speaker.gain(overall, one.effect)
