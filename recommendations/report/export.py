"""The result as JSON for other programs: the frozen scorecard and advice, with the words that belong to them."""

from collections import Counter
from typing import Any

from assessment.bank.releases import scorer_of
from assessment.bank.score_json import level_key, node_json
from assessment.responses.models import Perspective
from assessment.responses.trail import Deed, Trail
from assessment.scoring.freeze import freeze_answers, freeze_scorecard
from assessment.scoring.texts import localise
from recommendations.report.content.action_schema import ActionCard
from recommendations.report.content.kinds import GateState
from recommendations.report.content.material import walk
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.score_schema import Ladder
from recommendations.report.gather import Case
from recommendations.rules.freeze import freeze_advice
from recommendations.rules.next_level.freeze import freeze_next_level

FORMAT = "fourfold-result/1"


def export_result(case: Case, content: ReportContent) -> dict[str, Any]:
    """This function will return one result as JSON. Rounded numbers are those of page and report; exact ones beside."""
    scorecard, advice = freeze_scorecard(case.scorecard), freeze_advice(case.advice)
    scorer = scorer_of(case.bank_release.pk)
    document, facts = scorer.document, scorer.facts(case.answers, case.scorecard.scope, case.scorecard)
    titles = {node.key: localise(node.title, content.locale) for node in walk(document.tree)}
    cards = {card.key: card for card in content.actions}
    return {
        "format": FORMAT,
        "language": content.locale,
        "enterprise": content.enterprise,
        "mode": content.mode,
        "perspective": (Perspective.SELF if content.verification is None else Perspective.VERIFIED).value,
        "verification": None if content.verification is None else content.verification.model_dump(),
        "gap": None if content.gap is None else content.gap.model_dump(mode="json"),
        "trail": None if case.trail is None else trail_counts(case.trail),
        "notice": content.notice,
        "submitted_on": case.submitted_on.isoformat(),
        "versions": content.versions.model_dump(),
        "scope": scorecard["scope"],
        "size_class": scorecard["size_class"],
        "root": scorecard["root"],
        "score": content.overall.model_dump(),
        "level": scorecard["level"] | _level_words(content.ladder),
        "nodes": [
            node
            | {"title": titles[node["key"]], "level_key": level_key(document, case.scorecard, node["key"])}
            | node_json(document, case.scorecard, node["key"], content.locale, facts=facts.get)
            for node in scorecard["nodes"]
        ],
        "readings": scorecard["readings"],
        "recommendations": [_recommendation(item, cards[item["action"]]) for item in advice["recommendations"]],
        "next_level": None if case.next_level is None else freeze_next_level(case.next_level),
        "next_level_words": None if content.path is None else content.path.model_dump(),
        "plan": None if content.plan is None else content.plan.model_dump(),
        "cases_alike": [case_alike.model_dump() for case_alike in content.cases],
        "undecided": advice["undecided"],
        "undecided_words": [row.model_dump() for row in content.undecided],
        "withheld": advice["withheld"],
        "failures": advice["failures"],
        "inconsistent": [
            {"key": key, "message": row.message}
            for key, row in zip(case.scorecard.inconsistent, content.inconsistencies, strict=True)
        ],
        "visible": scorecard["visible"],
        "unanswered": scorecard["unanswered"],
        "answers": freeze_answers(case.answers),
    }


def trail_counts(trail: Trail) -> dict[str, int]:
    """This function will return how often each thing was done to an answer, and how many files are evidence."""
    deeds = Counter(entry.deed for entry in trail.all_entries())
    return {deed.value: deeds[deed] for deed in Deed} | {"evidence": sum(trail.evidence.values())}


def _level_words(ladder: Ladder) -> dict[str, Any]:
    """`failed_gates` are the conditions of the next level that do not hold, or of which nobody can tell yet."""
    return {
        "headline": ladder.headline,
        "title": ladder.current.title if ladder.current else None,
        "next_title": ladder.next.title if ladder.next else None,
        "distance": ladder.distance,
        "gates": [{"text": gate.text, "state": gate.state.value} for gate in ladder.gates],
        "failed_gates": [gate.text for gate in ladder.gates if gate.state is not GateState.HOLDS],
    }


def _recommendation(item: dict[str, Any], card: ActionCard) -> dict[str, Any]:
    """Where there is no score, nothing is gained: older advice may still hold numbers for it."""
    withheld = {"effect": None, "effect_exact": None} if card.effect is None else {}
    return (
        item
        | withheld
        | {
            "title": card.title,
            "band_title": card.band,
            "because": [reason.text for reason in card.reasons],
            "conditions": [reason.asks for reason in card.reasons if reason.asks],
            "source": card.source,
            "grounds": [ground.model_dump() for ground in card.grounds],
            "money": None if card.money is None else card.money.model_dump(),
            "effort": card.effort,
            "cost": card.cost,
            "weeks": card.weeks,
            "services": [
                {"category": category.key, **service.model_dump(mode="json")}
                for category in card.categories
                for service in category.services
            ],
            "measures": [measure.key for measure in card.measures],
        }
    )
