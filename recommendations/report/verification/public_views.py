"""The pages on which anybody checks a report."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from recommendations.report.verification.forms import PdfForm, VerifyForm
from recommendations.report.verification.pages import check_code, check_file, show_form
from recommendations.report.verification.reference import read_reference


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def verify(request: HttpRequest) -> HttpResponse:
    """This function will ask which report is to be checked; POST leads to its page, or compares its PDF."""
    if request.method != "POST":
        return show_form(request, VerifyForm())
    form = VerifyForm(request.POST, request.FILES)
    if not form.is_valid():
        return show_form(request, form)
    reference, upload = form.reference, form.cleaned_data["pdf"]
    if upload is None:
        return redirect("report:verify-show", reference.number, reference.code)
    return check_code(request, reference, upload) if reference.number else check_file(request, upload)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def verify_show(request: HttpRequest, report_number: str, report_code: str) -> HttpResponse:
    """This function will confirm the report that is named in the address, where its owner allows that; POST its PDF."""
    reference = read_reference(report_number, report_code)
    if request.method != "POST":
        return check_code(request, reference)
    form = PdfForm(request.POST, request.FILES)
    if not form.is_valid():
        return check_code(request, reference, form=form)
    return check_code(request, reference, form.cleaned_data["pdf"])
