"""The one way from a result and its advice to the content of a report."""

from django.utils.translation import gettext, override

from assessment.scoring.scorecard import Scope, Status
from assessment.scoring.texts import localise
from recommendations.report.content import layout
from recommendations.report.content.abridged import abridged, has_samples, schemes_in
from recommendations.report.content.action_schema import ActionCard, PublicMeasure
from recommendations.report.content.actions import cards_of, cost_bands_of, undecided_of
from recommendations.report.content.barriers import all_figures, barriers_of, whole_of
from recommendations.report.content.decision import decision_of
from recommendations.report.content.exact_schema import Days
from recommendations.report.content.figure import figure_of
from recommendations.report.content.gap import gap_of
from recommendations.report.content.glossary import glossary_of
from recommendations.report.content.ladder import ladder_of
from recommendations.report.content.material import Material
from recommendations.report.content.numbers import day
from recommendations.report.content.overlaid import overlaid_cards, overlay_view
from recommendations.report.content.readings import readings_of
from recommendations.report.content.record import (
    answers_of,
    counts_of,
    facts_of,
    inconsistencies_of,
    method_of,
    sources_of,
)
from recommendations.report.content.scan import scan_of
from recommendations.report.content.schema import ReportContent
from recommendations.report.content.summary import summary_of
from recommendations.report.content.terms import words_of
from recommendations.report.content.timeline import timeline_of
from recommendations.report.content.trail import mode_words, trail_view, verification_of
from recommendations.report.content.trend import trend_of
from recommendations.report.content.way import path_of


def build_content(material: Material) -> ReportContent:
    """This function will return the frozen content of the report on `material`, in its language."""
    with override(material.locale):
        content = _build(material)
        content = content if material.edition is None else abridged(content, material.edition)
        summary = content.summary.model_copy(update={"decision": decision_of(content)})
        return content.model_copy(update={"glossary": glossary_of(content), "summary": summary})


def _build(material: Material) -> ReportContent:
    actions = overlaid_cards(material, cards_of(material))
    barriers, whole = barriers_of(material), whole_of(material)
    scan = scan_of(material)
    quick = material.scorecard.scope is Scope.QUICK
    return ReportContent(
        locale=material.locale,
        enterprise=material.enterprise,
        facts=facts_of(material),
        scope=gettext("Quick scan") if quick else gettext("Full diagnosis"),
        scope_is_quick=quick,
        mode=mode_words(material),
        started_on=day(material.started_on),
        submitted_on=day(material.submitted_on),
        notice=localise(material.bank.notice, material.locale) or gettext("Indicative, not an official rating"),
        is_profile=material.overall.status is Status.UNSCORED,
        words=words_of(material.bank),
        overall=figure_of(material, material.scorecard.root),
        counts=counts_of(material),
        summary=summary_of(material),
        ladder=ladder_of(material),
        barriers=barriers,
        whole=whole,
        has_quarters=layout.has_quarters(material),
        shows_levels=layout.shows_levels(material),
        below=layout.below(barriers),
        shows_keys=layout.shows_keys(material),
        has_scales=layout.has_scales(material),
        has_targets=any(node.target is not None for node in material.nodes.values()),
        has_references=any(part.references for part in (*barriers, whole) if part is not None),
        figures=all_figures(material),
        readings=readings_of(material),
        actions=actions,
        path=path_of(material),
        plan=material.plan,
        cases=material.cases,
        schemes=schemes_in(actions, material.plan),
        cost_bands=cost_bands_of(material),
        undecided=undecided_of(material),
        inconsistencies=inconsistencies_of(material),
        answers=answers_of(material),
        method=method_of(material) if scan is None else (*method_of(material), f"{scan.title} {scan.text}"),
        sources=sources_of(material),
        public_measures=_measures(actions),
        has_samples=has_samples(actions, material.plan, material.cases),
        versions=material.versions,
        verification=verification_of(material),
        gap=gap_of(material),
        trail=trail_view(material),
        overlay=overlay_view(material),
        trend=trend_of(material),
        timeline=timeline_of(material),
        scan=scan,
        days=Days(started_on=material.started_on.isoformat(), submitted_on=material.submitted_on.isoformat()),
    )


def _measures(actions: tuple[ActionCard, ...]) -> tuple[PublicMeasure, ...]:
    return tuple(dict.fromkeys(measure for action in actions for measure in action.measures))
