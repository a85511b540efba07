"""The one way from a result and its advice to the content of a report."""

from django.utils.translation import gettext, override

from assessment.scoring.scorecard import Scope
from assessment.scoring.texts import localise
from recommendations.report.content.actions import cards_of, cost_bands_of, undecided_of
from recommendations.report.content.barriers import barriers_of, strongest_barrier, weakest_barrier
from recommendations.report.content.figure import contribution_row, figure_of, most_open
from recommendations.report.content.ladder import ladder_of
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import day, points
from recommendations.report.content.record import (
    answers_of,
    counts_of,
    facts_of,
    inconsistencies_of,
    method_of,
    sources_of,
)
from recommendations.report.content.schema import ActionCard, PublicMeasure, ReportContent, Summary

TOP_OPEN_SHOWN = 5


def build_content(material: Material) -> ReportContent:
    """This function will return the frozen content of the report on `material`, in its language."""
    with override(material.locale):
        return _build(material)


def _build(material: Material) -> ReportContent:
    actions = cards_of(material)
    quick = material.scorecard.scope is Scope.QUICK
    return ReportContent(
        locale=material.locale,
        enterprise=material.enterprise,
        facts=facts_of(material),
        scope=gettext("Quick scan") if quick else gettext("Full diagnosis"),
        scope_is_quick=quick,
        mode=gettext("Self-assessment"),
        started_on=day(material.started_on),
        submitted_on=day(material.submitted_on),
        notice=localise(material.bank.notice, material.locale) or gettext("Indicative, not an official rating"),
        overall=figure_of(material, material.scorecard.root),
        counts=counts_of(material),
        summary=_summary(material),
        ladder=ladder_of(material),
        barriers=barriers_of(material),
        actions=actions,
        cost_bands=cost_bands_of(material),
        undecided=undecided_of(material),
        inconsistencies=inconsistencies_of(material),
        answers=answers_of(material),
        method=method_of(material),
        sources=sources_of(material),
        public_measures=_measures(actions),
        has_samples=_has_samples(actions),
        versions=material.versions,
    )


def _measures(actions: tuple[ActionCard, ...]) -> tuple[PublicMeasure, ...]:
    return tuple(dict.fromkeys(measure for action in actions for measure in action.measures))


def _has_samples(actions: tuple[ActionCard, ...]) -> bool:
    return any(
        service.is_sample for action in actions for category in action.categories for service in category.services
    )


def _summary(material: Material) -> Summary:
    root = material.scorecard.contributions.get(material.scorecard.root, ())
    return Summary(
        weakest=_weakest(material),
        strongest=_strongest(material),
        top_open=tuple(contribution_row(material, part) for part in most_open(root, TOP_OPEN_SHOWN)),
    )


def _weakest(material: Material) -> str:
    return _named(material, weakest_barrier(material), gettext("%(barrier)s holds you back most: %(points)s of 100."))


def _strongest(material: Material) -> str:
    best = strongest_barrier(material)
    if best is None or best == weakest_barrier(material):
        return ""
    return _named(material, best, gettext("%(barrier)s carries you best: %(points)s of 100."))


def _named(material: Material, key: str | None, sentence: str) -> str:
    score = None if key is None else material.shown_score(key)
    if key is None or score is None:
        return gettext("No barrier has enough answers for a number yet.")
    return sentence % {"barrier": material.say(material.nodes[key].title), "points": points(score)}
