"""One node's score as it is printed, and the contributions below it."""

from collections.abc import Iterable
from fractions import Fraction

from django.utils.translation import gettext

from assessment.bank.bounds import places
from assessment.scoring.figures import shown_scale
from assessment.scoring.scorecard import HUNDRED, Contribution, NodeScore, Scope, Status
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import percentage, place, place_or_none, plain, share_percentage
from recommendations.report.content.numbers import points as written
from recommendations.report.content.score_schema import ContributionRow, Figure, Target
from recommendations.report.content.steps import step_of
from recommendations.report.content.wording import answered_now

Gives = tuple[str, Contribution]


def figure_of(material: Material, key: str, depth: int = 0) -> Figure:
    node = material.scorecard.nodes[key]
    level = None if node.level is None else material.ladders[key][node.level]
    return Figure(
        key=key,
        title=material.say(material.nodes[key].title),
        status=node.status.value,
        score=_points(material, node, node.shown),
        low=_points(material, node, node.low),
        high=_points(material, node, node.high),
        is_interval=node.low is not None and node.low != node.high,
        coverage=None if node.coverage is None else share_percentage(node.coverage),
        level=None if level is None else material.say(level.title),
        level_text="" if level is None else material.say(level.description),
        sentence=_sentence(material, node),
        depth=depth,
        scale=shown_scale(node.scale),
        of_scale=gettext("of %(scale)s") % {"scale": shown_scale(node.scale)},
        at=place_or_none(node.shown),
        at_low=place_or_none(node.low),
        at_high=place_or_none(node.high),
        bounds=_bounds(material, key),
        target=_target(material, node),
        step=step_of(material, key),
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


def _points(material: Material, node: NodeScore, share: Fraction | None) -> str | None:
    return None if share is None else material.points(node.key, share)


def _bounds(material: Material, key: str) -> tuple[str, ...]:
    """A ladder of its own stands on the node's scale, the levels of the bank on that of the whole."""
    owner = key if material.nodes[key].ladder is not None else material.scorecard.root
    scale = material.scorecard.nodes[owner].scale
    return tuple(plain(bound) for bound in places(material.ladders[key], scale))


def _target(material: Material, node: NodeScore) -> Target | None:
    if node.target is None:
        return None
    gap, percent, display = node.target_gap, node.percent_of_target, material.bank.display
    return Target(
        points=plain(node.target),
        gap="" if not gap else written(gap, display),
        percent=None if percent is None else percentage(percent),
        is_reached=gap == 0,
        at=place(node.target * 100 / node.scale),
    )


def _sentence(material: Material, node: NodeScore) -> str:
    if node.status is Status.NOT_ASSESSED and not is_asked_about(material, node.key):
        return gettext("Not part of the quick scan.")
    if node.status is Status.NOT_ASSESSED:
        return gettext("Nothing here applies to you, so it is not assessed.")
    if node.status is Status.UNSCORED:
        return gettext("No score of its own: its parts are read one by one.")
    if node.status is Status.NOT_ENOUGH_ANSWERS and node.coverage is not None:
        return _withheld(material, node, node.coverage)
    if node.low is None or node.high is None or node.low == node.high:
        if material.scorecard.scope is Scope.QUICK:
            return gettext("Everything that the quick scan asks here is answered.")
        return gettext("Everything that applies is answered.")
    return _between(material) % {
        "low": _points(material, node, node.low),
        "high": _points(material, node, node.high),
    }


def _between(material: Material) -> str:
    if material.scorecard.scope is Scope.QUICK:
        return gettext("Between %(low)s and %(high)s for what was asked, depending on what is not known yet.")
    return gettext("Between %(low)s and %(high)s, depending on what is not known yet.")


def _withheld(material: Material, node: NodeScore, coverage: Fraction) -> str:
    """The number is withheld, what it lies between is not, unless that is the whole scale."""
    said = gettext("Not enough answers for a number: %(given)s of what applies is answered, %(needed)s is needed.") % {
        "given": share_percentage(coverage),
        "needed": share_percentage(Fraction(material.bank.minimum_coverage)),
    }
    if node.low is None or node.high is None or node.high - node.low == HUNDRED:
        return said
    return gettext("%(said)s It lies between %(low)s and %(high)s.") % {
        "said": said,
        "low": _points(material, node, node.low),
        "high": _points(material, node, node.high),
    }


def contribution_row(material: Material, key: str, part: Contribution, *, named: bool = False) -> ContributionRow:
    """This function will return what one question gives to node `key`, in points of that node.

    `named` says the node as well, for lists in which a question stands once for each node that it feeds.
    """
    said = answered_now(material, part.question)
    title = {"question": said.short, "part": material.say(material.nodes[key].title)}
    return ContributionRow(
        key=part.question,
        short=gettext("%(question)s (%(part)s)") % title if named else said.short,
        answer=said.answer,
        gained=material.points(key, part.gained),
        open=material.points(key, part.open),
        worth=material.points(key, part.gained + part.open),
        at_gained=place(part.gained),
        at_open=place(part.open),
        at_worth=place(part.gained + part.open),
    )


def most_open(gives: Iterable[Gives], count: int) -> list[Gives]:
    """This function will return what leaves most points open, whatever it gives, the largest first."""
    return sorted((pair for pair in gives if pair[1].open > 0), key=lambda pair: -pair[1].open)[:count]
