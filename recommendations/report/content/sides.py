"""The two views of one assessment that a report sets side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from assessment.scoring.answers import Answer
from assessment.scoring.facts import Facts
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import NodeScore, Scorecard


@dataclass(frozen=True, slots=True)
class Effect:
    """What one verified answer does to the score of `node`, in percent of its scale."""

    node: str
    change: Fraction


@dataclass(frozen=True)
class Side:
    """One view: answers with their frozen score."""

    answers: Mapping[str, Answer]
    scorecard: Scorecard


@dataclass(frozen=True)
class OwnSide:
    """The enterprise's own answers and score beside the verified ones.

    `effects` has every question that was answered differently, in the order of asking; None where no score moves.
    """

    answers: Mapping[str, Answer]
    facts: Facts
    scorecard: Scorecard
    effects: Mapping[str, Effect | None]


def own_side(scorer: Scorer, own: Side, verified: Side) -> OwnSide:
    """This function will compare the enterprise's own answers with the verified ones, by scoring each difference again.

    The effect of a question is what the verified score has more or less than it would have with the own answer.
    """
    asked = set(verified.scorecard.visible) | set(own.scorecard.visible)
    differing = [
        key for key in scorer.index.questions if key in asked and own.answers.get(key) != verified.answers.get(key)
    ]
    return OwnSide(
        answers=own.answers,
        facts=scorer.facts(own.answers, own.scorecard.scope, own.scorecard),
        scorecard=own.scorecard,
        effects={key: _effect(scorer, key, own.answers.get(key), verified) for key in differing},
    )


def _effect(scorer: Scorer, key: str, own: Answer | None, verified: Side) -> Effect | None:
    card = verified.scorecard
    others = {name: answer for name, answer in verified.answers.items() if name != key}
    without = scorer.score(others if own is None else others | {key: own}, card.scope)
    if card.overall.score is not None and without.overall.score is not None:
        return _changed(card.overall, without.overall)
    below = [node.key for node in scorer.document.tree.children]
    changes = [_changed(card.nodes[node], without.nodes[node]) for node in below]
    found = [change for change in changes if change is not None]
    return max(found, key=lambda change: abs(change.change)) if found else None


def _changed(after: NodeScore, before: NodeScore) -> Effect | None:
    if after.score is None or before.score is None or after.score == before.score:
        return None
    return Effect(after.key, after.score - before.score)
