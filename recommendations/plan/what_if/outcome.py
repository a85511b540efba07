"""What becomes of score and advice when other answers are supposed. Nothing of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.scoring.answers import Answer
from assessment.scoring.facts import Facts
from assessment.scoring.scorecard import Scope, Scorecard
from recommendations.plan.rounds import Round
from recommendations.playbook.releases import adviser_of
from recommendations.rules.advice import Recommendation
from recommendations.rules.freeze import thaw_advice

Ranked = Mapping[str, Recommendation]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`before` is the submitted result, `after` what is supposed; recommendations by action, in their order."""

    before: Scorecard
    after: Scorecard
    facts: Facts
    advised_before: Ranked
    advised_after: Ranked


def outcome_of(current: Round, answers: Mapping[str, Answer]) -> Outcome:
    """This function will return what `answers` would make of a submitted round."""
    scorer, scope = current.scorer, Scope(current.result.scope)
    before = current.scorecard
    after = before if answers == current.answers else scorer.score(answers, scope)
    advised = advised_in(current)
    return Outcome(
        before=before,
        after=after,
        facts=scorer.facts(answers, scope, after),
        advised_before=advised,
        advised_after=advised if after is before else _advised(current, answers, after),
    )


def advised_in(current: Round) -> Ranked:
    """This function will return the frozen recommendations of a round by action; none without a playbook."""
    return {} if current.run is None else _by_action(thaw_advice(current.run.advice).recommendations)


def _advised(current: Round, answers: Mapping[str, Answer], card: Scorecard) -> Ranked:
    if current.run is None:
        return {}
    adviser = adviser_of(current.run.playbook_release_id, current.result.release_id)
    return _by_action(adviser.advise(answers, card.scope, card).recommendations)


def _by_action(recommendations: tuple[Recommendation, ...]) -> Ranked:
    return {one.action: one for one in recommendations}
