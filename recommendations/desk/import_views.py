"""Importing a table of offerings: choose a file, see what it would do, take it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.bank.faults import DocumentError
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.catalogue.imports.actions import import_draft, keep_draft
from recommendations.catalogue.imports.template import offerings_table
from recommendations.desk.access import draft_for, require_keeper
from recommendations.desk.import_forms import TakeForm, UploadForm
from recommendations.desk.import_page import import_page

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def import_choose(request: HttpRequest) -> HttpResponse:
    """This function will take a file in, keep it for a day and lead to what it would do."""
    user = require_keeper(request.user)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_bound and form.is_valid():
        upload = form.cleaned_data["table"]
        draft = keep_draft(content=upload.read(), name=upload.name, by=user)
        return redirect("desk:import-show", draft.public_id)
    return render(request, "desk/import_choose.html", {"form": form}, status=422 if form.is_bound else 200)


@require_safe
@never_cache
def import_show(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    draft = draft_for(request.user, draft_id)
    return render(request, "desk/import_show.html", {"draft": draft, "page": import_page(draft), "form": TakeForm()})


@require_POST
def import_take(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """This function will take a kept table into the catalogue; if that cannot be done, the page says why again."""
    user, draft, form = require_keeper(request.user), draft_for(request.user, draft_id), TakeForm(request.POST)
    try:
        done = import_draft(draft=draft, skip_faulty=form.is_valid() and form.cleaned_data["skip_faulty"], by=user)
    except DocumentError:
        messages.error(request, gettext("Nothing was taken: mend the faulty lines, or leave them out."))
        return redirect("desk:import-show", draft_id)
    messages.success(request, _done(done.created, done.updated, done.left_out))
    return redirect("desk:import-choose")


def _done(created: int, updated: int, left_out: int) -> str:
    said = ngettext("%(count)d offering is new,", "%(count)d offerings are new,", created) % {"count": created}
    return gettext("%(new)s %(updated)d replaced, %(left_out)d faulty lines left out.") % {
        "new": said,
        "updated": updated,
        "left_out": left_out,
    }


@require_safe
@never_cache
def offerings_export(request: HttpRequest) -> HttpResponse:
    """This function will hand out all offerings as a table that can be changed and imported; `empty` only its columns."""
    require_keeper(request.user)
    content = offerings_table(get_language() or FALLBACK_LOCALE, with_offerings="empty" not in request.GET)
    response = HttpResponse(content, content_type=WORKBOOK)
    response.headers["Content-Disposition"] = 'attachment; filename="offerings.xlsx"'
    return response
