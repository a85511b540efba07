"""Importing a table of clients: choose a file, see what it would do, take it. And the table the other way round."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessment.accounts.access import Seat, seat_for
from assessment.accounts.rights import Right
from assessment.bank.faults import DocumentError
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.catalogue.imports.actions import keep_draft
from recommendations.desk.clients.imports.access import table_for
from recommendations.desk.clients.imports.actions import import_clients
from recommendations.desk.clients.imports.export import export_rows
from recommendations.desk.clients.imports.forms import UploadForm
from recommendations.desk.clients.imports.page import import_page
from recommendations.desk.clients.imports.sheet import heads
from recommendations.desk.import_forms import TakeForm
from recommendations.desk.tables import FileFormat, download


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def client_import(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will take a file in, keep it for a day and lead to what it would do; `empty` gives a template."""
    seat = seat_for(request.user, workspace_slug, Right.WORK)
    if request.GET.get("empty") in set(FileFormat):
        return download("clients", FileFormat(request.GET["empty"]), heads(_locale()), [])
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_bound and form.is_valid():
        upload = form.cleaned_data["table"]
        draft = keep_draft(content=upload.read(), name=upload.name, by=seat.person)
        return redirect("desk:client-import-show", workspace_slug, draft.public_id)
    page = {"seat": seat, "tab": "clients", "form": form}
    return render(request, "desk/clients_import.html", page, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def client_import_show(request: HttpRequest, workspace_slug: str, table_id: UUID) -> HttpResponse:
    """This function will show what a kept table would do; POST takes it, all of it or nothing."""
    seat = seat_for(request.user, workspace_slug, Right.WORK)
    draft = table_for(seat, table_id)
    if request.method != "POST":
        page = import_page(seat.workspace, draft)
        context = {"seat": seat, "tab": "clients", "draft": draft, "page": page, "form": TakeForm()}
        return render(request, "desk/clients_import_show.html", context)
    form = TakeForm(request.POST)
    try:
        done = import_clients(seat=seat, draft=draft, skip_faulty=form.is_valid() and form.cleaned_data["skip_faulty"])
    except DocumentError:
        messages.error(request, gettext("Nothing was taken: mend the faulty lines, or leave them out."))
        return redirect("desk:client-import-show", workspace_slug, table_id)
    said = gettext("%(new)d clients new, %(changed)d changed, %(left_out)d faulty lines left out.")
    messages.success(request, said % {"new": done.created, "changed": done.updated, "left_out": done.left_out})
    return redirect("desk:clients", workspace_slug)


@require_safe
@never_cache
def client_export(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will hand out the clients that the address wishes for as a workbook that can be imported again."""
    return _export(request, seat_for(request.user, workspace_slug, Right.SEE), FileFormat.XLSX)


@require_safe
@never_cache
def client_export_csv(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will hand out the same as comma-separated values."""
    return _export(request, seat_for(request.user, workspace_slug, Right.SEE), FileFormat.CSV)


def _export(request: HttpRequest, seat: Seat, format_: FileFormat) -> HttpResponse:
    rows = export_rows(seat, request.GET, _locale())
    return download("clients", format_, heads(_locale(), with_told=True), rows)


def _locale() -> str:
    return get_language() or FALLBACK_LOCALE
