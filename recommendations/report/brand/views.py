"""The page on which the owners of a workspace decide how its reports look."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.accounts.access import Seat, seat_for
from assessment.accounts.rights import Right
from recommendations.report.brand.actions import Overtaken, change_brand
from recommendations.report.brand.forms import BrandForm
from recommendations.report.brand.page import brand_page
from recommendations.report.brand.preview import preview_pdf
from recommendations.report.brand.queries import brand_of
from recommendations.report.renderer.outcomes import RenderFailed


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def brand(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will show the look of the reports; POST changes it, or shows a PDF of what it would be."""
    seat = seat_for(request.user, workspace_slug, Right.MANAGE)
    if request.method != "POST":
        return _show(request, seat, BrandForm(brand=brand_of(seat.workspace)))
    form = BrandForm(request.POST, request.FILES, brand=brand_of(seat.workspace))
    if not form.is_valid():
        return _show(request, seat, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    if "preview" in request.POST:
        return _preview(request, seat, form)
    try:
        change_brand(seat=seat, look=form.look(), seen_version=form.cleaned_data["version"])
    except Overtaken:
        return _overtaken(request, seat, form)
    messages.success(request, gettext("Saved. Reports made from now on look like this; those handed out stay."))
    return redirect("report:brand", workspace_slug)


def _preview(request: HttpRequest, seat: Seat, form: BrandForm) -> HttpResponse:
    try:
        pdf = preview_pdf(seat.workspace, form.look())
    except RenderFailed as failure:
        return _show(request, seat, form, HTTPStatus.SERVICE_UNAVAILABLE, reference=failure.reference)
    response = HttpResponse(pdf, content_type="application/pdf")
    response.headers["Content-Disposition"] = 'inline; filename="preview.pdf"'
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response


def _overtaken(request: HttpRequest, seat: Seat, form: BrandForm) -> HttpResponse:
    """What was entered stays in the form; what the other one saved stands beside it."""
    now = brand_of(seat.workspace)
    data = request.POST.copy()
    data["version"], data["kept_logo"] = str(now.version), form.kept()
    again = BrandForm(data, brand=now)
    again.is_valid()
    return _show(request, seat, again, HTTPStatus.CONFLICT, theirs=brand_page(BrandForm(brand=now)))


def _show(
    request: HttpRequest, seat: Seat, form: BrandForm, status: HTTPStatus = HTTPStatus.OK, **more: Any
) -> HttpResponse:
    context = {"seat": seat, "tab": "brand", "form": form, "page": brand_page(form), "theirs": None, "reference": ""}
    return render(request, "report/brand.html", context | more, status=status)
