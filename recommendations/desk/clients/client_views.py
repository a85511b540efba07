"""The page of one client, what is known of it, and one more assessment."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from assessment.accounts.access import ClientFile, client_for
from assessment.accounts.granting import GrantEnded
from assessment.accounts.rights import Right
from assessment.scoring.texts import FALLBACK_LOCALE
from recommendations.desk.clients.access import file_to_give_up
from recommendations.desk.clients.actions import AlreadyClient, ReferenceTaken, edit_client, give_up_access
from recommendations.desk.clients.beginning import How, begin_assessment
from recommendations.desk.clients.client_page import client_page
from recommendations.desk.clients.editing import client_form, next_form
from recommendations.desk.clients.forms import ClientForm, NextForm
from recommendations.desk.clients.views import lead_on
from recommendations.desk.sending.actions import NoAddress
from recommendations.desk.sending.forms import MessageFields
from recommendations.desk.sending.limits import WrittenTooOften
from recommendations.desk.sending.words import why_not


@require_safe
@never_cache
def client_show(request: HttpRequest, workspace_slug: str, client_id: UUID) -> HttpResponse:
    """This function will show one client with its assessments, links, reports and access."""
    file = client_for(request.user, workspace_slug, client_id, Right.SEE)
    page = client_page(file, get_language() or FALLBACK_LOCALE)
    context = {"page": page, "send_form": MessageFields(auto_id="send-%s")}
    return render(request, "desk/client_show.html", _about(file) | context)


def _about(file: ClientFile) -> dict[str, object]:
    return {"seat": file.seat, "tab": "clients", "file": file, "step": "client", "assessment": None}


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def client_edit(request: HttpRequest, workspace_slug: str, client_id: UUID) -> HttpResponse:
    """This function will show and keep what the workspace knows of a client."""
    file = client_for(request.user, workspace_slug, client_id, Right.WORK)
    form = client_form(file, request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid() and _is_kept(file, form):
        messages.success(request, _("Saved."))
        return redirect("desk:client-show", workspace_slug, client_id)
    page = _about(file) | {"form": form, "page": client_page(file, get_language() or FALLBACK_LOCALE)}
    return render(request, "desk/client_edit.html", page, status=422 if form.is_bound else 200)


def _is_kept(file: ClientFile, form: ClientForm) -> bool:
    """What cannot be kept is said at its field."""
    named = {name: form.cleaned_data[name] for name in ("name", "credit_code") if name in form.fields}
    try:
        edit_client(file=file, particulars=form.particulars, **named)
    except ReferenceTaken:
        form.add_error("reference", _("Another client of yours has this reference."))
    except AlreadyClient as known:
        said = _("Your client %(name)s has this code already. You can merge the two.")
        form.add_error("credit_code", said % {"name": known.client.enterprise.name})
    return not form.errors


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def client_give_up(request: HttpRequest, workspace_slug: str, client_id: UUID) -> HttpResponse:
    """This function will ask before the workspace gives up its access to an enterprise."""
    file = file_to_give_up(request.user, workspace_slug, client_id)
    if request.method != "POST":
        return render(request, "desk/client_give_up.html", _about(file))
    try:
        give_up_access(file=file)
    except GrantEnded:
        messages.warning(request, _("This access had ended already."))
    else:
        said = _("You have no access to %(name)s any more. What you know of it stays in your list.")
        messages.success(request, said % {"name": file.enterprise.name})
    return redirect("desk:clients", workspace_slug)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def assessment_add(request: HttpRequest, workspace_slug: str, client_id: UUID) -> HttpResponse:
    """This function will begin one more assessment of a client: another bank, or the next round."""
    file = client_for(request.user, workspace_slug, client_id, Right.WORK)
    form = next_form(file, request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return _next_page(request, file, form)
    beginning = form.beginning(carries=bool(form.cleaned_data.get("carries")))
    try:
        begun = begin_assessment(seat=file.seat, client=file.client, beginning=beginning)
    except (NoAddress, WrittenTooOften) as trouble:
        form.add_error("how", why_not(trouble))
        return _next_page(request, file, form)
    return lead_on(request, file.seat, file.client, begun, How(form.cleaned_data["how"]))


def _next_page(request: HttpRequest, file: ClientFile, form: NextForm) -> HttpResponse:
    status = 422 if form.is_bound else 200
    return render(request, "desk/assessment_add.html", _about(file) | {"form": form}, status=status)
