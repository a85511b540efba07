"""The person's workspaces, a new one, and what one is called."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext, ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from assessment.accounts.access import seat_for
from assessment.accounts.models import User
from assessment.accounts.rights import Right
from assessment.accounts.workspaces.forms import NewWorkspaceForm, WorkspaceForm
from assessment.accounts.workspaces.founding import (
    ClientsLetItIn,
    ShortNameTaken,
    WorkNamesIt,
    change_workspace,
    delete_workspace,
    make_workspace,
    may_found,
)
from assessment.accounts.workspaces.queries import workspace_rows


@require_safe
@never_cache
@login_required
def workspace_list(request: HttpRequest) -> HttpResponse:
    """This function will show the workspaces of whoever is signed in."""
    assert isinstance(request.user, User)
    page = {"rows": workspace_rows(request.user), "may_found": may_found(request.user)}
    return render(request, "accounts/workspaces.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@login_required
def workspace_add(request: HttpRequest) -> HttpResponse:
    """This function will make a workspace for whoever is signed in, and lead to its clients."""
    user = request.user
    if not isinstance(user, User) or not may_found(user):
        raise Http404
    form = NewWorkspaceForm(request.POST if request.method == "POST" else None, initial={"language": get_language()})
    if form.is_bound and form.is_valid():
        try:
            workspace = make_workspace(**form.chosen(), short_name=form.cleaned_data["short_name"], by=user)
        except ShortNameTaken:
            form.add_error(
                "short_name", gettext("Another workspace has just taken this short name. Choose another one.")
            )
        else:
            messages.success(request, gettext("The workspace is there, and you are its owner."))
            return redirect("desk:clients", workspace.slug)
    return render(request, "accounts/workspace_add.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def workspace_edit(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will show and change name, kind and language of a workspace."""
    seat = seat_for(request.user, workspace_slug, Right.MANAGE)
    workspace = seat.workspace
    known = {"name": workspace.name, "kind": workspace.kind, "language": workspace.language}
    form = WorkspaceForm(request.POST if request.method == "POST" else None, initial=known)
    if form.is_bound and form.is_valid():
        if change_workspace(workspace=workspace, **form.chosen(), by=seat.person):
            messages.success(request, gettext("Saved."))
        return redirect("accounts:workspace-edit", workspace.slug)
    page = {"seat": seat, "tab": "members", "form": form}
    return render(request, "accounts/workspace_edit.html", page, status=422 if form.errors else 200)


@require_POST
def workspace_delete(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will remove a workspace that nothing hangs on, or say what stands in the way."""
    seat = seat_for(request.user, workspace_slug, Right.MANAGE)
    try:
        delete_workspace(workspace=seat.workspace, by=seat.person)
    except ClientsLetItIn as refusal:
        messages.error(request, _still_let_in(refusal.count))
    except WorkNamesIt:
        messages.error(
            request,
            gettext(
                "Reports, verified results or advice name this workspace, and they stay with the enterprises. So it cannot be deleted; hand it over or leave it instead."
            ),
        )
    else:
        messages.success(request, gettext("The workspace is deleted."))
        return redirect("accounts:workspace-list")
    return redirect("accounts:workspace-edit", workspace_slug)


def _still_let_in(count: int) -> str:
    said = ngettext(
        "%(count)d enterprise still lets this workspace in. Its owner withdraws the access first; then the workspace can be deleted.",
        "%(count)d enterprises still let this workspace in. Their owners withdraw the access first; then the workspace can be deleted.",
        count,
    )
    return said % {"count": count}
