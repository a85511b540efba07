"""Pages of a workspace on which reports are made and handed out."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessment.accounts.rights import Right
from assessment.responses.access import Casework, casework_for
from assessment.responses.casework_pages import Step, frame_of
from recommendations.report.actions import record_reading
from recommendations.report.editions.access import edition_for
from recommendations.report.editions.actions import create_editions
from recommendations.report.editions.forms import EditionForm
from recommendations.report.editions.page import edition_form, edition_page, results_of
from recommendations.report.formats.handing import RETRY_SECONDS, file_response
from recommendations.report.formats.offered import Format
from recommendations.report.models import Report
from recommendations.report.renderer.outcomes import RenderFailed


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def edition(request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID) -> HttpResponse:
    """This function will show what a report can be made of, and the reports made so far; POST makes one."""
    right = Right.WORK if request.method == "POST" else Right.SEE
    casework = casework_for(request.user, workspace_slug, client_id, public_id, right)
    results = results_of(casework.assessment)
    if not results:
        return redirect("desk:client-show", workspace_slug, client_id)
    if request.method == "POST":
        form = edition_form(casework, results, request.POST)
        if form.is_valid():
            return _make(request, casework, form)
    else:
        form = edition_form(casework, results, request.GET if "view" in request.GET else None)
    context = frame_of(casework, Step.REPORT) | {"page": edition_page(casework, results, form), "form": form}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if request.method == "POST" else HTTPStatus.OK
    return render(request, "report/edition.html", context, status=status)


def _make(request: HttpRequest, casework: Casework, form: EditionForm) -> HttpResponse:
    try:
        made = create_editions(seat=casework.seat, assessment=casework.assessment, options=form.options())
    except RenderFailed as failure:
        context = frame_of(casework, Step.REPORT) | {"reference": failure.reference, "form": form}
        response = render(request, "report/edition_failed.html", context, status=503)
        response.headers["Retry-After"] = str(RETRY_SECONDS)
        return response
    numbers = gettext(", ").join(report.number for report in made)
    messages.success(request, gettext("Made: %(numbers)s") % {"numbers": numbers})
    return redirect(f"{request.path}#reports")


@require_safe
def edition_show(
    request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID, edition_id: UUID
) -> HttpResponse:
    """This function will hand out the PDF of an edition, byte for byte as it was made."""
    casework = casework_for(request.user, workspace_slug, client_id, public_id, Right.SEE)
    return _handed_out(request, casework, edition_for(casework, edition_id), Format.PDF)


@require_safe
def edition_file(
    request: HttpRequest, workspace_slug: str, client_id: UUID, public_id: UUID, edition_id: UUID, form: Format
) -> HttpResponse:
    """This function will hand out an edition in another form, made from its frozen content."""
    casework = casework_for(request.user, workspace_slug, client_id, public_id, Right.SEE)
    return _handed_out(request, casework, edition_for(casework, edition_id), form)


def _handed_out(request: HttpRequest, casework: Casework, report: Report, form: Format) -> HttpResponse:
    record_reading(report=report, assessment=casework.assessment, reader=casework.seat.person)
    keys = [casework.seat.workspace.slug, casework.file.client.public_id, casework.assessment.public_id]
    back = reverse("report:edition", args=keys)
    return file_response(request, report, form, casework.file.enterprise.name, back)
