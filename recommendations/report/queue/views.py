"""The pages of ordering many reports at once and of watching them being drawn."""

from http import HTTPStatus
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.accounts.access import Seat, seat_for
from assessment.accounts.file_names import attachment_header
from assessment.accounts.rights import Right
from recommendations.report.editions.actions import remember_options
from recommendations.report.editions.forms import EditionForm
from recommendations.report.queue.access import batch_for
from recommendations.report.queue.archive import archive_of
from recommendations.report.queue.forms import batch_form, chosen_clients
from recommendations.report.queue.orders import (
    MOST_REPORTS,
    NothingOrdered,
    TooManyReports,
    Wanted,
    cancel_batch,
    order_reports,
    resume_batch,
)
from recommendations.report.queue.progress import progress_of
from recommendations.report.queue.queries import batch_count, batch_items, chosen, orderable, recent_batches


@require_safe
@never_cache
def batch_list(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will show the orders of a workspace and how far each is."""
    seat = seat_for(request.user, workspace_slug, Right.SEE)
    rows = [progress_of(batch, count) for batch, count in recent_batches(seat)]
    return render(request, "report/batch_list.html", {"seat": seat, "tab": "reports", "rows": rows})


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def batch_add(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will show whose reports can be ordered; POST orders those of the ticked clients.

    A list of clients may send its ticks here first: without `order` they are only shown as ticked.
    """
    seat = seat_for(request.user, workspace_slug, Right.WORK)
    if request.method != "POST" or "order" not in request.POST:
        return _add_page(request, seat, batch_form(seat.workspace))
    form = batch_form(seat.workspace, request.POST)
    if not form.is_valid():
        return _add_page(request, seat, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    rows = chosen(orderable(seat), chosen_clients(request.POST))
    try:
        batch = order_reports(
            seat=seat,
            wanted=[Wanted(row.client, row.assessment) for row in rows],
            options=form.options(),
            in_own_language=form.in_own_language,
            forms=form.chosen_forms(),
        )
    except NothingOrdered:
        fault = _("Tick at least one client.")
        return _add_page(request, seat, form, fault, HTTPStatus.UNPROCESSABLE_ENTITY)
    except TooManyReports:
        fault = _("One order holds %(most)d reports at most. Tick fewer clients, or one language.") % {
            "most": MOST_REPORTS
        }
        return _add_page(request, seat, form, fault, HTTPStatus.UNPROCESSABLE_ENTITY)
    if not form.in_own_language:
        remember_options(seat=seat, options=form.options())
    return redirect("report:batch-show", workspace_slug, batch.public_id)


def _add_page(
    request: HttpRequest, seat: Seat, form: EditionForm, fault: str = "", status: int = HTTPStatus.OK
) -> HttpResponse:
    ticked = set(chosen_clients(request.POST or request.GET))
    rows = [(row, row.client.public_id in ticked or not ticked) for row in orderable(seat)]
    context = {"seat": seat, "tab": "reports", "rows": rows, "form": form, "fault": fault}
    return render(request, "report/batch_add.html", context, status=status)


@require_safe
@never_cache
def batch_show(request: HttpRequest, workspace_slug: str, batch_id: UUID) -> HttpResponse:
    """This function will show how far an order is, report by report."""
    seat = seat_for(request.user, workspace_slug, Right.SEE)
    batch = batch_for(seat, batch_id)
    context = {
        "seat": seat,
        "tab": "reports",
        "row": progress_of(batch, batch_count(batch)),
        "items": batch_items(batch),
    }
    return render(request, "report/batch.html", context)


@require_safe
@never_cache
def batch_progress(request: HttpRequest, workspace_slug: str, batch_id: UUID) -> JsonResponse:
    """This function will say how far an order is: {"said", "settled", "total", "is_moving"}."""
    batch = batch_for(seat_for(request.user, workspace_slug, Right.SEE), batch_id)
    progress = progress_of(batch, batch_count(batch))
    count = progress.count
    told = {"settled": count.settled, "total": count.total, "is_moving": count.is_moving, "done": count.done}
    return JsonResponse(told | {"said": progress.said})


@require_POST
def batch_cancel(request: HttpRequest, workspace_slug: str, batch_id: UUID) -> HttpResponse:
    """This function will stop an order."""
    seat = seat_for(request.user, workspace_slug, Right.WORK)
    cancel_batch(batch=batch_for(seat, batch_id), seat=seat)
    messages.success(request, _("Stopped. What is drawn stays; the rest waits until you go on."))
    return redirect("report:batch-show", workspace_slug, batch_id)


@require_POST
def batch_resume(request: HttpRequest, workspace_slug: str, batch_id: UUID) -> HttpResponse:
    """This function will go on with an order, also with what failed."""
    seat = seat_for(request.user, workspace_slug, Right.WORK)
    waiting = resume_batch(batch=batch_for(seat, batch_id), seat=seat)
    said = ngettext("%(count)d report waits now.", "%(count)d reports wait now.", waiting)
    messages.success(request, said % {"count": waiting})
    return redirect("report:batch-show", workspace_slug, batch_id)


@require_safe
@never_cache
def batch_download(request: HttpRequest, workspace_slug: str, batch_id: UUID) -> FileResponse:
    """This function will hand out all drawn reports of an order as one ZIP."""
    seat = seat_for(request.user, workspace_slug, Right.SEE)
    batch = batch_for(seat, batch_id)
    response = FileResponse(archive_of(batch, seat), content_type="application/zip")
    response.headers["Content-Disposition"] = attachment_header("reports", ".zip", seat.workspace.name, _("Reports"))
    response.headers["Cache-Control"] = "private, no-store"
    return response
