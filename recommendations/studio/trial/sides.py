"""One set of answers seen from two sides: as the working copies judge it, and as the release in use does."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from assessment.bank.documents import content_hash
from assessment.bank.queries import current_release
from assessment.bank.releases import scorer_of
from assessment.scoring.answers import Answer
from assessment.scoring.document import BankDocument
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope, Scorecard
from recommendations.plan.speaker import Speaker
from recommendations.playbook.queries import current_playbook
from recommendations.playbook.releases import adviser_of
from recommendations.rules.advice import Advice, Recommendation
from recommendations.rules.advise import Adviser
from recommendations.rules.case import Case
from recommendations.rules.document import Action, PlaybookDocument, Rule
from recommendations.studio.trial.prepared import Prepared
from recommendations.studio.trial.written import admitted, written


@dataclass(frozen=True)
class Side:
    """`adviser` is None where there is no playbook that could advise."""

    scorer: Scorer
    adviser: Adviser | None
    answers: Mapping[str, Answer]
    scope: Scope
    locale: str

    @property
    def document(self) -> BankDocument:
        return self.scorer.document

    @property
    def playbook(self) -> PlaybookDocument | None:
        return None if self.adviser is None else self.adviser.playbook

    @cached_property
    def actions(self) -> dict[str, Action]:
        return {} if self.playbook is None else {action.key: action for action in self.playbook.actions}

    @cached_property
    def rules(self) -> dict[str, Rule]:
        return {} if self.playbook is None else {rule.key: rule for rule in self.playbook.rules}

    @cached_property
    def card(self) -> Scorecard:
        return self.scorer.score(self.answers, self.scope)

    @cached_property
    def case(self) -> Case:
        return Case.of(self.scorer, self.answers, self.scope, self.card)

    @cached_property
    def advice(self) -> Advice | None:
        return None if self.adviser is None else self.adviser.advise(self.answers, self.scope, self.card)

    @property
    def recommended(self) -> dict[str, Recommendation]:
        return {} if self.advice is None else {each.action: each for each in self.advice.recommendations}

    @cached_property
    def speaker(self) -> Speaker:
        return Speaker(self.document, self.locale)


def copy_side(ready: Prepared, answers: Mapping[str, Answer], scope: Scope, locale: str) -> Side:
    """This function will return how the working copies judge."""
    return Side(ready.scorer, ready.adviser, answers, scope, locale)


def release_side(slug: str, now: Side) -> Side | None:
    """This function will return how the release in use judges the answers of `now` that it admits.

    None without a release; `now` itself where the working copies say what was released.
    """
    release = current_release(slug)
    if release is None:
        return None
    playbook = current_playbook(slug)
    advised = "" if playbook is None else playbook.content_hash
    if (release.content_hash, advised) == (content_hash(now.document), _hash_of(now.playbook)):
        return now
    scorer = scorer_of(release.pk)
    adviser = None if playbook is None else adviser_of(playbook.pk, release.pk)
    own = admitted(scorer.index.questions, {key: written(answer) for key, answer in now.answers.items()})
    return Side(scorer, adviser, own, now.scope, now.locale)


def _hash_of(playbook: PlaybookDocument | None) -> str:
    return "" if playbook is None else content_hash(playbook)
