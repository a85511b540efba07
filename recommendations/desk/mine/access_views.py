"""Letting workspaces and persons in, changing what they may, and withdrawing it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from assessment.accounts.access import enterprise_for
from assessment.accounts.granting import GrantEnded, change_access, give_access
from assessment.accounts.models import Enterprise, User
from assessment.accounts.workspaces.actions import (
    AlreadyIn,
    AlreadyInvited,
    NotWaiting,
    TooManyInvitations,
    invite_to_enterprise,
    revoke_invitation,
)
from recommendations.desk.ending import end_access
from recommendations.desk.mine.access import grant_of, invitation_of
from recommendations.desk.mine.forms import AccessForm, ColleagueForm, WorkspaceAccessForm, initial_of
from recommendations.desk.mine.person import signed_in


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def access_give(request: HttpRequest, enterprise_id: UUID) -> HttpResponse:
    """This function will ask for a workspace, then show its full name and kind; only the second POST gives access."""
    enterprise = enterprise_for(request.user, enterprise_id)
    form = WorkspaceAccessForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        status = 422 if form.is_bound else 200
        return render(request, "desk/mine_access_give.html", {"enterprise": enterprise, "form": form}, status=status)
    workspace, level = form.cleaned_data["workspace"], form.chosen_level()
    if not form.cleaned_data["confirmed"]:
        shown = {"enterprise": enterprise, "form": form, "workspace": workspace, "level": level.label}
        return render(request, "desk/mine_access_confirm.html", shown)
    give_access(
        enterprise=enterprise,
        workspace=workspace,
        level=level,
        expires_at=form.expires_at(),
        by=signed_in(request),
    )
    messages.success(request, gettext("%(workspace)s has access now.") % {"workspace": workspace})
    return redirect("desk:mine-enterprise", enterprise_id)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def access_invite(request: HttpRequest, enterprise_id: UUID) -> HttpResponse:
    """This function will send a colleague a letter with an invitation to the enterprise."""
    enterprise = enterprise_for(request.user, enterprise_id)
    form = ColleagueForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and _invite(form, enterprise, signed_in(request)):
        messages.success(request, gettext("A letter with the invitation is on its way."))
        return redirect("desk:mine-enterprise", enterprise_id)
    status = 422 if form.is_bound else 200
    return render(request, "desk/mine_access_invite.html", {"enterprise": enterprise, "form": form}, status=status)


def _invite(form: ColleagueForm, enterprise: Enterprise, by: User) -> bool:
    try:
        invite_to_enterprise(
            enterprise=enterprise,
            email=form.cleaned_data["email"],
            level=form.chosen_level(),
            grant_expires_at=form.expires_at(),
            by=by,
        )
    except AlreadyIn:
        form.add_error("email", gettext("Whoever has this address has access already."))
    except AlreadyInvited:
        form.add_error("email", gettext("This address is invited already. Revoke the invitation to send another one."))
    except TooManyInvitations:
        form.add_error("email", gettext("You have sent many letters today. Try again tomorrow."))
    return form.is_valid()


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def access_edit(request: HttpRequest, enterprise_id: UUID, grant_id: UUID) -> HttpResponse:
    """This function will change what somebody may do, or until when."""
    enterprise = enterprise_for(request.user, enterprise_id)
    grant = grant_of(enterprise, grant_id)
    form = AccessForm(request.POST if request.method == "POST" else None, initial=initial_of(grant))
    if not form.is_valid():
        context = {"enterprise": enterprise, "form": form, "grant": grant, "who": grant.workspace or grant.person}
        return render(request, "desk/mine_access_edit.html", context, status=422 if form.is_bound else 200)
    try:
        change_access(grant=grant, level=form.chosen_level(), expires_at=form.expires_at(), by=signed_in(request))
    except GrantEnded:
        messages.warning(request, gettext("This access was withdrawn in the meantime."))
    else:
        messages.success(request, gettext("The access is changed."))
    return redirect("desk:mine-enterprise", enterprise_id)


@require_POST
def access_withdraw(request: HttpRequest, enterprise_id: UUID, grant_id: UUID) -> HttpResponse:
    """This function will end an access; the next request of whoever had it finds nothing."""
    enterprise = enterprise_for(request.user, enterprise_id)
    grant = grant_of(enterprise, grant_id)
    try:
        end_access(grant=grant, by=signed_in(request))
    except GrantEnded:
        messages.warning(request, gettext("This access was withdrawn in the meantime."))
    else:
        who = {"who": grant.workspace or grant.person}
        messages.success(request, gettext("%(who)s has no access any more.") % who)
    return redirect("desk:mine-enterprise", enterprise_id)


@require_POST
def invitation_revoke(request: HttpRequest, enterprise_id: UUID, invitation_id: UUID) -> HttpResponse:
    invitation = invitation_of(enterprise_for(request.user, enterprise_id), invitation_id)
    try:
        revoke_invitation(invitation=invitation, by=signed_in(request))
    except NotWaiting:
        messages.warning(request, gettext("This invitation was used or revoked already."))
    else:
        messages.success(request, gettext("The invitation is revoked: its link opens nothing any more."))
    return redirect("desk:mine-enterprise", enterprise_id)
