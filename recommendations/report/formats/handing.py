"""Handing out a stored report as a file, whole or not at all."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from assessment.accounts.file_names import attachment_header
from recommendations.report.formats.offered import Format
from recommendations.report.formats.writing import NotWritten, written
from recommendations.report.models import Report

RETRY_SECONDS = 30


def file_response(request: HttpRequest, report: Report, form: Format, enterprise: str, back: str) -> HttpResponse:
    """This function will return a report in a form as a download named after its enterprise.

    Where it cannot be written, a page says so, with a reference and the way `back`; nothing of the file is sent.
    """
    try:
        data = written(report, form)
    except NotWritten as failure:
        return _not_written(request, report, failure, back)
    response = HttpResponse(data, content_type=form.content_type)
    response.headers["Content-Disposition"] = attachment_header(report.number, form.ending, enterprise)
    return kept_private(response)


def kept_private(response: HttpResponse) -> HttpResponse:
    """This function will return the response so that it is stored nowhere on its way and read as nothing else."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _not_written(request: HttpRequest, report: Report, failure: NotWritten, back: str) -> HttpResponse:
    context = {"number": report.number, "form": failure.form.label, "reference": failure.reference, "back": back}
    response = render(request, "report/file_failed.html", context, status=HTTPStatus.SERVICE_UNAVAILABLE)
    response.headers["Retry-After"] = str(RETRY_SECONDS)
    return kept_private(response)
