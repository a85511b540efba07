"""Both sides of an assessment as they stand now, scored by the one scoring function; frozen ones are read, not scored."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from assessment.bank.releases import scorer_of
from assessment.responses.models import Assessment, Perspective
from assessment.responses.queries import result_of
from assessment.responses.trail import Trail, TrailEntry, trail_of
from assessment.scoring.answers import Answer
from assessment.scoring.freeze import thaw_scorecard
from assessment.scoring.score import Scorer
from assessment.scoring.scorecard import Scope, Scorecard
from recommendations.report.content.material import Material
from recommendations.report.content.schema import Versions
from recommendations.report.content.sides import OwnSide, Side, own_side
from recommendations.report.queries import NO_ADVICE

NO_VERSIONS = Versions(
    bank="", bank_version="", bank_hash="", playbook="", playbook_version="", playbook_hash="", result_hash=""
)


@dataclass(frozen=True)
class Standing:
    """`is_finished`: there is a verified result, and nothing can be changed."""

    assessment: Assessment
    trail: Trail
    scorer: Scorer
    own: Side
    verified: Side
    is_finished: bool

    @cached_property
    def asked(self) -> frozenset[str]:
        return frozenset(self.verified.scorecard.visible)

    def entries(self, key: str, perspective: Perspective) -> list[TrailEntry]:
        """This function will return the versions of one answer, oldest first."""
        return [entry for entry in self.trail.entries.get(key, ()) if entry.perspective is perspective]

    def version(self, key: str, perspective: Perspective) -> int:
        """This function will return the number of the latest version of an answer, 0 without one."""
        return len(self.entries(key, perspective))

    def verified_answer(self, key: str) -> Answer | None:
        """This function will return the verified answer that stands, None where the own one counts."""
        entries = self.entries(key, Perspective.VERIFIED)
        return entries[-1].after if entries else None


def standing_of(assessment: Assessment) -> Standing:
    """This function will return both sides. At most twelve queries."""
    trail, scorer, scope = trail_of(assessment), scorer_of(assessment.release_id), Scope(assessment.scope)
    own = _answers(trail, (Perspective.SELF,))
    standing = _answers(trail, (Perspective.SELF, Perspective.VERIFIED))
    own_card, verified_card = (_frozen(assessment, perspective) for perspective in Perspective)
    return Standing(
        assessment=assessment,
        trail=trail,
        scorer=scorer,
        own=Side(own, own_card or scorer.score(own, scope)),
        verified=Side(standing, verified_card or scorer.score(standing, scope)),
        is_finished=verified_card is not None,
    )


def _answers(trail: Trail, perspectives: tuple[Perspective, ...]) -> dict[str, Answer]:
    """The later perspective overrides the earlier one where it was given."""
    found: dict[str, Answer] = {}
    for perspective in perspectives:
        last = {entry.key: entry.after for entry in trail.all_entries() if entry.perspective is perspective}
        found |= {key: answer for key, answer in last.items() if answer is not None}
    return found


def _frozen(assessment: Assessment, perspective: Perspective) -> Scorecard | None:
    result = result_of(assessment, perspective)
    return None if result is None else thaw_scorecard(result.scorecard)


def material_of(standing: Standing, locale: str) -> Material:
    """This function will return what the report's pages of both views are made from, without advice and catalogue."""
    scorer, card, answers = standing.scorer, standing.verified.scorecard, standing.verified.answers
    today = timezone.localdate()
    return Material(
        locale=locale,
        enterprise=standing.assessment.enterprise.name,
        bank=scorer.document,
        playbook=None,
        answers=answers,
        facts=scorer.facts(answers, card.scope, card),
        scorecard=card,
        advice=NO_ADVICE,
        versions=NO_VERSIONS,
        started_on=today,
        submitted_on=today,
        own=_own(standing),
        trail=standing.trail,
    )


def _own(standing: Standing) -> OwnSide:
    """Without own answers there is nothing to compare: no question was answered differently."""
    own = standing.own
    if own.answers:
        return own_side(standing.scorer, own, standing.verified)
    facts = standing.scorer.facts(own.answers, own.scorecard.scope, own.scorecard)
    nothing: Mapping[str, None] = {}
    return OwnSide(own.answers, facts, own.scorecard, nothing)
