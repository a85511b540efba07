"""One node's score as it is printed, and the contributions below it."""

from collections.abc import Iterable
from fractions import Fraction

from django.utils.translation import gettext

from assessment.scoring.figures import shown_share
from assessment.scoring.scorecard import Contribution, NodeScore, Scope, Status
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import points, points_or_none
from recommendations.report.content.schema import ContributionRow, Figure
from recommendations.report.content.wording import answered_now


def figure_of(material: Material, key: str) -> Figure:
    node = material.scorecard.nodes[key]
    scored = node.status is Status.SCORED
    return Figure(
        key=key,
        title=material.say(material.nodes[key].title),
        status=node.status.value,
        score=points_or_none(node.shown),
        low=points_or_none(node.low) if scored else None,
        high=points_or_none(node.high) if scored else None,
        is_interval=scored and node.low != node.high,
        coverage=None if node.coverage is None else shown_share(node.coverage),
        level=_level_title(material, node),
        sentence=_sentence(material, node),
    )


def is_asked_about(material: Material, key: str) -> bool:
    """This function will return whether the scope has any question that is measured under node `key`.

    What a quick scan leaves out is not the same as what does not apply.
    """
    if material.scorecard.scope is Scope.FULL:
        return True
    node = material.nodes[key]
    measured = [material.questions[measure.question] for measure in node.measures]
    return any(question.core for question in measured) or any(
        is_asked_about(material, child.key) for child in node.children
    )


def _level_title(material: Material, node: NodeScore) -> str | None:
    if node.level is None or node.shown is None:
        return None
    return material.say(material.bank.levels[node.level].title)


def _sentence(material: Material, node: NodeScore) -> str:
    if node.status is Status.NOT_ASSESSED and not is_asked_about(material, node.key):
        return gettext("Not part of the quick scan.")
    if node.status is Status.NOT_ASSESSED:
        return gettext("Nothing here applies to you, so it is not assessed.")
    if node.status is Status.NOT_ENOUGH_ANSWERS and node.coverage is not None:
        return gettext(
            "Not enough answers for a number: %(given)s of what applies is answered, %(needed)s is needed."
        ) % {
            "given": shown_share(node.coverage),
            "needed": shown_share(Fraction(material.bank.minimum_coverage)),
        }
    if node.low is None or node.high is None or node.low == node.high:
        if material.scorecard.scope is Scope.QUICK:
            return gettext("Everything that the quick scan asks here is answered.")
        return gettext("Everything that applies is answered.")
    return gettext("Between %(low)s and %(high)s, depending on what is not known yet.") % {
        "low": points(node.low),
        "high": points(node.high),
    }


def contribution_row(material: Material, part: Contribution) -> ContributionRow:
    said = answered_now(material, part.question)
    return ContributionRow(
        key=part.question,
        short=said.short,
        answer=said.answer,
        gained=points(part.gained),
        open=points(part.open),
        worth=points(part.gained + part.open),
    )


def most_gained(parts: Iterable[Contribution], count: int) -> list[Contribution]:
    """This function will return the questions that give more than they leave open, the largest first."""
    ranked = sorted((part for part in parts if part.gained > part.open), key=lambda part: -part.gained)
    return ranked[:count]


def most_open(parts: Iterable[Contribution], count: int) -> list[Contribution]:
    """This function will return the questions that leave open at least what they give, the largest first."""
    ranked = sorted((part for part in parts if part.open > 0 and part.open >= part.gained), key=lambda part: -part.open)
    return ranked[:count]
