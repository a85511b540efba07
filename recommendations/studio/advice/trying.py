"""A rule or an action as it stands in a form, tried on a sample and on a thousand generated sets of answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from pydantic import TypeAdapter

from assessment.scoring.answers import Answer
from assessment.scoring.conditions import Condition
from assessment.scoring.document import BankDocument, Question
from assessment.scoring.evaluate import Compiled, Verdict
from assessment.scoring.explain import explain_answer
from assessment.scoring.samples import answer_sets
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope
from assessment.scoring.texts import Text
from recommendations.rules.advice import Change
from recommendations.rules.advise import FAULTS
from recommendations.rules.case import Case
from recommendations.rules.check_firing import firing
from recommendations.rules.document import Action, Rule
from recommendations.rules.effects import Effects
from recommendations.rules.reasons import Reasons
from recommendations.rules.sources import Sources
from recommendations.studio.advice.papers import Papers, say
from recommendations.studio.advice.samples import Sample, worked_samples
from recommendations.studio.trial.copies import Copies
from recommendations.studio.trial.soundness import scoring_hindrances

GENERATED = 1_000
CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)


@dataclass(frozen=True, slots=True)
class Count:
    """How many sets of answers a rule fires on, cannot be told on, and passes by."""

    fires: int
    undecided: int
    silent: int

    @property
    def total(self) -> int:
        return self.fires + self.undecided + self.silent


@dataclass(frozen=True, slots=True)
class RuleTrial:
    """`verdict` is that on the sample, `said` the rule's sentence filled from it."""

    sample: str
    verdict: Verdict
    said: Text
    worked: Count | None
    generated: Count | None


@dataclass(frozen=True, slots=True)
class Improved:
    question: str
    title: str
    before: str
    after: str


def can_be_scored(papers: Papers) -> bool:
    """This function will return whether the bank's working copy is in order, so that answers can be scored."""
    return not scoring_hindrances(Copies(papers.slug, papers.bank, None))


def try_rule(
    bank: BankDocument, rule: Rule, action: Action | None, sample: Sample, *, counts: bool = True
) -> RuleTrial | None:
    """This function will return what a rule does on a sample, on the worked examples and on generated answers.

    The bank must be in order. None if the rule asks what the bank does not have.
    """
    scorer = Scorer(bank)
    fires = firing(rule, None if action is None else action.suits)
    asked = [rule.when] if action is None or action.suits is None else [rule.when, action.suits]
    try:
        said, verdict = _said(scorer, rule, fires, sample)
        if not counts:
            return RuleTrial(sample.title, verdict, said, None, None)
        worked = _count(scorer, fires, ((each.answers, each.scope) for each in worked_samples(bank)))
        sets = ((each.answers, each.scope) for each in answer_sets(bank, GENERATED, asked))
        return RuleTrial(sample.title, verdict, said, worked, _count(scorer, fires, sets))
    except (*FAULTS, KeyError):
        return None


def try_action(bank: BankDocument, action: Action, sample: Sample, locale: str) -> list[Improved]:
    """This function will return the answers of a sample that an action would improve. The bank must be in order."""
    scorer, sources = Scorer(bank), Sources(bank)
    case = _case(scorer, sample)
    changes = Effects(sources).changes(action, case)
    return [_improved(sources.questions[change.question], change, locale) for change in changes]


def _said(scorer: Scorer, rule: Rule, fires: Compiled, sample: Sample) -> tuple[Text, Verdict]:
    case = _case(scorer, sample)
    reasons = Reasons(scorer.document, Sources(scorer.document))
    return reasons.sentence(rule, case.answers, case.scorecard), fires(case.lookup)


def _case(scorer: Scorer, sample: Sample) -> Case:
    return Case.of(scorer, sample.answers, sample.scope, scorer.score(sample.answers, sample.scope))


def _count(scorer: Scorer, fires: Compiled, sets: Iterable[tuple[Mapping[str, Answer], Scope]]) -> Count:
    counts: dict[Verdict, int] = {True: 0, None: 0, False: 0}
    for answers, scope in sets:
        lookup = scorer.facts(answers, scope, scorer.score(answers, scope)).get
        counts[fires(lookup)] += 1
    return Count(counts[True], counts[None], counts[False])


def _improved(question: Question, change: Change, locale: str) -> Improved:
    before, after = (explain_answer(question, each, locale) for each in (change.before, change.after))
    return Improved(question.key, say(question.short or question.text), before, after)


def firing_words(count: Count | None) -> str:
    """This function will return what a count of generated answers says about the rule, "" if it is as it should be."""
    if count is None:
        return ""
    if not count.fires:
        return _("It fires for none of them: nobody would ever get this advice.")
    if not count.undecided and not count.silent:
        return _("It fires for all of them: advice for everybody is no advice.")
    return ""
