"""Duplicates: who may be the same, two of them side by side, and the merge."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from assessment.accounts.access import ClientFile, client_for, seat_for
from assessment.accounts.rights import Right
from recommendations.desk.clients.merging.actions import merge_clients
from recommendations.desk.clients.merging.forms import PairForm
from recommendations.desk.clients.merging.page import sides
from recommendations.desk.clients.merging.pairs import pairs_of, workable_clients
from recommendations.desk.clients.merging.refusals import CannotMerge


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def client_merge(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will propose pairs and show two clients side by side; POST keeps the one that is chosen."""
    seat = seat_for(request.user, workspace_slug, Right.WORK)
    if request.method == "POST":
        return _merge(request, workspace_slug)
    clients = workable_clients(seat.workspace)
    page = {"seat": seat, "tab": "clients", "clients": clients, "pairs": pairs_of(clients), "sides": ()}
    chosen = PairForm(request.GET)
    if chosen.is_valid():
        one, other = _files(request, workspace_slug, chosen.cleaned_data["a"], chosen.cleaned_data["b"])
        page["sides"] = sides(one, other)
    return render(request, "desk/clients_merge.html", page)


def _merge(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    chosen = PairForm(request.POST)
    if not chosen.is_valid():
        messages.error(request, _("Choose two different clients."))
        return redirect("desk:client-merge", workspace_slug)
    keep, other = _files(request, workspace_slug, chosen.cleaned_data["a"], chosen.cleaned_data["b"])
    try:
        merge_clients(keep=keep, other=other)
    except CannotMerge as trouble:
        messages.error(request, _("Nothing was merged. %(reason)s") % {"reason": trouble.reason})
        return redirect("desk:client-merge", workspace_slug)
    messages.success(request, _("The two are one client now. What differed stands in its note."))
    return redirect("desk:client-show", workspace_slug, keep.client.public_id)


def _files(request: HttpRequest, slug: str, one: UUID, other: UUID) -> tuple[ClientFile, ClientFile]:
    return client_for(request.user, slug, one, Right.WORK), client_for(request.user, slug, other, Right.WORK)
