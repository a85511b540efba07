"""The page on which a workspace makes a report and finds those that it made."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language

from assessment.accounts.models import Workspace
from assessment.responses.access import Casework
from assessment.responses.models import Assessment, Perspective, Result
from recommendations.report.brand.queries import brand_of
from recommendations.report.content.build import build_content
from recommendations.report.content.edition_schema import Section, View
from recommendations.report.content.schema import ReportContent
from recommendations.report.editions.contents import Line, lines_of
from recommendations.report.editions.forms import EditionForm
from recommendations.report.editions.options import BadOptions, EditionOptions, views_of
from recommendations.report.gather import gather_material
from recommendations.report.languages import ReportLanguage, report_languages
from recommendations.report.models import Report
from recommendations.report.queries import planned_case_of


@dataclass(frozen=True, slots=True)
class EditionPage:
    """`has_both`: the view that is chosen sets the enterprise's own answers beside the verified ones."""

    form: EditionForm
    lines: list[Line]
    reports: list[Report]
    has_logo: bool
    is_verified: bool
    has_both: bool


def results_of(assessment: Assessment) -> dict[str, Result]:
    """This function will return the frozen results of an assessment by perspective. One query."""
    return {result.perspective: result for result in Result.objects.filter(assessment=assessment).order_by("pk")}


def edition_form(casework: Casework, results: Mapping[str, Result], data: Mapping[str, Any] | None) -> EditionForm:
    """This function will return the form, bound to what was sent, else as the workspace filled it in last. One query."""
    workspace = casework.seat.workspace
    offered = _languages(casework.assessment, results)
    last = last_options(workspace, offered)
    views = views_of(results)
    return EditionForm(data, languages=offered, views=views, last=last)


def last_options(workspace: Workspace, offered: list[ReportLanguage]) -> EditionOptions:
    """This function will return what the workspace chose last, as far as it is offered now."""
    codes = [language.code for language in offered]
    usual = workspace.language if workspace.language in codes else codes[0]
    stored = brand_of(workspace).last_options
    try:
        last = EditionOptions.from_json({"view": View.BOTH.value, "languages": [usual]} | stored)
    except BadOptions:
        return EditionOptions(languages=(usual,))
    kept = tuple(code for code in last.languages if code in codes) or (usual,)
    return EditionOptions(last.sections, kept, last.view, last.with_overlay)


def edition_page(casework: Casework, results: Mapping[str, Result], form: EditionForm) -> EditionPage:
    """This function will return the form, the contents that the report would have, and the reports made so far."""
    content = _whole_content(casework.assessment, results)
    view = form["view"].value()
    kept = [] if view in (None, View.OWN) else [Section.TRAIL.value]
    return EditionPage(
        form=form,
        lines=lines_of(content, form.chosen_sections(), kept),
        reports=editions_of(casework),
        has_logo=bool(brand_of(casework.seat.workspace).logo),
        is_verified=Perspective.VERIFIED in results,
        has_both=view == View.BOTH,
    )


def editions_of(casework: Casework) -> list[Report]:
    """This function will return the workspace's reports on an assessment, newest first, without documents. One query."""
    found = Report.objects.without_documents().with_checking().filter(workspace=casework.seat.workspace)
    found = found.filter(result__assessment=casework.assessment).select_related("made_by", "result")
    return list(found.defer("pdf", "content", "result__scorecard", "result__answers").order_by("-created_at", "-pk"))


def _languages(assessment: Assessment, results: Mapping[str, Result]) -> list[ReportLanguage]:
    return report_languages(next(iter(results.values())), get_language() or assessment.language)


def _whole_content(assessment: Assessment, results: Mapping[str, Result]) -> ReportContent:
    result = results.get(Perspective.VERIFIED) or next(iter(results.values()))
    return build_content(gather_material(planned_case_of(assessment, result), get_language() or "en"))
