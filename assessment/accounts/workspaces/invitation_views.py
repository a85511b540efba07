"""Inviting into a workspace, and the page that an invitation leads to."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from assessment.accounts.access import seat_for
from assessment.accounts.models import Invitation, User
from assessment.accounts.rights import Right
from assessment.accounts.workspaces.actions import (
    AlreadyIn,
    AlreadyInvited,
    NotWaiting,
    OtherAddress,
    TooManyInvitations,
    accept_invitation,
    invite_to_workspace,
    revoke_invitation,
    send_invitation_again,
)
from assessment.accounts.workspaces.forms import InviteForm
from assessment.accounts.workspaces.invitation_page import invitation_page
from assessment.accounts.workspaces.invitations import invitation_in, invitation_of, used_by
from assessment.accounts.workspaces.members_page import render_members


@require_POST
def invite(request: HttpRequest, workspace_slug: str) -> HttpResponse:
    """This function will invite somebody by e-mail into a workspace."""
    seat = seat_for(request.user, workspace_slug, Right.MANAGE)
    form = InviteForm(request.POST)
    if form.is_valid():
        email = form.cleaned_data["email"]
        try:
            invite_to_workspace(workspace=seat.workspace, email=email, role=form.chosen(), by=seat.person)
        except AlreadyIn:
            form.add_error("email", gettext("Somebody with this address is a member already."))
        except AlreadyInvited:
            form.add_error("email", gettext("This address is invited already. Send the invitation again below."))
        except TooManyInvitations:
            form.add_error("email", gettext("These are many invitations for one day. Go on tomorrow."))
        else:
            messages.success(request, gettext("The invitation to %(email)s is on its way.") % {"email": email})
            return redirect("accounts:members", seat.workspace.slug)
    return render_members(request, seat, inviting=form)


@require_POST
def invitation_again(request: HttpRequest, workspace_slug: str, invitation_id: UUID) -> HttpResponse:
    """This function will send an invitation again, with a new link."""
    seat = seat_for(request.user, workspace_slug, Right.MANAGE)
    found = invitation_in(seat, invitation_id)
    try:
        send_invitation_again(invitation=found, by=seat.person)
    except NotWaiting as gone:
        raise Http404 from gone
    except TooManyInvitations:
        messages.error(request, gettext("These are many invitations for one day. Go on tomorrow."))
    else:
        messages.success(request, gettext("Sent again. The link of the earlier letter opens nothing any more."))
    return redirect("accounts:members", seat.workspace.slug)


@require_POST
def invitation_revoke(request: HttpRequest, workspace_slug: str, invitation_id: UUID) -> HttpResponse:
    """This function will revoke an invitation."""
    seat = seat_for(request.user, workspace_slug, Right.MANAGE)
    try:
        revoke_invitation(invitation=invitation_in(seat, invitation_id), by=seat.person)
    except NotWaiting as gone:
        raise Http404 from gone
    messages.success(request, gettext("Revoked: its link opens nothing any more."))
    return redirect("accounts:members", seat.workspace.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def invitation(request: HttpRequest, invitation_token: str) -> HttpResponse:
    """This function will show who invites to what, and accept it for whoever has the address that it went to.

    Looking changes nothing. A link that is wrong, expired, revoked or used by somebody else is no page (404).
    """
    user = request.user if isinstance(request.user, User) else None
    found = invitation_of(invitation_token)
    if found is None:
        return _led_on(used_by(invitation_token, user)) if user else _nothing()
    if request.method != "POST" or user is None:
        return render(request, "accounts/invitation.html", invitation_page(found, user, request.path))
    try:
        accepted = accept_invitation(token=invitation_token, person=user)
    except NotWaiting:
        return _led_on(used_by(invitation_token, user))  # pressed twice: the first press was in time
    except OtherAddress:
        return render(request, "accounts/invitation.html", invitation_page(found, user, request.path), status=403)
    messages.success(request, gettext("You have accepted the invitation."))
    return _led_on(accepted)


def _led_on(accepted: Invitation | None) -> HttpResponse:
    if accepted is None:
        return _nothing()
    return redirect("desk:clients", accepted.workspace.slug) if accepted.workspace else redirect("desk:mine")


def _nothing() -> HttpResponse:
    raise Http404
