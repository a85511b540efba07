"""The result on screen and as JSON; the report, made on demand and handed out."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from assessment.accounts.access import person_of
from assessment.responses.access import Need, assessment_for
from assessment.responses.asking_page import waiting_count
from assessment.responses.models import Assessment
from assessment.responses.queries import result_of
from recommendations.catalogue.queries import order_explained
from recommendations.plan.plan_queries import planned_actions
from recommendations.report.access import report_for, reports_for
from recommendations.report.actions import create_report, record_reading
from recommendations.report.content.build import build_content
from recommendations.report.export import export_result
from recommendations.report.formats.handing import RETRY_SECONDS, file_response
from recommendations.report.formats.offered import Format
from recommendations.report.forms import ReportForm, ViewForm
from recommendations.report.gather import gather_material
from recommendations.report.languages import language_for, report_languages, written_only_in
from recommendations.report.models import Report
from recommendations.report.queries import (
    case_of,
    has_verified,
    made_reports,
    planned_case_of,
    reports_of,
    result_shown,
)
from recommendations.report.renderer.outcomes import RenderFailed
from recommendations.report.verification.access import may_decide


@require_safe
@never_cache
def result_show(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will show the frozen result; before submission it leads to the check page."""
    assessment = assessment_for(request, public_id, Need.READ)
    wants_own = ViewForm(request.GET).wants_own()
    result = result_shown(assessment, wants_own)
    if result is None:
        return redirect("responses:check", public_id)
    content = build_content(gather_material(case_of(assessment, result), get_language() or "en"))
    context = {
        "assessment": assessment,
        "content": content,
        "languages": report_languages(result, content.locale),
        "written_only_in": written_only_in(result, content.locale),
        "made": made_reports(reports_of(reports_for(request, assessment), result), content.locale),
        "order_explained": order_explained(),
        "bank_slug": result.release.bank.slug,
        "may_let_check": may_decide(request, assessment),
        "planned": planned_actions(assessment),
        "asked_back": waiting_count(assessment),
        "is_own_view": wants_own and has_verified(assessment),
    }
    return render(request, "report/result.html", context)


@require_safe
@never_cache
def result_data(request: HttpRequest, public_id: UUID) -> HttpResponse:
    assessment = assessment_for(request, public_id, Need.READ)
    result = result_of(assessment)
    if result is None:
        return JsonResponse({"error": gettext("This assessment is not submitted yet.")}, status=409)
    case = planned_case_of(assessment, result)
    content = build_content(gather_material(case, get_language() or "en"))
    options = {"ensure_ascii": False, "indent": 2}
    return JsonResponse(export_result(case, content), json_dumps_params=options)


@require_POST
def report_create(request: HttpRequest, public_id: UUID) -> HttpResponse:
    """This function will make the report, or find the one that was made, and lead to it in the form asked for."""
    assessment = assessment_for(request, public_id, Need.PLAN)
    result, form = result_of(assessment), ReportForm(request.POST)
    if result is None:
        return redirect("responses:check", public_id)
    language, wanted = language_for(result, form.language_or(get_language() or "en")), form.form_or_pdf()
    try:
        report = create_report(assessment=assessment, result=result, language=language, actor=person_of(request))
    except RenderFailed as failure:
        return _failed(request, public_id, failure, language, wanted)
    file = _address_of(public_id, report, wanted)
    return JsonResponse({"file": file}) if _asks_for_data(request) else redirect(file)


def _address_of(public_id: UUID, report: Report, form: Format) -> str:
    if form is Format.PDF:
        return reverse("report:report-show", args=[public_id, report.public_id])
    return reverse("report:report-file", args=[public_id, report.public_id, form])


def _asks_for_data(request: HttpRequest) -> bool:
    """The script of the page stays on it and wants to be told the address of the file."""
    return request.get_preferred_type(["text/html", "application/json"]) == "application/json"


def _failed(
    request: HttpRequest, public_id: UUID, failure: RenderFailed, language: str, wanted: Format
) -> HttpResponse:
    context = {"public_id": public_id, "reference": failure.reference, "language": language, "wanted": wanted.value}
    if _asks_for_data(request):
        response: HttpResponse = JsonResponse({"reference": failure.reference}, status=503)
    else:
        response = render(request, "report/failed.html", context, status=503)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


@require_safe
def report_show(request: HttpRequest, public_id: UUID, report_id: UUID) -> HttpResponse:
    """This function will hand out a stored PDF, byte for byte as it was made."""
    assessment = assessment_for(request, public_id, Need.READ)
    report = report_for(request, assessment, report_id)
    return _handed_out(request, assessment, report, Format.PDF)


@require_safe
def report_file(request: HttpRequest, public_id: UUID, report_id: UUID, form: Format) -> HttpResponse:
    """This function will hand out a stored report in another form, made from its frozen content."""
    assessment = assessment_for(request, public_id, Need.READ)
    return _handed_out(request, assessment, report_for(request, assessment, report_id), form)


def _handed_out(request: HttpRequest, assessment: Assessment, report: Report, form: Format) -> HttpResponse:
    record_reading(report=report, assessment=assessment, reader=person_of(request))
    back = reverse("report:result-show", args=[assessment.public_id])
    return file_response(request, report, form, assessment.enterprise.name, back)
