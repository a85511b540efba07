"""What a visitor is told about a report that was named by number and code, by its PDF, or by both."""

from http import HTTPStatus
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from assessment.accounts.signing.addresses import client_address
from recommendations.report.models import Report
from recommendations.report.verification.access import confirmed_by_code, confirmed_by_file
from recommendations.report.verification.facts import facts_of
from recommendations.report.verification.files import fingerprint_of
from recommendations.report.verification.forms import PdfForm, VerifyForm
from recommendations.report.verification.reference import Reference
from recommendations.report.verification.throttle import WINDOW_SECONDS, count_miss, is_stopped


def check_code(
    request: HttpRequest, reference: Reference, upload: UploadedFile | None = None, form: PdfForm | None = None
) -> HttpResponse:
    """This function will confirm the report with this number and code, and say whether a file is its PDF.

    `form` is one that was sent without a file that could be compared.
    """
    address = client_address(request)
    if is_stopped(address):
        return _stopped(request)
    found = confirmed_by_code(reference)
    if not found:
        return _nothing(request, address)
    if upload is None:
        return _confirmed(request, found, form=form)
    return _confirmed(request, found, is_same=fingerprint_of(upload) in {report.pdf_hash for report in found})


def check_file(request: HttpRequest, upload: UploadedFile) -> HttpResponse:
    """This function will confirm the report that a file is the PDF of."""
    address = client_address(request)
    if is_stopped(address):
        return _stopped(request)
    found = confirmed_by_file(fingerprint_of(upload))
    return _confirmed(request, found, is_same=True) if found else _nothing(request, address)


def show_form(request: HttpRequest, form: VerifyForm) -> HttpResponse:
    """This function will ask for number and code, or the PDF."""
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "report/verify.html", {"form": form}, status=status)


def _confirmed(
    request: HttpRequest, found: list[Report], *, is_same: bool | None = None, form: PdfForm | None = None
) -> HttpResponse:
    """`is_same` is None where no file was compared."""
    context: dict[str, Any] = {"report": facts_of(found), "is_same": is_same, "form": form or PdfForm()}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form is not None and form.errors else HTTPStatus.OK
    return render(request, "report/verified.html", context, status=status)


def _nothing(request: HttpRequest, address: str) -> HttpResponse:
    """Unknown, wrong, not allowed, taken back and deleted are told alike."""
    count_miss(address)
    return render(request, "report/unverified.html", status=HTTPStatus.NOT_FOUND)


def _stopped(request: HttpRequest) -> HttpResponse:
    context = {"is_stopped": True}
    response = render(request, "report/unverified.html", context, status=HTTPStatus.TOO_MANY_REQUESTS)
    response.headers["Retry-After"] = str(WINDOW_SECONDS)
    return response
