"""From answers and scorecard to advice: which rules hold, what their actions would change, and in which order."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from assessment.scoring.answers import Answer
from assessment.scoring.credit import NotScorable
from assessment.scoring.evaluate import ConditionError, evaluate
from assessment.scoring.facts import UnknownFact
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope, Scorecard
from recommendations.rules.advice import Advice, Cause, Change, Failure, Reason, Recommendation, Undecided, Withheld
from recommendations.rules.case import Case
from recommendations.rules.document import Action, PlaybookDocument, Rule
from recommendations.rules.effects import ZERO, Effects
from recommendations.rules.ranking import Ranking
from recommendations.rules.reasons import Reasons
from recommendations.rules.sources import Sources
from recommendations.rules.steps import Step, Steps


class UnknownAction(LookupError):
    """A rule recommends an action that its playbook does not have."""


FAULTS = (ConditionError, UnknownFact, NotScorable, UnknownAction)


@dataclass(slots=True)
class Weighed:
    """The rules of one case by what became of them, each group by falling priority and then by key."""

    held: dict[str, list[Reason]] = field(default_factory=dict)
    unsuited: dict[str, list[str]] = field(default_factory=dict)
    undecided: list[Rule] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)


class Adviser:
    """Advice by one playbook on one bank; built once per process and pair of releases."""

    def __init__(self, scorer: Scorer, playbook: PlaybookDocument) -> None:
        self.playbook = playbook
        self.scorer = scorer
        self.sources = Sources(scorer.document)
        self._reasons = Reasons(scorer.document, self.sources)
        self._effects = Effects(self.sources)
        self._steps = Steps(playbook, self._effects)
        self._actions = {action.key: action for action in playbook.actions}
        self._ranking = Ranking(self._actions, playbook.cost_bands, playbook.priority_bands)
        self._rules = sorted(playbook.rules, key=lambda rule: (-rule.priority, rule.key))

    def advise(self, answers: Mapping[str, Answer], scope: Scope, scorecard: Scorecard) -> Advice:
        """This function will return the ranked advice on `answers`, whose `scorecard` in `scope` is given.

        A rule that holds recommends its action, unless the action does not suit. A rule that cannot be told is listed
        as undecided with the questions that would settle it, unless its action is recommended or withheld anyway. A
        rule that cannot be evaluated at all becomes a failure.

        An action that would not lift the score of any node it raises is withheld: what it could improve is as good
        already, or is not asked here, so the answers would not explain why it is on the list.

        Effects are told only of nodes whose score is shown: nothing can be gained on a number that is withheld.
        """
        case = self.case(answers, scope, scorecard)
        weighed = self._weigh(case)
        every = [self._recommendation(self._actions[key], reasons, case) for key, reasons in weighed.held.items()]
        effective = [one for one in every if self._lifts_something(one)]
        withheld = [Withheld(key, Cause.UNSUITED, tuple(rules)) for key, rules in weighed.unsuited.items()]
        withheld += [_without_effect(one) for one in every if one not in effective]
        return Advice(
            recommendations=self._ranking.ranked(_on_shown_scores(one, case) for one in effective),
            undecided=self._undecided(weighed, case),
            failures=tuple(weighed.failures),
            withheld=tuple(sorted(withheld, key=lambda one: one.action)),
        )

    def case(self, answers: Mapping[str, Answer], scope: Scope, scorecard: Scorecard) -> Case:
        """This function will return what steps and gains are asked of: `answers`, whose `scorecard` is given."""
        return Case.of(self.scorer, answers, scope, scorecard)

    def steps(self, case: Case) -> tuple[Step, ...]:
        """This function will return the steps of every action that is feasible in `case`, recommended or not."""
        return self._steps.of(case)

    def unsuited_changes(self, case: Case) -> dict[str, tuple[Change, ...]]:
        """This function will return what the actions that do not suit in `case` would change, by action."""
        return self._steps.unsuited_changes(case)

    def _weigh(self, case: Case) -> Weighed:
        weighed = Weighed()
        for rule in self._rules:
            try:
                self._weigh_rule(rule, case, weighed)
            except FAULTS as fault:
                weighed.failures.append(Failure(rule.key, f"{type(fault).__name__}: {fault}"))
        return weighed

    def _weigh_rule(self, rule: Rule, case: Case, weighed: Weighed) -> None:
        action = self._actions.get(rule.recommends)
        if action is None:
            raise UnknownAction(rule.recommends)
        verdict = evaluate(rule.when, case.lookup)
        suits = self._effects.suits(action, case)
        if verdict and suits:
            reason = self._reasons.reason(rule, case.lookup, case.answers, case.scorecard)
            weighed.held.setdefault(action.key, []).append(reason)
        elif verdict:
            weighed.unsuited.setdefault(action.key, []).append(rule.key)
        elif verdict is None and suits:
            weighed.undecided.append(rule)

    def _recommendation(self, action: Action, reasons: list[Reason], case: Case) -> Recommendation:
        """The rank and what it comes after are not known yet; `Ranking` fills them in."""
        changes = self._effects.changes(action, case)
        effects = self._effects.gains(case, changes)
        priority = max(reason.priority for reason in reasons)
        return Recommendation(
            action=action.key,
            rank=0,
            priority=priority,
            band=self._ranking.band(priority),
            effect=effects.get(case.scorecard.root, ZERO),
            effects=effects,
            changes=changes,
            reasons=tuple(reasons),
            after=(),
        )

    def _lifts_something(self, one: Recommendation) -> bool:
        return any(one.effects.get(lift.node, ZERO) > 0 for lift in self._actions[one.action].raises)

    def _undecided(self, weighed: Weighed, case: Case) -> tuple[Undecided, ...]:
        """Questions of the full scope count too: going on from the quick scan is one way to learn more."""
        visible = frozenset(self.scorer.visible(case.answers, Scope.FULL))
        found = []
        for rule in weighed.undecided:
            questions = self.sources.deciding(rule.when, case.lookup, case.answers, visible)
            if questions and rule.recommends not in weighed.held:
                asked = self._reasons.condition(rule, case.lookup)
                found.append(Undecided(rule.key, rule.recommends, questions, asked))
        return tuple(found)


def _on_shown_scores(one: Recommendation, case: Case) -> Recommendation:
    effects = {key: gain for key, gain in one.effects.items() if case.scorecard.nodes[key].shown is not None}
    return replace(one, effect=effects.get(case.scorecard.root, ZERO), effects=effects)


def _without_effect(one: Recommendation) -> Withheld:
    return Withheld(one.action, Cause.NO_EFFECT, tuple(reason.rule for reason in one.reasons))
