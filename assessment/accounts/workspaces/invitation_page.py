"""What the page of an invitation says to whoever opens its link."""

from dataclasses import dataclass
from typing import Any

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.urls import reverse
from django.utils.http import urlencode

from assessment.accounts.models import GrantLevel, Invitation, User, WorkspaceRole
from assessment.accounts.workspaces.addresses import has_proven, masked_address


@dataclass(frozen=True, slots=True)
class Invited:
    """`place` is a workspace or an enterprise; `what` the role or the level that is offered there."""

    by: str
    place: str
    what: str
    is_workspace: bool
    address: str


def invitation_page(invitation: Invitation, user: User | None, path: str) -> dict[str, Any]:
    """This function will return what the page needs; the address is shown in part, for the link may have been passed on."""
    back = urlencode({REDIRECT_FIELD_NAME: path})
    return {
        "invited": _invited(invitation),
        "expires_at": invitation.expires_at,
        "is_theirs": user is not None and has_proven(user, invitation.email),
        "sign_in": f"{reverse('accounts:sign-in')}?{back}",
        "sign_up": f"{reverse('account_signup')}?{back}",
    }


def _invited(invitation: Invitation) -> Invited:
    by, address = invitation.invited_by.get_full_name(), masked_address(invitation.email)
    if invitation.workspace is not None:
        return Invited(by, invitation.workspace.name, str(WorkspaceRole(invitation.role).label), True, address)
    return Invited(by, str(invitation.enterprise), str(GrantLevel(invitation.level).label), False, address)
